/// Makes one segment of several: decodes them and writes what is live anew, as if it had been added at once.
///
/// Documents of a segment are in order, so their new numbers ascend too, and the order of the segments does not matter.
struct SegmentMerger {
    let segments: [LiveSegment]
    let fieldCount: Int
    let pairs: PairPolicy

    /// Writes the merged segment; `nil` when no document is live.
    func merge(to directory: IndexDirectory, name: String) throws(IndexError) -> SegmentEntry? {
        let (table, newDocs) = try mergedDocuments()
        guard table.count > 0 else { return nil }
        var writer = try SegmentWriter(directory: directory, name: name, documents: table)
        var frequent: [[[UInt8]]] = []
        for field in 0..<fieldCount {
            writer.beginField(field)
            frequent.append(try mergeTerms(ofField: field, newDocs, table.count, to: &writer))
        }
        for field in 0..<fieldCount where !frequent[field].isEmpty {
            writer.beginField(fieldCount + field)
            try writePairs(frequent[field], ofField: field, newDocs, table.count, to: &writer)
        }
        return try writer.finish()
    }

    // MARK: - Documents

    /// The live documents of all segments in order, and per segment the new number of each old one: `endOfPostings` for a
    /// deleted one.
    private func mergedDocuments() throws(IndexError) -> (table: DocumentTable, newDocs: [[DocID]]) {
        var kinds: [Column.Kind] = []
        for column in 0..<(segments.first?.reader.layout.columnCount ?? 0) {
            if let segment = segments.first { kinds.append(try segment.reader.column(column).kind) }
        }
        var table = DocumentTable(fieldCount: fieldCount, columnKinds: kinds)
        var columns: [[ColumnReader]] = []
        for segment in segments {
            var own: [ColumnReader] = []
            for column in kinds.indices { own.append(try segment.reader.column(column)) }
            columns.append(own)
        }
        var newDocs = segments.map { [DocID](repeating: endOfPostings, count: $0.reader.documentCount) }
        var walkers: [DocumentWalker] = []
        for segment in segments { walkers.append(try DocumentWalker(segment)) }
        while let at = Self.first(of: walkers) {
            let walker = walkers[at]
            newDocs[at][Int(walker.doc)] = DocID(table.count)
            var lengths: [UInt32] = []
            for field in 0..<fieldCount { lengths.append(try segments[at].reader.length(of: walker.doc, field: field)) }
            var entries: [ColumnEntry] = []
            for column in columns[at] { entries.append(try column.entry(of: walker.doc)) }
            table.append(key: walker.key.span, sortKey: walker.sortKey, lengths: lengths, columns: entries)
            try walkers[at].advance()
        }
        return (table, newDocs)
    }

    /// The walker whose document comes first; `nil` when all are at their end.
    private static func first(of walkers: [DocumentWalker]) -> Int? {
        var first: Int?
        for at in walkers.indices where !walkers[at].isAtEnd {
            guard let best = first, !walkers[at].precedes(walkers[best]) else {
                first = at
                continue
            }
        }
        return first
    }

    // MARK: - Terms

    /// Walks the term lists of all segments at once, always taking the lowest term.
    ///
    /// - Returns: the frequent words.
    private func mergeTerms(
        ofField field: Int, _ newDocs: [[DocID]], _ documentCount: Int, to writer: inout SegmentWriter
    ) throws(IndexError) -> [[UInt8]] {
        var cursors: [TermCursor] = []
        for segment in segments { cursors.append(try TermCursor(segment.reader.terms, field: field)) }
        let least = pairs.leastDocFreq(documentCount)
        var candidates: [(word: [UInt8], docFreq: Int)] = []
        while let lowest = Self.lowestTerm(of: cursors) {
            var sources: [MergeSource] = []
            for at in cursors.indices where cursors[at].term == lowest {
                let reader = try segments[at].reader.postings(of: try cursors[at].info())
                sources.append(try MergeSource(reader, number: at, newDocs[at]))
                try cursors[at].advance()
            }
            let docFreq = try append(lowest, sources, newDocs, to: &writer)
            if docFreq >= least, lowest.count <= PairPolicy.longestWord { candidates.append((lowest, docFreq)) }
        }
        let threshold = pairs.threshold(docFreqs: candidates.map(\.docFreq), documentCount: documentCount)
        writer.setPairThreshold(threshold, field: field)
        return candidates.filter { $0.docFreq >= Int(threshold) }.map(\.word)
    }

    private func append(
        _ term: [UInt8], _ sources: consuming [MergeSource], _ newDocs: [[DocID]], to writer: inout SegmentWriter
    ) throws(IndexError) -> Int {
        let positions = UInt32Buffer()
        var isBegun = false
        while let at = MergeSource.first(of: sources) {
            if !isBegun { writer.beginTerm() }
            isBegun = true
            try sources[at].reader.readPositions(into: positions)
            let doc = sources[at].doc
            for place in 0..<positions.count { writer.append(doc: doc, position: positions[place]) }
            try sources[at].advance(newDocs[sources[at].number])
        }
        return isBegun ? try writer.endTerm(term.span) : 0
    }

    private static func lowestTerm(of cursors: [TermCursor]) -> [UInt8]? {
        var lowest: [UInt8]?
        for cursor in cursors {
            guard let term = cursor.term else { continue }
            guard let current = lowest else {
                lowest = term
                continue
            }
            if precedes(term.span, current.span) { lowest = term }
        }
        return lowest
    }

    // MARK: - Pairs

    /// Windows of documents in which the places of frequent words are brought in order, to find neighbours.
    private static let windowBits: UInt64 = 10

    private func writePairs(
        _ words: [[UInt8]], ofField field: Int, _ newDocs: [[DocID]], _ documentCount: Int,
        to writer: inout SegmentWriter
    ) throws(IndexError) {
        let frequent = FrequentWords(words)
        var sources: [(word: UInt64, source: MergeSource)] = []
        for (number, word) in words.enumerated() {
            for at in segments.indices {
                guard let info = try segments[at].reader.terms.info(of: word.span, field: field) else { continue }
                let reader = try segments[at].reader.postings(of: info)
                sources.append((UInt64(number), try MergeSource(reader, number: at, newDocs[at])))
            }
        }
        var collector = PairCollector(wordCount: words.count)
        var places: [UInt64] = []
        var scratch: [UInt64] = []
        let positions = UInt32Buffer()
        var window: DocID = 0
        while Int(window) < documentCount {
            let end = window + 1 << DocID(Self.windowBits)
            places.removeAll(keepingCapacity: true)
            var lastPosition: UInt32 = 0
            for at in sources.indices {
                while sources[at].source.doc < end {
                    try sources[at].source.reader.readPositions(into: positions)
                    // Document, position, word: 10 + 32 + 9 bits, of which positions use the lower ones only.
                    for place in 0..<positions.count {
                        let position = positions[place]
                        places.append(
                            UInt64(position) << 20 | UInt64(sources[at].source.doc - window) << 10 | sources[at].word)
                        lastPosition = max(lastPosition, position)
                    }
                    try sources[at].source.advance(newDocs[sources[at].source.number])
                }
            }
            Self.collect(&places, &scratch, lastPosition, window, frequent, &collector)
            window = end
        }
        try writer.appendPairs(collector, frequent)
    }

    private static func collect(
        _ places: inout [UInt64], _ scratch: inout [UInt64], _ lastPosition: UInt32, _ window: DocID,
        _ words: FrequentWords, _ collector: inout PairCollector
    ) {
        let positionBits = UInt64(UInt32.bitWidth - lastPosition.leadingZeroBitCount)
        // Brought into the order of sorting: document, position, word.
        for at in places.indices {
            let (position, doc, word) = (places[at] >> 20, places[at] >> 10 & 1_023, places[at] & 1_023)
            places[at] = (doc << positionBits | position) << 10 | word
        }
        RadixSort.sort(&places, &scratch, keyBits: Int(positionBits) + 20)
        var doc: UInt64 = .max
        var neighbours = NeighbourFinder()
        for place in places {
            if place >> (positionBits + 10) != doc {
                doc = place >> (positionBits + 10)
                neighbours = NeighbourFinder()
            }
            let position = UInt32(truncatingIfNeeded: place >> 10 & (1 << positionBits - 1))
            let newDoc = window + DocID(doc)
            neighbours.append(UInt16(place & 1_023), at: position, words) { collector.append(pair: $0, doc: newDoc) }
        }
    }
}

/// The live documents of a segment in order.
private struct DocumentWalker {
    private let segment: LiveSegment
    private(set) var doc: DocID = 0
    private(set) var key: [UInt8] = []
    private(set) var sortKey: UInt64 = 0

    init(_ segment: LiveSegment) throws(IndexError) {
        self.segment = segment
        try settle()
    }

    var isAtEnd: Bool { Int(doc) >= segment.reader.documentCount }

    mutating func advance() throws(IndexError) {
        doc += 1
        try settle()
    }

    private mutating func settle() throws(IndexError) {
        while !isAtEnd, !segment.isLive(doc) { doc += 1 }
        guard !isAtEnd else { return }
        key = Array(try segment.reader.key(of: doc).utf8)
        sortKey = try segment.reader.sortKey(of: doc)
    }

    func precedes(_ other: DocumentWalker) -> Bool {
        sortKey != other.sortKey ? sortKey > other.sortKey : SearchIndex.precedes(key.span, other.key.span)
    }
}

/// The live documents of a term in one of the segments, with their new numbers.
private struct MergeSource {
    var reader: PostingsReader
    /// Number of the segment.
    let number: Int
    /// New number of the current document; `endOfPostings` at the end.
    private(set) var doc: DocID = 0

    init(_ reader: PostingsReader, number: Int, _ newDocs: [DocID]) throws(IndexError) {
        self.reader = reader
        self.number = number
        try advance(newDocs)
    }

    mutating func advance(_ newDocs: [DocID]) throws(IndexError) {
        while true {
            try reader.next()
            doc = reader.doc == endOfPostings ? endOfPostings : newDocs[Int(reader.doc)]
            if doc != endOfPostings || reader.doc == endOfPostings { return }
        }
    }

    /// The source whose document comes first; `nil` when all are at their end.
    static func first(of sources: [MergeSource]) -> Int? {
        var first: Int?
        for at in sources.indices where sources[at].doc != endOfPostings {
            if let best = first, sources[best].doc <= sources[at].doc { continue }
            first = at
        }
        return first
    }
}
