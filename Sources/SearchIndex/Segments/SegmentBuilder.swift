/// Documents that wait in memory for their segment.
///
/// A field's tokens are logged as numbers of their terms, 4 bytes each, in the order in which they come. When the segment
/// is written its documents are put in order, and a counting sort brings together what belongs to each term.
struct SegmentBuilder {
    /// Set in the log where a token does not stand one position behind the one before; its position follows.
    static let placed: UInt32 = 1 << 31
    /// Tokens that are sorted at once, 8 bytes each.
    private static let leastSortedTokens = 8 << 20

    let fieldCount: Int
    let columnKinds: [Column.Kind]
    private(set) var terms = TermTable()
    private(set) var logs: [FieldLog]
    private(set) var documents: [PendingDocument] = []
    /// By the bytes of the key: to `String`, two spellings of one accent are equal.
    private var docsByKey: [[UInt8]: DocID] = [:]
    private var keyBytes = 0
    /// Tokens that the memory budget has room for.
    private let mostTokens: Int

    struct FieldLog {
        var tokens: [UInt32] = []
        /// Where the tokens of each document begin.
        var starts: [Int] = []
        var lengths: [UInt32] = []
    }

    struct PendingDocument {
        var key: [UInt8]
        var sortKey: UInt64
        /// None, or one for every column.
        var columns: [ColumnEntry]
        var isLive = true
    }

    /// - Parameter memoryBudget: what the documents may take; only the room that they use is taken.
    init(schema: IndexSchema, memoryBudget: Int = 0) {
        fieldCount = schema.fields.count
        columnKinds = schema.columns.map(\.kind)
        logs = Array(repeating: FieldLog(), count: schema.fields.count)
        mostTokens = memoryBudget / 6
    }

    var isEmpty: Bool { documents.isEmpty }

    /// Memory in bytes, roughly, that the waiting documents take while their segment is written.
    var size: Int {
        let tokens = logs.reduce(0) { $0 + $1.tokens.count }
        return 4 * tokens + 8 * Self.sortedTokens(of: tokens) + tokens / 2 + terms.size
            + (120 + 16 * fieldCount) * documents.count + 2 * keyBytes
    }

    /// Tokens of a field that are sorted at once: all, or so many that few passes over the log are needed.
    static func sortedTokens(of count: Int) -> Int { min(count, max(leastSortedTokens, count / 4)) }

    // MARK: - Adding

    /// Adds a document in place of one of the same key, if there is one.
    mutating func add(_ document: borrowing IndexDocument) throws(IndexError) {
        try check(document)
        let key = Array(document.key.utf8)
        remove(key: key)
        let doc = DocID(documents.count)
        for field in 0..<fieldCount {
            logs[field].starts.append(logs[field].tokens.count)
            logs[field].lengths.append(0)
        }
        reserve()
        if fieldCount == 1 {
            // Taken out, so that the log's arrays are not looked up for every token.
            var log = FieldLog()
            swap(&log, &logs[0])
            append(document.tokens, of: document.bytes.span, to: &log)
            swap(&log, &logs[0])
        } else {
            appendByField(document)
        }
        documents.append(
            PendingDocument(
                key: key, sortKey: document.sortKey,
                columns: columnKinds.indices.map { document.columns[$0] ?? .none }))
        docsByKey[key] = doc
        keyBytes += key.count
    }

    /// Gives a log that has grown large the room that it may need, so that it is not copied as it grows further.
    private mutating func reserve() {
        for field in logs.indices
        where logs[field].tokens.count > 1 << 20 && logs[field].tokens.capacity < mostTokens {
            logs[field].tokens.reserveCapacity(mostTokens)
        }
    }

    private mutating func append(_ tokens: [DocumentToken], of text: Span<UInt8>, to log: inout FieldLog) {
        let needed = log.tokens.count + 2 * tokens.count
        if log.tokens.capacity < needed { log.tokens.reserveCapacity(max(needed, 2 * log.tokens.capacity)) }
        var length: UInt32 = 0
        log.tokens.append(addingCapacity: 2 * tokens.count) { log in
            var last: UInt32 = .max
            for token in tokens {
                let number = terms.number(of: text, token.range, field: 0)
                if token.position == last &+ 1 {
                    log.append(number)
                    length &+= 1
                } else {
                    log.append(number | Self.placed)
                    log.append(token.position)
                    if token.position != last || length == 0 { length &+= 1 }
                }
                last = token.position
            }
        }
        log.lengths[log.lengths.count - 1] = length
    }

    private mutating func appendByField(_ document: borrowing IndexDocument) {
        let text = document.bytes.span
        var last = [UInt32](repeating: .max, count: fieldCount)
        for token in document.tokens {
            let field = Int(token.field)
            let number = terms.number(of: text, token.range, field: UInt32(token.field))
            let doc = logs[field].lengths.count - 1
            if token.position == last[field] &+ 1 {
                logs[field].tokens.append(number)
                logs[field].lengths[doc] &+= 1
            } else {
                logs[field].tokens.append(number | Self.placed)
                logs[field].tokens.append(token.position)
                if token.position != last[field] || logs[field].lengths[doc] == 0 { logs[field].lengths[doc] &+= 1 }
            }
            last[field] = token.position
        }
    }

    /// Throws before anything has been taken over, so that a bad document leaves no trace.
    private func check(_ document: borrowing IndexDocument) throws(IndexError) {
        let key = document.key
        guard key.utf8.count <= 65_535 else {
            throw .invalidDocument(key: key, what: "its key is over 65,535 bytes long")
        }
        guard documents.count < Int(UInt32.max) - 1, !document.isTooLong,
            terms.count + document.tokens.count < TermTable.mostTerms,
            terms.size + document.bytes.count < TermTable.mostBytes
        else { throw .invalidDocument(key: key, what: "there is too much text since the last commit") }
        if let fault = document.fault(fieldCount: fieldCount, columnKinds: columnKinds) {
            throw .invalidDocument(key: key, what: fault)
        }
    }

    mutating func remove(key: [UInt8]) {
        guard let doc = docsByKey.removeValue(forKey: key) else { return }
        documents[Int(doc)].isLive = false
    }
}
