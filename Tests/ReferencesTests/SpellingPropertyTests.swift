import TestSupport
import Testing

@testable import References

/// What must hold of any id in any of its official spellings.
@Suite struct SpellingPropertyTests {
    /// Ids at random, each with the texts that cite it.
    private struct Cited {
        var id: String
        var spellings: [String]

        init(using generator: inout SeededGenerator) {
            func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
            func pick<Element>(_ list: [Element]) -> Element { list[number(0...list.count - 1)] }
            let first = number(1970...2030)
            let short = (first + 1) % 100
            let year = pick([
                "\(first)/\(short == 0 ? "\(first + 1)" : short < 10 ? "0\(short)" : "\(short)")",
                "\(first)-\(first + 1)", "\(first)–\(first + 1)", "\(first)/\(first + 1)",
            ])
            let years = "\(first)\(first + 1)"
            switch number(0...7) {
            case 0...2:
                let dossier = number(10_001...37_999)
                let printed = pick(["\(dossier)", "\(dossier / 1000) \(Self.padded(dossier % 1000))"])
                let chapter = pick([nil, nil, "VIII", "IIB", "XVI", "IXA", "M"])
                let suffix = chapter.map { "-\($0)" } ?? ""
                let name = printed + (chapter.map { pick([" ", "-"]) + $0 } ?? "")
                let paper = number(1...9_999)
                id = "kst-\(dossier)\(suffix)-\(paper)"
                spellings = [
                    "Kamerstuk \(name), nr. \(paper)", "Kamerstukken II \(year), \(name), nr. \(paper)",
                    "(\(name), nr. \(paper))", "Kamerstukken II, \(name), nr. \(paper), p. 3-5",
                    "bijlage bij Kamerstuk \(name), nr. \(paper)", "TK \(year), \(name), nr. \(paper)",
                    "Tweede Kamer, vergaderjaar \(year), \(name), nr. \(paper)",
                    PaperID(canonical: id).citation(sessionYear: "\(first)-\(first + 1)"), id,
                ]
            case 3:
                let dossier = number(10_001...37_999)
                let paper = pick(["A", "B", "G", "Z", "AA", "AB", "BK"])
                id = "kst-\(dossier)-\(paper)"
                spellings = [
                    "Kamerstukken I \(year), \(dossier), \(paper)", "Kamerstukken I \(year), \(dossier), nr. \(paper)",
                    "(\(dossier), \(paper))", PaperID(canonical: id).citation(sessionYear: "\(first)-\(first + 1)"), id,
                ]
            case 4:
                let (sitting, item) = (number(1...110), number(1...60))
                id = "h-tk-\(years)-\(sitting)-\(item)"
                spellings = [
                    "Handelingen II \(year), nr. \(sitting), item \(item)", PaperID(canonical: id).citation(), id,
                ]
            case 5:
                let question = number(1...3_999)
                id = "ah-tk-\(years)-\(question)"
                spellings = [
                    "Aanhangsel Handelingen II \(year), nr. \(question)",
                    "Aanhangsel van de Handelingen, vergaderjaar \(year), nr. \(question)", id,
                ]
            case 6:
                let (gazette, paper) = (pick(["Stb", "Stcrt", "Trb"]), number(1...999))
                id = "\(gazette.lowercased())-\(first)-\(paper)"
                spellings = ["\(gazette). \(first), \(paper)", "\(gazette). \(first), nr. \(paper)", id]
            default:
                let paper = number(1...999)
                id = "com-\(first)-\(paper)"
                spellings = ["COM(\(first)) \(paper)", "COM(\(first)) \(paper) final", id]
            }
        }

        private static func padded(_ number: Int) -> String { String("00\(number)".suffix(3)) }
    }

    private func ids(_ text: String) -> [String] {
        ReferenceScanner().references(in: text).flatMap(\.targets).map(\.rawValue)
    }

    private func eachSpelling(_ check: (String, String, inout SeededGenerator, Comment) -> Void) {
        let seed = UInt64.random(in: 0 ... .max)
        print("SpellingPropertyTests seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let cited = Cited(using: &generator)
            for text in cited.spellings { check(cited.id, text, &generator, "seed \(seed): \(text.debugDescription)") }
        }
    }

    @Test func anyIDInAnyOfficialSpellingReadsBack() {
        eachSpelling { id, text, _, comment in
            #expect(ids(text) == [id], comment)
            #expect(ids("Zie hiervoor \(text).") == [id], comment)
            #expect(PaperID(id)?.rawValue == id, comment)
        }
    }

    /// Every space between tokens may be any other white space; within an id or behind `nr` there is none to change.
    @Test func lineBreaksAndWideSpacesChangeNothing() {
        let spaces = ["\n", " \n", "\n\n", "\u{a0}", "\u{2009}", "\u{202f}", "  ", "\r\n", "\t"]
        eachSpelling { id, text, generator, comment in
            var changed = ""
            // A dossier's number may be broken over a line, but not by a blank one, which parts two numbers.
            for (index, character) in text.enumerated() {
                let isSpace = character == " "
                let isInNumber = isSpace && Self.isBetweenDigits(text, index)
                let choices = isInNumber ? spaces.filter { $0 != "\n\n" } : spaces
                changed += isSpace ? choices.randomElement(using: &generator) ?? " " : String(character)
            }
            #expect(ids(changed) == [id], comment)
        }
    }

    private static func isBetweenDigits(_ text: String, _ index: Int) -> Bool {
        let bytes = Array(text.unicodeScalars)
        guard index > 0, index + 1 < bytes.count else { return false }
        return ("0"..."9").contains(bytes[index - 1]) && ("0"..."9").contains(bytes[index + 1])
    }

    /// The grammar needs no digit in three places only: short forms (`Idem`), household dossiers of the Eerste Kamer,
    /// whose numbers are Roman and papers letters (`CXLVIII, A`), and a label at which the text breaks off.
    @Test func textWithoutDigitsGivesNothing() {
        let seed = UInt64.random(in: 0 ... .max)
        print("SpellingPropertyTests seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let words = [
            "Kamerstuk", "Kamerstukken II", "Kamerstukken I", "nr.", "nrs.", "Handelingen II", "item", "Aanhangsel",
            "Stb.",
            "Trb.", "de", "motie", "van het lid", "Rog", "VIII", "M", ",", ";", "(", ")", "bijlage bij", "t.v.v.", "AA",
            "ECLI:NL:HR:", "COM()", "Verordening (EU)", "BWBR", "kst-", "TK", "EK", "dossier", "LJN", "afgedaan", "\n",
            "\u{a0}",
        ]
        for round in 0..<4_000 {
            let count = Int.random(in: 1...20, using: &generator)
            var text = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
            // A word behind it, so that the text does not break off at a label.
            text += " einde van de brief."
            #expect(ReferenceScanner().references(in: text).isEmpty, "seed \(seed), round \(round): \(text)")
        }
        #expect(ids("(CXLVIII, A)") == ["kst-CXLVIII-A"])
    }

    @Test func idsOfAnyShapeSurviveCodingAndKeepTheirOrder() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("SpellingPropertyTests seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let signs = Array("kst-0123456789 ABCé\"\\\n/:_").map(String.init)
        let ids = (0..<500).map { _ in
            PaperID(
                canonical: (0..<Int.random(in: 0...20, using: &generator))
                    .map { _ in signs.randomElement(using: &generator) ?? "" }.joined())
        }
        #expect(try Coded.decoded(Coded.encoded(ids)) == ids, "seed \(seed)")
        let sorted = ids.sorted()
        #expect(zip(sorted, sorted.dropFirst()).allSatisfy { !($1 < $0) }, "seed \(seed)")
    }
}
