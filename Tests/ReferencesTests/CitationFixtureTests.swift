import References
import Testing

/// Every row of the collected citations and of our own, read as a text.
@Suite struct CitationFixtureTests {
    /// Whether a row is what somebody types in a search, which `PaperID(spelling:)` reads.
    private static func isTyped(_ row: CitationCase) -> Bool { row.kind.hasPrefix("query") }

    @Test func theFixturesAreThere() {
        #expect(CitationCase.collected.count == 232)
        #expect(CitationCase.described.count >= 75)
        #expect(CitationCase.described.count + CitationCase.written.count >= 150)
        #expect(CitationCase.reported.count >= 60)
    }

    @Test(arguments: CitationCase.all.filter { !isTyped($0) })
    func rowGivesItsIDs(row: CitationCase) {
        var reader = TextReader()
        let found = reader.read(Array(row.text.utf8)).references
        #expect(found.flatMap(\.targets).map(\.rawValue) == row.ids)
        if row.kind.hasPrefix("neg:"), row.kind != "neg:truncated-no-number", row.kind != "neg:truncated" {
            #expect(found.isEmpty)
        }
        // Only heads and feet of pages name the paper itself.
        let isOwn = row.kind.hasPrefix("self:")
        #expect(found.allSatisfy { ($0.relation == .own) == isOwn })
    }

    @Test(arguments: CitationCase.all.filter { isTyped($0) })
    func typedRowGivesItsID(row: CitationCase) {
        #expect(PaperID(spelling: row.text).map { [$0.rawValue] } == row.ids)
    }
}
