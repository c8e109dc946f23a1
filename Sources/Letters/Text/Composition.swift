import CICU

/// Characters that are put together from parts, or that stand for several.
enum Composition {
    /// Letters that a typographic ligature or digraph stands for; nil for any other scalar.
    static func expansion(of scalar: UInt32) -> [UInt8]? {
        switch scalar {
        case 0x0132: Array("IJ".utf8)
        case 0x0133: Array("ij".utf8)
        case 0xFB00: Array("ff".utf8)
        case 0xFB01: Array("fi".utf8)
        case 0xFB02: Array("fl".utf8)
        case 0xFB03: Array("ffi".utf8)
        case 0xFB04: Array("ffl".utf8)
        case 0xFB05, 0xFB06: Array("st".utf8)
        default: nil
        }
    }

    /// Whether a scalar is a mark that is set over or under the letter before it.
    static func isCombining(_ scalar: UInt32) -> Bool { (0x0300...0x036F).contains(scalar) }

    /// A letter and its marks as NFC has them; as they were if ICU fails.
    static func composed(_ bytes: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: 2 * bytes.count + 16)
        // Reads and writes stay within the two arrays, whose lengths are given.
        let length = unsafe bytes.withUnsafeBufferPointer { input in
            unsafe result.withUnsafeMutableBufferPointer { output in
                unsafe cicu_nfc(input.baseAddress, Int32(input.count), output.baseAddress, Int32(output.count))
            }
        }
        guard length > 0, Int(length) <= result.count else { return bytes }
        return Array(result.prefix(Int(length)))
    }
}
