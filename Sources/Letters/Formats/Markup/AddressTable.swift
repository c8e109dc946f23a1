/// Numbers for the addresses of names, of which a document has few and asks for them all the time: a hash table with
/// linear probing, since the standard library's hash costs more than the look-up.
struct AddressTable {
    private var slots = [(address: UInt, number: Int)](repeating: (0, 0), count: 128)
    private var count = 0

    /// The number of an address, which is never zero.
    subscript(address: UInt) -> Int? {
        get {
            var slot = home(of: address)
            while slots[slot].address != 0 {
                if slots[slot].address == address { return slots[slot].number }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }
        set {
            guard let newValue else { return }
            if count * 2 >= slots.count { grow() }
            insert(address, newValue)
        }
    }

    /// Spreads the addresses of short strings that lie one behind the other.
    private func home(of address: UInt) -> Int {
        Int(truncatingIfNeeded: (address >> 3) ^ (address >> 9)) & (slots.count - 1)
    }

    private mutating func insert(_ address: UInt, _ number: Int) {
        var slot = home(of: address)
        while slots[slot].address != 0, slots[slot].address != address { slot = (slot + 1) & (slots.count - 1) }
        if slots[slot].address == 0 { count += 1 }
        slots[slot] = (address, number)
    }

    private mutating func grow() {
        let old = slots
        slots = [(address: UInt, number: Int)](repeating: (0, 0), count: old.count * 4)
        count = 0
        for (address, number) in old where address != 0 { insert(address, number) }
    }
}
