/// The sign that ends a line's sentence, under quotes, brackets and markers.
enum SentenceEnd {
    /// Last byte of a line that is no closing quote or bracket and no marker behind a sentence sign.
    @inline(__always)
    static func lastByte(_ bytes: [UInt8], _ content: Range<Int>) -> UInt8? {
        guard let position = content.last else { return nil }
        // Most lines end in the middle of a sentence or with its sign.
        let last = bytes[position]
        return last.isLowerASCII || last == .comma || last == .period ? last : signBehind(bytes, content)
    }

    private static func signBehind(_ bytes: [UInt8], _ content: Range<Int>) -> UInt8? {
        var end = content.upperBound
        var digits = end
        while digits > content.lowerBound, bytes[digits - 1].isDigit { digits -= 1 }
        if digits < end, end - digits <= 3, digits > content.lowerBound, !bytes[digits - 1].isBlankASCII {
            end = digits
        }
        while end > content.lowerBound {
            let last = bytes[end - 1]
            if last == UInt8(ascii: ")") || last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") {
                end -= 1
            } else if last < 0x80 {
                return last
            } else if ends(bytes, content.lowerBound, end, Sign.closingGuillemet) {
                end -= 2
            } else if ends(bytes, content.lowerBound, end, Sign.closingDoubleQuote)
                || ends(bytes, content.lowerBound, end, Sign.apostrophe)
            {
                end -= 3
            } else {
                return last
            }
        }
        return content.isEmpty ? nil : bytes[content.upperBound - 1]
    }

    private static func ends(_ bytes: [UInt8], _ lower: Int, _ end: Int, _ sign: [UInt8]) -> Bool {
        end - sign.count >= lower && bytes.matches(sign, at: end - sign.count, end: end)
    }
}
