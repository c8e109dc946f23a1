extension SegmentSearch {
    /// Offers every live document that matches; returns how many there are.
    func collectAll(_ query: PreparedQuery, into top: inout TopK) throws(IndexError) -> Int {
        if top.capacity == 0 { return try count(query) }
        var total = 0
        var best = top
        try forEachWindow(query, hasScores: true) { window throws(IndexError) in
            total += window.count
            try offer(window, to: &best)
            return true
        }
        top = best
        return total
    }

    /// Offers the live documents that match and can be among the best.
    func collectBest(_ query: PreparedQuery, into top: inout TopK) throws(IndexError) {
        if top.capacity == 0 { return }
        switch query {
        case .constant, .everything:
            try collectFirst(query, into: &top)
        default:
            if try !collectPruned(query, without: segment.deleted, into: &top) { _ = try collectAll(query, into: &top) }
        }
    }

    /// Offers documents by bounds on their scores, where the query has the form for it; says whether it has.
    private func collectPruned(
        _ query: PreparedQuery, without deleted: DeletedDocuments, into top: inout TopK
    ) throws(IndexError) -> Bool {
        switch query {
        case .leaf(let leaf):
            guard leaf.hasPositiveWeight else { return false }
            if let term = try termScorer(leaf) {
                var search = TermTop(scorer: term, number: number, deleted: deleted)
                try search.collect(into: &top)
                return true
            }
            guard let phrase = try phraseScorer(leaf) else { return false }
            var search = PhraseTop(scorer: phrase, number: number, deleted: deleted)
            try search.collect(into: &top)
            return true
        case .any(let parts):
            guard let found = try scoredParts(parts) else { return false }
            var search = MaxScore(
                terms: found.compactMap { $0 }, number: number, deleted: deleted,
                documentCount: segment.reader.documentCount)
            try search.collect(into: &top)
            return true
        case .all(let parts):
            return try collectConjunction(parts, wanted: [], without: deleted, into: &top)
        case .preferring(let needed, let wanted):
            var (all, any) = ([needed], [wanted])
            if case .all(let parts) = needed { all = parts }
            if case .any(let parts) = wanted { any = parts }
            return try collectConjunction(all, wanted: any, without: deleted, into: &top)
        case .excluding(let included, let excluded):
            guard excluded.isCheap else { return false }
            var deleted = deleted
            try forEachWindow(excluded, hasScores: false) { window throws(IndexError) in
                deleted.insert(window)
                return true
            }
            return try collectPruned(included, without: deleted, into: &top)
        default: return false
        }
    }

    /// Of documents that all score alike the first are the best.
    private func collectFirst(_ query: PreparedQuery, into top: inout TopK) throws(IndexError) {
        var best = top
        var taken = 0
        try forEachWindow(query, hasScores: true) { window throws(IndexError) in
            try window.forEach { doc throws(IndexError) in
                if taken == best.capacity { return }
                taken += 1
                try best.offer(doc, ofSegment: number, score: Float(window.score(of: doc)))
            }
            return taken < best.capacity
        }
        top = best
    }

    /// Offers documents in which all parts stand and others may; says whether the parts have the form for it.
    private func collectConjunction(
        _ parts: [PreparedQuery], wanted: [PreparedQuery], without deleted: DeletedDocuments, into top: inout TopK
    ) throws(IndexError) -> Bool {
        guard let found = try scoredParts(parts), let optional = try scoredParts(wanted) else { return false }
        let needed = found.compactMap { $0 }
        // A part that is nowhere in the segment matches nothing.
        if needed.count < found.count || needed.isEmpty { return true }
        var search = ConjunctionTop(
            parts: needed, optional: optional.compactMap { $0 }, number: number, deleted: deleted)
        try search.collect(into: &top)
        return true
    }

    /// The parts in the form that bounds are known for, `nil` for one without documents; no list at all when there are
    /// others than terms and phrases in one field.
    private func scoredParts(_ parts: [PreparedQuery]) throws(IndexError) -> [ScoredPart?]? {
        var found: [ScoredPart?] = []
        for part in parts {
            if case .nothing = part {
                found.append(nil)
                continue
            }
            guard case .leaf(let leaf) = part, leaf.hasPositiveWeight, leaf.fields.count == 1,
                leaf.fields[0].near == nil
            else { return nil }
            let field = leaf.fields[0]
            if let scorer = try termScorer(leaf) {
                found.append(ScoredPart(scorer))
            } else if field.terms.count > 1, let cursor = try PhraseCursor(field, segment: number, of: segment) {
                found.append(ScoredPart(try PhraseScorer(cursor, leaf: leaf, field: field, segment: segment)))
            } else {
                found.append(nil)
            }
        }
        return found
    }

    /// The leaf as one list of postings: a term, or a pair of frequent words; `nil` when it is not in one list.
    private func termScorer(_ leaf: Leaf) throws(IndexError) -> TermScorer? {
        guard leaf.fields.count == 1, leaf.fields[0].near == nil else { return nil }
        let field = leaf.fields[0]
        if field.terms.count == 1 {
            guard let info = field.terms[0].infos[number] else { return nil }
            return try TermScorer(info, leaf: leaf, field: field, segment: segment)
        }
        guard let info = try PhraseCursor.pairInfo(field, segment: number, of: segment) else { return nil }
        return try TermScorer(info, leaf: leaf, field: field, segment: segment)
    }

    /// The leaf as a phrase; `nil` when it is none in one field, or the segment lacks a word of it.
    private func phraseScorer(_ leaf: Leaf) throws(IndexError) -> PhraseScorer? {
        guard leaf.fields.count == 1, leaf.fields[0].near == nil, leaf.fields[0].terms.count > 1,
            let cursor = try PhraseCursor(leaf.fields[0], segment: number, of: segment)
        else { return nil }
        return try PhraseScorer(cursor, leaf: leaf, field: leaf.fields[0], segment: segment)
    }

    private func offer(_ window: DocWindow, to top: inout TopK) throws(IndexError) {
        try window.forEach { doc throws(IndexError) in
            let score = Float(window.score(of: doc))
            if !top.isTooLow(score) { try top.offer(doc, ofSegment: number, score: score) }
        }
    }
}

extension PreparedQuery {
    /// Whether all documents are found from postings alone, which costs little: terms, and any of them.
    fileprivate var isCheap: Bool {
        switch self {
        case .nothing: true
        case .leaf(let leaf): leaf.fields.allSatisfy { $0.near == nil && $0.terms.count == 1 }
        case .any(let parts): parts.allSatisfy(\.isCheap)
        default: false
        }
    }
}
