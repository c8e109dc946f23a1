/// Papers behind the first of one label.
extension KamerstukGrammar {
    /// Begin pages, signs and words before another paper.
    private static let beforeNext = SignSet(",;)opbear")

    /// Reads another paper of the same label, behind the first: `…, nr. 3; 2001/2002, 26 855 (16, 16a)`.
    ///
    /// - Parameter paper: the one before, whose dossier a number alone belongs to.
    func recogniseNext(_ cursor: inout ByteCursor, behind paper: PaperID?) -> Recognition? {
        guard cursor.mayContinue(with: Self.beforeNext) else { return nil }
        return (isListed ? cursor.attempt { takeNext(&$0) } : nil) ?? cursor.attempt { takeElided(&$0, behind: paper) }
            ?? cursor.attempt { takeOtherChapter(&$0, behind: paper) }
    }

    /// Reads papers of another chapter of the same budget: ` en XVI, nr. 4` behind `36 200 VIII, nr. 3`.
    private func takeOtherChapter(_ cursor: inout ByteCursor, behind paper: PaperID?) -> Recognition? {
        cursor.takePages()
        cursor.takeSpace()
        guard cursor.take(";") || cursor.take(",") || cursor.takeWord(Words.and) else { return nil }
        cursor.takeSpace()
        let start = cursor.position
        guard cursor.capitalCount > 0, let chapter = cursor.takeChapter(), let dossier = paper?.dossier,
            let hyphen = dossier.firstIndex(of: "-"), let list = cursor.takeLabelledNumbers(), list.warnings.isEmpty
        else { return nil }
        var other = DossierName(number: String(dossier[..<hyphen]))
        other.suffix = chapter
        var found = Recognition(
            range: start..<list.end, kind: .kamerstuk, targets: list.numbers.map { PaperID(other, $0) })
        found.list = self
        return found
    }

    private func takeNext(_ cursor: inout ByteCursor) -> Recognition? {
        cursor.takePages()
        cursor.takeSpace()
        let hasSign = cursor.take(";") || cursor.take(",")
        cursor.takeSpace()
        let hasWord = cursor.takeWord(Words.and)
        cursor.takeSpace()
        guard hasSign || hasWord else { return nil }
        var found = Recognition(range: cursor.position..<cursor.position, kind: .kamerstuk)
        if let year = cursor.takeSessionYear() {
            found.sessionYear = year
            _ = cursor.takeListSeparator()
        }
        guard takePaper(&cursor, into: &found, isFirst: false) else { return nil }
        cursor.position = found.range.upperBound
        found.list = self
        return found
    }

    /// Reads papers of the same dossier whose numbers alone are named, behind their movers: `), Rog (nr. 71)`, `) en Kwint
    /// c.s. (nrs. 72 en 73)`.
    private func takeElided(_ cursor: inout ByteCursor, behind paper: PaperID?) -> Recognition? {
        guard let paper, cursor.take(")"), cursor.byte == UInt8(ascii: ",") || cursor.starts(with: " en ") else {
            return nil
        }
        _ = cursor.take(",")
        _ = cursor.attempt { $0.takeSpace(lineEnds: 1) && $0.takeWord("en") ? true : nil }
        guard !MotionGrammar.takeMovers(&cursor).names.isEmpty, cursor.takeSpace(lineEnds: 1), cursor.take("(") else {
            return nil
        }
        let start = cursor.position
        guard let label = cursor.takeNumberLabel(), let list = cursor.takeNumberRun(label), list.warnings.isEmpty,
            cursor.byte == UInt8(ascii: ")"), let hyphen = paper.rawValue.lastIndex(of: "-"), !paper.isPartial
        else { return nil }
        let dossier = paper.rawValue[...hyphen]
        var found = Recognition(
            range: start..<cursor.position, kind: .kamerstuk,
            targets: list.numbers.map { PaperID(canonical: dossier + $0) }, confidence: Confidence.parenthesised)
        found.list = self
        return found
    }
}
