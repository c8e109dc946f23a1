/// Why a query cannot be read. `range` is the place in the query, in characters.
public enum QueryError: Error, Equatable {
    case emptyQuery
    case tooLong(bytes: Int)
    case tooDeep(range: Range<Int>)
    case tooManyClauses(range: Range<Int>)
    case unclosedQuote(range: Range<Int>)
    case emptyPhrase(range: Range<Int>)
    case unclosedParenthesis(range: Range<Int>)
    case unopenedParenthesis(range: Range<Int>)
    case emptyParentheses(range: Range<Int>)
    /// An operator, or a field, without what it belongs to.
    case missingOperand(of: String, range: Range<Int>)
    /// `+` beside OR, where it would have to hold and need not.
    case requiredAlternative(range: Range<Int>)
    case unknownField(name: String, suggestion: String?, range: Range<Int>)
    /// An operator or field of the query language that this version does not have.
    case unsupported(what: String, instead: String, range: Range<Int>)
}

extension QueryError {
    /// Longest query, in bytes of UTF-8.
    static let longestQuery = 64 << 10
    /// Deepest nesting of parentheses, fields and NOT.
    static let deepestNesting = 100
    /// Most words and phrases of a query.
    static let mostClauses = 1_000

    /// The place to point at; nil when it is the whole query.
    public var range: Range<Int>? {
        switch self {
        case .emptyQuery, .tooLong: nil
        case .tooDeep(let range), .tooManyClauses(let range), .unclosedQuote(let range), .emptyPhrase(let range),
            .unclosedParenthesis(let range), .unopenedParenthesis(let range), .emptyParentheses(let range),
            .missingOperand(_, let range), .requiredAlternative(let range), .unknownField(_, _, let range),
            .unsupported(_, _, let range):
            range
        }
    }
}

extension QueryError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .emptyQuery:
            "The query is empty. Give at least one word."
        case .tooLong(let bytes):
            "The query has \(bytes) bytes, the limit is \(Self.longestQuery). Leave words out."
        case .tooDeep:
            "The query is nested deeper than \(Self.deepestNesting) levels here. Leave parentheses out."
        case .tooManyClauses:
            "The query has more than \(Self.mostClauses) words and phrases from here on. Leave words out."
        case .unclosedQuote:
            "This quotation mark is not closed. Add a \" at the end of the phrase."
        case .emptyPhrase:
            "There is nothing between these quotation marks. Put a phrase there, or leave them out."
        case .unclosedParenthesis:
            "This parenthesis is not closed. Add a ) at the end of the group."
        case .unopenedParenthesis:
            "This parenthesis closes nothing. Leave it out, or put a ( before the group."
        case .emptyParentheses:
            "There is nothing between these parentheses. Put words there, or leave them out."
        case .missingOperand(let name, _):
            "\(name) has nothing to work on here. Add a word, or put \"\(name)\" in quotation marks to search for it."
        case .requiredAlternative:
            "A part with + must match, so it cannot be one of the parts of OR. Leave out the + or the OR."
        case .unknownField(let name, let suggestion, _):
            if let suggestion {
                "There is no field \(name). Did you mean \(suggestion)?"
            } else {
                "There is no field \(name); the fields are \(Self.fieldList). "
                    + "To search for the text itself, put it in quotation marks."
            }
        case .unsupported(let what, let instead, _):
            "\(what) is not supported yet. \(instead)"
        }
    }

    private static var fieldList: String { QueryField.allCases.map(\.rawValue).joined(separator: ", ") }
}
