/// What the readers of head and signature ask of short texts, answered by their bytes: dividing a text into characters
/// costs many times as much.
extension StringProtocol {
    /// The words between spaces.
    var words: [Substring] { parts(by: .space) }

    /// The parts between separators, an ASCII byte each; as `split` counts them, but without its steps from index to index.
    func parts(by separator: UInt8, maxSplits: Int = .max, omittingEmpty: Bool = true) -> [Substring] {
        let text = Substring(self)
        let bytes = text.utf8.span
        var parts: [Substring] = []
        parts.reserveCapacity(Self.usualParts)
        var start = 0
        func close(before end: Int) {
            let first = text.utf8.index(text.startIndex, offsetBy: start)
            // Of its bytes: a separator parts no character of UTF-8.
            parts.append(Substring(text.utf8[first..<text.utf8.index(first, offsetBy: end - start)]))
        }
        for position in bytes.indices where bytes[position] == separator {
            let isPart = position > start || !omittingEmpty
            if isPart { close(before: position) }
            start = position + 1
            if isPart, parts.count == maxSplits { break }
        }
        if start < bytes.count || !omittingEmpty { close(before: bytes.count) }
        return parts
    }

    /// Parts that there is room for at once: most lines of a head or signature have fewer words.
    private static var usualParts: Int { 8 }
}

/// Properties of a scalar; those of ASCII without a look into the tables of Unicode.
extension Unicode.Scalar {
    var isLetter: Bool { isASCII ? UInt8(truncatingIfNeeded: value).isLetter : properties.isAlphabetic }
    var isCapital: Bool { isASCII ? UInt8(truncatingIfNeeded: value).isUpperASCII : properties.isUppercase }
    var isSmallLetter: Bool { isASCII ? UInt8(truncatingIfNeeded: value).isLowerASCII : properties.isLowercase }
}

extension String {
    /// Without the characters of `set`, all ASCII, at its end.
    func trimming(_ set: String) -> String {
        var end = utf8.endIndex
        while end > utf8.startIndex, set.utf8.contains(utf8[utf8.index(before: end)]) { end = utf8.index(before: end) }
        return String(self[..<end])
    }

    /// Whether some bytes stand in it.
    func holds(_ words: String) -> Bool {
        let bytes = Array(utf8)
        return bytes.first(Array(words.utf8), in: bytes.indices) != nil
    }
}
