/// Joins the lines of a block or note to one cleaned text, repairing the hyphens at their ends.
struct TextAssembler {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let pages: [Int]
    let hyphens: HyphenRepair
    /// Where decisions are written down, if anybody asks for them.
    var log: HyphenLog?

    /// The texts of some blocks.
    func texts(of blocks: [LineBlock]) -> [AssembledText] {
        var texts: [AssembledText] = []
        texts.reserveCapacity(blocks.count)
        // Not `map`, which would copy each block with all that it holds.
        for index in blocks.indices {
            texts.append(text(firstText: blocks[index].firstText, lines: blocks[index].lines))
        }
        return texts
    }

    /// The text of some lines; of the first only what stands in `firstText`.
    func text(firstText: Range<Int>, lines indices: LineList) -> AssembledText {
        if log == nil, let text = verbatimText(firstText: firstText, lines: indices) { return text }
        var builder = PlacedTextBuilder(
            capacity: indices.reduce(firstText.count) { $0 + lines[$1].content.count + 1 }, lines: indices.count)
        var last: Int?
        for index in indices {
            add(index, last == nil ? firstText : lines[index].content, behind: last, to: &builder)
            last = index
        }
        if let log, let last, builder.bytes.last == .hyphen {
            let verdict = HyphenRepair.Verdict(decision: .none, reason: .nothingFollows)
            log.add(verdict, left: Array(builder.lastWord), at: lastPlace(last), bytes, right: 0..<0)
        }
        return AssembledText(&builder)
    }

    /// Adds what stands on a line, joined to the line before.
    @inline(__always)
    private func add(_ index: Int, _ range: Range<Int>, behind previous: Int?, to builder: inout PlacedTextBuilder) {
        let line = lines[index]
        builder.mayHoldDigit = builder.mayHoldDigit || line.mayHoldDigit
        let column = line.column(of: range.lowerBound, in: bytes)
        let start = Place(byte: range.lowerBound, line: index + 1, column: column, page: pages[index])
        let isPlain = line.isPlain && !range.isEmpty
        let goesOn = if let previous { endsInWord(builder, previous) } else { true }
        if isPlain, goesOn { return builder.addPlainLine(bytes, range, at: start) }
        if goesOn { builder.addSpace() } else if let previous { join(&builder, previous, to: range) }
        if isPlain {
            builder.addPlain(bytes, range, at: start)
        } else {
            builder.append(bytes, range, at: start)
        }
    }

    /// Whether a text ends, as its last line does, in a letter or its like, behind which nothing but a space can be meant.
    @inline(__always)
    private func endsInWord(_ builder: borrowing PlacedTextBuilder, _ previous: Int) -> Bool {
        guard let last = lines[previous].content.last else { return false }
        return (bytes[last].isLowerASCII || bytes[last] == .comma) && builder.bytes.last == bytes[last]
    }

    /// Writes down what becomes of hyphens in heads and signatures, whose readers join lines by the same rules.
    func logJoins(of roles: [LineRole]) {
        for index in roles.indices.dropLast() where roles[index] == .head || roles[index] == .signature {
            guard roles[index + 1] == roles[index], let last = lines[index].content.last, bytes[last] == .hyphen else {
                continue
            }
            _ = text(firstText: lines[index].content, lines: LineList(index, [index + 1]))
        }
    }

    /// Makes the end of a text ready for the line that follows.
    private func join(_ builder: inout PlacedTextBuilder, _ previous: Int, to next: Range<Int>) {
        let left = log == nil ? [] : Array(builder.lastWord)
        if endsInSoftHyphen(previous) {
            // The builder has left it out, and so there is nothing to take back.
            let verdict = HyphenRepair.Verdict(decision: .join, reason: .softHyphen)
            log?.add(verdict, left: left + [.hyphen], at: lastPlace(previous), bytes, right: next)
        } else if let verdict = hyphens.join(&builder, bytes, to: next) {
            log?.add(verdict, left: left, at: lastPlace(previous), bytes, right: next)
        }
    }

    private func endsInSoftHyphen(_ index: Int) -> Bool {
        let content = lines[index].content
        return !lines[index].isASCII
            && bytes.matches(Sign.softHyphen, at: content.upperBound - Sign.softHyphen.count, end: content.upperBound)
    }

    /// Place of the last character on a line, which is a hyphen.
    private func lastPlace(_ index: Int) -> Place {
        let end = lines[index].content.upperBound
        return place(endsInSoftHyphen(index) ? end - Sign.softHyphen.count : end - 1, line: index)
    }

    /// Place of a byte of a line.
    func place(_ byte: Int, line index: Int) -> Place {
        Place(byte: byte, line: index + 1, column: lines[index].column(of: byte, in: bytes), page: pages[index])
    }
}

/// Collects what was decided on hyphens at line ends.
final class HyphenLog {
    private(set) var decisions: [HyphenDecision] = []

    /// - Parameters:
    ///   - left: the word before, with the hyphen.
    ///   - right: the printed part of the line that follows.
    func add(_ verdict: HyphenRepair.Verdict, left: [UInt8], at place: Place, _ source: [UInt8], right: Range<Int>) {
        let word = source[right].prefix { !$0.isBlankASCII }
        decisions.append(
            HyphenDecision(
                outcome: verdict.decision, reason: verdict.reason, place: place,
                left: String(decoding: left.dropLast(), as: UTF8.self), right: String(decoding: word, as: UTF8.self)))
    }
}
