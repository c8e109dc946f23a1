/// Some words, each kept as a 64-bit hash of its letters without regard to the case of ASCII letters (FNV-1a; Fowler,
/// Noll and Vo): nothing is allocated for a word, and two words of one letter share a hash with a chance of one in 10^15.
struct WordHashes {
    /// By the low bits of the hashes; 0 where none is. A power of two, at most half full, or empty.
    private var slots: [UInt64] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    func contains(_ hash: UInt64) -> Bool {
        guard !slots.isEmpty else { return false }
        return slots[slot(of: hash)] != 0
    }

    mutating func insert(_ hash: UInt64) {
        if count * 2 >= slots.count { grow() }
        let slot = slot(of: hash)
        guard slots[slot] == 0 else { return }
        slots[slot] = Self.nonZero(hash)
        count += 1
    }

    /// Where a hash stands, or where it would.
    private func slot(of hash: UInt64) -> Int {
        let hash = Self.nonZero(hash)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: max(64, old.count * 2))
        for hash in old where hash != 0 { slots[slot(of: hash)] = hash }
    }

    private static func nonZero(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

    // MARK: - Hashes

    /// Hash of the empty word, to which letters are added.
    static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

    static func hash(_ word: Span<UInt8>) -> UInt64 {
        var hash = empty
        for index in word.indices { add(word[index], to: &hash) }
        return hash
    }

    @inline(__always)
    static func add(_ byte: UInt8, to hash: inout UInt64) {
        hash = (hash ^ UInt64(byte.isUpperASCII ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01B3
    }
}
