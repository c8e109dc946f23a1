/// Numbers for the addresses of names, of which a document has few and asks for them all the time.
///
/// A small table without collisions resolved stands before a dictionary, whose hash costs more than the look-up.
struct AddressTable {
    private static let slots = 64

    private var all: [UInt: Int] = [:]
    private var recent = [(address: UInt, number: Int)](repeating: (0, 0), count: slots)

    /// Spreads the addresses of short strings that lie one behind the other.
    private static func slot(_ address: UInt) -> Int {
        Int(truncatingIfNeeded: (address >> 3) ^ (address >> 9)) & (slots - 1)
    }

    subscript(address: UInt) -> Int? {
        mutating get {
            let slot = Self.slot(address)
            if recent[slot].address == address { return recent[slot].number }
            guard let known = all[address] else { return nil }
            recent[slot] = (address, known)
            return known
        }
        set { all[address] = newValue }
    }
}
