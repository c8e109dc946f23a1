/// Collects pairs of frequent words document by document, and gives them back pair by pair.
///
/// Windows of 1,024 documents are sorted by pair and document, and kept as varints: about two bytes for each pair of a
/// document.
struct PairCollector {
    private static let windowBits: UInt32 = 10

    private let pairCount: Int
    /// Of the current window: pair << 10 | document less the window's first.
    private var keys: [UInt32] = []
    private var scratch: [UInt32] = []
    private var window: UInt32 = 0
    private var windows: [(first: DocID, bytes: [UInt8])] = []

    init(wordCount: Int) {
        precondition(wordCount <= 1 << 11, "a pair and a document of a window share 32 bits")
        pairCount = wordCount * wordCount
    }

    /// Adds an occurrence of a pair; documents ascend, pairs within one need not.
    @inline(__always)
    mutating func append(pair: UInt32, doc: DocID) {
        if doc &>> Self.windowBits != window { endWindow(next: doc &>> Self.windowBits) }
        keys.append(pair &<< Self.windowBits | doc & (1 &<< Self.windowBits &- 1))
    }

    private mutating func endWindow(next: UInt32) {
        if !keys.isEmpty {
            RadixSort.sort(
                &keys, &scratch, keyBits: UInt32.bitWidth - (UInt32(pairCount) << Self.windowBits).leadingZeroBitCount)
            windows.append((window << Self.windowBits, encodedKeys()))
            keys.removeAll(keepingCapacity: true)
        }
        window = next
    }

    /// Per pair: its number less that of the one before, its documents, per document the difference and the frequency.
    private func encodedKeys() -> [UInt8] {
        var writer = ByteWriter()
        var at = 0
        var lastPair: UInt32 = 0
        while at < keys.count {
            let pair = keys[at] >> Self.windowBits
            var documents = 0
            var end = at
            while end < keys.count, keys[end] >> Self.windowBits == pair {
                if end == at || keys[end] != keys[end - 1] { documents += 1 }
                end += 1
            }
            writer.append(varint: pair - lastPair)
            writer.append(varint: UInt32(documents))
            var lastDoc: UInt32 = 0
            while at < end {
                let key = keys[at]
                var frequency: UInt32 = 0
                while at < end, keys[at] == key {
                    frequency += 1
                    at += 1
                }
                let doc = key & (1 << Self.windowBits - 1)
                writer.append(varint: doc - lastDoc)
                writer.append(varint: frequency)
                lastDoc = doc
            }
            lastPair = pair
        }
        return writer.bytes
    }

    /// Calls `begin` for each pair that there is, in order, `append` for each of its documents, and `end`.
    consuming func forEachPair(
        begin: () -> Void, append: (DocID, UInt32) -> Void, end: (Int) throws(IndexError) -> Void
    ) throws(IndexError) {
        endWindow(next: window)
        keys = []
        scratch = []
        var offsets = [Int](repeating: 0, count: windows.count)
        var nextPairs = [Int](repeating: 0, count: windows.count)
        for at in windows.indices { nextPairs[at] = Self.nextPair(windows[at].bytes, &offsets[at], after: 0) }
        while let pair = nextPairs.min(), pair < Int.max {
            begin()
            for at in windows.indices where nextPairs[at] == pair {
                let bytes = windows[at].bytes
                var doc = windows[at].first
                for _ in 0..<Self.varint(bytes, &offsets[at]) {
                    doc += Self.varint(bytes, &offsets[at])
                    append(doc, Self.varint(bytes, &offsets[at]))
                }
                nextPairs[at] = Self.nextPair(bytes, &offsets[at], after: pair)
            }
            try end(pair)
        }
    }

    private static func nextPair(_ bytes: [UInt8], _ offset: inout Int, after pair: Int) -> Int {
        offset == bytes.count ? Int.max : pair + Int(varint(bytes, &offset))
    }

    /// These bytes were written above, so that they need no check beyond that of the array.
    private static func varint(_ bytes: [UInt8], _ offset: inout Int) -> UInt32 {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while true {
            let byte = bytes[offset]
            offset += 1
            value |= UInt32(byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }
}

/// Sorting by the digits of numbers, from the lowest: time is the count times the digits.
enum RadixSort {
    private static let digitBits = 11

    /// Sorts by the lowest `keyBits` bits; the others are zero. `scratch` keeps its memory for the next call.
    static func sort<Key: FixedWidthInteger & UnsignedInteger>(
        _ keys: inout [Key], _ scratch: inout [Key], keyBits: Int
    ) {
        if scratch.count < keys.count { scratch = [Key](repeating: 0, count: keys.count) }
        var bit = 0
        while bit < keyBits {
            var starts = [Int](repeating: 0, count: 1 << digitBits)
            for key in keys { starts[digit(key, bit)] &+= 1 }
            var sum = 0
            for at in starts.indices { (starts[at], sum) = (sum, sum &+ starts[at]) }
            for key in keys {
                let at = digit(key, bit)
                scratch[starts[at]] = key
                starts[at] &+= 1
            }
            let count = keys.count
            swap(&keys, &scratch)
            if keys.count > count {
                // Only the first of a longer scratch have been filled.
                let rest = keys.count - count
                keys.removeLast(rest)
            }
            if scratch.count < count { scratch = [Key](repeating: 0, count: count) }
            bit += digitBits
        }
    }

    @inline(__always)
    private static func digit<Key: FixedWidthInteger>(_ key: Key, _ bit: Int) -> Int {
        Int(truncatingIfNeeded: key &>> Key(truncatingIfNeeded: bit)) & (1 &<< digitBits &- 1)
    }
}
