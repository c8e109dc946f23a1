/// The terms of a segment that is being built, each with a number: first come, first numbered.
///
/// An open-addressing table over one array of bytes: no allocation per term. A term belongs to a field; the same bytes in
/// two fields are two terms. The first eight bytes stand in the entry, so that most comparisons read no others.
struct TermTable {
    private(set) var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// High half: hash; low half: number of a term plus one, or 0 for an empty slot. Its length is a power of two, at most
    /// half full.
    private var slots = [UInt64](repeating: 0, count: 1 << 12)

    private struct Entry {
        /// The first eight bytes as a little-endian number; zeros stand for those that a shorter term lacks.
        var head: UInt64
        var start: UInt32
        var length: UInt32
        var hash: UInt32
        var field: UInt32
    }

    /// Terms that the table has room for, and bytes.
    static let mostTerms = Int(Int32.max)
    static let mostBytes = Int(UInt32.max)

    var count: Int { entries.count }

    /// Memory in use, in bytes, roughly.
    var size: Int { bytes.count + entries.count * 24 + slots.count * 8 }

    func field(of term: Int) -> Int { Int(entries[term].field) }

    func range(of term: Int) -> Range<Int> {
        Int(entries[term].start)..<Int(entries[term].start + entries[term].length)
    }

    /// Number of a term, which is added when it is new.
    ///
    /// - Parameters:
    ///   - text: holds the term.
    ///   - range: place of the term in the text, within it.
    @inline(__always)
    mutating func number(of text: Span<UInt8>, _ range: Range<Int>, field: UInt32) -> UInt32 {
        let length = range.count
        var head = text.littleEndian64(at: range.lowerBound)
        if length < 8 { head &= (1 &<< UInt64(8 &* length)) &- 1 }
        var hash = (head ^ UInt64(field) &<< 56) &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(length)
        if length > 8 { hash = Self.hashRest(text, range, hash) }
        hash ^= hash &>> 32
        hash &*= 0xd6e8_feb8_6659_fd93
        let tag = hash &>> 32
        var slot = Int(truncatingIfNeeded: tag) & (slots.count &- 1)
        while slots[slot] != 0 {
            if slots[slot] &>> 32 == tag {
                let number = Int(truncatingIfNeeded: slots[slot] & 0xffff_ffff) &- 1
                let entry = entries[number]
                if entry.head == head, entry.length == UInt32(truncatingIfNeeded: length), entry.field == field,
                    length <= 8 || matchesRest(Int(entry.start), text, range)
                {
                    return UInt32(truncatingIfNeeded: number)
                }
            }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        return insert(text, range, head, UInt32(truncatingIfNeeded: tag), field, slot)
    }

    @inline(never)
    private mutating func insert(
        _ text: Span<UInt8>, _ range: Range<Int>, _ head: UInt64, _ hash: UInt32, _ field: UInt32, _ slot: Int
    ) -> UInt32 {
        entries.append(
            Entry(
                head: head, start: UInt32(bytes.count), length: UInt32(range.count), hash: hash, field: field))
        for at in range { bytes.append(text[at]) }
        slots[slot] = UInt64(hash) << 32 | UInt64(entries.count)
        if entries.count * 2 > slots.count { grow() }
        return UInt32(entries.count - 1)
    }

    /// Term numbers of a field ordered by bytes.
    func sortedNumbers(ofField field: Int) -> [UInt32] {
        var keyed: [(head: UInt64, number: UInt32)] = []
        for (number, entry) in entries.enumerated() where entry.field == UInt32(field) {
            keyed.append((entry.head.byteSwapped, UInt32(number)))
        }
        // Byte order is the order of the swapped heads; where they are equal, of the rest and the lengths.
        keyed.sort { left, right in
            if left.head != right.head { return left.head < right.head }
            let span = bytes.span
            return precedes(
                span.extracting(range(of: Int(left.number))), span.extracting(range(of: Int(right.number))))
        }
        return keyed.map(\.number)
    }

    private func matchesRest(_ start: Int, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let own = bytes.span
        var at = 8
        while at &+ 8 < range.count {
            if own.littleEndian64(at: start &+ at) != text.littleEndian64(at: range.lowerBound &+ at) { return false }
            at &+= 8
        }
        // The last eight bytes, some of which may have been compared.
        at = range.count &- 8
        return own.littleEndian64(at: start &+ at) == text.littleEndian64(at: range.lowerBound &+ at)
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: slots.count * 2)
        for (number, entry) in entries.enumerated() {
            var slot = Int(entry.hash) & (larger.count - 1)
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = UInt64(entry.hash) << 32 | UInt64(number + 1)
        }
        slots = larger
    }

    private static func hashRest(_ text: Span<UInt8>, _ range: Range<Int>, _ hash: UInt64) -> UInt64 {
        var hash = hash
        for at in range.lowerBound + 8..<range.upperBound { hash = (hash ^ UInt64(text[at])) &* 0x100_0000_01b3 }
        return hash
    }
}

/// Whether one string of bytes stands before another in byte order, which for UTF-8 is the order of code points.
func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    for at in 0..<min(left.count, right.count) where left[at] != right[at] { return left[at] < right[at] }
    return left.count < right.count
}

func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool { precedes(left.span, right.span) }
