/// A piece of a query that the grammar does not look into.
struct QueryToken: Equatable {
    enum Kind: Equatable {
        case word(String, isExact: Bool)
        case phrase(String, isExact: Bool)
        case field(QueryField)
        case opening
        case closing
        case plus
        case minus
        case and
        case or
        case not
    }

    var kind: Kind
    /// In characters.
    var range: Range<Int>
}

/// Cuts a query into tokens.
///
/// A parenthesis within a word is part of the word, as in text: `(hoog)begaafde`, `s(b)o`, `rapportage(s)`. It is
/// within a word when only letters, digits and hyphens stand between the pair and a letter or digit touches it from
/// outside.
struct QueryLexer {
    private let characters: [Character]
    private var at = 0
    private var tokens: [QueryToken] = []
    /// Parentheses that are open here.
    private var openGroups = 0

    static func tokens(of query: [Character]) throws(QueryError) -> [QueryToken] {
        var lexer = QueryLexer(characters: query)
        while lexer.at < lexer.characters.count { try lexer.takeToken() }
        return lexer.tokens
    }

    private init(characters: [Character]) { self.characters = characters }

    private func character(_ index: Int) -> Character? { index < characters.count ? characters[index] : nil }

    private mutating func append(_ kind: QueryToken.Kind, from start: Int) {
        tokens.append(QueryToken(kind: kind, range: start..<at))
    }

    private mutating func takeToken() throws(QueryError) {
        let start = at
        let first = characters[at]
        let followsSpace = start == 0 || !Self.isWordCharacter(characters[start - 1])
        switch first {
        case _ where first.isWhitespace:
            at += 1
        case "+" where followsSpace && startsClause(at + 1):
            at += 1
            append(.plus, from: start)
        case "-" where followsSpace && startsClause(at + 1):
            at += 1
            append(.minus, from: start)
        case "(" where !startsBracketWord(at):
            at += 1
            openGroups += 1
            append(.opening, from: start)
        case ")":
            at += 1
            openGroups = max(0, openGroups - 1)
            append(.closing, from: start)
        case _ where Self.isQuote(first):
            try takePhrase(from: start, isExact: false)
        case "=" where character(at + 1).map(Self.isQuote) ?? false:
            at += 1
            try takePhrase(from: start, isExact: true)
        case "=" where isWordCharacter(at: at + 1) || startsBracketWord(at + 1):
            at += 1
            try takeWord(from: start, isExact: true)
        case "=" where character(at + 1) == "(":
            throw .unsupported(what: "= before a group", instead: "Put it before each word.", range: start..<start + 1)
        default:
            try takeWord(from: start, isExact: false)
        }
    }

    /// Whether something that `+` or `-` can belong to starts here.
    private func startsClause(_ index: Int) -> Bool {
        guard let next = character(index) else { return false }
        return !next.isWhitespace && next != ")"
    }

    private mutating func takePhrase(from start: Int, isExact: Bool) throws(QueryError) {
        let opening = at
        at += 1
        while let next = character(at), !Self.isQuote(next) { at += 1 }
        guard at < characters.count else { throw .unclosedQuote(range: opening..<opening + 1) }
        let text = String(characters[opening + 1..<at])
        at += 1
        guard !text.allSatisfy(\.isWhitespace) else { throw .emptyPhrase(range: start..<at) }
        append(.phrase(text, isExact: isExact), from: start)
    }

    private mutating func takeWord(from start: Int, isExact: Bool) throws(QueryError) {
        let wordStart = at
        while let next = character(at), !next.isWhitespace, next != ")", !Self.isQuote(next) {
            if next == "(" {
                // An operator before a group: NOT(a).
                if at > wordStart, Self.operators[String(characters[wordStart..<at])] != nil { break }
                guard let end = closingBracket(at), isWordCharacter(at: end + 1) || at > wordStart else { break }
                at = end + 1
                continue
            }
            if next == ":", !isExact, try takeField(from: wordStart) { return }
            try refuseUnsupported(next)
            at += 1
        }
        // A hyphen or bracket that was lost in the text is typed so too: hoog)begaafde.
        if character(at) == ")", at > wordStart, isWordCharacter(at: at + 1), openGroups == 0 {
            return try takeRest(wordStart)
        }
        let word = String(characters[wordStart..<at])
        if word == "NEAR" || word.hasPrefix("NEAR/") {
            throw .unsupported(what: "NEAR", instead: "Use AND, or a \"phrase\".", range: wordStart..<at)
        }
        if !isExact, let kind = Self.operators[word] {
            append(kind, from: start)
        } else {
            append(.word(word, isExact: isExact), from: start)
        }
    }

    private mutating func takeRest(_ wordStart: Int) throws(QueryError) {
        at += 1
        while isWordCharacter(at: at) { at += 1 }
        append(.word(String(characters[wordStart..<at]), isExact: false), from: wordStart)
    }

    /// Takes `name:` as a field when the name has the form of one; `10:30` and `(a):b` are words.
    private mutating func takeField(from wordStart: Int) throws(QueryError) -> Bool {
        let name = String(characters[wordStart..<at])
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "-" }) else { return false }
        let range = wordStart..<at + 1
        if let field = QueryField(name: name) {
            at += 1
            append(.field(field), from: wordStart)
            return true
        }
        if Self.laterFields.contains(name.lowercased()) {
            let instead = "Search without it; the fields are title, heading, body and footnote."
            throw .unsupported(what: "The field \(name):", instead: instead, range: range)
        }
        throw .unknownField(name: name, suggestion: Self.suggestion(for: name), range: range)
    }

    private func refuseUnsupported(_ next: Character) throws(QueryError) {
        let range = at..<at + 1
        switch next {
        case "*", "?":
            let instead = "Type whole words, or put the text in quotation marks."
            throw .unsupported(what: "The wildcard \(next)", instead: instead, range: range)
        case "~":
            throw .unsupported(what: "The operator ~", instead: "Use AND, or a \"phrase\".", range: range)
        case "^":
            throw .unsupported(what: "The weight ^", instead: "Leave it out.", range: range)
        default:
            return
        }
    }

    // MARK: - Characters

    private static let operators: [String: QueryToken.Kind] = [
        "AND": .and, "EN": .and, "OR": .or, "OF": .or, "NOT": .not, "NIET": .not,
    ]

    /// Fields of the query language that are still to come.
    private static let laterFields: Set<String> = [
        "date", "datum", "signatory", "ondertekenaar", "dossier", "cites", "cited-by", "citeert",
    ]

    private static func isQuote(_ character: Character) -> Bool {
        character == "\"" || character == "“" || character == "”" || character == "„"
    }

    private static func isWordCharacter(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    private func isWordCharacter(at index: Int) -> Bool { character(index).map(Self.isWordCharacter) ?? false }

    /// The parenthesis that closes the one at `index`, when only letters, digits and hyphens stand between.
    private func closingBracket(_ index: Int) -> Int? {
        var end = index + 1
        while let next = character(end), Self.isWordCharacter(next) || next == "-" { end += 1 }
        return end > index + 1 && character(end) == ")" ? end : nil
    }

    /// Whether a word such as `(hoog)begaafde` starts here.
    private func startsBracketWord(_ index: Int) -> Bool {
        guard character(index) == "(", let end = closingBracket(index) else { return false }
        return isWordCharacter(at: end + 1)
    }

    /// The field whose name or alias is at most three changes away, and less than half a name.
    private static func suggestion(for name: String) -> String? {
        let typed = Array(name.lowercased())
        guard typed.count <= 20 else { return nil }
        var best: (name: String, cost: Int)?
        for candidate in QueryField.allCases.flatMap({ [$0.rawValue, $0.alias] }) {
            let distance = editDistance(typed, Array(candidate))
            guard distance <= min(3, candidate.count / 2) else { continue }
            // Of two as far away, the one with the same first letter: few mistype that.
            let cost = 2 * distance + (candidate.first == typed.first ? 0 : 1)
            if cost < best?.cost ?? .max { best = (candidate, cost) }
        }
        return best?.name
    }

    /// Insertions, deletions and substitutions that make one of the other: Wagner and Fischer, JACM 1974.
    private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (at, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = at + 1
            for (other, match) in right.enumerated() {
                let substitution = diagonal + (character == match ? 0 : 1)
                diagonal = row[other + 1]
                row[other + 1] = min(substitution, row[other] + 1, row[other + 1] + 1)
            }
        }
        return row[right.count]
    }
}
