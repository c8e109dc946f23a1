import TestSupport
import Testing

@testable import SearchIndex

@Suite struct QueryParserTests {
    @Test(arguments: [
        ("onderwijs", "onderwijs"),
        ("passend onderwijs", "[passend onderwijs]"),
        ("+passend -zorg onderwijs", "[+passend -zorg onderwijs]"),
        ("+passend", "[+passend]"),
        ("\"passend onderwijs\"", "\"passend onderwijs\""),
        ("“passend onderwijs” „kort”", "[\"passend onderwijs\" \"kort\"]"),
        ("=leraren =\"passend onderwijs\"", "[=leraren =\"passend onderwijs\"]"),
        ("a AND (b OR c) NOT d", "[(a & (b | c)) -d]"),
        ("a EN (b OF c) NIET d", "[(a & (b | c)) -d]"),
        ("a OR b AND c", "(a | (b & c))"),
        ("a b AND c", "[a (b & c)]"),
        ("a AND NOT b", "(a & !b)"),
        ("a AND -b", "(a & !b)"),
        ("a OR NOT b", "(a | !b)"),
        ("NOT NOT a", "a"),
        ("NOT(a)", "[-a]"),
        ("en of niet and or not", "[en of niet and or not]"),
        ("title:zorg", "title:zorg"),
        ("titel: zorg KOP:\"jeugd zorg\"", "[title:zorg heading:\"jeugd zorg\"]"),
        ("tekst:(a b) -voetnoot:c", "[body:[a b] -footnote:c]"),
        ("((a))", "a"),
        ("(a b)c", "[[a b] c]"),
        ("(hoog)begaafde", "(hoog)begaafde"),
        ("((hoog)begaafde OR s(b)o) rapportage(s)", "[((hoog)begaafde | s(b)o) rapportage(s)]"),
        ("(leraren-)opleidingen", "(leraren-)opleidingen"),
        ("hoog)begaafde", "hoog)begaafde"),
        ("(a)", "a"),
        ("VO-raad thema’s 31 497", "[VO-raad thema’s 31 497]"),
        ("10:30 po/vo & – - +", "[10:30 po/vo & – - +]"),
        ("title:-a", "[-title:a]"),
    ])
    func queriesAreReadAs(query: String, tree: String) throws {
        #expect(try QueryParser.parse(query).text == tree)
    }

    @Test(arguments: [
        ("", "The query is empty. Give at least one word."),
        (" \t\n ", "The query is empty. Give at least one word."),
        ("a ⟦\"⟧b c", "This quotation mark is not closed. Add a \" at the end of the phrase."),
        ("a ⟦\" \"⟧", "There is nothing between these quotation marks. Put a phrase there, or leave them out."),
        ("a ⟦(⟧b OR c", "This parenthesis is not closed. Add a ) at the end of the group."),
        ("a ⟦(⟧", "This parenthesis is not closed. Add a ) at the end of the group."),
        ("a⟦)⟧ b", "This parenthesis closes nothing. Leave it out, or put a ( before the group."),
        ("⟦)⟧", "This parenthesis closes nothing. Leave it out, or put a ( before the group."),
        ("a ⟦()⟧", "There is nothing between these parentheses. Put words there, or leave them out."),
        (
            "a ⟦AND⟧",
            "AND has nothing to work on here. Add a word, or put \"AND\" in quotation marks to search for it."
        ),
        ("⟦OF⟧ a", "OF has nothing to work on here. Add a word, or put \"OF\" in quotation marks to search for it."),
        (
            "(a ⟦NIET⟧)",
            "NIET has nothing to work on here. Add a word, or put \"NIET\" in quotation marks to search for it."
        ),
        (
            "⟦titel:⟧",
            "titel: has nothing to work on here. Add a word, or put \"titel:\" in quotation marks to search for it."
        ),
        ("+⟦a⟧ OR b", "A part with + must match, so it cannot be one of the parts of OR. Leave out the + or the OR."),
        ("⟦titl:⟧a", "There is no field titl. Did you mean title?"),
        ("⟦Voetnoten:⟧a", "There is no field Voetnoten. Did you mean voetnoot?"),
        (
            "⟦https:⟧//x",
            "There is no field https; the fields are title, heading, body, footnote. "
                + "To search for the text itself, put it in quotation marks."
        ),
        (
            "één pre⟦*⟧",
            "The wildcard * is not supported yet. Type whole words, or put the text in quotation marks."
        ),
        ("w⟦?⟧rd", "The wildcard ? is not supported yet. Type whole words, or put the text in quotation marks."),
        ("woord⟦~⟧1", "The operator ~ is not supported yet. Use AND, or a \"phrase\"."),
        ("\"a b\"⟦~⟧5", "The operator ~ is not supported yet. Use AND, or a \"phrase\"."),
        ("a ⟦NEAR/5⟧ b", "NEAR is not supported yet. Use AND, or a \"phrase\"."),
        ("a ⟦NEAR⟧ b", "NEAR is not supported yet. Use AND, or a \"phrase\"."),
        ("a⟦^⟧2", "The weight ^ is not supported yet. Leave it out."),
        ("(a b)⟦^⟧2", "The weight ^ is not supported yet. Leave it out."),
        ("⟦=⟧(a b)", "= before a group is not supported yet. Put it before each word."),
        (
            "⟦date:⟧2020..2022",
            "The field date: is not supported yet. Search without it; the fields are title, heading, body and footnote."
        ),
        (
            "⟦cited-by:⟧31497-371",
            "The field cited-by: is not supported yet. "
                + "Search without it; the fields are title, heading, body and footnote."
        ),
    ])
    func whatCannotBeReadIsPointedAt(marked: String, message: String) throws {
        let query = marked.filter { $0 != "⟦" && $0 != "⟧" }
        let error = try #require(throws: QueryError.self) { try QueryParser.parse(query) }
        #expect(error.description == message)
        let start = Array(marked).firstIndex(of: "⟦")
        let end = Array(marked).firstIndex(of: "⟧")
        #expect(error.range?.lowerBound == start)
        #expect(error.range?.upperBound == end.map { $0 - 1 })
    }

    @Test func limitsAreKeptToTheNumber() throws {
        let deep = { (count: Int) in String(repeating: "(", count: count) + "a" + String(repeating: ")", count: count) }
        #expect(try QueryParser.parse(deep(100)).text == "a")
        #expect(throws: QueryError.tooDeep(range: 101..<102)) { try QueryParser.parse(deep(101)) }
        #expect(throws: QueryError.self) { try QueryParser.parse(deep(10_000)) }
        #expect(throws: QueryError.tooDeep(range: 404..<407)) {
            try QueryParser.parse(String(repeating: "NOT ", count: 10_000) + "a")
        }
        #expect(throws: Never.self) { try QueryParser.parse(String(repeating: "a ", count: 1_000)) }
        #expect(throws: QueryError.tooManyClauses(range: 2_000..<2_001)) {
            try QueryParser.parse(String(repeating: "a ", count: 1_001))
        }
        #expect(throws: Never.self) { try QueryParser.parse(String(repeating: "a", count: 65_536)) }
        #expect(throws: QueryError.tooLong(bytes: 65_537)) {
            try QueryParser.parse(String(repeating: "a", count: 65_537))
        }
        #expect(
            QueryError.tooLong(bytes: 65_537).description
                == "The query has 65537 bytes, the limit is 65536. Leave words out.")
        #expect(
            QueryError.tooDeep(range: 0..<1).description
                == "The query is nested deeper than 100 levels here. Leave parentheses out.")
        #expect(
            QueryError.tooManyClauses(range: 0..<1).description
                == "The query has more than 1000 words and phrases from here on. Leave words out.")
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func anyTextIsReadOrRefusedAndPlacesLieWithinIt(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces =
            Array("ab:()\"+-=*~^?  éĳ’”„/").map(String.init) + ["AND ", "OF ", "NOT ", "titel:", "NEAR", "(s)"]
        for _ in 0..<500 {
            let query = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                pieces[Int.random(in: pieces.indices, using: &generator)]
            }.joined()
            do throws(QueryError) {
                let range = try QueryParser.parse(query).range
                #expect(range.upperBound <= query.count, "seed \(seed): \(query)")
            } catch {
                #expect(error.range.map { $0.upperBound <= query.count } ?? true, "seed \(seed): \(query)")
                #expect(!error.description.isEmpty)
            }
        }
    }

    @Test(arguments: [
        ("a", "a"), ("a b", "(a | b)"), ("+a b c", "(a ~ (b | c))"), ("+a +b", "(a & b)"), ("a -b", "(a \\ b)"),
        ("-a", "(* \\ a)"), ("a AND NOT b", "(a \\ b)"), ("a OR NOT b", "(a | (* \\ b))"),
        ("a NOT b NOT c", "(a \\ (b | c))"),
        ("titel:(a b)", "(title.a | title.b)"), ("a –", "a"), ("–", ""),
    ])
    func whatIsTypedBecomesTheQueryThatItMeans(query: String, expected: String) throws {
        let result = try QueryParser.parse(query).query { leaf in
            leaf.text == "–" ? nil : .term(field: leaf.field?.rawValue ?? "", term: leaf.text)
        }
        #expect((result?.text ?? "") == expected)
    }
}

extension QuerySyntax {
    /// The tree in one line: `[side by side]`, `(all & of)`, `(any | of)`, `!not`.
    fileprivate var text: String {
        switch kind {
        case .word(let text, let isExact): (isExact ? "=" : "") + text
        case .phrase(let text, let isExact): (isExact ? "=" : "") + "\"\(text)\""
        case .all(let parts): "(" + parts.map(\.text).joined(separator: " & ") + ")"
        case .any(let parts): "(" + parts.map(\.text).joined(separator: " | ") + ")"
        case .not(let part): "!" + part.text
        case .field(let field, let part): "\(field.rawValue):" + part.text
        case .clauses(let clauses):
            "["
                + clauses.map { clause in
                    let sign = clause.occurrence == .must ? "+" : clause.occurrence == .mustNot ? "-" : ""
                    return sign + clause.syntax.text
                }.joined(separator: " ") + "]"
        }
    }
}

extension Query {
    fileprivate var text: String {
        switch self {
        case .term(let field, let term, _): field.isEmpty ? term : "\(field).\(term)"
        case .any(let parts): "(" + parts.map(\.text).joined(separator: " | ") + ")"
        case .all(let parts): "(" + parts.map(\.text).joined(separator: " & ") + ")"
        case .excluding(let part, let excluded): "(\(part.text) \\ \(excluded.text))"
        case .preferring(let part, let wanted): "(\(part.text) ~ \(wanted.text))"
        case .everything: "*"
        default: "?"
        }
    }
}
