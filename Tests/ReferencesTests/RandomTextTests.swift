import TestSupport
import Testing

@testable import References

/// What must hold of any bytes whatever.
@Suite struct RandomTextTests {
    private static let fragments = [
        "Kamerstuk", "Kamerstukken II", " 31 497", ", nr. ", "nrs. ", "391", "35 300 VIII", "2019/20", " en ", ", ",
        "; ",
        "(", ")", "-", "–", "\n", "\n\n", "\u{a0}", "bijlage bij ", "t.v.v. ", "Handelingen", "Aanhangsel", ", item 3",
        "p. 5", "99999999999999999999", "0", "[xxx]", "ECLI:NL:HR:2001:AB1838", "https://", "kst-", "31497-408",
        "Stb. ", "Stcrt. nr. 4 van 3 mei 2001", "n°. ", "F 173", "hierna: ", "verder te noemen ", "artikelen 3 en 4 ",
        " BW",
        "COM(2021)", "Verordening (EU) ", "2016/679", "BWBR0005537", "CXLVIII", ", A", "M", "…", "t/m", "2020Z19073",
        "€", "Idem", "t.a.p. ", "zie noot 3", "(hierna: Naam)", "Naam ", "genoemde brief ", "\n3 ", "motie ",
        "de leden Rog", " en Van Meenen", " c.s.", " is hiermee afgedaan. ", "toezegging ", "gestand",
        "mijn brief van 2 mei 2021",
        "artikel 24 ", "van de WEC", "Leerplichtwet", "LJN AB1234", "31 497 Titel\n\nNr. 4 BRIEF", "«", "é",
    ]

    private func check(_ bytes: [UInt8], _ comment: Comment) {
        let findings = ReferenceScanner().findings(in: bytes)
        let (found, steps) = (findings.references, findings.steps)
        var end = 0
        for reference in found {
            let range = reference.range
            #expect(range.lowerBound >= end && range.upperBound <= bytes.count && !range.isEmpty, comment)
            #expect(reference.raw == String(decoding: bytes[range], as: UTF8.self), comment)
            #expect((0...1).contains(reference.confidence), comment)
            end = range.upperBound
            for target in reference.targets { #expect(PaperID(target.rawValue) == target, "\(target), \(comment)") }
        }
        #expect(steps <= 200 * bytes.count + 200, comment)
        checkReader(bytes, comment)
    }

    /// The same of what is resolved: references in order and apart, sentences within the text.
    private func checkReader(_ bytes: [UInt8], _ comment: Comment) {
        var reader = TextReader(options: ReferenceScanner.Options(laws: true, addresses: true))
        let found = reader.read(bytes)
        var end = 0
        for reference in found.references {
            #expect(reference.range.lowerBound >= end && reference.range.upperBound <= bytes.count, comment)
            #expect(reference.candidates.isEmpty || reference.targets.isEmpty, comment)
            end = reference.range.upperBound
        }
        for status in found.statuses {
            #expect(status.range.upperBound <= bytes.count && !status.range.isEmpty, comment)
        }
    }

    @Test func rangesAreValidAndTargetsCanonical() {
        let seed = UInt64.random(in: 0 ... .max)
        print("RandomTextTests seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        for round in 0..<4000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<30, using: &generator) {
                if Int.random(in: 0..<8, using: &generator) == 0 {
                    bytes.append(UInt8.random(in: 0 ... .max, using: &generator))
                } else {
                    bytes += Array((Self.fragments.randomElement(using: &generator) ?? "").utf8)
                }
            }
            check(bytes, "seed \(seed), round \(round)")
        }
        for row in CitationCase.all {
            var bytes = Array(row.text.utf8)
            for _ in 0..<20 where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0 ... .max, using: &generator)
                case 1: bytes.remove(at: index)
                default: bytes.insert(bytes[index], at: index)
                }
                check(bytes, "seed \(seed), line \(row.line)")
            }
        }
    }

    /// Texts built to make a careless grammar read the same bytes again and again.
    @Test(arguments: [
        "Kamerstuk ", "1", "1 ", "31 ", "31 497 ", "31 497, ", "31 497 en ", "31497,", "Kamerstuk 31 497, ", " ", "\n",
        "\u{a0}", "Kamerstukken II 2019/20, ", "2019/20, ", "nr. ", "nr. 1, ", "(", "bijlage bij ", "Handelingen II ",
        "I", "X", "C", "-", "31-", "31497-", "https://a", "kst-", "a-", "t.v.v. ", "TK ", "EU:C:", "p. 1, ",
        "Kamerstuk 31 497, nr. 1, p. 1, ", "Verordening (EU, ", "Stb. 2021, ", "Stb. 2021, 1, ",
        "(Stb. 4) ", "Wet (Stb. 4", "/EEG) ", "(79/409/EEG) ", "Richtlijn (79/409/EEG, ", "COM(95) 4, 5, ",
    ])
    func workGrowsWithTheText(piece: String) {
        let short = ReferenceScanner().findings(in: Array(String(repeating: piece, count: 500).utf8)).steps
        let long = ReferenceScanner().findings(in: Array(String(repeating: piece, count: 4000).utf8)).steps
        #expect(long <= 9 * short + 1000, "\(piece): \(short), \(long)")
    }
}
