/// Finds the closing lines: offices, each followed by the name of who holds it.
///
/// A report has several such blocks, its own and those of the letters in it. What an annex is signed with signs the annex
/// and not the letter.
struct SignatureReader {
    private(set) var signatories: [Head.Signatory] = []
    /// Of the first signatory.
    private(set) var place: Place?
    private(set) var roles: [LineRole]
    /// `Bijlagen: 2` under the signature.
    private(set) var annexCount: (count: Int, place: Place)?

    private let text: HeadText
    private let gate: SignatureGate

    /// - Parameters:
    ///   - isMotion: whether names alone sign the paper, at its end.
    ///   - known: what the format says; the lines are read where it says nothing.
    init(text: HeadText, roles: [LineRole], isMotion: Bool = false, known: KnownStructure? = nil) {
        self.text = text
        gate = SignatureGate(text: text)
        self.roles = roles
        if let known, !known.signatories.isEmpty {
            signatories = known.signatories
            place = known.signaturePlace
            return
        }
        read()
        if isMotion, signatories.isEmpty { takeNames() }
    }

    /// Lines of one block, blank lines with it, at most.
    private static let longestBlock = 80
    /// Blank lines that leave room to sign.
    private static let mostBlanks = 20
    private static let widest = 200

    private mutating func read() {
        var index = 0
        var isInAnnex = false
        while let line = candidate(from: index) {
            index = line
            let words = text.text(index)
            isInAnnex = isInAnnex || !signatories.isEmpty && AnnexHeading(words) != nil
            guard mayOpen(words, at: index) else {
                index += 1
                continue
            }
            let block = block(from: index)
            guard let last = block.lines.last else {
                // Offices that found no name are not read again one by one, so that time stays linear.
                index = max(index + 1, block.lastOpening)
                continue
            }
            for line in block.lines { roles[line] = .signature }
            if !isInAnnex {
                place = place ?? block.lines.first.map(text.place(ofLine:))
                signatories += block.signatories
            }
            takeClosingWords(above: index)
            index = last + 1
            takeAnnexCount(from: index)
        }
    }

    /// The first line from one on that may begin a block by its bytes and those of the line above.
    private func candidate(from start: Int) -> Int? {
        let (text, allRoles) = (text, roles)
        let (lines, roles) = (text.lines.span, allRoles.span)
        for index in start..<max(start, lines.count)
        where roles[index] == .body && lines[index].content.count <= Self.widest {
            // Most lines go on with a sentence.
            if index > 0, roles[index - 1] == .body, lines[index - 1].last.isLowerASCII,
                !SignatureGate.mayOpenClosing(lines[index - 1].first)
            {
                continue
            }
            if begins(index), gate.mayBegin(index, next: nextLine(index)) { return index }
        }
        return nil
    }

    /// Whether a block may begin here: behind a gap, closing words or the end of a sentence.
    @inline(__always)
    private func begins(_ index: Int) -> Bool {
        guard index > 0, roles[index - 1] == .body else { return true }
        return SentenceEnd.lastByte(text.bytes, text.lines[index - 1].content) == .period || isClosing(index - 1)
    }

    @inline(__always)
    private func isClosing(_ index: Int) -> Bool {
        gate.mayClose(index) && Greeting.isClosing(text.text(index))
    }

    private func mayOpen(_ words: String, at index: Int) -> Bool {
        if gate.mayOpenOffice(index) && SignatureOffice.opens(words)
            || gate.mayClose(index) && Greeting.isClosing(words)
            || gate.mayBeName(index) && SignatureName.strong(words) != nil
        {
            return true
        }
        guard let next = nextLine(index), gate.mayOpenOffice(next),
            SignatureOffice.opens(text.text(next))
        else { return false }
        let name = words.trimming(",")
        return (SignatureName.strong(name) ?? SignatureName.weak(name)) != nil
    }

    /// The next line, if no blank line parts them.
    private func next(_ index: Int) -> String? { nextLine(index).map(text.text) }

    private func nextLine(_ index: Int) -> Int? {
        index + 1 < roles.count && roles[index + 1] == .body && text.isShort(index + 1) ? index + 1 : nil
    }

    private func block(from start: Int) -> Block {
        let cells = text.cells(start)
        if cells.count > 1, cells.allSatisfy({ SignatureOffice.opens(text.text($0.range)) }) {
            let blocks = cells.indices.map { column in block(from: start) { cell($0, of: cells, column) } }
            guard !blocks.contains(where: \.lines.isEmpty) else { return Block() }
            return Block(
                signatories: blocks.flatMap(\.signatories), lines: Set(blocks.flatMap(\.lines)).sorted())
        }
        return block(from: start) { text.lines[$0].content }
    }

    private struct Block {
        var signatories: [Head.Signatory] = []
        /// Empty where no signature begins.
        var lines: [Int] = []
        var lastOpening = 0
    }

    /// What a line has in a column, if the columns begin as those of the first line do.
    private func cell(_ index: Int, of columns: [HeadText.Cell], _ column: Int) -> Range<Int>? {
        text.cells(index).first { cell in
            columns.indices.min { abs(columns[$0].column - cell.column) < abs(columns[$1].column - cell.column) }
                == column
        }?.range
    }

    /// The block that begins on a line, read in the part of each line that `content` gives.
    private func block(from start: Int, content: (Int) -> Range<Int>?) -> Block {
        var block = SignatureBlock(text: text)
        var blanks = 0
        for index in start..<min(text.lines.count, start + Self.longestBlock) {
            if roles[index] == .note || roles[index] == .furniture, block.awaitsName { continue }
            guard roles[index] == .blank || roles[index] == .body, text.lines[index].content.count <= Self.widest else {
                break
            }
            guard roles[index] == .body, let range = content(index) else {
                blanks += 1
                if blanks > Self.mostBlanks { break }
                continue
            }
            let next = next(index).flatMap { _ in content(index + 1) }.map { text.text($0) }
            let line = SignatureBlock.Line(
                index: index, content: range, words: text.text(range), isBehindBlank: blanks > 0 && index > start,
                next: next)
            guard block.take(line) else { break }
            blanks = 0
        }
        block.finish()
        let lines = block.signatories.isEmpty ? [] : block.lines
        return Block(signatories: block.signatories, lines: lines, lastOpening: block.lastOpening)
    }

    private mutating func takeClosingWords(above index: Int) {
        let above = (max(0, index - Self.mostBlanks)..<index).last { roles[$0] != .blank }
        if let above, roles[above] == .body, isClosing(above) { roles[above] = .signature }
    }

    private static let annexHeading = Array("Bijlage ".utf8)

    private mutating func takeAnnexCount(from index: Int) {
        let next = (index..<min(roles.count, index + Self.mostBlanks)).first { roles[$0] != .blank }
        guard let next, roles[next] == .body, text.lines[next].content.count <= 40,
            // `Bijlage 1` is the heading of the first.
            !text.starts(next, with: Self.annexHeading),
            let (label, value) = MinistryLabel.take(text.bytes, text.lines[next].content), label == .annexes,
            let count = MinistryLabel.count(text.text(value))
        else { return }
        annexCount = annexCount ?? (count, text.place(ofLine: next))
        roles[next] = .signature
    }

    /// Names at the end of a motion or amendment, a line each, under the end of a sentence.
    private mutating func takeNames() {
        var names: [Int] = []
        for index in text.lines.indices.reversed() where roles[index] == .body && names.count < Self.mostNames {
            let words = text.isShort(index) ? text.text(index) : ""
            if SignatureName.strong(words) != nil || SignatureName.weak(words) != nil {
                names.append(index)
            } else if words.last == ".", let first = names.last {
                place = text.place(ofLine: first)
                signatories = names.reversed().map { Head.Signatory(role: "", name: text.text($0)) }
                for line in names { roles[line] = .signature }
                return
            } else {
                return
            }
        }
    }

    private static let mostNames = 40
}
