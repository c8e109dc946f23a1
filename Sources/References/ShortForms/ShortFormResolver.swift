/// Resolves `Idem`, `zie noot 3`, `genoemde brief` and names that a letter gives to papers, in one pass over its texts.
///
/// Give it each text in the order of the document; texts of notes and other texts are two chains. `Idem` repeats the
/// reference before it in its chain. Any text without a recognised reference in between, and any further source named
/// behind one, resets that to nothing: `Ibid.` may then repeat a source that this module does not know (eyecite issue
/// 349). A short form without exactly one candidate becomes a reference without targets and with the warning
/// `.ambiguous`; its candidates are named.
public struct ShortFormResolver: Sendable {
    /// What `Idem` repeats, for notes and for other texts.
    private var noteChain = Chain()
    private var textChain = Chain()
    /// The papers of each numbered note so far.
    private var notes: [Int: [PaperID]] = [:]
    private var names = PaperNames()
    /// Whether lines of a text open notes.
    private let readsNoteLines: Bool
    /// Papers that are kept of a note or paragraph, and named as candidates, at most.
    private static let candidateLimit = 16

    private struct Chain {
        var last: [PaperID] = []
        /// What the part before has named.
        var part: [PaperID] = []
        /// What all parts so far have named, each once, in order.
        var works: [PaperID] = []
        var kind = Reference.Kind.kamerstuk
        /// Text behind what `last` and `part` hold that has not been looked at yet: if it names a source, they hold
        /// nothing. Most texts have no short form that would ask.
        var behindLast = 0..<0
        var behindPart = 0..<0

        /// A text without any reference or short form has come between.
        mutating func forget() {
            if !last.isEmpty { last = [] }
            if !part.isEmpty { part = [] }
            (behindLast, behindPart) = (0..<0, 0..<0)
        }

        /// Looks at the text behind what a short form is about to repeat.
        mutating func settle(_ bytes: [UInt8]) {
            if FurtherSource.isNamed(in: bytes, behindLast) { last = [] }
            if FurtherSource.isNamed(in: bytes, behindPart) { part = [] }
            (behindLast, behindPart) = (0..<0, 0..<0)
        }
    }

    /// - Parameter readsNoteLines: whether the texts are plain text with the notes still in it, each on lines of its own
    ///   that begin with its number.
    public init(readsNoteLines: Bool = false) { self.readsNoteLines = readsNoteLines }

    /// The references of a text with the short forms among them, in the order of the text.
    ///
    /// - Parameter note: number of the note, if the text is one; `zie noot 3` then finds it later.
    public mutating func references(in text: String, note: Int? = nil) -> [Reference] {
        references(in: Array(text.utf8), note: note)
    }

    /// As `references(in:note:)` of a text, for a text in UTF-8.
    public mutating func references(in bytes: [UInt8], note: Int? = nil) -> [Reference] {
        references(ReferenceScanner().findings(in: bytes), in: bytes, note: note)
    }

    /// Makes the papers of a note known before its turn, so that `zie noot 12` can point forward. Of several notes with
    /// one number the first counts until the turn of another.
    package mutating func announce(note: Int, _ findings: ReferenceScanner.Findings) {
        if notes[note] == nil { notes[note] = findings.references.flatMap(\.targets) }
    }

    /// The references that a scan has found, with the short forms among them.
    package mutating func references(
        _ findings: ReferenceScanner.Findings, in bytes: [UInt8], note: Int? = nil
    ) -> [Reference] {
        if findings.references.isEmpty, findings.shortForms.isEmpty, names.isEmpty, !readsNoteLines {
            pass(note: note)
            return []
        }
        var parts = readsNoteLines ? NoteLines.lines(in: bytes)[...] : []
        announce(parts, findings.references, end: bytes.count)
        var chain = note == nil ? textChain : noteChain
        var part = Part(note: note, start: 0)
        var resolved: [Reference] = []
        for item in items(findings, bytes) {
            while let next = parts.first, next.text <= item.range.lowerBound {
                parts.removeFirst()
                finish(part, at: next.start, bytes, &chain)
                part = Part(note: next.number, start: next.text)
            }
            let between = part.readUntil..<max(part.readUntil, item.range.lowerBound)
            part.readUntil = max(part.readUntil, item.range.upperBound)
            switch item {
            case .reference(let index, _):
                let reference = findings.references[index]
                // The page's head or foot stands between, but belongs to no text.
                if reference.relation == .own {
                    resolved.append(reference)
                    continue
                }
                (chain.last, chain.kind, chain.behindLast) = (reference.targets, reference.kind, 0..<0)
                part.add(reference.targets)
                part.hasSource = true
                resolved.append(reference)
            case .form(let form):
                // "… nr. 371 (idem, p. 7)" is a further place in the same citation.
                chain.settle(bytes)
                if FurtherSource.isNamed(in: bytes, between) { chain.last = [] }
                let isFurtherPlace =
                    form.meaning == .again && part.hasSource && bytes[between].elementsEqual(" (".utf8)
                guard !isFurtherPlace, let mention = mention(of: form, in: bytes, part, chain) else { continue }
                if form.meaning != .described { part.hasSource = true }
                chain.last = mention.targets
                part.add(mention.targets)
                resolved.append(mention)
            }
        }
        for next in parts {
            finish(part, at: next.start, bytes, &chain)
            part = Part(note: next.number, start: next.text)
        }
        finish(part, at: bytes.count, bytes, &chain)
        chain.settle(bytes)
        if note == nil { textChain = chain } else { noteChain = chain }
        return resolved
    }
}

// MARK: - Parts of a text

extension ShortFormResolver {
    /// A note, or the text before and between notes.
    private struct Part {
        var note: Int?
        /// End of the last item, or the start of the part.
        var readUntil: Int
        /// What the part names, each once, in order; no more than tell that there are several.
        private(set) var named: [PaperID] = []
        var hasSource = false

        init(note: Int?, start: Int) {
            self.note = note
            readUntil = start
        }

        mutating func add(_ targets: [PaperID]) {
            for target in targets where named.count < ShortFormResolver.candidateLimit && !named.contains(target) {
                named.append(target)
            }
        }
    }

    private enum Item {
        /// By its index, since references are large to move about.
        case reference(Int, Range<Int>)
        case form(ShortForm)

        var range: Range<Int> {
            switch self {
            case .reference(_, let range): range
            case .form(let form): form.range
            }
        }
    }

    /// Makes the papers of note lines known, so that the text above can point to them.
    private mutating func announce(_ lines: ArraySlice<NoteLines.Line>, _ references: [Reference], end: Int) {
        var next = 0
        for index in lines.indices {
            let line = lines[index]
            let end = index + 1 < lines.endIndex ? lines[index + 1].start : end
            var named: [PaperID] = []
            while next < references.count, references[next].range.lowerBound < end {
                if references[next].range.lowerBound >= line.text { named += references[next].targets }
                next += 1
            }
            if notes[line.number] == nil { notes[line.number] = named }
        }
    }

    /// Takes a text that names nothing.
    private mutating func pass(note: Int?) {
        guard let note else { return textChain.forget() }
        notes[note] = []
        noteChain.forget()
    }

    private mutating func finish(_ part: Part, at end: Int, _ bytes: [UInt8], _ chain: inout Chain) {
        if part.hasSource {
            let rest = min(part.readUntil, end)..<end
            // `Idem` repeats all that the note before names.
            if part.note != nil, part.named.count > 1 { chain.last = part.named }
            (chain.part, chain.behindLast, chain.behindPart) = (part.named, rest, rest)
            for paper in part.named where chain.works.count < Self.candidateLimit && !chain.works.contains(paper) {
                chain.works.append(paper)
            }
        } else {
            (chain.last, chain.part, chain.behindLast, chain.behindPart) = ([], [], 0..<0, 0..<0)
        }
        if let note = part.note { notes[note] = part.named }
    }

    /// References, short forms and names, ascending and apart.
    private mutating func items(_ findings: ReferenceScanner.Findings, _ bytes: [UInt8]) -> [Item] {
        let references = findings.references
        var items = references.indices.map { Item.reference($0, references[$0].range) }
        if findings.shortForms.isEmpty, names.isEmpty { return items }
        var forms: [ShortForm] = []
        var cursor = ByteCursor(bytes)
        var next = 0
        var namesReadUntil = 0
        for place in findings.shortForms where place >= max(namesReadUntil, forms.last?.range.upperBound ?? 0) {
            while next < references.count, references[next].range.upperBound <= place { next += 1 }
            let following = next < references.count ? references[next] : nil
            cursor.position = place
            if PaperNames.mayBeDefined(at: cursor) {
                let known = names
                let before = next > 0 ? references[next - 1] : nil
                guard let end = names.define(&cursor, before: before, after: following) else { continue }
                forms += known.uses(in: bytes, namesReadUntil..<place)
                namesReadUntil = end
            } else if let form = ShortForm.take(&cursor), following?.range.overlaps(form.range) != true {
                forms.append(form)
            }
        }
        if !names.isEmpty { forms += names.uses(in: bytes, namesReadUntil..<bytes.count) }
        if forms.isEmpty { return items }
        items += forms.map { .form($0) }
        items.sort { $0.range.lowerBound < $1.range.lowerBound }
        return Self.apart(items)
    }

    /// Without forms that overlap what stands before or behind them.
    private static func apart(_ items: [Item]) -> [Item] {
        var kept: [Item] = []
        for item in items {
            if let last = kept.last, last.range.upperBound > item.range.lowerBound {
                guard case .reference = item else { continue }
                if case .form = last { kept.removeLast() }
            }
            kept.append(item)
        }
        return kept
    }

    /// A description without any candidate is no reference: "genoemde brief" may mean a letter that nobody has numbered.
    private func mention(of form: ShortForm, in bytes: [UInt8], _ part: Part, _ chain: Chain) -> Reference? {
        let all: [PaperID]
        switch form.meaning {
        case .again: all = chain.last
        case .sibling(let number): all = chain.last.compactMap { $0.sibling(number) }
        // Only one work cited so far tells which place was cited.
        case .sameWork: all = part.named.isEmpty ? (chain.part.isEmpty ? [] : chain.works) : part.named
        case .note(let number): all = notes[number] ?? []
        case .described: all = part.named.filter { $0.kind == .kamerstuk && !$0.isPartial }
        case .named(let targets): all = targets
        }
        var candidates: [PaperID] = []
        for target in all where candidates.count < Self.candidateLimit && !candidates.contains(target) {
            candidates.append(target)
        }
        if form.meaning == .described, candidates.isEmpty { return nil }
        let isUnique = candidates.count == 1
        return Reference(
            raw: String(decoding: bytes[form.range], as: UTF8.self), range: form.range,
            kind: candidates.first?.kind ?? chain.kind, targets: isUnique ? candidates : [], relation: .idem,
            confidence: isUnique ? Confidence.shortForm : Confidence.damaged, warnings: isUnique ? [] : [.ambiguous],
            candidates: isUnique ? [] : candidates)
    }
}

extension PaperID {
    /// Another paper of the same dossier, or other questions of the same session year.
    func sibling(_ number: String) -> PaperID? {
        if let dossier { return PaperID("kst-\(dossier)-\(number)") }
        guard kind == .aanhangsel, let end = rawValue.lastIndex(of: "-") else { return nil }
        return PaperID("\(rawValue[..<end])-\(number)")
    }
}
