/// The first schema. SQLite keeps the comments inside the statements, so any tool that shows the schema shows them.
enum SchemaVersion1 {
    static let statements = tables + indexes + views

    static let place = """
            byte INTEGER NOT NULL,          -- offset in the file, from 0
            line INTEGER NOT NULL,          -- line in the file, from 1
            column INTEGER NOT NULL,        -- column in its line, in Unicode scalars from 1
            page INTEGER NOT NULL,          -- page of the letter, from 1
        """
    static let owner = "letter_key INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,"

    private static let tables = [
        """
        CREATE TABLE catalog (              -- exactly one row
            only INTEGER PRIMARY KEY CHECK (only = 1),
            revision INTEGER NOT NULL       -- raised by one with every change of letters
        ) STRICT
        """,
        "INSERT INTO catalog (only, revision) VALUES (1, 0)",
        """
        CREATE TABLE letter (
            letter_key INTEGER PRIMARY KEY, -- names the letter inside this database only
            id TEXT NOT NULL UNIQUE,        -- names the letter everywhere: kst-31497-408
            identity_from TEXT NOT NULL,    -- option, sidecar, header, footer or contentHash
            chamber TEXT,                   -- tk or ek
            session_year TEXT,              -- 2020-2021
            number TEXT,                    -- within the dossier
            kind TEXT,                      -- brief, motie, verslag …
            title TEXT,
            sender TEXT,
            addressee TEXT,
            place TEXT,
            date TEXT,                      -- 2021-06-11
            pages INTEGER NOT NULL,
            path TEXT NOT NULL,             -- of the file, as the user named it
            format TEXT NOT NULL,           -- text, html, xml, legacyXML or pdf
            bytes INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            section_count INTEGER NOT NULL,
            block_count INTEGER NOT NULL,
            footnote_count INTEGER NOT NULL,
            marker_count INTEGER NOT NULL,
            mention_count INTEGER NOT NULL,
            word_count INTEGER NOT NULL,    -- in headings, blocks and notes
            revision INTEGER NOT NULL,      -- of the catalog when the letter was last saved
            content_hash INTEGER NOT NULL   -- over all rows of the letter
        ) STRICT
        """,
        """
        CREATE TABLE removed_letter (       -- so that derived indexes can follow
            id TEXT PRIMARY KEY,
            revision INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE file (                 -- where letters were read from; several files may hold one letter
            path TEXT PRIMARY KEY,
            \(owner)
            named TEXT NOT NULL,            -- the path as the user named it
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL,      -- nanoseconds since 1970
            sha256 TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE source (               -- the file's bytes
            letter_key INTEGER PRIMARY KEY REFERENCES letter ON DELETE CASCADE,
            bytes INTEGER NOT NULL,         -- their number
            zstd BLOB NOT NULL,             -- compressed, one zstd frame
            hash INTEGER NOT NULL           -- over the letter's id and the frame
        ) STRICT
        """,
        """
        CREATE TABLE alias (                -- other ids of the same paper
            \(owner)
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            PRIMARY KEY (letter_key, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE self_mention (         -- where the letter names itself in the head or foot of a page
            \(owner)
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            origin TEXT NOT NULL,
        \(place)
            PRIMARY KEY (letter_key, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE dossier (
            \(owner)
            position INTEGER NOT NULL,
            number TEXT NOT NULL,           -- with chapter or suffix: 35300-VIII
            title TEXT,
        \(place)
            PRIMARY KEY (letter_key, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE signatory (
            \(owner)
            position INTEGER NOT NULL,
            role TEXT NOT NULL,
            name TEXT,
            PRIMARY KEY (letter_key, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE section (
            \(owner)
            position INTEGER NOT NULL,
            heading TEXT,                   -- NULL before the first heading
            heading_runs BLOB,              -- where the heading stands in the file
            line INTEGER,
            page INTEGER,
            label TEXT,                     -- iv., A., 1.1
            level INTEGER NOT NULL,         -- 0 before the first heading, 1 for the highest
            PRIMARY KEY (letter_key, position)
        ) STRICT
        """,
        """
        CREATE TABLE block (                -- a paragraph or its like
            \(owner)
            section INTEGER NOT NULL,       -- section.position
            position INTEGER NOT NULL,      -- in the section
            kind TEXT NOT NULL,             -- paragraph, listItem, table, caption or quote
            label TEXT,                     -- of a list item
            text TEXT NOT NULL,             -- cleaned
            runs BLOB NOT NULL,             -- where the text stands in the file
            line INTEGER,
            page INTEGER,
            cells TEXT,                     -- of a table: JSON, an array of rows
            PRIMARY KEY (letter_key, section, position)
        ) STRICT
        """,
        """
        CREATE TABLE footnote (
            \(owner)
            position INTEGER NOT NULL,
            number INTEGER NOT NULL,        -- as printed
            text TEXT NOT NULL,
            runs BLOB NOT NULL,
        \(place)
            is_complete INTEGER NOT NULL,   -- 0 where the note breaks off
            PRIMARY KEY (letter_key, position)
        ) STRICT
        """,
        """
        CREATE TABLE marker (               -- the sign in the text that points to a note
            \(owner)
            position INTEGER NOT NULL,
            note INTEGER NOT NULL,          -- footnote.number
        \(place)
            section INTEGER NOT NULL,       -- section.position
            block INTEGER,                  -- block.position; NULL in the heading
            text_offset INTEGER NOT NULL,   -- in that text, UTF-8 bytes from 0
            word_before TEXT NOT NULL,
            PRIMARY KEY (letter_key, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE mention (              -- a reference to other papers, where the letter makes it
            \(owner)
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,             -- kamerstuk, handelingen, aanhangsel …
            raw TEXT NOT NULL,              -- as it stands in the text
            relation TEXT NOT NULL,         -- cites, annexOf, replaces or idem
            confidence REAL NOT NULL,       -- 0 to 1
            also_dossiers TEXT,             -- JSON array; NULL if none
            warnings TEXT,                  -- JSON array; NULL if none
            text_start INTEGER NOT NULL,    -- in the text that holds it, UTF-8 bytes from 0
            text_end INTEGER NOT NULL,
        \(place)
            section INTEGER,                -- section.position; NULL in a note
            block INTEGER,                  -- block.position; NULL in a heading or note
            anchor_offset INTEGER,          -- as text_start; NULL in a note
            footnote INTEGER,               -- footnote.position; NULL in the body
            PRIMARY KEY (letter_key, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE mention_target (       -- a paper that a mention names, inside or outside this catalog
            \(owner)
            mention INTEGER NOT NULL,       -- mention.position
            position INTEGER NOT NULL,
            target TEXT NOT NULL,
            PRIMARY KEY (letter_key, mention, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE diagnostic (           -- what could not be read as it stood
            \(owner)
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
        \(place)
            detail TEXT NOT NULL,
            PRIMARY KEY (letter_key, position)
        ) STRICT, WITHOUT ROWID
        """,
    ]

    private static let indexes = [
        "CREATE INDEX letter_by_revision ON letter (revision)",
        "CREATE INDEX removed_letter_by_revision ON removed_letter (revision)",
        "CREATE INDEX file_by_letter ON file (letter_key)",
        "CREATE INDEX alias_by_id ON alias (id)",
        "CREATE INDEX dossier_by_number ON dossier (number)",
        "CREATE INDEX mention_target_by_target ON mention_target (target)",
    ]

    private static let views = [
        """
        CREATE VIEW citations AS            -- one row for each paper that a mention names
        SELECT citing.id AS citing, citing.date AS citing_date,
            coalesce(
                (SELECT id FROM letter WHERE id = t.target),
                (SELECT min(l.id) FROM alias a JOIN letter l USING (letter_key) WHERE a.id = t.target),
                t.target) AS cited,
            EXISTS (SELECT 1 FROM letter WHERE id = t.target) OR EXISTS (SELECT 1 FROM alias WHERE id = t.target)
                AS is_in_catalog,
            m.position AS mention, m.kind, m.relation, m.raw, m.confidence,
            n.number AS note, s.heading AS section, m.line, m.column, m.page,
            coalesce(n.text, b.text, s.heading) AS context
        FROM mention_target t
        JOIN mention m ON m.letter_key = t.letter_key AND m.position = t.mention
        JOIN letter citing ON citing.letter_key = t.letter_key
        LEFT JOIN footnote n ON n.letter_key = m.letter_key AND n.position = m.footnote
        LEFT JOIN section s ON s.letter_key = m.letter_key AND s.position = m.section
        LEFT JOIN block b ON b.letter_key = m.letter_key AND b.section = m.section AND b.position = m.block
        """,
        """
        CREATE VIEW texts AS                -- the running text, a row a block, in reading order within a letter
        SELECT l.id, l.date, l.title, b.section AS section_position, b.position, s.heading, b.kind, b.text, b.line, b.page
        FROM block b
        JOIN letter l USING (letter_key)
        JOIN section s ON s.letter_key = b.letter_key AND s.position = b.section
        ORDER BY l.id, b.section, b.position
        """,
        """
        CREATE VIEW notes AS                -- notes with the section whose text points to them
        SELECT l.id, l.date, n.number, n.text, n.is_complete, n.line, n.page, m.word_before, s.heading AS section
        FROM footnote n
        JOIN letter l USING (letter_key)
        LEFT JOIN marker m ON m.letter_key = n.letter_key AND m.note = n.number
        LEFT JOIN section s ON s.letter_key = m.letter_key AND s.position = m.section
        ORDER BY l.id, n.position
        """,
    ]
}
