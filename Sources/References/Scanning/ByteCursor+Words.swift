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

// MARK: - Words of any case

extension ByteCursor {
    /// Takes an ASCII word, whatever its case; `word` is in lower case.
    @inline(__always)
    mutating func take(_ word: StaticString) -> Bool {
        // The first letter turns nearly all words away.
        guard word[0] == byte.lowercased else { return false }
        let length = lengthHere(of: word)
        guard length > 0 else { return false }
        position += length
        return true
    }

    /// Whether an ASCII word, whatever its case, stands here; `word` is in lower case.
    @inline(__always)
    func starts(with word: StaticString, ahead: Int = 0) -> Bool {
        // The first letter turns nearly all words away.
        word[0] == self[ahead].lowercased && hasRest(of: word, at: position + ahead)
    }

    private func hasRest(of word: StaticString, at start: Int) -> Bool {
        guard bytes.count - start >= word.count else { return false }
        let text = bytes.span
        for index in 1..<max(1, word.count) {
            // `start + index` is below `start + word.count`, which is at most the text's count, and `start` is a place
            // in the text, since its byte there was that of the word.
            let byte = unsafe text[unchecked: start + index]
            if byte != word[index], byte.lowercased != word[index] { return false }
        }
        return true
    }

    /// Takes a word that no letter follows.
    @inline(__always)
    mutating func takeWord(_ word: StaticString) -> Bool {
        guard word[0] == byte.lowercased else { return false }
        let length = lengthHere(of: word)
        guard length > 0, !self[length].isLetter else { return false }
        position += length
        return true
    }

    /// Bytes of a word of which the first letter stands here, once broken by a hyphen at the end of a line or not at all;
    /// 0 if another word stands here.
    private func lengthHere(of word: StaticString) -> Int {
        guard !isAtEnd else { return 0 }
        let text = bytes.span
        var index = 1
        let end = min(word.count, bytes.count - position)
        while index < end {
            // `position + index` is below the text's count, since `end` is at most the rest of the text.
            let byte = unsafe text[unchecked: position + index]
            if byte != word[index], byte.lowercased != word[index] {
                return byte == UInt8(ascii: "-") ? lengthHere(of: word, brokenAt: index) : 0
            }
            index += 1
        }
        return index == word.count ? index : 0
    }

    /// Bytes of a word with a hyphen before one of its letters, if a line ends behind the hyphen; 0 if another word stands
    /// here. Two letters at least stand on either line.
    @inline(never)
    private func lengthHere(of word: StaticString, brokenAt index: Int) -> Int {
        guard index >= 2, word.count - index >= 2 else { return 0 }
        var gap = index + 1
        while gap - index < Self.longestIndent, self[gap] <= 0x20, self[gap] > 0 { gap += 1 }
        guard position + gap <= bytes.count, bytes[position + index..<position + gap].contains(0x0A) else { return 0 }
        for letter in index..<word.count where self[gap + letter - index].lowercased != word[letter] { return 0 }
        return gap + word.count - index
    }

    /// Bytes from a hyphen at a line's end to the first letter of the next line at most.
    private static var longestIndent: Int { 16 }

    /// Takes the first of the words that stands here with no letter behind it.
    mutating func takeWord(_ words: [StaticString]) -> Bool {
        for word in words where takeWord(word) { return true }
        return false
    }

    /// Takes the first of the words that stands here with no letter behind it.
    @inline(__always)
    mutating func takeWord(_ list: WordList) -> Bool { list.mayBegin(with: byte) && list.take(&self) }
}
