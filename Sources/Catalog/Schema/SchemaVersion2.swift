/// The second schema: abbreviations. Letters saved before have none until they are read again.
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
    ]
}
