/// Tells whether a block without a number is the rest of a note that broke off at the end of the page before.
///
/// Either the notes of the page follow right behind it, which no paragraph has, or it stands between a sentence's end
/// and the notes, or the page's end, and begins in mid-sentence.
struct NoteContinuation {
    private let context: NoteContext

    init(_ context: NoteContext) {
        self.context = context
    }

    /// Lines that the rest of a note may have.
    private static let longest = 10

    /// Whether a line may be the rest of a note that ends on a line of the page before: a look that turns most away.
    @inline(__always)
    static func mayBegin(_ line: Int, behind last: Int, _ context: NoteContext) -> Bool {
        let step = context.pages[line] - context.pages[last]
        return (step == 1 || step == 0) && context.pageEnd(of: last) <= line && context.goesOn(line, from: last)
    }

    /// Line behind the rest, which may begin on a line; nil where a block is none.
    func end(of line: Int, after note: NoteZones.Note, _ progress: NoteProgress) -> Int? {
        guard breaksOff(note) else { return nil }
        var end = line + 1
        while context.isText(end), !context.opensBlock(end), end - line <= Self.longest {
            if NoteOpening.behindContinuation(end, context, progress) != nil { return end }
            end += 1
        }
        return isBeforeNotes(end, progress) && isApart(line) ? end : nil
    }

    /// Words and signs with which no note ends.
    private func breaksOff(_ note: NoteZones.Note) -> Bool {
        let content = context.lines[note.lastLine].content
        guard let last = content.last else { return false }
        let byte = context.bytes[last]
        return byte == .hyphen || byte == .comma || byte.isLetter && context.isFull(note.lastLine)
            || OpenEnd.isOpen(context.bytes[content])
    }

    /// Whether the block above has ended, so that the text has no need of this one.
    private func isApart(_ line: Int) -> Bool {
        guard let above = context.textAbove(line) else { return false }
        return context.endsSentence(above)
    }

    /// Whether behind a block the page ends, or its notes begin.
    private func isBeforeNotes(_ line: Int, _ progress: NoteProgress) -> Bool {
        var next = line
        while next < context.lines.count, context.lines[next].isBlank { next += 1 }
        guard next < context.lines.count, context.isText(next), context.pageEnd(of: line - 1) > next else {
            return true
        }
        return NoteOpening.at(next, context, progress) != nil
    }
}

/// Words with which no sentence ends, and so no note: the rest is lost, or on the next page.
enum OpenEnd {
    private static let words = WordSet(
        list: """
            de het een van in en of te met op voor aan die dat om als zij hij ze bij door uit naar over per tot ten ter onder \
            tussen is zijn wordt worden hun haar deze dit dan maar omdat waarin waarbij
            """)

    /// Words that open what follows, whatever the sentence: articles, and abbreviations of which the number is lost.
    private static let surely = WordSet(list: "de het een en of ten ter per deze nr. nrs. blz. p.")

    static func isOpen(_ text: ArraySlice<UInt8>) -> Bool { words.contains(lastWord(text)) }

    static func isSurelyOpen(_ text: ArraySlice<UInt8>) -> Bool { surely.contains(lastWord(text)) }

    private static func lastWord(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var start = text.endIndex
        while start > text.startIndex, text.endIndex - start < 16, text[start - 1] != .space { start -= 1 }
        return text[start...]
    }
}
