/// What the readers of head and signature ask of short texts, answered by their bytes: dividing a text into characters
/// costs many times as much.
extension StringProtocol {
    /// The words between spaces.
    var words: [Substring] { parts(by: .space) }

    /// The parts between separators, an ASCII byte each.
    func parts(by separator: UInt8, maxSplits: Int = .max, omittingEmpty: Bool = true) -> [Substring] {
        Substring(self).utf8.split(separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: omittingEmpty)
            .map(Substring.init)
    }
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
