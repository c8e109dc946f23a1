/// Resolves `Idem`, `Ibid.` and `zie noot 3` in one pass over the notes of a letter, or over its paragraphs.
///
/// Feed it each text in the order of the document. `Idem` repeats the reference before it. Any text without a
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
    /// - Parameters:
    ///   - references: what `ReferenceScanner` has found in the text.
    ///   - note: number of the note, if the text is one; `zie noot 3` then finds it later.
    public mutating func resolve(_ text: String, references: [Reference], note: Int? = nil) -> [Reference] {
        let bytes = Array(text.utf8)
        let forms = Self.shortForms(in: bytes, avoiding: references.map(\.range))
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
        if items.isEmpty || Self.namesSource(bytes[readUntil...]) { last = [] }
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
    private static func shortForms(in bytes: [UInt8], avoiding taken: [Range<Int>]) -> [ShortForm] {
        var cursor = ByteCursor(bytes)
        var forms: [ShortForm] = []
        var opensPart = true
        while !cursor.isAtEnd {
            let start = cursor.position
            if cursor.byte.isLetter, !cursor[-1].isLetter {
                if let form = takeShortForm(&cursor, opensPart: opensPart),
                    !taken.contains(where: { $0.overlaps(form.range) })
                {
                    forms.append(form)
                    opensPart = false
                    continue
                }
                cursor.position = start
                opensPart = cursor.takeWord(["zie", "vgl."])
                if opensPart { continue }
            }
            if "\n;(:".utf8.contains(cursor.byte) {
                opensPart = true
            } else if cursor.byte > 0x20, !cursor.byte.isDigit {
                opensPart = false
            }
            cursor.position += 1
        }
        return forms
    }

    private static func takeShortForm(_ cursor: inout ByteCursor, opensPart: Bool) -> ShortForm? {
        let start = cursor.position
        if opensPart, cursor.takeWord(["idem", "ibidem", "ibid"]) {
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
