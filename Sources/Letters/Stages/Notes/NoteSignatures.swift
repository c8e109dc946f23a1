/// Signatures beside the notes of a page: right above one, or between two of them.
///
/// `SignatureReader` reads signatures when the notes are known; here only the plain form counts, offices with a comma and a
/// name under them, or both on one line.
struct NoteSignatures {
    private let text: HeadText
    private let roles: [LineRole]
    private let gate: SignatureGate

    init(text: HeadText, roles: [LineRole]) {
        self.text = text
        self.roles = roles
        gate = SignatureGate(text: text)
    }

    /// Lines of one office at most.
    private static let longestOffice = 3
    /// Blank lines that leave room to sign.
    private static let mostBlanks = 6

    /// Whether the line right above ends a signature.
    func isUnder(_ line: Int) -> Bool {
        guard line > 0, isText(line - 1), mayEnd(line - 1) else { return false }
        if end(of: line - 1) == line { return true }
        // Else a name stands above, with its office over it.
        var office = line - 2
        while office > 0, roles[office] == .blank, line - 2 - office < Self.mostBlanks { office -= 1 }
        guard office >= 0, endsInComma(office) else { return false }
        return (max(0, office - Self.longestOffice + 1)...office).contains { end(of: $0) == line }
    }

    private func endsInComma(_ line: Int) -> Bool {
        text.lines[line].content.last.map { text.bytes[$0] } == .comma
    }

    /// Line behind the signature that begins on a line; nil where none does.
    func end(of line: Int) -> Int? {
        guard isText(line), gate.mayOpenOffice(line), begins(line) else { return nil }
        let words = text.text(line)
        guard SignatureOffice.hasArticle(words), SignatureOffice.opens(words) else { return nil }
        if SignatureName.split(words) != nil { return line + 1 }
        var last = line
        while !endsInComma(last) {
            last += 1
            guard last - line < Self.longestOffice, isText(last) else { return nil }
        }
        var name = last + 1
        while name < roles.count, roles[name] == .blank, name - last <= Self.mostBlanks { name += 1 }
        return isText(name) && isName(name) ? name + 1 : nil
    }

    private func isText(_ line: Int) -> Bool { line < roles.count && roles[line] == .body && text.isShort(line) }

    /// Behind a gap, a sentence or another signature: within a sentence an office begins no signature.
    private func begins(_ line: Int) -> Bool {
        guard line > 0, roles[line - 1] == .body else { return true }
        return SentenceEnd.lastByte(text.bytes, text.lines[line - 1].content) == .period || isName(line - 1)
    }

    /// A look at the last byte, before the line is read.
    private func mayEnd(_ line: Int) -> Bool {
        text.lines[line].content.last.map { !text.bytes[$0].isTerminal } ?? false
    }

    private func isName(_ line: Int) -> Bool {
        guard text.isShort(line), mayEnd(line) else { return false }
        let words = text.text(line)
        return (SignatureName.strong(words) ?? SignatureName.weak(words)) != nil
    }
}
