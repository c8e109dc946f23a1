import References

/// What a finding is told from others by, over changes of the letter elsewhere.
///
/// A fingerprint is made from the rule, the letter's id, the words of the spot (a note number, or the reference as it
/// stands, white space collapsed), and how many equal ones come before it in the run. Lines, columns, paths and levels
/// do not go in: text may be added above, files may move. Equal breaches are told apart by their number alone, so that
/// mending one of three leaves the fingerprints of two, whichever it was.
struct FingerprintMaker {
    private var occurrences: [[String]: Int] = [:]

    /// The fingerprint of the next breach, in the order of the findings: 16 hexadecimal digits.
    mutating func next(rule: String, letter: PaperID, spot: String) -> String {
        let parts = [rule, letter.rawValue, collapsed(spot)]
        let occurrence = occurrences[parts, default: 0]
        occurrences[parts] = occurrence + 1
        let digits = String(hash(of: parts + [String(occurrence)]), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// FNV-1a with 64 bits (Fowler, Noll and Vo) over the parts in UTF-8, a byte 0xFF behind each, which UTF-8 never
    /// has. It need not withstand an attacker: one who can write letters can hide a defect more easily.
    private func hash(of parts: [String]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        for part in parts {
            for byte in part.utf8 { add(byte) }
            add(0xFF)
        }
        return hash
    }
}
