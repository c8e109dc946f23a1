/// Words and separators that the grammars of all families take.
extension ByteCursor {
    /// Takes a comma or space, or both.
    mutating func takeListSeparator() -> Bool {
        let hasSpace = takeSpace()
        let hasComma = take(",")
        takeSpace()
        return hasSpace || hasComma
    }

    /// Takes a text in exactly this case.
    @inline(__always)
    mutating func takeUpper(_ text: StaticString) -> Bool {
        // Most calls fail at the first sign.
        guard text[0] == byte, hasRest(ofExact: text) else { return false }
        position += text.count
        return true
    }

    private func hasRest(ofExact text: StaticString) -> Bool {
        guard bytes.count - position >= text.count else { return false }
        for index in 1..<max(1, text.count) where bytes[position + index] != text[index] { return false }
        return true
    }

    @inline(__always)
    mutating func takeTwoWords(_ first: StaticString, _ second: StaticString) -> Bool {
        first[0] == byte.lowercased && takeBoth(first, second)
    }

    private mutating func takeBoth(_ first: StaticString, _ second: StaticString) -> Bool {
        let start = position
        if takeWord(first), takeSpace(), takeWord(second) { return true }
        position = start
        return false
    }
}
