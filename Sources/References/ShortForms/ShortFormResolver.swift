/// Resolves `Idem`, `Ibid.` and `zie noot 3` in one pass over the notes of a letter, or over its paragraphs.
///
/// Give it each text in the order of the document. `Idem` repeats the reference before it. Any text without a
/// recognised reference in between, and any further source named behind one, resets that to nothing: `Ibid.` may then
/// repeat a source that this module does not know (eyecite issue 349). A short form without exactly one candidate
/// becomes a reference with the warning `.ambiguous`, whose targets are the candidates, if any.
public struct ShortFormResolver: Sendable {
    /// What `Idem` repeats.
    private var last: [PaperID] = []
    private var lastKind = Reference.Kind.kamerstuk
    /// The papers of each numbered note so far.
    private var notes: [Int: [PaperID]] = [:]

    public init() {}

    /// The references of a text with the short forms among them, in the order of the text.
    ///
    /// - Parameter note: number of the note, if the text is one; `zie noot 3` then finds it later.
    public mutating func references(in text: String, note: Int? = nil) -> [Reference] {
        references(in: Array(text.utf8), note: note)
    }

    /// As `references(in:note:)` of a text, for a text in UTF-8.
    public mutating func references(in bytes: [UInt8], note: Int? = nil) -> [Reference] {
        let findings = ReferenceScanner().findings(in: bytes)
        let references = findings.references
        let forms = Self.shortForms(in: bytes, at: findings.shortForms, avoiding: references)
        if references.isEmpty, forms.isEmpty {
            last = []
            if let note { notes[note] = [] }
            return []
        }
        let found = references.map { ($0.range, ShortForm?.none, Reference?.some($0)) }
        let items = (found + forms.map { ($0.range, $0, nil) }).sorted { $0.0.lowerBound < $1.0.lowerBound }

        var resolved: [Reference] = []
        var readUntil = 0
        for (range, form, reference) in items {
            if Self.namesSource(bytes[readUntil..<max(readUntil, range.lowerBound)]) { last = [] }
            if let reference {
                last = reference.targets
                lastKind = reference.kind
                resolved.append(reference)
            } else if let form {
                let mention = mention(of: form, in: bytes)
                last = mention.targets
                resolved.append(mention)
            }
            readUntil = range.upperBound
        }
        if Self.namesSource(bytes[readUntil...]) { last = [] }
        if let note { notes[note] = resolved.flatMap(\.targets) }
        return resolved
    }

    private func mention(of form: ShortForm, in bytes: [UInt8]) -> Reference {
        var candidates: [PaperID] = []
        for target in form.note.map({ notes[$0] ?? [] }) ?? last where !candidates.contains(target) {
            candidates.append(target)
        }
        let isUnique = candidates.count == 1
        return Reference(
            raw: String(decoding: bytes[form.range], as: UTF8.self), range: form.range,
            kind: candidates.first?.kind ?? lastKind, targets: candidates, relation: .idem,
            confidence: isUnique ? Confidence.shortForm : Confidence.damaged, warnings: isUnique ? [] : [.ambiguous])
    }
}

// MARK: - Short forms

extension ShortFormResolver {
    private struct ShortForm {
        var range: Range<Int>
        /// The note that is pointed to; nil for the reference before.
        var note: Int?
    }

    /// Short forms that open a text, a line or a part behind `;`, `(` or `:`, with a note number before them at most.
    private static func shortForms(
        in bytes: [UInt8], at places: [Int], avoiding references: [Reference]
    ) -> [ShortForm] {
        var cursor = ByteCursor(bytes)
        var forms: [ShortForm] = []
        var next = 0
        for place in places where place >= forms.last?.range.upperBound ?? 0 {
            cursor.position = place
            guard let form = takeShortForm(&cursor) else { continue }
            while next < references.count, references[next].range.upperBound <= place { next += 1 }
            if next == references.count || !references[next].range.overlaps(form.range) { forms.append(form) }
        }
        return forms
    }

    /// Whether a part of the text begins at the cursor, read backward over white space and digits: behind the start, `\n`, `;`, `(`, `:`, `zie` or `vgl.`.
    private static func opensPart(_ cursor: ByteCursor) -> Bool {
        var back = cursor
        while back.position > 0 {
            let byte = back[-1]
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "(")
                || byte == UInt8(ascii: ":")
            {
                return true
            }
            guard byte <= 0x20 || byte.isDigit else { return back.retreat(over: "zie") || back.retreat(over: "vgl.") }
            back.position -= 1
        }
        return true
    }

    private static func takeShortForm(_ cursor: inout ByteCursor) -> ShortForm? {
        let start = cursor.position
        let before = cursor
        if cursor.takeWord(["idem", "ibidem", "ibid"]) {
            guard opensPart(before) else { return nil }
            if cursor[-1] == UInt8(ascii: "d") { _ = cursor.take(".") }
            return ShortForm(range: start..<cursor.position)
        }
        guard cursor.takeWord("zie"), cursor.takeSpace() else { return nil }
        if cursor.takeWord(["ook", "hiervoor", "eerder"]) { cursor.takeSpace() }
        guard cursor.takeWord(["noot", "voetnoot"]), cursor.takeSpace(), cursor.digitCount <= 3,
            let note = cursor.takeNumber()
        else { return nil }
        return ShortForm(range: start..<cursor.position, note: note)
    }

    /// Whether a stretch between references names a source of its own: words behind a semicolon, or a year in
    /// parentheses, as in `Oberon (2020)`.
    private static func namesSource(_ stretch: ArraySlice<UInt8>) -> Bool {
        var afterSemicolon = false
        var letters = 0
        for index in stretch.indices {
            let byte = stretch[index]
            if byte == UInt8(ascii: ";") {
                afterSemicolon = true
                letters = 0
            } else if byte.isLetter {
                letters += 1
                if afterSemicolon, letters > 8 { return true }
            } else if byte == UInt8(ascii: "("), stretch.endIndex - index > 5 {
                if stretch[index + 1..<index + 5].allSatisfy(\.isDigit), !stretch[index + 5].isDigit { return true }
            }
        }
        return false
    }
}
