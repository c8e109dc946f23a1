/// The words of a text, as byte ranges: ICU's words for Dutch, found by a fast scan wherever the text is Latin.
///
/// Text is cut at white space, colon and `@`. White space separates words for ICU too; the others join letters for some
/// versions of ICU, and `artikel:lid` is to be found under both words by any. A piece whose characters `LatinScanner` knows is scanned;
/// any other is given to ICU whole, so a single emoji costs its own word and nothing else. Brackets and hyphens still
/// separate here; `Analyzer` joins what they join. Cost: linear in the text.
public struct WordTokenizer {
    private let breaker: ICUWordBreaker

    public init() throws(AnalysisError) { breaker = try ICUWordBreaker() }

    /// Byte ranges of the words of a text, in order.
    public func words(in text: String) -> [Range<Int>] {
        var words: [Range<Int>] = []
        let bytes = text.utf8Span.span
        var start = 0
        while let piece = Self.nextPiece(of: bytes, from: start) {
            appendWords(of: bytes, in: piece, to: &words)
            start = piece.upperBound
        }
        return words
    }

    /// The next run of bytes without a separator.
    static func nextPiece(of text: Span<UInt8>, from offset: Int) -> Range<Int>? {
        var start = offset
        while start < text.count, isSeparator(text[start]) { start += 1 }
        var end = start
        while end < text.count, !isSeparator(text[end]) { end += 1 }
        return start < end ? start..<end : nil
    }

    /// Space, tab, line feed, vertical tab, form feed, carriage return, and the two signs that would join.
    static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0d).contains(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@")
    }

    /// Appends the words of one piece.
    func appendWords(of text: Span<UInt8>, in piece: Range<Int>, to words: inout [Range<Int>]) {
        let count = words.count
        if Self.appendLatinWords(of: text, in: piece, to: &words) { return }
        words.removeLast(words.count - count)
        appendWordsOfICU(of: text, in: piece, to: &words)
    }

    /// ICU's words, without those that hold neither letter nor digit.
    func appendWordsOfICU(of text: Span<UInt8>, in piece: Range<Int>, to words: inout [Range<Int>]) {
        var found: [Range<Int>] = []
        breaker.appendWords(of: text, in: piece, to: &found)
        for word in found where Self.hasContent(text, word) { words.append(word) }
    }

    private static func hasContent(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
        for at in word where text[at] != UInt8(ascii: "_") { return true }
        return false
    }

    /// False as soon as there is a character that only ICU knows; what was appended is then to be dropped.
    private static func appendLatinWords(
        of text: Span<UInt8>, in piece: Range<Int>, to words: inout [Range<Int>]
    ) -> Bool {
        var at = piece.lowerBound
        var start = at
        /// Class of the last character of the open word; nil when none is open.
        var last: WordClass?
        /// Whether the open word holds a letter or digit.
        var hasContent = false
        while at < piece.upperBound {
            let (found, length) = LatinScanner.character(of: text, at: at)
            switch found {
            case .unknown:
                return false
            case .letter, .digit, .connector:
                if last == nil { (start, hasContent) = (at, false) }
                last = found
                if found != .connector { hasContent = true }
            case .middle, .middleOfNumber, .other:
                guard let open = last else { break }
                let after = at + length
                let next = after < piece.upperBound ? LatinScanner.character(of: text, at: after).class : .other
                let joins = found == .middle && open == .letter && next == .letter
                let joinsDigits = found != .other && open == .digit && next == .digit
                if joins || joinsDigits { break }
                if hasContent { words.append(start..<at) }
                last = nil
            }
            at += length
        }
        if last != nil, hasContent { words.append(start..<piece.upperBound) }
        return true
    }
}
