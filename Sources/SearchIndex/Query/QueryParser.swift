/// Reads what a user types.
///
/// ```
/// query     clause, one or more, side by side
/// clause    disjunction
/// disjunction  conjunction, joined by OR or OF
/// conjunction  unit, joined by AND or EN
/// unit      NOT unit | NIET unit | -unit | +unit | primary
/// primary   word | =word | "phrase" | ="phrase" | field: unit | ( query )
/// ```
/// So NOT binds closest, then AND, then OR, and parts side by side least. Operators are in capitals; as a user may
/// type Dutch words in capitals too, `EN` in quotation marks is a word.
public struct QueryParser {
    private let characters: [Character]
    private let tokens: [QueryToken]
    private var next = 0
    private var depth = 0
    private var leafCount = 0

    /// A part and the sign before it.
    private struct Part {
        var syntax: QuerySyntax
        var occurrence: QuerySyntax.Occurrence
    }

    /// The tree of a query.
    public static func parse(_ query: String) throws(QueryError) -> QuerySyntax {
        let length = query.utf8.count
        guard length <= QueryError.longestQuery else { throw .tooLong(bytes: length) }
        var parser = try QueryParser(query)
        guard !parser.tokens.isEmpty else { throw .emptyQuery }
        let syntax = try parser.clauses()
        if let token = parser.current { throw .unopenedParenthesis(range: token.range) }
        return syntax
    }

    private init(_ query: String) throws(QueryError) {
        characters = Array(query)
        tokens = try QueryLexer.tokens(of: characters)
    }

    private var current: QueryToken? { next < tokens.count ? tokens[next] : nil }

    // MARK: - Grammar

    /// Parts up to the end or a closing parenthesis, at least one.
    private mutating func clauses() throws(QueryError) -> QuerySyntax {
        var clauses: [QuerySyntax.Clause] = []
        repeat {
            let part = try disjunction()
            clauses.append(QuerySyntax.Clause(occurrence: part.occurrence, syntax: part.syntax))
        } while current != nil && current?.kind != .closing
        if clauses.count == 1, clauses[0].occurrence == .should { return clauses[0].syntax }
        let range = clauses[0].syntax.range.lowerBound..<clauses[clauses.count - 1].syntax.range.upperBound
        return QuerySyntax(kind: .clauses(clauses), range: range)
    }

    private mutating func disjunction() throws(QueryError) -> Part {
        let first = try conjunction()
        guard current?.kind == .or else { return first }
        var parts = [first]
        while current?.kind == .or {
            next += 1
            parts.append(try conjunction(after: tokens[next - 1]))
        }
        for part in parts where part.occurrence == .must { throw .requiredAlternative(range: part.syntax.range) }
        return joined(parts) { .any($0) }
    }

    private mutating func conjunction(after sign: QueryToken? = nil) throws(QueryError) -> Part {
        let first = try unit(after: sign)
        guard current?.kind == .and else { return first }
        var parts = [first]
        while current?.kind == .and {
            next += 1
            parts.append(try unit(after: tokens[next - 1]))
        }
        return joined(parts) { .all($0) }
    }

    private func joined(_ parts: [Part], _ kind: ([QuerySyntax]) -> QuerySyntax.Kind) -> Part {
        let syntaxes = parts.map { part in
            part.occurrence == .mustNot
                ? QuerySyntax(kind: .not(part.syntax), range: part.syntax.range) : part.syntax
        }
        let range = syntaxes[0].range.lowerBound..<syntaxes[syntaxes.count - 1].range.upperBound
        return Part(syntax: QuerySyntax(kind: kind(syntaxes), range: range), occurrence: .should)
    }

    /// - Parameter sign: the operator or field before the part, for the message when the part is missing.
    private mutating func unit(after sign: QueryToken? = nil) throws(QueryError) -> Part {
        guard let token = current else { throw missingOperand(of: sign) }
        guard depth <= QueryError.deepestNesting else { throw .tooDeep(range: token.range) }
        depth += 1
        defer { depth -= 1 }
        next += 1
        switch token.kind {
        case .not, .minus:
            let part = try unit(after: token)
            // NOT NOT a is a.
            return Part(syntax: part.syntax, occurrence: part.occurrence == .mustNot ? .should : .mustNot)
        case .plus:
            let part = try unit(after: token)
            return Part(syntax: part.syntax, occurrence: part.occurrence == .mustNot ? .mustNot : .must)
        case .word(let text, let isExact):
            return try leaf(.word(text, isExact: isExact), token.range)
        case .phrase(let text, let isExact):
            return try leaf(.phrase(text, isExact: isExact), token.range)
        case .field(let field):
            let part = try unit(after: token)
            let range = token.range.lowerBound..<part.syntax.range.upperBound
            return Part(
                syntax: QuerySyntax(kind: .field(field, part.syntax), range: range), occurrence: part.occurrence)
        case .opening:
            return Part(syntax: try group(token), occurrence: .should)
        case .closing:
            if let sign { throw missingOperand(of: sign) }
            throw .unopenedParenthesis(range: token.range)
        case .and, .or:
            throw missingOperand(of: sign ?? token)
        }
    }

    private mutating func group(_ opening: QueryToken) throws(QueryError) -> QuerySyntax {
        if let token = current, token.kind == .closing {
            throw .emptyParentheses(range: opening.range.lowerBound..<token.range.upperBound)
        }
        guard current != nil else { throw .unclosedParenthesis(range: opening.range) }
        var syntax = try clauses()
        guard let closing = current else { throw .unclosedParenthesis(range: opening.range) }
        next += 1
        syntax.range = opening.range.lowerBound..<closing.range.upperBound
        return syntax
    }

    private mutating func leaf(_ kind: QuerySyntax.Kind, _ range: Range<Int>) throws(QueryError) -> Part {
        leafCount += 1
        guard leafCount <= QueryError.mostClauses else { throw .tooManyClauses(range: range) }
        return Part(syntax: QuerySyntax(kind: kind, range: range), occurrence: .should)
    }

    private func missingOperand(of sign: QueryToken?) -> QueryError {
        guard let sign else { return .emptyQuery }
        let name = String(characters[sign.range])
        return .missingOperand(of: name, range: sign.range)
    }
}
