import Letters
import References
import Testing

@testable import Catalog

/// Several files that hold one letter in different forms: the best is read, the others are noted.
@Suite struct WitnessTests {
    private let store: TemporaryCatalog
    private var catalog: LetterCatalog { store.catalog }

    init() throws { store = try TemporaryCatalog() }

    private func form(_ format: SourceInfo.Format, _ path: String, of id: String = "kst-1-1") -> Sample {
        var sample = sample(id, path: path, text: "De school om de hoek, in \(path).")
        sample.letter.source.format = format
        return sample
    }

    private func outcome(_ sample: Sample) throws -> SaveOutcome? { try catalog.save([sample.entry]).first }

    private func witnesses() throws -> [String] {
        try catalog.witnesses(of: "kst-1-1").map { "\($0.format) \($0.named)" }
    }

    @Test func aPoorerFormIsNotedAndChangesNoLetter() throws {
        #expect(try outcome(form(.xml, "b.xml")) == .saved)
        #expect(try outcome(form(.text, "a.txt")) == .witness)
        #expect(try outcome(form(.pdf, "c.pdf")) == .witness)
        #expect(try catalog.revision == 1)
        #expect(try catalog.letter(id: "kst-1-1") == form(.xml, "b.xml").letter)
        #expect(try witnesses() == ["text a.txt", "pdf c.pdf"])
        #expect(try catalog.letter(witnessedBy: "a.txt") == "kst-1-1")
        #expect(try catalog.letter(witnessedBy: "b.xml") == nil)
        #expect(try catalog.fileState(path: "a.txt") == form(.text, "a.txt").state)
        #expect(try catalog.paths() == ["a.txt", "b.xml", "c.pdf"])
        #expect(try catalog.paths(of: "kst-1-1") == ["b.xml"])
        #expect(try catalog.summaries().map { $0.witnesses.map(\.named) } == [["a.txt", "c.pdf"]])
        #expect(try catalog.check() == [])
    }

    @Test func aBetterFormTakesThePlaceOfThePoorerOne() throws {
        for form in [form(.text, "a.txt"), form(.pdf, "c.pdf"), form(.html, "d.html"), form(.legacyXML, "e.xml")] {
            #expect(try outcome(form) == .saved)
        }
        #expect(try catalog.letter(id: "kst-1-1") == form(.legacyXML, "e.xml").letter)
        #expect(try witnesses() == ["text a.txt", "pdf c.pdf", "html d.html"])
        #expect(try catalog.changes(since: 3).saved == ["kst-1-1"])
        #expect(try catalog.check() == [])
    }

    @Test func twoFilesOfOneFormAndOtherContentAreStillReported() throws {
        #expect(try outcome(form(.pdf, "a.pdf")) == .saved)
        guard case .refused(.identityTaken) = try outcome(form(.pdf, "b.pdf")) else {
            Issue.record("two letters of one id and form")
            return
        }
        #expect(try witnesses() == [])
    }

    @Test func aLetterThatIsReadAgainKeepsItsWitnesses() throws {
        try catalog.save(form(.xml, "b.xml"))
        try catalog.save(form(.text, "a.txt"))
        var newer = form(.xml, "b.xml")
        newer.letter.head.title = "Nieuwer"
        #expect(try outcome(newer) == .saved)
        #expect(try witnesses() == ["text a.txt"])
    }

    @Test func aWitnessThatBecomesAnotherLetterIsNoneAnyMore() throws {
        try catalog.save(form(.xml, "b.xml"))
        try catalog.save(form(.text, "a.txt"))
        #expect(try outcome(form(.text, "a.txt", of: "kst-2-2")) == .saved)
        #expect(try witnesses() == [])
        #expect(try catalog.ids() == ["kst-1-1", "kst-2-2"])
    }

    @Test func aLetterOfItsOwnThatTurnsOutToBeAWitnessGoes() throws {
        try catalog.save(form(.text, "a.txt", of: "kst-2-2"))
        try catalog.save(form(.xml, "b.xml"))
        #expect(try outcome(form(.text, "a.txt")) == .witness)
        #expect(try catalog.ids() == ["kst-1-1"])
        #expect(try witnesses() == ["text a.txt"])
        #expect(try catalog.changes(since: 2).removed == ["kst-2-2"])
    }

    @Test func witnessesAreForgottenWithTheirFileOrTheirLetter() throws {
        try catalog.save(form(.xml, "b.xml"))
        try catalog.save(form(.text, "a.txt"))
        try catalog.save(form(.pdf, "c.pdf"))
        #expect(try catalog.remove(paths: ["a.txt"]) == 1)
        #expect(try witnesses() == ["pdf c.pdf"])
        #expect(try catalog.revision == 1)
        #expect(try catalog.remove(paths: ["b.xml"]) == 1)
        // To be read again: it is the best form now.
        #expect(try catalog.fileState(path: "c.pdf") == nil)
    }

    @Test func aFileIsNotedAsWitnessWithoutBeingRead() throws {
        try catalog.save(form(.xml, "b.xml"))
        try catalog.save(form(.text, "a.txt", of: "sha256-0123456789abcdef"))
        let witness = Witness(file: form(.text, "a.txt").state, named: "a.txt", format: .text)
        #expect(try catalog.note([(witness, "kst-1-1"), (witness, "kst-9-9")]) == [true, false])
        #expect(try witnesses() == ["text a.txt"])
        #expect(try catalog.ids() == ["kst-1-1"])
        #expect(try catalog.check() == [])
    }
}
