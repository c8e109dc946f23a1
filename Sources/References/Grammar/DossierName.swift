/// A dossier as citations name it: its number ("vetnummer"), and the chapter of a budget or the suffix of a council.
struct DossierName: Equatable {
    /// Without spaces: `31497`, `9595`, `CXLVIII`.
    var number: String
    /// Of a number in digits; 0 for a Roman one.
    var value = 0
    /// `VIII`, `IIB`, `M`, `20`.
    var suffix: String?
    /// The number cannot be one of a dossier.
    var isImpossible = false
    /// The number of a Rijkswet stands beside, which nothing but a bill has.
    var isOfRijkswet = false

    /// Whether the dossier holds the budget of a year, whose papers are filed by chapters and funds.
    var isOfBudget: Bool { Self.budgets.contains(value) }

    /// Whether the dossier is known to have numbered suffixes (councils of the EU, BNC-fiches and treaties).
    var hasSuffixes: Bool { isOfCouncils || value == 22112 || value == 23908 || value == 27858 }

    /// Whether the dossier holds the papers on the councils of the EU, each of which has a suffix.
    var isOfCouncils: Bool { value == 21501 }

    /// Of 1996 to 2026, in the order of the years.
    private static let budgets: [Int] = [
        24400, 25000, 25600, 26200, 26800, 27400, 28000, 28600, 29200, 29800, 30300, 30800, 31200, 31700, 32123, 32500,
        33000, 33400, 33750, 34000, 34300, 34550, 34775, 35000, 35300, 35570, 35925, 36200, 36410, 36600, 36800,
    ]

    /// As ids have it: `35300-VIII`.
    var spelling: String { suffix.map { "\(number)-\($0)" } ?? number }
}

extension PaperID {
    /// The paper with a number in a dossier: `kst-35300-VIII-86`.
    init(_ dossier: DossierName, _ number: String) {
        let suffix = dossier.suffix ?? ""
        let count = "kst---".utf8.count + dossier.number.utf8.count + suffix.utf8.count + number.utf8.count
        self.init(
            canonical: String(count: count) { text in
                text.write("kst-")
                text.write(dossier.number)
                text.write(UInt8(ascii: "-"))
                if dossier.suffix != nil {
                    text.write(suffix)
                    text.write(UInt8(ascii: "-"))
                }
                text.write(number)
            })
    }
}

/// Where a dossier stands decides which of its spellings count.
enum DossierContext {
    /// Behind a word that announces it, such as `Kamerstuk`.
    case labelled
    /// A number in running text.
    case unlabelled
}

extension ByteCursor {
    /// Whether the digits here are grouped as those of a dossier; quick, since most numbers are not.
    @inline(__always)
    var hasShapeOfDossier: Bool { byte.isDigit && isGroupedAsDossier }

    private var isGroupedAsDossier: Bool {
        if digitCount == 5 { return true }
        guard digitCount == 2 else { return false }
        // A space of three bytes, or the end of a line and the indent of the next.
        for gap in 1...16 where self[2 + gap].isDigit {
            return self[3 + gap].isDigit && self[4 + gap].isDigit && !self[5 + gap].isDigit
        }
        return false
    }

    /// Takes a dossier number: `31497`, `31 497`, `31.497`, and behind a label also `31-497` and `9595`.
    ///
    /// Numbering runs from 1945 and is about 37,000 in 2026; up to 49,999 counts as possible. Four digits that can be a
    /// year are no dossier.
    mutating func takeDossierNumber(_ context: DossierContext) -> DossierName? {
        let labelled = context == .labelled
        let start = position
        switch digitCount {
        case 5:
            guard let value = takeNumber() else { return nil }
            let isPossible = (labelled ? 1...49_999 : 10_000...49_999).contains(value)
            guard labelled || (isPossible && !byte.isLower) else {
                position = start
                return nil
            }
            return DossierName(number: string(start..<position), value: value, isImpossible: !isPossible)
        case 2:
            return takeGroupedDossierNumber(labelled: labelled)
        case 4 where labelled:
            guard let value = takeNumber(), !(1800...2099).contains(value), value > 0 else {
                position = start
                return nil
            }
            return DossierName(number: string(start..<position), value: value)
        case 6... where labelled:
            _ = takeNumber()
            return DossierName(number: string(start..<position), isImpossible: true)
        default:
            return nil
        }
    }

    /// Takes `31 497`, `31.497`.
    private mutating func takeGroupedDossierNumber(labelled: Bool) -> DossierName? {
        attempt { cursor in
            let start = cursor.position
            guard let thousands = cursor.takeNumber() else { return nil }
            let hasSeparator =
                cursor.take(".") || (labelled && cursor.take("-")) || cursor.takeSpace(lineEnds: labelled ? 2 : 1)
            guard hasSeparator, cursor.digitCount == 3, let rest = cursor.takeNumber() else { return nil }
            let value = thousands * 1000 + rest
            guard labelled || ((10_000...49_999).contains(value) && !cursor.byte.isLower) else { return nil }
            let number = cursor.string(start..<start + 2, cursor.position - 3..<cursor.position)
            return DossierName(number: number, value: value, isImpossible: !(1...49_999).contains(value))
        }
    }

    /// Takes a dossier of the years before five digits were reached, spelled with a space: `9 400`.
    mutating func takeOldDossierNumber() -> DossierName? {
        attempt { cursor in
            let start = cursor.position
            guard cursor.digitCount == 1, cursor.byte != UInt8(ascii: "0") else { return nil }
            cursor.position += 1
            guard cursor.takeSpace(lineEnds: 0), cursor.digitCount == 3 else { return nil }
            cursor.position += 3
            return DossierName(
                number: cursor.string(start..<start + 1, cursor.position - 3..<cursor.position))
        }
    }

    /// Takes a household dossier of the Eerste Kamer, whose number is Roman: `CXLVIII`.
    ///
    /// These count from LX or so upward; smaller numerals name chapters and much else.
    mutating func takeRomanDossier() -> DossierName? {
        let length = capitalCount
        guard length >= 3, !self[length].isLetterOrDigit,
            let value = romanValue(bytes[position..<position + length]), value >= 40
        else { return nil }
        position += length
        return DossierName(number: string(position - length..<position))
    }

    /// Takes a household dossier of any number where chamber and session year stand before it: `C` in
    /// `Kamerstukken I 2012/13, C, Z`.
    mutating func takeShortRomanDossier() -> DossierName? {
        attempt { cursor in
            let start = cursor.position
            let length = cursor.capitalCount
            guard length > 0, romanValue(cursor.bytes[start..<start + length]) != nil else { return nil }
            cursor.position += length
            let isFollowed = cursor.sees { next in
                guard next.take(","), next.takeSpace() else { return false }
                _ = next.takeNumberLabel()
                return (1...2).contains(next.capitalCount) && !next[next.capitalCount].isLetterOrDigit
            }
            return isFollowed ? DossierName(number: cursor.string(start..<start + length)) : nil
        }
    }
}
