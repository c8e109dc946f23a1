/// Documents of a segment in which the terms of a leaf stand at their distances in one field, in ascending order.
///
/// Documents that hold all terms are found first, by pairs of frequent words where the segment has them; then the
/// positions are compared, the rarest term's first.
struct PhraseCursor {
    /// Documents that hold the rarest list, which are no fewer than those of the phrase.
    let cost: Int
    /// Where the phrase starts in the document of the last `matches`, ascending.
    let starts = UInt32Buffer()

    /// The rarest first.
    private var words: [PostingsReader] = []
    private var offsets: [UInt32] = []
    /// Lists that a document of the phrase must be in, the rarest first. Numbers below 0 count pairs from -1 on.
    private var lists: [Int] = []
    private var pairs: [PostingsReader] = []
    private var gate: PhraseGate
    /// The phrase is one pair, so that its postings tell the frequency.
    let isPair: Bool
    private let positions = UInt32Buffer()

    /// `nil` when the segment lacks one of the terms or pairs.
    ///
    /// - Parameter usesPairs: whether pairs may answer in the place of positions.
    init?(
        _ field: LeafField, segment number: Int, of segment: LiveSegment, usesPairs: Bool = true
    ) throws(IndexError) {
        var infos: [(info: TermInfo, offset: UInt32)] = []
        for term in field.terms {
            guard let info = term.infos[number] else { return nil }
            infos.append((info, term.offset))
        }
        infos.sort { $0.info.docFreq < $1.info.docFreq }
        var covered: Set<Int> = []
        var pairInfos: [TermInfo] = []
        let threshold = Int(segment.reader.pairThresholds[field.number])
        for (first, left) in field.terms.enumerated() where usesPairs && left.isFrequent(number, threshold) {
            for (second, right) in field.terms.enumerated()
            where right.offset == left.offset &+ 1 && right.isFrequent(number, threshold) {
                let pair = PairTerm.bytes(left.bytes, right.bytes)
                let field = segment.reader.terms.pairFields + field.number
                guard let info = try segment.reader.terms.info(of: pair.span, field: field) else { return nil }
                pairInfos.append(info)
                covered.formUnion([first, second])
            }
        }
        isPair = field.terms.count == 2 && pairInfos.count == 1
        let reader = segment.reader
        for info in pairInfos { pairs.append(try reader.postings(of: info)) }
        if !isPair { for word in infos { words.append(try reader.postings(of: word.info)) } }
        offsets = infos.map(\.offset)
        var lists: [(list: Int, docFreq: Int)] = pairInfos.enumerated().map { (-1 - $0.offset, $0.element.docFreq) }
        let coveredOffsets = Set(covered.map { field.terms[$0].offset })
        for (at, word) in infos.enumerated() where !coveredOffsets.contains(word.offset) {
            lists.append((at, word.info.docFreq))
        }
        lists.sort { $0.docFreq < $1.docFreq }
        cost = lists.first?.docFreq ?? 0
        self.lists = lists.map(\.list)
        var gates: [PostingsReader] = []
        for (list, _) in lists {
            gates.append(try reader.postings(of: list < 0 ? pairInfos[-1 - list] : infos[list].info))
        }
        gate = PhraseGate(gates)
    }

    /// The postings that answer for a whole phrase; `nil` when no pair does.
    static func pairInfo(
        _ field: LeafField, segment number: Int, of segment: LiveSegment
    ) throws(IndexError) -> TermInfo? {
        let threshold = Int(segment.reader.pairThresholds[field.number])
        guard field.terms.count == 2, let first = field.terms.first(where: { $0.offset == 0 }),
            let second = field.terms.first(where: { $0.offset == 1 }), first.isFrequent(number, threshold),
            second.isFrequent(number, threshold)
        else { return nil }
        let pair = PairTerm.bytes(first.bytes, second.bytes)
        return try segment.reader.terms.info(of: pair.span, field: segment.reader.terms.pairFields + field.number)
    }

    // MARK: - One document at a time

    /// The first document from `doc` on that holds all terms, at whatever distances; `endOfPostings` when there is none.
    mutating func candidate(from doc: DocID) throws(IndexError) -> DocID {
        var target = doc
        var at = 0
        while at < lists.count {
            let found = try advance(lists[at], to: target)
            if found == endOfPostings { return endOfPostings }
            if found != target, at > 0 {
                target = found
                at = 0
            } else {
                target = found
                at += 1
            }
        }
        return target
    }

    /// Whether a document, which is not before that of the last call, holds all terms.
    mutating func isCandidate(_ doc: DocID) throws(IndexError) -> Bool {
        for list in lists where try advance(list, to: doc) != doc { return false }
        return true
    }

    private mutating func advance(_ list: Int, to doc: DocID) throws(IndexError) -> DocID {
        if list < 0 {
            try pairs[-1 - list].advance(to: doc)
            return pairs[-1 - list].doc
        }
        try words[list].advance(to: doc)
        return words[list].doc
    }

    // MARK: - Many documents at a time

    /// Fills a batch with documents from one on, and before another, that hold all terms.
    ///
    /// - Returns: from which document on the next may be; `nil` when there are none.
    mutating func candidates(
        _ batch: PhraseBatch, from first: DocID, to end: DocID, limit: Int = PhraseBatch.capacity,
        tellsFrequencies: Bool
    ) throws(IndexError) -> DocID? {
        batch.removeAll()
        let next = try gate.fill(batch, from: first, to: end, limit: limit)
        if tellsFrequencies, !batch.isEmpty, let lead = lists.first { try tellFrequencies(of: batch, by: lead) }
        return next
    }

    /// A document that is not above the first candidate from `doc` on; `endOfPostings` when there is none.
    mutating func nextDoc(from doc: DocID) throws(IndexError) -> DocID { try gate.nextDoc(from: doc) }

    /// Keeps of a window the documents that hold all terms.
    mutating func keepCandidates(of window: DocWindow) throws(IndexError) { try gate.refine(window) }

    private mutating func tellFrequencies(of batch: PhraseBatch, by list: Int) throws(IndexError) {
        if list < 0 {
            try pairs[-1 - list].keepDocuments(of: batch, tellsFrequencies: true)
        } else {
            try words[list].keepDocuments(of: batch, tellsFrequencies: true)
        }
    }

    /// Keeps of a batch of candidates those in which the phrase stands. Frequencies then tell how often; of a pair, when
    /// they were told before.
    mutating func keepMatches(of batch: PhraseBatch) throws(IndexError) {
        if isPair { return }
        for at in words.indices where !batch.isEmpty {
            try words[at].narrow(batch, at: offsets[at], with: positions)
        }
        batch.countStarts()
    }

    /// The documents of the rarest list's block that reaches to one, from that one on and before the first returned, and
    /// the least of the lists' bounds for them; `nil` when there are none. Decodes nothing.
    mutating func block(from doc: DocID) throws(IndexError) -> (end: DocID, bound: UInt16)? {
        guard let lead = lists.first else { return nil }
        let hasBlock =
            lead < 0 ? try pairs[-1 - lead].enterBlock(reaching: doc) : try words[lead].enterBlock(reaching: doc)
        return hasBlock ? try bound(from: doc) : nil
    }

    // MARK: - Bounds

    /// Documents from a candidate on, to before the first one returned, and the least of the lists' bounds for them.
    mutating func bound(from doc: DocID) throws(IndexError) -> (end: DocID, bound: UInt16) {
        let last = lists[0] < 0 ? pairs[-1 - lists[0]].lastDoc : words[lists[0]].lastDoc
        let end = DocID(truncatingIfNeeded: min(last + 1, Int64(endOfPostings)))
        return (end, try bound(from: doc, to: end))
    }

    /// The least of the lists' bounds for a range of documents.
    func bound(from: DocID, to: DocID) throws(IndexError) -> UInt16 {
        var least = ScoreBound.none
        for list in lists {
            let bound =
                list < 0 ? try pairs[-1 - list].bound(from: from, to: to) : try words[list].bound(from: from, to: to)
            least = min(least, bound ?? 0)
        }
        return least
    }

    /// The most times that the phrase can stand in a candidate.
    mutating func frequencyBound(_ doc: DocID) throws(IndexError) -> UInt32 {
        if isPair { return try pairs[0].termFreq() }
        var least = UInt32.max
        for list in lists where list >= 0 { least = min(least, try words[list].termFreq()) }
        for pair in pairs.indices { least = min(least, try pairs[pair].termFreq()) }
        return least
    }

    /// How often the phrase stands in a candidate; 0 when it does not.
    mutating func frequency(_ doc: DocID) throws(IndexError) -> UInt32 {
        if isPair { return try pairs[0].termFreq() }
        if words.count == 1 { return try words[0].termFreq() }
        return try matches(doc) ? UInt32(truncatingIfNeeded: starts.count) : 0
    }

    /// Whether the phrase stands in a candidate; if so, `starts` says where.
    mutating func matches(_ doc: DocID) throws(IndexError) -> Bool {
        starts.removeAll()
        for at in words.indices {
            try words[at].advance(to: doc)
            guard words[at].doc == doc else { return false }
            if at == 0 {
                try words[at].readPositions(into: positions)
                takeStarts()
            } else {
                try words[at].keepStarts(starts, at: offsets[at], with: positions)
            }
            if starts.isEmpty { return false }
        }
        return true
    }

    private func takeStarts() {
        // A term that stands before its offset cannot be part of a whole phrase.
        for at in 0..<positions.count where positions[at] >= offsets[0] { starts.append(positions[at] - offsets[0]) }
    }
}

extension LeafTerm {
    /// Whether the segment has all pairs of this word with others that are frequent.
    fileprivate func isFrequent(_ segment: Int, _ threshold: Int) -> Bool {
        guard let info = infos[segment] else { return false }
        return info.docFreq >= threshold && bytes.count <= PairPolicy.longestWord
    }
}
