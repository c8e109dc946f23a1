/// The waiting documents become a segment: a counting sort of the logged tokens, then term by term, then the pairs.
extension SegmentBuilder {
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
