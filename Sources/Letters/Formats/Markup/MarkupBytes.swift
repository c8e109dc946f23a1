/// Makes bytes fit for a parser of markup without moving any: positions stay those of the source.
enum MarkupBytes {
    /// Control characters, which no XML may hold, become spaces, damaged UTF-8 question marks, line ends line feeds with a
    /// space for a carriage return before them (so that the parser does not count them otherwise than the source does).
    ///
    /// - Returns: also where the first control character stands.
    static func cleaned(_ source: [UInt8]) -> (bytes: [UInt8], control: Int?) {
        guard needsCleaning(source) else { return (source, nil) }
        var control: Int?
        var clean = source
        var position = 0
        while position < clean.count {
            let byte = clean[position]
            var length = 1
            if byte >= 0x80 {
                let decoded = source.scalar(at: position, end: source.count)
                length = decoded.length
                if decoded.scalar == nil || decoded.scalar == 0xFFFE || decoded.scalar == 0xFFFF {
                    for offset in 0..<length { clean[position + offset] = UInt8(ascii: "?") }
                }
            } else if byte == 0x0D {
                let isBeforeFeed = position + 1 < clean.count && clean[position + 1] == 0x0A
                clean[position] = isBeforeFeed ? .space : 0x0A
            } else if byte < 0x20, byte != 0x09, byte != 0x0A {
                control = control ?? position
                clean[position] = .space
            }
            position += length
        }
        blankDeclaration(&clean)
        return (clean, control)
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let declaration = Array("<?xml ".utf8)
    /// Bytes of the longest XML declaration.
    private static let longestDeclaration = 200

    /// Takes away a byte order mark and the XML declaration, which may stand only at the very start.
    private static func blankDeclaration(_ clean: inout [UInt8]) {
        var start = 0
        if clean.starts(with: byteOrderMark) {
            start = byteOrderMark.count
            for index in 0..<start { clean[index] = .space }
        }
        while start < clean.count, clean[start] <= .space { start += 1 }
        guard clean.matches(declaration, at: start, end: clean.count),
            let end = clean[start...].prefix(longestDeclaration).firstIndex(of: UInt8(ascii: ">"))
        else { return }
        for index in start...end where clean[index] != 0x0A { clean[index] = .space }
    }

    private static func needsCleaning(_ source: [UInt8]) -> Bool {
        // Without branches, so that the compiler looks at many bytes at once.
        var controls: UInt8 = 0
        for byte in source { controls |= (byte < 0x20 ? 1 : 0) & (byte != 0x0A ? 1 : 0) & (byte != 0x09 ? 1 : 0) }
        return controls != 0 || source.starts(with: byteOrderMark) || source.first.map { $0 <= .space } == true
            || !isValidUTF8(source)
    }

    private static func isValidUTF8(_ source: [UInt8]) -> Bool {
        var position = 0
        while let next = ByteChunks.firstWide(in: source.span, position..<source.count) {
            let decoded = source.scalar(at: next, end: source.count)
            if decoded.scalar == nil { return false }
            position = next + decoded.length
        }
        return true
    }
}
