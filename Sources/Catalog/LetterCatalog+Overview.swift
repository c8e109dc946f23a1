internal import GRDB
public import Letters
public import References

/// A line of the list of letters.
public struct LetterSummary: Hashable, Sendable {
    public let id: PaperID
    /// ISO 8601.
    public let date: String?
    public let title: String?
    /// As the user named it.
    public let path: String
    /// Words of headings, blocks and notes.
    public let words: Int
    public let footnotes: Int
    /// Mentions of papers, with duplicates.
    public let references: Int
    /// Of the file that was read.
    public let format: SourceInfo.Format
    /// Other forms of the letter.
    public let witnesses: [Witness]
}

/// Sums over all letters.
public struct CatalogCounts: Hashable, Sendable {
    public var letters = 0
    public var files = 0
    public var words = 0
    public var sections = 0
    public var blocks = 0
    public var footnotes = 0
    public var markers = 0
    public var mentions = 0
    /// Papers named by mentions, each mention counted.
    public var targets = 0
    /// Those of them that are letters of the catalog.
    public var targetsInCatalog = 0
    public var diagnostics = 0
    public var sourceBytes = 0
    /// Of the sources as they are kept.
    public var compressedBytes = 0
}

extension LetterCatalog {
    /// All letters, ascending by id.
    public func summaries() throws(CatalogError) -> [LetterSummary] {
        try read { db in
            let sql = """
                SELECT id, date, title, path, word_count, footnote_count, mention_count, format, letter_key,
                    letter_key IN (SELECT letter_key FROM witness)
                FROM letter ORDER BY id
                """
            let cursor = try Row.fetchCursor(db, sql: sql)
            var summaries: [LetterSummary] = []
            while let row = try cursor.next() {
                var fields = RowFields(Array(row.databaseValues), table: "letter")
                summaries.append(
                    LetterSummary(
                        id: PaperID(canonical: try fields.text()), date: try fields.optionalText(),
                        title: try fields.optionalText(), path: try fields.text(), words: try fields.int(),
                        footnotes: try fields.int(), references: try fields.int(),
                        format: try fields.name(SourceInfo.Format.self), witnesses: try db.witnesses(from: &fields)))
            }
            return summaries
        }
    }

    public func counts() throws(CatalogError) -> CatalogCounts {
        try read { db in
            func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT \(sql)") ?? 0 }
            func sum(_ column: String) throws -> Int { try number("total(\(column)) FROM letter") }
            return CatalogCounts(
                letters: try number("count(*) FROM letter"), files: try number("count(*) FROM file"),
                words: try sum("word_count"), sections: try sum("section_count"), blocks: try sum("block_count"),
                footnotes: try sum("footnote_count"), markers: try sum("marker_count"),
                mentions: try sum("mention_count"), targets: try number("count(*) FROM mention_target"),
                targetsInCatalog: try number(
                    "count(*) FROM mention_target WHERE target IN (SELECT id FROM letter UNION SELECT id FROM alias)"),
                diagnostics: try number("count(*) FROM diagnostic"), sourceBytes: try sum("bytes"),
                compressedBytes: try number("coalesce(sum(length(zstd)), 0) FROM source"))
        }
    }
}
