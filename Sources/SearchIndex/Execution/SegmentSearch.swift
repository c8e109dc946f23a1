/// Runs a prepared query on one segment: each part of the query becomes the list of its documents.
struct SegmentSearch {
    let segment: LiveSegment
    /// Number of the segment in the prepared query.
    let number: Int

    /// The live documents that match, with their scores.
    func documents(_ query: PreparedQuery) throws(IndexError) -> DocList {
        switch query {
        case .nothing:
            return DocList()
        case .everything:
            var list = DocList()
            for doc in 0..<DocID(segment.reader.documentCount) where segment.isLive(doc) { list.append(doc, score: 0) }
            return list
        case .leaf(let leaf):
            return try documents(leaf)
        case .any(let parts):
            if parts.count == 1 { return try documents(parts[0]) }
            var sum = DocListSum(documentCount: segment.reader.documentCount)
            for part in parts { sum.add(try documents(part)) }
            return sum.list
        case .all(let parts):
            var list: DocList?
            for part in parts {
                let next = try documents(part)
                list = list?.intersection(next) ?? next
                if list?.isEmpty ?? true { break }
            }
            return list ?? DocList()
        case .excluding(let included, let excluded):
            let list = try documents(included)
            return list.isEmpty ? list : list.subtracting(try documents(excluded))
        case .preferring(let needed, let wanted):
            let list = try documents(needed)
            return list.isEmpty ? list : list.adding(try documents(wanted))
        case .constant(let part, let score):
            return try documents(part).withScore(score)
        }
    }

    private func documents(_ leaf: Leaf) throws(IndexError) -> DocList {
        var list = DocList()
        for field in leaf.fields {
            let next = field.terms.count == 1 ? try termFrequencies(field) : try phraseFrequencies(field)
            list = list.isEmpty ? next : list.union(next)
        }
        list.mapScores { leaf.scorer.score(frequency: $0) }
        return list
    }

    /// Documents with the term in the field, and its normalised frequencies in the place of scores.
    private func termFrequencies(_ field: LeafField) throws(IndexError) -> DocList {
        var list = DocList()
        guard let info = field.terms[0].infos[number] else { return list }
        let file = segment.reader.file
        let norms = FieldNorms(try file.bytes(in: segment.reader.normsRange(ofField: field.number)))
        var postings = try segment.reader.postings(of: info)
        try postings.next()
        while postings.doc != endOfPostings {
            let doc = postings.doc
            if segment.isLive(doc) {
                list.append(doc, score: field.normalization.frequency(try postings.termFreq(), norm: norms[doc]))
            }
            try postings.next()
        }
        return list
    }

    /// Documents with the phrase in the field, and its normalised frequencies in the place of scores.
    private func phraseFrequencies(_ field: LeafField) throws(IndexError) -> DocList {
        var list = DocList()
        guard var cursor = try PhraseCursor(field, segment: number, of: segment) else { return list }
        let file = segment.reader.file
        let norms = FieldNorms(try file.bytes(in: segment.reader.normsRange(ofField: field.number)))
        try cursor.next()
        while cursor.doc != endOfPostings {
            let doc = cursor.doc
            if segment.isLive(doc) {
                list.append(doc, score: field.normalization.frequency(try cursor.frequency(), norm: norms[doc]))
            }
            try cursor.next()
        }
        return list
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
                guard var cursor = try PhraseCursor(field, segment: number, of: segment) else { continue }
                try cursor.advance(to: doc)
                guard cursor.doc == doc else { continue }
                for start in try cursor.occurrences() {
                    found.append(
                        LeafOccurrence(leaf: leaf.number, field: field.number, position: start, length: leaf.length))
                }
            }
            return found.count > before
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

/// The lengths of a field in the documents of a segment, a byte each, lent by its file.
struct FieldNorms: ~Escapable {
    private let bytes: Span<UInt8>

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>) { self.bytes = bytes }

    @inline(__always)
    subscript(doc: DocID) -> UInt8 { bytes[Int(doc)] }
}
