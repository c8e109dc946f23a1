/// Documents that wait in memory for their segment.
///
/// A field's tokens are logged as numbers of their terms, 4 bytes each, in the order in which they come. When the segment
/// is written its documents are put in order, and a counting sort brings together what belongs to each term.
struct SegmentBuilder {
    /// Set in the log where a token does not stand one position behind the one before; its position follows.
    private static let placed: UInt32 = 1 << 31
    /// Tokens that are sorted at once, 8 bytes each.
    private static let leastSortedTokens = 8 << 20

    private let fieldCount: Int
    private let columnKinds: [Column.Kind]
    private var terms = TermTable()
    private var logs: [FieldLog]
    private var documents: [PendingDocument] = []
    /// By the bytes of the key: to `String`, two spellings of one accent are equal.
    private var docsByKey: [[UInt8]: DocID] = [:]
    private var keyBytes = 0
    /// Tokens that the memory budget has room for.
    private let mostTokens: Int

    private struct FieldLog {
        var tokens: [UInt32] = []
        /// Where the tokens of each document begin.
        var starts: [Int] = []
        var lengths: [UInt32] = []
    }

    private struct PendingDocument {
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
    private static func sortedTokens(of count: Int) -> Int { min(count, max(leastSortedTokens, count / 4)) }

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

    // MARK: - Writing

    /// Writes a segment with the live documents; `nil` when there are none.
    func write(
        to directory: IndexDirectory, name: String, pairs policy: PairPolicy
    ) throws(IndexError) -> SegmentEntry? {
        let order = liveDocsInOrder()
        guard !order.isEmpty else { return nil }
        var table = DocumentTable(fieldCount: fieldCount, columnKinds: columnKinds)
        for doc in order {
            let document = documents[Int(doc)]
            table.append(
                key: document.key.span, sortKey: document.sortKey, lengths: logs.map { $0.lengths[Int(doc)] },
                columns: document.columns)
        }
        var writer = try SegmentWriter(directory: directory, name: name, documents: table)
        var frequent: [[UInt32]] = []
        for field in 0..<fieldCount {
            writer.beginField(field)
            frequent.append(try writeTerms(ofField: field, order, policy, to: &writer))
        }
        for field in 0..<fieldCount where !frequent[field].isEmpty {
            writer.beginField(fieldCount + field)
            try writePairs(frequent[field], ofField: field, order, to: &writer)
        }
        return try writer.finish()
    }

    /// The live documents: the highest sort key first, then the lowest key.
    private func liveDocsInOrder() -> [DocID] {
        documents.indices.filter { documents[$0].isLive }.sorted { left, right in
            let (a, b) = (documents[left], documents[right])
            if a.sortKey != b.sortKey { return a.sortKey > b.sortKey }
            return precedes(a.key.span, b.key.span)
        }.map { DocID($0) }
    }

    /// - Returns: numbers of the frequent words.
    private func writeTerms(
        ofField field: Int, _ order: [DocID], _ policy: PairPolicy, to writer: inout SegmentWriter
    ) throws(IndexError) -> [UInt32] {
        let log = logs[field]
        let sorted = terms.sortedNumbers(ofField: field)
        let counts = tokenCounts(log, order)
        let limit = Self.sortedTokens(of: log.tokens.count)
        let text = terms.bytes.span
        let least = policy.leastDocFreq(order.count)
        var candidates: [(number: UInt32, docFreq: Int)] = []
        var first = 0
        while first < sorted.count {
            let (end, tokens) = part(of: sorted, from: first, counts, limit)
            let (places, starts) = sortedTokens(log, order, sorted[first..<end], tokens, counts)
            var start = 0
            for at in first..<end {
                let stop = start + Int(counts[Int(sorted[at])])
                defer { start = stop }
                guard stop > start else { continue }
                writer.beginTerm()
                var last: UInt64 = .max
                for place in places[start..<stop] where place != last {
                    // The same term twice at one position is one occurrence.
                    writer.append(
                        doc: DocID(truncatingIfNeeded: place &>> 32), position: UInt32(truncatingIfNeeded: place))
                    last = place
                }
                let range = terms.range(of: Int(sorted[at]))
                let docFreq = try writer.endTerm(text.extracting(range))
                if docFreq >= least, range.count <= PairPolicy.longestWord { candidates.append((sorted[at], docFreq)) }
            }
            extendLifetime(starts)
            first = end
        }
        let threshold = policy.threshold(docFreqs: candidates.map(\.docFreq), documentCount: order.count)
        writer.setPairThreshold(threshold, field: field)
        return candidates.filter { $0.docFreq >= Int(threshold) }.map(\.number)
    }

    /// Tokens of each term in the documents.
    private func tokenCounts(_ log: FieldLog, _ order: [DocID]) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: terms.count)
        for doc in order {
            var at = log.starts[Int(doc)]
            let end = self.end(of: doc, log)
            while at < end {
                let token = log.tokens[at]
                counts[Int(token & ~Self.placed)] &+= 1
                at &+= token & Self.placed == 0 ? 1 : 2
            }
        }
        return counts
    }

    private func end(of doc: DocID, _ log: FieldLog) -> Int {
        Int(doc) + 1 < log.starts.count ? log.starts[Int(doc) + 1] : log.tokens.count
    }

    /// Terms from `first` on whose tokens are sorted together.
    private func part(of sorted: [UInt32], from first: Int, _ counts: [UInt32], _ limit: Int) -> (end: Int, tokens: Int)
    {
        var end = first
        var tokens = 0
        while end < sorted.count, end == first || tokens + Int(counts[Int(sorted[end])]) <= limit {
            tokens += Int(counts[Int(sorted[end])])
            end += 1
        }
        return (end, tokens)
    }

    /// The tokens of some terms, term by term: new number of the document << 32 | position.
    private func sortedTokens(
        _ log: FieldLog, _ order: [DocID], _ part: ArraySlice<UInt32>, _ count: Int, _ counts: [UInt32]
    ) -> (places: [UInt64], next: [UInt32]) {
        // Where the next token of a term goes; the terms of other parts go nowhere.
        var next = [UInt32](repeating: .max, count: terms.count)
        var start: UInt32 = 0
        for term in part {
            next[Int(term)] = start
            start &+= counts[Int(term)]
        }
        var places = [UInt64](repeating: 0, count: count)
        for (newDoc, doc) in order.enumerated() {
            var at = log.starts[Int(doc)]
            let end = self.end(of: doc, log)
            let high = UInt64(newDoc) &<< 32
            var position: UInt32 = .max
            while at < end {
                let token = log.tokens[at]
                at &+= 1
                if token & Self.placed == 0 {
                    position &+= 1
                } else {
                    position = log.tokens[at]
                    at &+= 1
                }
                let term = Int(token & ~Self.placed)
                let place = next[term]
                if place == .max { continue }
                places[Int(place)] = high | UInt64(position)
                next[term] = place &+ 1
            }
        }
        return (places, next)
    }

    // MARK: - Pairs

    private func writePairs(
        _ words: [UInt32], ofField field: Int, _ order: [DocID], to writer: inout SegmentWriter
    ) throws(IndexError) {
        let frequent = FrequentWords(words.map { Array(terms.bytes[terms.range(of: Int($0))]) })
        var numbers = [UInt16](repeating: .max, count: terms.count)
        for (number, word) in words.enumerated() { numbers[Int(word)] = UInt16(number) }
        var collector = PairCollector(wordCount: frequent.count)
        let log = logs[field]
        for (newDoc, doc) in order.enumerated() {
            var neighbours = NeighbourFinder()
            var at = log.starts[Int(doc)]
            let end = self.end(of: doc, log)
            var position: UInt32 = .max
            while at < end {
                let token = log.tokens[at]
                at &+= 1
                if token & Self.placed == 0 {
                    position &+= 1
                } else {
                    position = log.tokens[at]
                    at &+= 1
                }
                let word = numbers[Int(token & ~Self.placed)]
                if word == .max { continue }
                neighbours.append(word, at: position, frequent) { collector.append(pair: $0, doc: DocID(newDoc)) }
            }
        }
        try writer.appendPairs(collector, frequent)
    }
}
