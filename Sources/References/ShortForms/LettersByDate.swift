/// The papers that a text itself gives to letters it names by their dates: `mijn brief van 3 mei 2021 (Kamerstuk 29 628,
/// nr. 433)`; a later `mijn brief van 3 mei 2021` is that paper.
struct LettersByDate: Sendable {
    /// By dates in ISO 8601.
    private var papers: [String: [PaperID]] = [:]
    /// More than any letter names.
    private static let limit = 1024

    /// References of letters that no paper is linked to where they are named, to papers named before.
    ///
    /// - Parameters:
    ///   - letters: ascending.
    ///   - links: ascending.
    mutating func references(
        to letters: [DatedLetter], _ links: [MotionReader.Link], in bytes: [UInt8]
    ) -> [Reference] {
        var found: [Reference] = []
        var next = 0
        for letter in letters {
            while next < links.count, links[next].position < letter.range.upperBound { next += 1 }
            if next < links.count, Self.joins(bytes, letter.range.upperBound, links[next]) {
                keep(links[next].targets, of: letter.date)
            } else if let named = papers[letter.date],
                !MotionReader.isLinked(letter.range.upperBound, in: bytes, to: links)
            {
                found.append(Reference(letter, named))
            }
        }
        return found
    }

    private mutating func keep(_ targets: [PaperID], of date: String) {
        guard targets.count == 1, let paper = targets.first, paper.kind == .kamerstuk, !paper.isPartial else { return }
        if papers.count >= Self.limit { papers.removeAll() }
        if papers[date]?.contains(paper) != true { papers[date, default: []].append(paper) }
    }

    /// Whether nothing but white space and an opening parenthesis or a comma stands between a date and a paper.
    private static func joins(_ bytes: [UInt8], _ end: Int, _ link: MotionReader.Link) -> Bool {
        guard link.end != nil else { return false }
        var cursor = ByteCursor(bytes, at: end)
        cursor.takeSpace(lineEnds: 1)
        guard cursor.take("(") || cursor.take(",") else { return false }
        cursor.takeSpace(lineEnds: 1)
        return cursor.position == link.position
    }
}

extension Reference {
    fileprivate init(_ letter: DatedLetter, _ papers: [PaperID]) {
        let isUnique = papers.count == 1
        self.init(
            raw: letter.raw, range: letter.range, kind: .kamerstuk, targets: isUnique ? papers : [], relation: .idem,
            confidence: isUnique ? Confidence.shortForm : Confidence.damaged, warnings: isUnique ? [] : [.ambiguous],
            candidates: isUnique ? [] : papers)
    }
}
