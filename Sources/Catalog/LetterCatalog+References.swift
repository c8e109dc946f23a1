internal import GRDB
public import Letters
public import References

/// A mention with the letter that makes it.
public struct CitingMention: Hashable, Sendable {
    public let letter: PaperID
    /// Index in `Letter.mentions`.
    public let position: Int
    public let mention: Mention
}

/// All mentions of one paper in one letter.
public struct CitationCount: Hashable, Sendable {
    /// A letter of the catalog.
    public let source: PaperID
    /// A paper; by its letter's id if the catalog holds it.
    public let target: PaperID
    /// Mentions, at least 1.
    public let weight: Int
}

/// A letter and who sent it.
public struct DatedSender: Hashable, Sendable {
    public let letter: PaperID
    /// Names under the letter, and the sender as its head prints it.
    public let senders: Set<String>
}

extension LetterCatalog {
    /// Whether the catalog holds a letter with this id or alias.
    public func contains(_ id: PaperID) throws(CatalogError) -> Bool { try resolve(id) != nil }

    /// Id of the letter that bears this id, or else has it among its aliases (the first such letter by id), or bears an id
    /// that this one may be an alias of.
    public func resolve(_ alias: PaperID) throws(CatalogError) -> PaperID? {
        try read { db in try db.resolve(alias) }
    }

    /// Where letters mention a paper by any of its ids; by citing letter, then in the order of its text.
    public func mentions(of target: PaperID) throws(CatalogError) -> [CitingMention] {
        try read { db in
            var names = Set([target] + target.possibleAliases)
            if let id = try db.resolve(target) {
                names.insert(id)
                let arguments: StatementArguments = [NulEscape.escaped(id.rawValue)]
                names.formUnion(
                    try db.ids("SELECT a.id FROM alias a JOIN letter l USING (letter_key) WHERE l.id = ?", arguments))
            }
            let marks = names.map { _ in "?" }.joined(separator: ", ")
            let condition = """
                (m.letter_key, m.position) IN (SELECT letter_key, mention FROM mention_target WHERE target IN (\(marks)))
                """
            let arguments = StatementArguments(names.map { NulEscape.escaped($0.rawValue) })
            return try db.mentions(where: condition, arguments)
        }
    }

    /// What a letter mentions, in the order of its text; empty if there is no letter with this very id.
    public func mentions(by id: PaperID) throws(CatalogError) -> [CitingMention] {
        try read { db in try db.mentions(where: "l.id = ?", [NulEscape.escaped(id.rawValue)]) }
    }

    /// Letters of a date (ISO 8601) with their senders, ascending by id.
    public func letters(dated date: String) throws(CatalogError) -> [DatedSender] {
        try read { db in
            let date: StatementArguments = [NulEscape.escaped(date)]
            let keys = try Row.fetchAll(
                db, sql: "SELECT letter_key, id, sender FROM letter WHERE date = ? ORDER BY id", arguments: date)
            return try keys.map { row in
                var fields = RowFields(Array(row.databaseValues), table: "letter")
                let key = try fields.int()
                let id = PaperID(canonical: try fields.text())
                let sender = try fields.optionalText()
                let names = try String.fetchAll(
                    db, sql: "SELECT name FROM signatory WHERE letter_key = ? AND name IS NOT NULL", arguments: [key])
                let senders = try names.map { try NulEscape.unescaped($0) } + [sender].compactMap { $0 }
                return DatedSender(letter: id, senders: Set(senders))
            }
        }
    }

    /// Letters that name one of this date (ISO 8601) by it, ascending.
    public func lettersNaming(date: String) throws(CatalogError) -> [PaperID] {
        try read { db in
            try db.ids(
                """
                SELECT DISTINCT l.id FROM dated_letter d JOIN letter l USING (letter_key) WHERE d.date = ? ORDER BY l.id
                """, [NulEscape.escaped(date)])
        }
    }

    /// The citation graph, ascending by source and target.
    public func edges() throws(CatalogError) -> [CitationCount] {
        try read { db in
            let sql =
                "SELECT citing, cited, count(DISTINCT mention) FROM citations GROUP BY citing, cited ORDER BY 1, 2"
            let cursor = try Row.fetchCursor(db, sql: sql)
            var edges: [CitationCount] = []
            while let row = try cursor.next() {
                var fields = RowFields(Array(row.databaseValues), table: "citations")
                edges.append(
                    CitationCount(
                        source: PaperID(canonical: try fields.text()), target: PaperID(canonical: try fields.text()),
                        weight: try fields.int()))
            }
            return edges
        }
    }
}

extension Database {
    fileprivate func resolve(_ alias: PaperID) throws -> PaperID? {
        let name = NulEscape.escaped(alias.rawValue)
        if try letterKey(of: alias) != nil { return alias }
        let sql = "SELECT l.id FROM alias a JOIN letter l USING (letter_key) WHERE a.id = ? ORDER BY l.id"
        if let known = try ids(sql, [name]).first { return known }
        return try alias.possibleAliases.first { try letterKey(of: $0) != nil }
    }

    fileprivate func mentions(
        where condition: String, _ arguments: StatementArguments
    ) throws -> [CitingMention] {
        let columns = Mention.table.columns.map { "m.\($0)" }.joined(separator: ", ")
        let mentions = try Row.fetchAll(
            self,
            sql: """
                SELECT l.id, m.letter_key, m.position, \(columns)
                FROM mention m JOIN letter l USING (letter_key) WHERE \(condition) ORDER BY l.id, m.position
                """, arguments: arguments)
        let targets = try cachedStatement(
            sql: "SELECT target FROM mention_target WHERE letter_key = ? AND mention = ? ORDER BY position")
        return try mentions.map { row in
            var fields = RowFields(Array(row.databaseValues), table: "mention")
            let letter = PaperID(canonical: try fields.text())
            let key = try fields.int()
            let position = try fields.int()
            var mention = try Mention(from: &fields)
            mention.reference.targets = try String.fetchAll(targets, arguments: [key, position]).map { target in
                PaperID(canonical: try NulEscape.unescaped(target))
            }
            return CitingMention(letter: letter, position: position, mention: mention)
        }
    }
}
