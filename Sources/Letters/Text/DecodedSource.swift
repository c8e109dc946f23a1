/// A file's text as UTF-8.
///
/// UTF-8 is taken as it stands, valid or not. Other encodings are written anew, scalar by scalar, so that lines and columns
/// stay those of the file; a half of a surrogate pair that stands alone becomes U+FFFD.
struct DecodedSource {
    let bytes: [UInt8]
    let encoding: SourceEncoding

    /// Text that was written down from a file in some encoding.
    init(text: [UInt8], of encoding: SourceEncoding) {
        bytes = text
        self.encoding = encoding
    }

    init(_ file: [UInt8]) {
        encoding = SourceEncoding(of: file)
        guard encoding != .utf8 else {
            bytes = file
            return
        }
        var text: [UInt8] = []
        text.reserveCapacity(file.count)
        var position = 0
        while position < file.count {
            let (scalar, length) = Self.scalar(file, position, encoding)
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            position += length
        }
        bytes = text
    }

    /// The scalar at a position of the file, and the bytes that it takes there.
    private static func scalar(
        _ file: [UInt8], _ position: Int, _ encoding: SourceEncoding
    ) -> (Unicode.Scalar, length: Int) {
        if encoding == .windows1252 { return (windows1252(file[position]), 1) }
        if encoding == .latin9 { return (latin9[file[position]] ?? windows1252(file[position]), 1) }
        guard let lead = unit(file, position, encoding) else { return ("\u{FFFD}", file.count - position) }
        if let scalar = Unicode.Scalar(lead) { return (scalar, 2) }
        guard lead < 0xDC00, let trail = unit(file, position + 2, encoding), (0xDC00...0xDFFF).contains(trail),
            let scalar = Unicode.Scalar(0x1_0000 + (lead - 0xD800) << 10 + (trail - 0xDC00))
        else { return ("\u{FFFD}", 2) }
        return (scalar, 4)
    }

    /// The 16-bit unit at a position; nil where the file ends before it does.
    private static func unit(_ file: [UInt8], _ position: Int, _ encoding: SourceEncoding) -> UInt32? {
        guard position + 1 < file.count else { return nil }
        let (first, second) = (UInt32(file[position]), UInt32(file[position + 1]))
        return encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
    }

    /// Bytes 0x80 to 0x9F (WHATWG Encoding, index windows-1252); all others are as in Latin-1.
    private static let highControls = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    /// The eight bytes of ISO-8859-15 that are not as in Latin-1.
    private static let latin9: [UInt8: Unicode.Scalar] = [
        0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
    ]

    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? highControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }
}
