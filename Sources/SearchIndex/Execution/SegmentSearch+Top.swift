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
        case .leaf(let leaf):
            if leaf.hasPositiveWeight, let term = try termScorer(leaf) {
                var search = TermTop(scorer: term, number: number, deleted: segment.deleted)
                return try search.collect(into: &top)
            }
            return try collectConjunction([query], into: &top)
        case .any(let parts):
            if let terms = try termScorers(parts) {
                var search = MaxScore(
                    terms: terms, number: number, deleted: segment.deleted,
                    documentCount: segment.reader.documentCount)
                return try search.collect(into: &top)
            }
        case .all(let parts):
            return try collectConjunction(parts, into: &top)
        case .constant, .everything:
            return try collectFirst(query, into: &top)
        default: break
        }
        _ = try collectAll(query, into: &top)
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

    private func collectConjunction(_ parts: [PreparedQuery], into top: inout TopK) throws(IndexError) {
        guard let found = try conjunctionParts(parts) else {
            _ = try collectAll(parts.count == 1 ? parts[0] : .all(parts), into: &top)
            return
        }
        if found.isEmpty { return }
        var search = ConjunctionTop(parts: found, number: number, deleted: segment.deleted)
        try search.collect(into: &top)
    }

    /// The parts in the form in which the conjunction takes them; none when one has no documents, `nil` when there are
    /// others than terms and phrases in one field.
    private func conjunctionParts(_ parts: [PreparedQuery]) throws(IndexError) -> [ConjunctionPart]? {
        var found: [ConjunctionPart] = []
        for part in parts {
            if case .nothing = part { return [] }
            guard case .leaf(let leaf) = part, leaf.hasPositiveWeight, leaf.fields.count == 1,
                leaf.fields[0].near == nil
            else { return nil }
            let field = leaf.fields[0]
            if let scorer = try termScorer(leaf) {
                found.append(ConjunctionPart(scorer))
            } else if field.terms.count > 1, let cursor = try PhraseCursor(field, segment: number, of: segment) {
                found.append(
                    ConjunctionPart(try PhraseScorer(cursor, leaf: leaf, field: field, segment: segment)))
            } else {
                return []
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

    /// The parts as lists of postings, those without documents left out; `nil` when they are not all in one list each.
    private func termScorers(_ parts: [PreparedQuery]) throws(IndexError) -> [TermScorer]? {
        var scorers: [TermScorer] = []
        for part in parts {
            if case .nothing = part { continue }
            guard case .leaf(let leaf) = part, leaf.hasPositiveWeight else { return nil }
            if let scorer = try termScorer(leaf) {
                scorers.append(scorer)
            } else if leaf.fields.count != 1 || leaf.fields[0].terms.count != 1 || leaf.fields[0].near != nil {
                return nil
            }
        }
        return scorers.isEmpty ? nil : scorers
    }

    private func offer(_ window: DocWindow, to top: inout TopK) throws(IndexError) {
        try window.forEach { doc throws(IndexError) in
            let score = Float(window.score(of: doc))
            if !top.isTooLow(score) { try top.offer(doc, ofSegment: number, score: score) }
        }
    }
}
