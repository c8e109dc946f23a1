/// Finds the notes under tables: `a) Exclusief btw.`, `*) Voorlopig cijfer.`, which no sequence of numbers knows.
///
/// A line under a table opens one only if its sign also stands behind a word or figure of that table. The table ends with
/// its first note.
struct TableNotes {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let title: TitleLine

    /// Gives the blocks that are notes of the table above them their kind, each with its own lines.
    func mark(_ blocks: inout [LineBlock]) {
        guard holdsSigns(blocks) else { return }
        var marked: [LineBlock] = []
        marked.reserveCapacity(blocks.count)
        var index = 0
        while index < blocks.count {
            guard blocks[index].kind == .tableRow else {
                marked.append(blocks[index])
                index += 1
                continue
            }
            var end = index
            while end < blocks.count, blocks[end].kind == .tableRow { end += 1 }
            let signs = signs(blocks, index..<end)
            let first = (index..<end).first { opening(blocks[$0].lines.start, signs) != nil } ?? end
            marked += blocks[index..<first]
            index = take(blocks, from: first, rowsEnd: end, signs, to: &marked)
        }
        blocks = marked
    }

    /// Whether a table has a sign: where none has, there are no notes.
    private func holdsSigns(_ blocks: [LineBlock]) -> Bool {
        for index in blocks.indices where blocks[index].kind == .tableRow {
            if !signs(ofLines: blocks[index].lines).isEmpty { return true }
        }
        return false
    }

    /// What marks a note: a small letter before a bracket, or so many asterisks.
    private struct Sign: Hashable {
        var byte: UInt8
        var count = 1
    }

    /// Takes the notes that follow a table, and the text that was taken for rows behind them, and returns the block behind.
    private func take(
        _ blocks: [LineBlock], from start: Int, rowsEnd: Int, _ signs: Set<Sign>, to marked: inout [LineBlock]
    ) -> Int {
        var index = start
        while index < blocks.count {
            // Behind the first note no row follows.
            guard index < rowsEnd || isNote(blocks[index], signs) else { break }
            take(blocks[index].lines, signs, to: &marked)
            index += 1
        }
        return index
    }

    /// Adds lines to the last block, or as blocks of their own: notes, a heading, paragraphs.
    private func take(_ lines: LineList, _ signs: Set<Sign>, to marked: inout [LineBlock]) {
        for line in lines {
            let above = marked.last?.lines.last == line - 1 ? line - 1 : nil
            if let opening = opening(line, signs) {
                var note = LineBlock(kind: .tableNote, line: line, firstText: opening.text)
                note.label = opening.label
                marked.append(note)
            } else if title.stands(line, after: above) {
                var block = LineBlock(kind: .paragraph, line: line, firstText: self.lines[line].content)
                block.isTitle = true
                marked.append(block)
            } else if let last = marked.indices.last, above != nil, !marked[last].isTitle,
                marked[last].kind != .tableRow
            {
                marked[last].lines.append(line)
            } else {
                marked.append(LineBlock(kind: .paragraph, line: line, firstText: self.lines[line].content))
            }
        }
    }

    private func isNote(_ block: LineBlock, _ signs: Set<Sign>) -> Bool {
        switch block.kind {
        case .paragraph, .listItem, .tableRow: opening(block.lines.start, signs) != nil
        case .caption, .tableNote, .heading, .quote: false
        }
    }

    /// The sign with which a line opens a note, if the table has it, and the text behind it.
    private func opening(_ line: Int, _ signs: Set<Sign>) -> (label: String, text: Range<Int>)? {
        guard !signs.isEmpty, let first = lines[line].content.first else { return nil }
        var cursor = LineCursor(bytes, lines[line].content)
        var sign = Sign(byte: bytes[first])
        cursor.advance(to: first + 1)
        if sign.byte == Self.asterisk {
            while cursor.take(Self.asterisk) { sign.count += 1 }
            _ = cursor.take(Self.bracket)
        } else {
            guard sign.byte.isLowerASCII, cursor.take(Self.bracket) else { return nil }
        }
        let labelEnd = cursor.position
        guard signs.contains(sign), cursor.skipSpaces(), !cursor.isAtEnd else { return nil }
        return (
            String(decoding: bytes[first..<labelEnd], as: UTF8.self), cursor.position..<lines[line].content.upperBound
        )
    }

    /// The signs behind the words and figures of a table. Linear in its rows.
    private func signs(_ blocks: [LineBlock], _ rows: Range<Int>) -> Set<Sign> {
        rows.reduce(into: []) { $0.formUnion(signs(ofLines: blocks[$1].lines)) }
    }

    private func signs(ofLines rows: LineList) -> Set<Sign> {
        var signs: Set<Sign> = []
        for line in rows {
            let content = lines[line].content
            var position = content.lowerBound + 1
            while position < content.upperBound {
                var end = position + 1
                if bytes[position] == Self.asterisk {
                    while end < content.upperBound, bytes[end] == Self.asterisk { end += 1 }
                    signs.insert(Sign(byte: Self.asterisk, count: end - position))
                } else if bytes[position].isLowerASCII, end < content.upperBound, bytes[end] == Self.bracket,
                    !bytes[position - 1].isLetter, bytes[position - 1] != UInt8(ascii: "(")
                {
                    signs.insert(Sign(byte: bytes[position]))
                }
                position = end
            }
        }
        return signs
    }

    private static let asterisk = UInt8(ascii: "*")
    private static let bracket = UInt8(ascii: ")")
}
