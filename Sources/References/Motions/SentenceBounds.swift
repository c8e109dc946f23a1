/// Where the sentence around a place begins and ends. Line ends within it do not matter, blank lines end it.
enum SentenceBounds {
    /// Bytes of a sentence at most, to either side, so that no text makes this slow.
    private static let limit = 1200

    static func sentence(in bytes: [UInt8], around place: Int) -> Range<Int> {
        var start = place
        while start > max(0, place - limit), !endsBefore(bytes, start) { start -= 1 }
        while start < place, bytes[start] <= 0x20 || bytes[start].isDigit { start += 1 }
        var end = place
        while end < min(bytes.count, place + limit), !isEnd(bytes, end) { end += 1 }
        if end < bytes.count, isStop(bytes[end]) { end += 1 }
        return start..<max(end, place)
    }

    /// Whether a sentence ends within a stretch.
    static func hasEnd(in bytes: [UInt8], _ stretch: Range<Int>) -> Bool {
        stretch.contains { isEnd(bytes, $0) }
    }

    private static func endsBefore(_ bytes: [UInt8], _ place: Int) -> Bool {
        guard bytes[place].isUpper || bytes[place] >= 0xC2 || bytes[place] == 0x0A else { return false }
        var index = place - 1
        while index >= 0, bytes[index] <= 0x20 || bytes[index].isDigit { index -= 1 }
        return index >= 0 && index < place - 1 && isEnd(bytes, index)
    }

    /// Whether a full stop and a capital, or a blank line, end a sentence here.
    private static func isEnd(_ bytes: [UInt8], _ place: Int) -> Bool {
        if bytes[place] == 0x0A {
            var next = place + 1
            while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x0D { next += 1 }
            return next < bytes.count && bytes[next] == 0x0A
        }
        guard isStop(bytes[place]) else { return false }
        var next = place + 1
        while next < bytes.count, bytes[next].isDigit || ")]\"'".utf8.contains(bytes[next]) { next += 1 }
        guard next < bytes.count else { return true }
        guard bytes[next] <= 0x20 else { return false }
        let gap = next
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        // A note's marker, and the note itself on the next line.
        if next < bytes.count, bytes[next].isDigit, bytes[gap - 1].isDigit, bytes[gap..<next].contains(0x0A), place > 0,
            bytes[place - 1].isLetter
        {
            return true
        }
        guard next < bytes.count, bytes[next].isUpper || bytes[next] >= 0xC2 else { return next >= bytes.count }
        return !isAbbreviation(bytes, place)
    }

    private static func isStop(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x21 || byte == 0x3F }

    /// Whether an initial or an abbreviation that a name follows stands before a full stop.
    private static func isAbbreviation(_ bytes: [UInt8], _ place: Int) -> Bool {
        var start = place
        while start > 0, place - start < 6, bytes[start - 1].isLetter || bytes[start - 1] == 0x2E { start -= 1 }
        let word = bytes[start..<place]
        if word.count == 1 { return word.allSatisfy(\.isUpper) }
        return ["nr", "nrs", "c.s", "jl", "dhr", "mw", "mevr", "dr", "drs", "mr", "ir", "prof"].contains {
            word.elementsEqual($0.utf8)
        }
    }
}
