/// Texts of lines that are all copied as they stand, as most are: where each line goes is decided first, and then all are
/// copied in one piece.
extension TextAssembler {
    /// The text of some lines; nil where one of them is not copied as it stands, or where the word that a line breaks began on
    /// the line before.
    func verbatimText(firstText: Range<Int>, lines indices: LineList) -> AssembledText? {
        let firstLine = indices.start
        guard !firstText.isEmpty, firstText.upperBound == lines[firstLine].content.upperBound else { return nil }
        var mayHoldDigit = false
        for stretch in 0..<indices.stretches where !areVerbatim(indices.stretch(stretch), &mayHoldDigit) { return nil }
        var joined = JoinedLines()
        joined.runs.reserveCapacity(indices.count)
        let column = lines[firstLine].column(of: firstText.lowerBound, in: bytes)
        joined.add(firstText, line: firstLine, column: column, page: pages[firstLine])
        var previous = firstText
        for stretch in 0..<indices.stretches {
            let stretch = indices.stretch(stretch)
            for index in max(stretch.lowerBound, firstLine + 1)..<max(stretch.upperBound, firstLine + 1) {
                let content = lines[index].content
                guard join(previous, to: content, &joined) else { return nil }
                joined.add(content, line: index, column: lines[index].indent + 1, page: pages[index])
                previous = content
            }
        }
        var text: [UInt8] = []
        text.append(copying: bytes.span, joined.runs, count: joined.count) { run in
            lines[run.place.line - 1].content.upperBound
        }
        return AssembledText(verbatim: text, joined.runs, mayHoldDigit: mayHoldDigit)
    }

    private struct JoinedLines {
        /// One for each line.
        var runs: [PlacedText.Run] = []
        /// Bytes of the text.
        var count = 0
        /// Whether the last line stands right behind the one before, with which it may share a word.
        var isGlued = false

        @inline(__always)
        mutating func add(_ range: Range<Int>, line index: Int, column: Int, page: Int) {
            let place = Place(byte: range.lowerBound, line: index + 1, column: column, page: page)
            runs.append(PlacedText.Run(textOffset: count, place: place))
            count += range.count
        }
    }

    /// Whether all of some lines are copied as they stand.
    private func areVerbatim(_ indices: Range<Int>, _ mayHoldDigit: inout Bool) -> Bool {
        let lines = lines.span
        var holdsDigit = false
        for index in indices {
            let count = lines[index].content.count
            guard lines[index].isEven, count > 1, count <= PlacedTextBuilder.longestRun else { return false }
            holdsDigit = holdsDigit || lines[index].mayHoldDigit
            if !lines[index].isASCII, !isVerbatim(lines[index].content) { return false }
        }
        mayHoldDigit = mayHoldDigit || holdsDigit
        return true
    }

    /// Whether cleaning changes nothing of what is above ASCII on a line.
    private func isVerbatim(_ content: Range<Int>) -> Bool {
        var position = content.lowerBound
        while let wide = ByteChunks.firstWide(in: bytes.span, position..<content.upperBound) {
            let decoded = bytes.scalar(at: wide, end: content.upperBound)
            guard PlacedTextBuilder.isKept(decoded) else { return false }
            position = wide + decoded.length
        }
        return true
    }

    /// Makes the end of the text ready for the next line, by the rules of `HyphenRepair.join`.
    @inline(__always)
    private func join(_ last: Range<Int>, to next: Range<Int>, _ joined: inout JoinedLines) -> Bool {
        let sign = bytes[last.upperBound - 1]
        if sign != .hyphen, sign != UInt8(ascii: "/") {
            joined.count += 1
            joined.isGlued = false
            return true
        }
        return sign == .hyphen && joinHyphen(last, to: next, &joined)
    }

    private func joinHyphen(_ last: Range<Int>, to next: Range<Int>, _ joined: inout JoinedLines) -> Bool {
        let lowest = max(last.lowerBound, last.upperBound - PlacedTextBuilder.longestWord)
        var start = last.upperBound
        while start > lowest, bytes[start - 1] != .space { start -= 1 }
        if joined.isGlued, start == last.lowerBound { return false }
        joined.isGlued = true
        switch hyphens.decide(left: bytes[start..<last.upperBound], bytes, right: next).decision {
        case .join: joined.count -= 1
        case .keep, .none: break
        case .keepWithSpace:
            joined.count += 1
            joined.isGlued = false
        }
        return true
    }
}
