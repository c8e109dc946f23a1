/// The third schema: what letters call the papers that they cite, what they say has become of them, and letters that
/// they name by their dates.
///
/// As in the second, letters saved before keep their hash, and have none of it until their files are read again.
enum SchemaVersion3 {
    static let statements = [
        "ALTER TABLE mention ADD COLUMN session_year TEXT /* that the citation names: 2020-2021 */",
        "ALTER TABLE mention ADD COLUMN candidates TEXT /* of a short form without target: JSON array; NULL if none */",
        "ALTER TABLE mention ADD COLUMN motion TEXT /* what the text calls the paper: motie, amendement, toezegging … */",
        "ALTER TABLE mention ADD COLUMN movers TEXT /* of that motion: JSON array; NULL if none */",
        "ALTER TABLE mention ADD COLUMN has_other_movers INTEGER /* 1 for c.s.; NULL where there is no motion */",
        "ALTER TABLE mention ADD COLUMN article TEXT /* that is named of a law: 4:81 */",
        """
        CREATE TABLE status (               -- a sentence that says what has become of motions or promises
            \(SchemaVersion1.owner)
            position INTEGER NOT NULL,
            status TEXT NOT NULL,           -- afgedaan, uitgevoerd or nagekomen
            matter TEXT NOT NULL,           -- motie, amendement, toezegging …
            sentence TEXT NOT NULL,
            targets TEXT,                   -- papers meant: JSON array; NULL if they cannot be told
            text_start INTEGER NOT NULL,    -- of the sentence in the text that holds it, UTF-8 bytes from 0
            text_end INTEGER NOT NULL,
        \(SchemaVersion1.place)
            section INTEGER,                -- section.position; NULL in a note
            block INTEGER,                  -- block.position; NULL in a heading or note
            anchor_offset INTEGER,          -- as text_start; NULL in a note
            footnote INTEGER,               -- footnote.position; NULL in the body
            PRIMARY KEY (letter_key, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE dated_letter (         -- a letter that is named by its date alone
            \(SchemaVersion1.owner)
            position INTEGER NOT NULL,
            raw TEXT NOT NULL,              -- as it stands in the text
            date TEXT NOT NULL,             -- 2021-01-22
            is_own INTEGER NOT NULL,        -- 1 for "mijn brief": of the same sender
            text_start INTEGER NOT NULL,    -- in the text that holds it, UTF-8 bytes from 0
            text_end INTEGER NOT NULL,
        \(SchemaVersion1.place)
            section INTEGER,                -- section.position; NULL in a note
            block INTEGER,                  -- block.position; NULL in a heading or note
            anchor_offset INTEGER,          -- as text_start; NULL in a note
            footnote INTEGER,               -- footnote.position; NULL in the body
            PRIMARY KEY (letter_key, position)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX dated_letter_by_date ON dated_letter (date)",
        "CREATE INDEX letter_by_date ON letter (date)",
        """
        CREATE VIEW statuses AS             -- what letters say has become of papers, a row a sentence and paper
        SELECT l.id AS letter, l.date, t.value AS paper, s.status, s.matter, s.sentence, s.line, s.column, s.page
        FROM status s
        JOIN letter l USING (letter_key)
        LEFT JOIN json_each(s.targets) t
        """,
    ]
}
