/// The second schema: abbreviations, what else the head says and what says it, the depth of list items.
///
/// All of it counts in a letter's hash only where it is there, so that letters saved before keep theirs; they have none of
/// it until their files are read again.
enum SchemaVersion2 {
    static let statements = [
        """
        CREATE TABLE abbreviation (         -- a short form that the letter itself explains
            letter_key INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
            position INTEGER NOT NULL,
            short_form TEXT NOT NULL,       -- as defined, without the ending of a plural: swv
            long_form TEXT NOT NULL,        -- samenwerkingsverband
            byte INTEGER NOT NULL,          -- of the short form: offset in the file, from 0
            line INTEGER NOT NULL,          -- line in the file, from 1
            column INTEGER NOT NULL,        -- column in its line, in Unicode scalars from 1
            page INTEGER NOT NULL,          -- page of the letter, from 1
            PRIMARY KEY (letter_key, position)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX abbreviation_by_short_form ON abbreviation (short_form COLLATE NOCASE)",
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
        "ALTER TABLE block ADD COLUMN level INTEGER /* depth of a list item, from 1; NULL for every other kind */",
    ]
}
