/// The terms of a segment that is being built, each with a number: first come, first numbered.
///
/// An open-addressing table of 32-bit numbers over one array of bytes: no allocation per term. A term belongs to a
/// field; the same bytes in two fields are two terms.
struct TermTable {
    private(set) var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// Number of a term plus one, or 0 for an empty slot. Its length is a power of two, at most half full.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)

    private struct Entry {
        var start: Int
        var length: UInt32
        var hash: UInt32
        var field: UInt8
    }

    var count: Int { entries.count }

    /// Memory in use, in bytes, roughly.
    var size: Int { bytes.count + entries.count * 24 + slots.count * 4 }

    func field(of term: Int) -> Int { Int(entries[term].field) }

    func range(of term: Int) -> Range<Int> {
        entries[term].start..<(entries[term].start + Int(entries[term].length))
    }

    /// Number of a term, which is added when it is new.
    mutating func number(of term: Span<UInt8>, field: UInt8) -> UInt32 {
        let hash = Self.hash(term, field)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot] - 1)
            if entries[number].hash == hash, entries[number].field == field, matches(number, term) {
                return UInt32(number)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        entries.append(Entry(start: bytes.count, length: UInt32(term.count), hash: hash, field: field))
        for at in term.indices { bytes.append(term[at]) }
        slots[slot] = UInt32(entries.count)
        if entries.count * 2 > slots.count { grow() }
        return UInt32(entries.count - 1)
    }

    /// Term numbers ordered by field, then by bytes.
    func sortedNumbers() -> [Int] {
        (0..<entries.count).sorted { left, right in
            let (a, b) = (entries[left], entries[right])
            if a.field != b.field { return a.field < b.field }
            let span = bytes.span
            return precedes(span.extracting(range(of: left)), span.extracting(range(of: right)))
        }
    }

    private func matches(_ number: Int, _ term: Span<UInt8>) -> Bool {
        guard Int(entries[number].length) == term.count else { return false }
        let start = entries[number].start
        for at in 0..<term.count where bytes[start &+ at] != term[at] { return false }
        return true
    }

    private mutating func grow() {
        var larger = [UInt32](repeating: 0, count: slots.count * 2)
        for (number, entry) in entries.enumerated() {
            var slot = Int(entry.hash) & (larger.count - 1)
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = UInt32(number + 1)
        }
        slots = larger
    }

    /// FNV-1a (draft-eastlake-fnv), folded so that the low bits depend on all.
    private static func hash(_ term: Span<UInt8>, _ field: UInt8) -> UInt32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(field)
        for at in term.indices { hash = (hash ^ UInt64(term[at])) &* 0x100_0000_01b3 }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }
}

/// Whether one string of bytes stands before another in byte order, which for UTF-8 is the order of code points.
func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    for at in 0..<min(left.count, right.count) where left[at] != right[at] { return left[at] < right[at] }
    return left.count < right.count
}
