/// Terms near one another.
final class NearSource: FieldSource {
    private var cursor: NearCursor

    init(_ cursor: NearCursor, field: LeafField, segment: LiveSegment) throws(IndexError) {
        self.cursor = cursor
        try super.init(cost: cursor.cost, field: field, segment: segment)
    }

    override func fill(_ window: DocWindow) throws(IndexError) { try fill(window, &cursor) }

    private func fill(_ window: DocWindow, _ cursor: inout NearCursor) throws(IndexError) {
        var doc = try cursor.candidate(from: window.base)
        while doc < window.end {
            let count = try cursor.spans(doc).count
            if count > 0 { window.insert(doc, score: Double(normalized(UInt32(truncatingIfNeeded: count), doc))) }
            doc = try cursor.candidate(from: doc + 1)
        }
    }

    override func frequency(of doc: DocID) throws(IndexError) -> Float? {
        let count = try Self.spanCount(doc, &cursor)
        return count > 0 ? normalized(UInt32(truncatingIfNeeded: count), doc) : nil
    }

    private static func spanCount(_ doc: DocID, _ cursor: inout NearCursor) throws(IndexError) -> Int {
        try cursor.candidate(from: doc) == doc ? try cursor.spans(doc).count : 0
    }

    override func nextDoc(from doc: DocID) throws(IndexError) -> DocID { try cursor.candidate(from: doc) }
}

/// Documents that hold some terms, and where these stand near one another.
struct NearCursor {
    /// Documents of the rarest term.
    let cost: Int
    /// In the order of their numbers.
    private var words: [PostingsReader] = []
    /// Numbers of the words, the rarest first.
    private let order: [Int]
    private let near: PreparedNear
    private let positions = UInt32Buffer()

    /// `nil` when the segment lacks a term.
    init?(_ near: PreparedNear, _ field: LeafField, segment number: Int, of segment: LiveSegment) throws(IndexError) {
        for term in field.terms {
            guard let info = term.infos[number] else { return nil }
            words.append(try segment.reader.postings(of: info))
        }
        let words = words
        order = words.indices.sorted { words[$0].docFreq < words[$1].docFreq }
        cost = words.map(\.docFreq).min() ?? 0
        self.near = near
    }

    /// The first document from `doc` on that holds all terms.
    mutating func candidate(from doc: DocID) throws(IndexError) -> DocID {
        var target = doc
        var agreed = 0
        while agreed < order.count {
            try words[order[agreed]].advance(to: target)
            let found = words[order[agreed]].doc
            if found == endOfPostings { return found }
            agreed = found == target ? agreed + 1 : agreed == 0 ? 1 : 0
            target = found
        }
        return target
    }

    /// Where all stand near one another in a candidate: ascending starts, each with its end.
    mutating func spans(_ doc: DocID) throws(IndexError) -> [NearSpan] {
        var places: [[NearSpan]] = []
        for at in words.indices {
            try words[at].readPositions(into: positions)
            places.append(positions.array.map { NearSpan(start: UInt64($0), end: UInt64($0) + 1) })
        }
        return Self.spans(near, places)
    }

    private static func spans(_ part: PreparedNear, _ places: [[NearSpan]]) -> [NearSpan] {
        switch part {
        case .term(let number): return places[number]
        case .group(let parts, let extent, let isOrdered):
            let found = parts.map { EarliestEnds(spans($0, places)) }
            let starts = isOrdered ? found[0].starts : Set(found.flatMap(\.starts)).sorted()
            return starts.compactMap { start in
                guard let end = isOrdered ? orderedEnd(found, from: start) : anyEnd(found, from: start),
                    end - start <= extent
                else { return nil }
                return NearSpan(start: start, end: end)
            }
        }
    }

    private static func orderedEnd(_ parts: [EarliestEnds], from start: UInt64) -> UInt64? {
        guard var end = parts[0].end(startingAt: start) else { return nil }
        for part in parts.dropFirst() {
            guard let next = part.end(from: end) else { return nil }
            end = next
        }
        return end
    }

    private static func anyEnd(_ parts: [EarliestEnds], from start: UInt64) -> UInt64? {
        var end = start
        for part in parts {
            guard let next = part.end(from: start) else { return nil }
            end = max(end, next)
        }
        return end
    }
}

/// A place from a position to before another.
struct NearSpan: Equatable {
    var start: UInt64
    var end: UInt64
}

/// The places of a part, with the earliest end of those that begin at each or later.
private struct EarliestEnds {
    let starts: [UInt64]
    private let ends: [UInt64]
    private let earliest: [UInt64]

    init(_ spans: [NearSpan]) {
        starts = spans.map(\.start)
        ends = spans.map(\.end)
        var earliest = ends
        for at in earliest.indices.dropLast().reversed() { earliest[at] = min(earliest[at], earliest[at + 1]) }
        self.earliest = earliest
    }

    func end(startingAt start: UInt64) -> UInt64? {
        let at = index(from: start)
        return at < starts.count && starts[at] == start ? ends[at] : nil
    }

    func end(from start: UInt64) -> UInt64? {
        let at = index(from: start)
        return at < starts.count ? earliest[at] : nil
    }

    private func index(from start: UInt64) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
