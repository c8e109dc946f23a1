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
            switch file.kind {
            case .sidecar:
                do {
                    facts.append(try Sidecar.facts(file))
                } catch {
                    diagnostics.append(Diagnostic(kind: .metadataConflict, place: .start, detail: error.detail))
                }
            case .officialMetadata:
                guard let said = official(file), belongs(said, file, to: letterPath) else { continue }
                facts.append(said)
            }
        }
        return (facts, diagnostics)
    }

    private static func official(_ file: Companion) -> StatedFacts? {
        let source = DecodedSource(file.bytes).bytes
        guard MarkupProlog(source).refusal == nil else { return nil }
        let document = MarkupParser.parse(source, as: .xml)
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
                        document.names[name], String(decoding: text, as: UTF8.self).trimming(" "), at: event.place)
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
