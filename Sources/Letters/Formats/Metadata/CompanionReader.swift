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
                let (said, damage) = official(file, letterPath)
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
    private static func official(_ file: Companion, _ letter: String) -> (facts: StatedFacts?, damage: Diagnostic?) {
        let source = DecodedSource(file.bytes).bytes
        if let refusal = MarkupProlog(of: source).refusal {
            let place = Place(byte: 0, line: refusal.line, column: 1, page: 1)
            return (nil, damage("it is not read: \(refusal.reason)", in: file, at: place))
        }
        let document = MarkupParser.parse(source, as: .xml)
        let papers = papers(document, file)
        // The answer of a search may name several papers.
        let facts = papers.count == 1 ? papers[0] : papers.first { names($0, letter) }
        if let first = document.damage.first { return (facts, damage(first.detail, in: file, at: first.place)) }
        if facts == nil, papers.count > 1 {
            return (nil, damage("it tells of \(papers.count) papers, of which none has the letter's name", in: file))
        }
        return (facts, facts == nil ? damage("it says nothing of a paper", in: file) : nil)
    }

    /// What it says of each paper.
    private static func papers(_ document: MarkupEvents, _ file: Companion) -> [StatedFacts] {
        var papers: [StatedFacts] = []
        var metadata = OfficialMetadata()
        // `metadata_owms.xml` and the records of a search have real elements, each with its text.
        var open: [MarkupEvents.Event] = []
        var text: [UInt8] = []
        for event in document.events {
            switch event.kind {
            case .start:
                metadata.take(document, event)
                open.append(event)
                text = []
            case .end:
                let name = document.names[event.name]
                if let start = open.popLast(), !text.isEmpty {
                    metadata.add(
                        name, scheme: document.attribute(.scheme, of: start) ?? "",
                        String(decoding: text, as: UTF8.self).trimming(" "), at: document.place(of: event))
                }
                text = []
                if name == MetadataDocument.record {
                    papers += metadata.facts(source: .metadata, path: file.path).map { [$0] } ?? []
                    metadata = OfficialMetadata()
                }
            case .text, .spelled: text += document.text(of: event).map { max($0, .space) }
            }
        }
        return papers + (metadata.facts(source: .metadata, path: file.path).map { [$0] } ?? [])
    }

    /// `metadata.xml` speaks for the paper after which the letter or its folder is named; where neither has such a name,
    /// for the letter beside it.
    private static func belongs(_ facts: StatedFacts, _ file: Companion, to letter: String) -> Bool {
        guard !file.isNamedAfterLetter, facts.id != nil else { return true }
        return official(names: letter).isEmpty || names(facts, letter)
    }

    /// Whether the letter or its folder is named after the paper.
    private static func names(_ facts: StatedFacts, _ letter: String) -> Bool {
        facts.id.map(official(names: letter).contains) ?? false
    }

    private static func official(names letter: String) -> [PaperID] {
        Companion.names(of: letter).compactMap { PaperID($0) }.filter { $0.kind != nil }
    }
}
