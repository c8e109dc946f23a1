import Letters
import References
import SearchIndex
import TextAnalysis

/// Turns letters into documents of the index, and positions of the index back into places of a letter.
///
/// Keeps an analyzer: for one task at a time.
final class IndexFeeder {
    /// Positions between two units. No token stands on them, so no phrase runs from one unit into the next.
    static let gap: UInt32 = 100

    private var analyzer: Analyzer

    /// - Throws: `AnalysisError` where the system's libraries are not whole.
    init() throws {
        analyzer = try Analyzer()
    }

    func document(of letter: Letter) -> IndexDocument {
        var document = IndexDocument(key: letter.id.rawValue, sortKey: Self.sortKey(date: letter.head.date))
        walk(letter) { unit, base, tokens in
            let number = unit.field.number
            for token in tokens {
                document.add(token.surface, at: base + token.position, in: number)
                document.add(token.stemTerm, at: base + token.position, in: number + 1)
            }
        }
        return document
    }

    /// Digits of a date, so that of equal scores the newest comes first; 0 without one.
    static func sortKey(date: String?) -> UInt64 { UInt64(date?.filter(\.isNumber) ?? "") ?? 0 }

    /// Calls `visit` for each unit with the position of its first token in its field.
    func walk(_ letter: Letter, _ visit: (TextUnit, UInt32, [Token]) -> Void) {
        var next = [QueryField: UInt32]()
        for unit in letter.textUnits {
            let base = next[unit.field, default: 0]
            let tokens = analyzer.tokens(of: unit.text.text)
            // A field has room for 2³² positions; what a letter of many gigabytes holds beyond is not searched.
            let (end, overflows) = base.addingReportingOverflow((tokens.last?.position ?? 0) &+ 1 &+ Self.gap)
            guard !overflows else { continue }
            visit(unit, base, tokens)
            next[unit.field] = end
        }
    }
}
