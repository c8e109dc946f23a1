import References
import Testing

@Suite struct ShortFormResolverTests {
    /// Targets of each note, read in order from note 1.
    private func targets(_ notes: [String]) -> [[String]] { read(notes).map { $0.flatMap(\.targets).map(\.rawValue) } }

    private func read(_ notes: [String]) -> [[Reference]] {
        var resolver = ShortFormResolver()
        return notes.enumerated().map { index, text in
            resolver.references(in: text, note: index + 1)
        }
    }

    @Test func idemRepeatsTheReferenceBefore() {
        let notes = read(["Kamerstuk 31 497, nr. 371, p. 5", "Idem, p. 9", "Ibid."])
        #expect(notes[1].flatMap(\.targets) == [PaperID(canonical: "kst-31497-371")])
        #expect(notes[1].first?.relation == .idem)
        #expect(notes[1].first?.raw == "Idem")
        #expect(notes[2].flatMap(\.targets) == [PaperID(canonical: "kst-31497-371")])
    }

    @Test func anUnrecognisedSourceInBetweenResets() throws {
        let notes = read(["Kamerstuk 31 497, nr. 371", "Monitor Oberon (2020)", "Ibid., p. 4"])
        let ibid = try #require(notes[2].first)
        #expect(ibid.targets.isEmpty)
        #expect(ibid.warnings == [.ambiguous])
        #expect(targets(["Kamerstuk 31 497, nr. 371; Oberon, Monitor passend onderwijs", "Idem"])[1] == [])
    }

    @Test func severalCandidatesAreNamedAndFlagged() {
        let notes = read(["Kamerstuk 31 497, nrs. 371 en 386", "Idem"])
        #expect(notes[1].first?.warnings == [.ambiguous])
        #expect(notes[1].flatMap(\.targets).isEmpty)
        #expect(notes[1].first?.candidates.map(\.rawValue) == ["kst-31497-371", "kst-31497-386"])
    }

    @Test func aNumberedNoteIsFoundAgain() {
        let notes = [
            "Kamerstuk 31 497, nr. 371", "Handelingen II 2019/20, nr. 46, item 31", "Zie noot 1, p. 3", "Zie noot 9",
        ]
        #expect(targets(notes) == [["kst-31497-371"], ["h-tk-20192020-46-31"], ["kst-31497-371"], []])
    }

    @Test func idemWithinASentenceIsAWord() {
        #expect(read(["Kamerstuk 31 497, nr. 371 geldt idem dito"])[0].count == 1)
    }

    @Test func shortRowsOfTheFixture() {
        for row in CitationCase.all where row.kind.hasPrefix("short:") {
            var resolver = ShortFormResolver()
            let lines = row.text.split(separator: "\n").map(String.init)
            let found = lines.flatMap {
                resolver.references(in: $0)
            }
            #expect(found.flatMap(\.targets).map(\.rawValue) == row.ids)
        }
    }
}
