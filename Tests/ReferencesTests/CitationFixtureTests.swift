import References
import Testing

/// Every row of the collected citations, read by the scanner.
@Suite struct CitationFixtureTests {
    /// Rows that the scanner is not meant to read, with the reason.
    static let exempt: [String: String] = [
        "self:header": "the head of a letter spreads dossier and number over lines; the letter's parser reads it",
        "query:aanhangselnummer": "nine digits mean a question only where somebody types them",
    ]

    static let scanned = CitationCase.all.filter { row in
        !exempt.keys.contains { row.kind.hasPrefix($0) } && !row.kind.hasPrefix("query")
            && !row.kind.hasPrefix("short:")
    }

    @Test func theFixtureIsThere() {
        #expect(CitationCase.all.count == 232)
    }

    @Test(arguments: scanned)
    func rowGivesItsIDs(row: CitationCase) {
        let found = ReferenceScanner().references(in: row.text)
        #expect(found.flatMap(\.targets).map(\.rawValue) == row.ids)
        if row.kind.hasPrefix("neg:"), row.kind != "neg:truncated-no-number", row.kind != "neg:truncated" {
            #expect(found.isEmpty)
        }
    }
}
