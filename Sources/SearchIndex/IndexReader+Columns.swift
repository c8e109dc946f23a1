extension IndexReader {
    /// The values of a column in the documents that match a query, with exact counts: most frequent first, then numbers
    /// ascending and texts in byte order. Documents without a value are not counted.
    public func facets(of query: Query, column name: String) throws(IndexError) -> [Facet] {
        let number = try column(name)
        var counts: [Facet.Value: Int] = [:]
        try forEachSegment(query) { segment, search, prepared throws(IndexError) in
            let column = try segment.reader.column(number)
            var textCounts = [Int](repeating: 0, count: column.textCount)
            try search.forEachWindow(prepared, hasScores: false) { window throws(IndexError) in
                try window.forEach { doc throws(IndexError) in
                    if let value = column.number(of: doc) { counts[.number(value), default: 0] += 1 }
                    try column.forEachText(of: doc) { textCounts[$0] += 1 }
                }
                return true
            }
            for text in textCounts.indices where textCounts[text] > 0 {
                counts[.text(String(decoding: try column.text(text), as: UTF8.self)), default: 0] += textCounts[text]
            }
        }
        return counts.map { Facet(value: $0.key, count: $0.value) }.sorted { left, right in
            if left.count != right.count { return left.count > right.count }
            return left.value.precedes(right.value)
        }
    }

    /// Documents that match, in the order of a column of numbers: those without one last, equal ones in the order of
    /// `search` for equal scores. Scores are 0.
    public func sorted(
        _ query: Query, by name: String, descending: Bool = false, limit: Int, offset: Int = 0
    ) throws(IndexError) -> TopDocuments {
        let number = try column(name)
        var found: [(value: Int64?, hit: Hit)] = []
        try forEachSegment(query) { segment, search, prepared throws(IndexError) in
            let column = try segment.reader.column(number)
            try search.forEachWindow(prepared, hasScores: false) { window throws(IndexError) in
                try window.forEach { doc throws(IndexError) in
                    let reader = segment.reader
                    let hit = Hit(key: try reader.key(of: doc), score: 0, sortKey: try reader.sortKey(of: doc))
                    found.append((column.number(of: doc), hit))
                }
                return true
            }
        }
        found.sort { left, right in
            guard left.value == right.value else {
                guard let a = left.value else { return false }
                guard let b = right.value else { return true }
                return descending ? a > b : a < b
            }
            if left.hit.sortKey != right.hit.sortKey { return left.hit.sortKey > right.hit.sortKey }
            return left.hit.key.utf8.lexicographicallyPrecedes(right.hit.key.utf8)
        }
        let page = found.dropFirst(max(0, offset)).prefix(max(0, limit))
        return TopDocuments(hits: page.map(\.hit), total: found.count)
    }

    private func column(_ name: String) throws(IndexError) -> Int {
        guard let number = schema.columns.firstIndex(where: { $0.name == name }) else {
            throw .unknownField(name: name, known: schema.columns.map(\.name))
        }
        return number
    }
}

extension Facet.Value {
    fileprivate func precedes(_ other: Facet.Value) -> Bool {
        switch (self, other) {
        case (.number(let a), .number(let b)): a < b
        case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
        case (.number, .text): true
        case (.text, .number): false
        }
    }
}
