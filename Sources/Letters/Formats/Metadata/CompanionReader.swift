import References

/// Reads the files beside a letter.
enum CompanionReader {
    /// What they say, the user's word first; and what is wrong with them.
    static func facts(
        _ companions: [Companion], letterPath: String
    ) -> (facts: [StatedFacts], diagnostics: [Diagnostic]) {
        var facts: [StatedFacts] = []
        var diagnostics: [Diagnostic] = []
        for file in companions {
            if let problem = file.problem {
                diagnostics.append(damage(problem, in: file))
                continue
            }
            switch file.kind {
            case .sidecar:
                let sidecar = Sidecar(file)
                facts.append(sidecar.facts)
                diagnostics += sidecar.diagnostics
            case .officialMetadata:
                let (said, damage) = official(file)
                if let said, !belongs(said, file, to: letterPath) { continue }
                facts += said.map { [$0] } ?? []
                diagnostics += damage.map { [$0] } ?? []
            }
        }
        return (facts, diagnostics)
    }

    private static func damage(_ detail: String, in file: Companion, at place: Place = .start) -> Diagnostic {
        Diagnostic(kind: .metadataDamage, place: place, path: file.path, detail: detail)
    }

    /// What it says, and what is wrong with it: broken XML may say something all the same.
    private static func official(_ file: Companion) -> (facts: StatedFacts?, damage: Diagnostic?) {
        let source = DecodedSource(file.bytes).bytes
        if let refusal = MarkupProlog(of: source).refusal {
            let place = Place(byte: 0, line: refusal.line, column: 1, page: 1)
            return (nil, damage("it is not read: \(refusal.reason)", in: file, at: place))
        }
        let document = MarkupParser.parse(source, as: .xml)
        let facts = facts(document, file)
        if let first = document.damage.first { return (facts, damage(first.detail, in: file, at: first.place)) }
        return (facts, facts == nil ? damage("it says nothing of a paper", in: file) : nil)
    }

    private static func facts(_ document: MarkupEvents, _ file: Companion) -> StatedFacts? {
        var metadata = OfficialMetadata()
        // `metadata_owms.xml` has real elements, each with its text.
        var open: [Int] = []
        var text: [UInt8] = []
        for event in document.events {
            switch event.kind {
            case .start:
                metadata.take(document, event)
                open.append(event.name)
                text = []
            case .end:
                if let name = open.popLast(), !text.isEmpty {
                    metadata.add(
                        document.names[name], String(decoding: text, as: UTF8.self).trimming(" "),
                        at: document.place(of: event))
                }
                text = []
            case .text, .spelled: text += document.text(of: event).map { max($0, .space) }
            }
        }
        return metadata.facts(source: .metadata, path: file.path)
    }

    /// `metadata.xml` speaks for the paper after which the letter or its folder is named; where neither has such a name,
    /// for the letter beside it.
    private static func belongs(_ facts: StatedFacts, _ file: Companion, to letter: String) -> Bool {
        guard !file.isNamedAfterLetter, let id = facts.id else { return true }
        let named = Companion.names(of: letter).compactMap { PaperID($0) }.filter { $0.kind != nil }
        return named.isEmpty || named.contains(id)
    }
}
