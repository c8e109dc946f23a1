/// How a file's bytes spell its characters.
enum SourceEncoding: String {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"
    /// Only where the file says so: its bytes do not tell it from Windows-1252.
    case latin9 = "ISO-8859-15"

    /// Bytes looked at to tell an encoding.
    private static let sample = 1 << 16

    /// The encoding of some bytes: by their byte order mark, by the zeros that UTF-16 has in Latin text, by whether they
    /// are UTF-8; else Windows-1252, unless they have the few bytes that it leaves open (WHATWG Encoding, `windows-1252`).
    init(of bytes: [UInt8]) {
        let sample = bytes.prefix(Self.sample)
        if bytes.starts(with: [0xFF, 0xFE]) {
            self = .utf16LittleEndian
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16BigEndian
        } else if let wide = Self.utf16WithoutMark(sample) {
            self = wide
        } else {
            guard Self.isWindows1252(bytes) else {
                self = .utf8
                return
            }
            let isLatin9 = DeclaredEncoding(of: bytes).map { Self.namesOfLatin9.contains($0.name) } == true
            self = isLatin9 ? .latin9 : .windows1252
        }
    }

    /// Names in capitals (IANA, "Character Sets").
    static let namesOfLatin9: Set<String> = ["ISO-8859-15", "ISO_8859-15", "ISO8859-15", "LATIN-9", "LATIN9", "L9"]

    /// Latin text in UTF-16 has a zero in nine of ten pairs, always on the same side.
    private static func utf16WithoutMark(_ sample: ArraySlice<UInt8>) -> SourceEncoding? {
        guard sample.count >= 8, ByteChunks.first(0, in: sample.span, 0..<sample.count) != nil else { return nil }
        var zeros = (even: 0, odd: 0)
        for (offset, byte) in sample.enumerated() where byte == 0 {
            if offset % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let pairs = sample.count / 2
        if zeros.odd * 10 >= pairs * 9, zeros.even * 10 < pairs { return .utf16LittleEndian }
        if zeros.even * 10 >= pairs * 9, zeros.odd * 10 < pairs { return .utf16BigEndian }
        return nil
    }

    /// Text in Windows-1252 has single high bytes between ASCII, and none of them is part of UTF-8; a UTF-8 file that
    /// was damaged has whole characters too.
    private static func isWindows1252(_ bytes: [UInt8]) -> Bool {
        var bad = 0
        var position = 0
        while let wide = ByteChunks.firstWide(in: bytes.span, position..<bytes.count) {
            position = wide
            let decoded = bytes.scalar(at: position, end: bytes.count)
            if decoded.scalar != nil { return false }
            if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(bytes[position]) { return false }
            bad += 1
            position += 1
        }
        return bad > 0
    }
}
