/// What some names mean: a hash table with linear probing, since every document asks it for each of its names and the
/// standard library's hash costs more than the look-up.
struct NameTable<Value: Sendable>: Sendable {
    private struct Entry {
        var name: String
        var value: Value
    }

    /// A power of two, at most half full.
    private var slots: [Entry?]

    /// - Parameter values: by name; the first of a name counts.
    init(_ values: [(name: String, value: Value)]) {
        var capacity = 2
        while capacity < values.count * 2 { capacity *= 2 }
        slots = [Entry?](repeating: nil, count: capacity)
        for (name, value) in values {
            let slot = slot(of: name)
            if slots[slot] == nil { slots[slot] = Entry(name: name, value: value) }
        }
    }

    subscript(name: String) -> Value? { slots[slot(of: name)]?.value }

    /// The slot that holds a name, or the empty one where it would stand.
    private func slot(of name: String) -> Int {
        var slot = Self.hash(name) & (slots.count - 1)
        while let entry = slots[slot], entry.name != name { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    /// FNV-1a (Fowler, Noll and Vo), folded so that its low bits know of the high ones.
    private static func hash(_ name: String) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int(hash ^ hash >> 16)
    }
}
