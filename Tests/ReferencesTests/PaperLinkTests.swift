import References
import TestSupport
import Testing

/// What the target of a link names: the attribute of an official XML file or the address in a web page.
@Suite struct PaperLinkTests {
    @Test(arguments: [
        ("kst-28844-266", "kst-28844-266"), ("dossier/36600-XXIII", "dossier-36600-XXIII"),
        ("https://zoek.officielebekendmakingen.nl/kst-31497-408.html", "kst-31497-408"),
        ("/kst-31497-408.pdf", "kst-31497-408"),
    ])
    func theTargetOfALinkNamesItsPaper(target: String, id: String) {
        #expect(PaperID(link: target)?.rawValue == id)
    }

    @Test(arguments: [
        "", " ", "-", "#", "/", "#noot-1", "mailto:x@example.nl", "https://www.rijksoverheid.nl/", "%", "é",
    ])
    func aLinkMayNameNoPaper(target: String) { #expect(PaperID(link: target) == nil) }

    @Test func anyTargetGivesACanonicalIDOrNone() {
        let seed = UInt64.random(in: 0 ... .max)
        print("PaperLinkTests seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "kst-", "31497-408", "-", "/", "https://", "dossier/", "36600-XXIII", ".html", "eli/", "reg/2016/679",
            "celex:", "32016R0679", "BWBR0005537", "ECLI:NL:HR:2001:AB1838", "?id=", "2020Z19073", "#", " ", "\n", "é",
            "9",
        ]
        for _ in 0..<5_000 {
            let count = Int.random(in: 0..<7, using: &generator)
            let target = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            if let id = PaperID(link: target) { #expect(PaperID(id.rawValue) == id, "\(target), seed \(seed)") }
        }
    }
}
