/// Runs a prepared query on one segment: each part of the query becomes the list of its documents.
struct SegmentSearch {
    let segment: LiveSegment
    /// Number of the segment in the prepared query.
    let number: Int

    /// The query as it works on this segment.
    ///
    /// - Parameter hasScores: whether it is to score what it finds.
    func node(_ query: PreparedQuery, hasScores: Bool) throws(IndexError) -> DocNode {
        switch query {
        case .nothing:
            return NothingNode()
        case .everything:
            return EverythingNode(cost: segment.reader.documentCount)
        case .leaf(let leaf):
            return try node(leaf, hasScores: hasScores)
        case .terms(let set):
            return try TermSetNode(set.infos[number], segment: segment)
        case .number, .texts:
            return try columnNode(query) ?? NothingNode()
        case .any(let parts):
            return AnyNode(try nodes(parts, hasScores: hasScores))
        case .all(let parts):
            return AllNode(try nodes(parts, hasScores: hasScores), hasScores: hasScores)
        case .excluding(let included, let excluded):
            return ExcludingNode(
                try node(included, hasScores: hasScores), not: try node(excluded, hasScores: false),
                hasScores: hasScores)
        case .preferring(let needed, let wanted):
            guard hasScores else { return try node(needed, hasScores: false) }
            return PreferringNode(
                try node(needed, hasScores: true), with: try node(wanted, hasScores: true), hasScores: true)
        case .constant(let part, let score):
            return ConstantNode(try node(part, hasScores: false), score: score)
        }
    }

    private func columnNode(_ query: PreparedQuery) throws(IndexError) -> ColumnNode? {
        let count = segment.reader.documentCount
        switch query {
        case .number(let column, let range):
            return ColumnNode(try segment.reader.column(column), .range(range), documentCount: count)
        case .texts(let column, let texts):
            let reader = try segment.reader.column(column)
            var numbers: Set<Int> = []
            for text in texts { if let number = try reader.number(ofText: text) { numbers.insert(number) } }
            return numbers.isEmpty ? nil : ColumnNode(reader, .texts(numbers), documentCount: count)
        default: return nil
        }
    }

    private func nodes(_ parts: [PreparedQuery], hasScores: Bool) throws(IndexError) -> [DocNode] {
        var nodes: [DocNode] = []
        for part in parts { nodes.append(try node(part, hasScores: hasScores)) }
        return nodes
    }

    private func node(_ leaf: Leaf, hasScores: Bool) throws(IndexError) -> DocNode {
        var sources: [FieldSource] = []
        var isExpensive = false
        for field in leaf.fields {
            guard let source = try source(field) else { continue }
            sources.append(source)
            isExpensive = isExpensive || field.terms.count > 1 || field.near != nil
        }
        if sources.isEmpty { return NothingNode() }
        return LeafNode(
            sources, scorer: leaf.scorer, hasScores: hasScores, isExpensive: isExpensive,
            documentCount: segment.reader.documentCount)
    }

    /// Where a leaf stands in a field; `nil` when the segment lacks a term of it.
    func source(_ field: LeafField) throws(IndexError) -> FieldSource? {
        if let near = field.near {
            guard let cursor = try NearCursor(near, field, segment: number, of: segment) else { return nil }
            return try NearSource(cursor, field: field, segment: segment)
        }
        if field.terms.count == 1 {
            guard let info = field.terms[0].infos[number] else { return nil }
            return try TermSource(info, field: field, segment: segment)
        }
        guard let cursor = try PhraseCursor(field, segment: number, of: segment) else { return nil }
        return try PhraseSource(cursor, field: field, segment: segment)
    }

    /// Calls `body` with each window that has live documents of the query.
    func forEachWindow(
        _ query: PreparedQuery, hasScores: Bool, _ body: (DocWindow) throws(IndexError) -> Bool
    ) throws(IndexError) {
        let root = try node(query, hasScores: hasScores)
        let window = DocWindow(hasScores: hasScores)
        let count = segment.reader.documentCount
        var next = try root.nextDoc(from: 0)
        while next != endOfPostings, Int(next) < count {
            window.move(to: next)
            try root.fill(window)
            segment.deleted.remove(from: window)
            if !window.isEmpty, !(try body(window)) { return }
            let (end, overflows) = window.base.addingReportingOverflow(DocWindow.length)
            if overflows || Int(end) >= count { return }
            next = try root.nextDoc(from: end)
        }
    }

    /// Live documents that match.
    func count(_ query: PreparedQuery) throws(IndexError) -> Int {
        if let known = try knownCount(query) { return known }
        var sum = 0
        try forEachWindow(query, hasScores: false) { window throws(IndexError) in
            sum += window.count
            return true
        }
        return sum
    }

    /// What the dictionary knows without a look at postings.
    private func knownCount(_ query: PreparedQuery) throws(IndexError) -> Int? {
        guard segment.deleted.count == 0 else { return nil }
        switch query {
        case .nothing: return 0
        case .everything: return segment.reader.documentCount
        case .constant(let part, _): return try knownCount(part)
        case .leaf(let leaf):
            guard leaf.fields.count == 1, leaf.fields[0].near == nil else { return nil }
            if leaf.fields[0].terms.count == 1 { return leaf.fields[0].terms[0].infos[number]?.docFreq ?? 0 }
            return try PhraseCursor.pairInfo(leaf.fields[0], segment: number, of: segment)?.docFreq
        default: return nil
        }
    }
}

// MARK: - Occurrences

extension SegmentSearch {
    /// Whether a document matches; if so, the occurrences of the terms and phrases that made it match are added.
    func collectOccurrences(
        of query: PreparedQuery, in doc: DocID, into found: inout [LeafOccurrence]
    ) throws(IndexError) -> Bool {
        let before = found.count
        switch query {
        case .nothing:
            return false
        case .everything:
            return true
        case .leaf(let leaf):
            for field in leaf.fields {
                if let near = field.near {
                    guard var cursor = try NearCursor(near, field, segment: number, of: segment),
                        try cursor.candidate(from: doc) == doc
                    else { continue }
                    for span in try cursor.spans(doc) {
                        found.append(
                            LeafOccurrence(
                                leaf: leaf.number, field: field.number,
                                position: UInt32(truncatingIfNeeded: span.start),
                                length: UInt32(truncatingIfNeeded: span.end - span.start)))
                    }
                    continue
                }
                guard var cursor = try PhraseCursor(field, segment: number, of: segment, usesPairs: false),
                    try cursor.isCandidate(doc), try cursor.matches(doc)
                else { continue }
                for start in cursor.starts.array {
                    found.append(
                        LeafOccurrence(leaf: leaf.number, field: field.number, position: start, length: leaf.length))
                }
            }
            return found.count > before
        case .terms(let set):
            let positions = UInt32Buffer()
            for info in set.infos[number] {
                var postings = try segment.reader.postings(of: info)
                try postings.advance(to: doc)
                guard postings.doc == doc else { continue }
                try postings.readPositions(into: positions)
                for position in positions.array {
                    found.append(LeafOccurrence(leaf: set.number, field: set.field, position: position, length: 1))
                }
            }
            return found.count > before
        case .number, .texts:
            return try columnNode(query)?.matches(doc) ?? false
        case .any(let parts):
            var matches = false
            for part in parts where try collectOccurrences(of: part, in: doc, into: &found) { matches = true }
            return matches
        case .all(let parts):
            for part in parts where !(try collectOccurrences(of: part, in: doc, into: &found)) {
                found.removeLast(found.count - before)
                return false
            }
            return !parts.isEmpty
        case .excluding(let included, let excluded):
            var ignored: [LeafOccurrence] = []
            guard try !collectOccurrences(of: excluded, in: doc, into: &ignored) else { return false }
            return try collectOccurrences(of: included, in: doc, into: &found)
        case .preferring(let needed, let wanted):
            guard try collectOccurrences(of: needed, in: doc, into: &found) else { return false }
            _ = try collectOccurrences(of: wanted, in: doc, into: &found)
            return true
        case .constant(let part, _):
            return try collectOccurrences(of: part, in: doc, into: &found)
        }
    }
}

/// A place where a leaf of the query stands.
struct LeafOccurrence {
    /// Number of the leaf.
    var leaf: Int
    /// Number of the field in the schema.
    var field: Int
    var position: UInt32
    /// Positions covered.
    var length: UInt32
}
