/// The third schema: what else the head of a letter says, and what says it.
///
/// All of it counts in a letter's hash only where it is there, so that letters saved before keep theirs.
enum SchemaVersion3 {
    static let statements = [
        // SQLite puts the new column before the comment of the last one, so its own comment has to end.
        "ALTER TABLE letter ADD COLUMN reference TEXT /* under which the sender keeps it: 2018-0000118244 */",
        "ALTER TABLE letter ADD COLUMN your_reference TEXT /* of what it answers, as printed */",
        "ALTER TABLE letter ADD COLUMN annex_count INTEGER /* annexes that the head announces */",
        """
        CREATE TABLE annex (                -- an annex in the letter's own file
            \(SchemaVersion1.owner)
            position INTEGER NOT NULL,
            number TEXT,                    -- 1, A; NULL for the only one
            title TEXT,
        \(SchemaVersion1.place)
            PRIMARY KEY (letter_key, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE head_origin (          -- what says a part of the head, and where
            \(SchemaVersion1.owner)
            position INTEGER NOT NULL,
            field TEXT NOT NULL,            -- chamber, date, signatories …
            source TEXT NOT NULL,           -- head, footer, signature, option or id
        \(SchemaVersion1.place)
            PRIMARY KEY (letter_key, position)
        ) STRICT, WITHOUT ROWID
        """,
    ]
}
