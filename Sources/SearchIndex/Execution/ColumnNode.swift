/// Documents whose value in a column is one of those asked for; they score 0.
final class ColumnNode: DocNode {
    private let column: ColumnReader
    private let condition: Condition

    enum Condition {
        case range(ClosedRange<Int64>)
        /// Numbers of texts.
        case texts(Set<Int>)
    }

    init(_ column: ColumnReader, _ condition: Condition, documentCount: Int) {
        self.column = column
        self.condition = condition
        super.init(cost: documentCount)
    }

    func matches(_ doc: DocID) throws(IndexError) -> Bool {
        switch condition {
        case .range(let range): return column.number(of: doc).map(range.contains) ?? false
        case .texts(let wanted):
            var isMatch = false
            try column.forEachText(of: doc) { isMatch = isMatch || wanted.contains($0) }
            return isMatch
        }
    }

    override func fill(_ window: DocWindow) throws(IndexError) {
        for doc in window.base..<DocID(min(Int(window.base) + Int(DocWindow.length), cost)) where try matches(doc) {
            window.insert(doc, score: 0)
        }
    }

    override func refine(_ window: DocWindow) throws(IndexError) {
        try window.forEach { doc throws(IndexError) in if !(try matches(doc)) { window.remove(doc) } }
    }

    override func nextDoc(from doc: DocID) -> DocID { Int(doc) < cost ? doc : endOfPostings }
}
