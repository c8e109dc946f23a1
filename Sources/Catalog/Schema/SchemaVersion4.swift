/// The fourth schema: what cells of tables span, and the files that hold a letter in another form than the one read.
///
/// As in the second, letters saved before keep their hash, and have none of it until their files are read again.
enum SchemaVersion4 {
    static let statements = [
        "ALTER TABLE block ADD COLUMN spans TEXT /* wide cells of a table: JSON, arrays of row, column, rows, columns */",
        """
        CREATE TABLE witness (              -- a file with another form of a letter than the one that was read
            path TEXT PRIMARY KEY,
            \(SchemaVersion1.owner)
            named TEXT NOT NULL,            -- the path as the user named it
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL,      -- nanoseconds since 1970
            sha256 TEXT NOT NULL,
            format TEXT NOT NULL            -- text, html, xml, legacyXML or pdf
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX witness_by_letter ON witness (letter_key)",
    ]
}
