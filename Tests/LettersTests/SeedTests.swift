import Letters
import References
import TestSupport
import Testing

/// The five seeds against what a reader found in them.
@Suite struct SeedTests {
    static let seeds = ["000", "001", "002", "003", "004"]

    private func letter(_ seed: String) throws -> Letter {
        LetterParser().parse(try SourceText.read(path: Fixture.seed(seed)))
    }

    @Test(arguments: seeds)
    func everyMarkerStandsWhereItIsAndHangsOnItsWord(seed: String) throws {
        let found = try letter(seed).markers.map { "\($0.note) \($0.place.line):\($0.place.column) \($0.before)" }
        let truth = try Truth.seed(seed).markers.map { "\($0.note) \($0.line):\($0.column) \($0.before)" }
        #expect(differences(found, from: truth) == [])
    }

    @Test(arguments: seeds)
    func everyNoteBodyIsReadWhole(seed: String) throws {
        let found = try letter(seed).footnotes.map { "\($0.number) @\($0.place.line) \($0.isComplete) \($0.text.text)" }
        let truth = try Truth.seed(seed).footnotes.map { "\($0.number) @\($0.line) \($0.complete) \($0.text)" }
        #expect(differences(found, from: truth) == [])
    }

    @Test(arguments: seeds)
    func everyHeadingIsFoundAndNothingElseIsOne(seed: String) throws {
        let found = try letter(seed).sections.compactMap { section in
            section.heading.map { "\($0.start?.line ?? 0) \(section.label ?? "-") \($0.text)" }
        }
        let truth = try Truth.seed(seed).headings.map { "\($0.line) \($0.label ?? "-") \($0.text)" }
        #expect(differences(found, from: truth) == [])
    }

    @Test(arguments: seeds)
    func everyMentionNamesItsPapers(seed: String) throws {
        let letter = try letter(seed)
        let found = letter.mentions.map { mention -> String in
            let note: Int? =
                if case .footnote(let index) = mention.container { letter.footnotes[index].number } else { nil }
            return
                "\(mention.place.line) \(note ?? 0) \(mention.reference.targets.map(\.rawValue)) \(mention.reference.relation.rawValue)"
        }
        let truth = try Truth.seed(seed).references.map {
            "\($0.line) \($0.footnote ?? 0) \($0.targets) \($0.relation)"
        }
        #expect(differences(found, from: truth) == [])
    }

    @Test(arguments: seeds)
    func theHeadSaysWhatTheTextSays(seed: String) throws {
        let letter = try letter(seed)
        let truth = try Truth.seed(seed).identity
        #expect(letter.identity.origin.rawValue == truth.from ?? "contentHash")
        if let id = truth.id { #expect(letter.id.rawValue == id) }
        #expect(letter.head.chamber?.rawValue == truth.chamber)
        #expect(letter.head.sessionYear == truth.sessionYear)
        #expect(letter.head.dossiers.map(\.number) == truth.dossiers.map(\.number))
        #expect(letter.head.dossiers.map(\.title) == truth.dossiers.map(\.title))
        #expect(letter.head.number == truth.number)
        #expect(letter.head.date == truth.date)
        #expect(letter.head.place == truth.place)
        #expect(letter.head.signatories.map(\.role) == truth.signatories.map(\.role))
        #expect(letter.head.signatories.map(\.name) == truth.signatories.map(\.name))
        #expect(try letter.pages == Truth.seed(seed).pages)
    }

    @Test(arguments: seeds)
    func everyWordBrokenOverALineIsWholeAgain(seed: String) throws {
        let letter = try letter(seed)
        let text = letter.allTexts.joined(separator: "\n")
        for hyphen in try Truth.seed(seed).hyphens {
            #expect(text.contains(hyphen.result), "line \(hyphen.line): \(hyphen.left)-|\(hyphen.right ?? "")")
        }
    }

    @Test(arguments: seeds)
    func theWordThatEveryOtherToolMissesIsCountedInFull(seed: String) throws {
        let text = try letter(seed).allTexts.joined(separator: "\n").lowercased()
        let count = text.split(separator: "basisondersteuning", omittingEmptySubsequences: false).count - 1
        #expect(try count == Truth.seed(seed).occurrences["basisondersteuning"])
    }

    @Test(arguments: ["000", "002"])
    func blocksStandUnderTheirHeadings(seed: String) throws {
        let letter = try letter(seed)
        let truth = try Truth.seed(seed).sections.orThrow("sections of \(seed)")
        let found = letter.sections.map { section in
            [section.heading?.text ?? "-"]
                + section.blocks.map {
                    "\($0.kind.rawValue) \($0.label ?? "-") \($0.text.text.prefix(40))…\($0.text.text.suffix(30))"
                }
        }
        let expected = truth.map { section in
            [section.heading ?? "-"] + section.blocks.map { "\($0.type) \($0.label ?? "-") \($0.start)…\($0.end)" }
        }
        #expect(differences(found.flatMap { $0 }, from: expected.flatMap { $0 }) == [])
    }
}

extension Letter {
    /// Every piece of cleaned text, headings and notes included, in the order of the model.
    var allTexts: [String] {
        sections.flatMap { [$0.heading?.text].compactMap { $0 } + $0.blocks.map(\.text.text) }
            + footnotes.map(\.text.text)
    }
}
