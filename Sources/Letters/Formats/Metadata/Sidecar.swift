import FoundationEssentials
import References

/// What the user says of a letter in `NAME.meta.json`, with the keys that `parse` prints: `id`, `aliases`, `date`, `title`,
/// `sessionYear`, `chamber`, `kind`, `number`, `dossiers`. All may be left out; the other keys that `parse` prints say nothing.
struct Sidecar {
    private struct Contents: Decodable {
        var id: String?
        var aliases: [String]?
        var date: String?
        var title: String?
        var sessionYear: String?
        var chamber: String?
        var kind: String?
        var number: String?
        var dossiers: [Dossier]?
    }

    private struct Dossier: Decodable {
        var number: String
        var title: String?
    }

    private static let keys: Set<String> = [
        "id", "aliases", "date", "title", "sessionYear", "chamber", "kind", "number", "dossiers",
    ]
    private static let printedKeys: Set<String> = [
        "schema", "source", "identityFrom", "sender", "addressee", "place", "signatories", "reference", "yourReference",
        "annexCount", "annexes", "origins", "pages", "sections", "footnotes", "markers", "references", "statuses",
        "datedLetters", "abbreviations", "diagnostics", "findings", "witnesses",
    ]

    private(set) var facts: StatedFacts
    /// What of it cannot be used, each at its place in the file.
    private(set) var diagnostics: [Diagnostic] = []
    private let outline: JSONOutline
    private let places: PlaceCursor

    init(_ file: Companion) {
        facts = StatedFacts(source: .sidecar, path: file.path)
        outline = JSONOutline(file.bytes)
        places = PlaceCursor(file.bytes)
        read(file.bytes)
    }

    private mutating func read(_ bytes: [UInt8]) {
        if let error = outline.error { return report("it is no JSON here", at: error) }
        do {
            let contents = try JSONDecoder().decode(Contents.self, from: Data(bytes))
            reportUnknownKeys()
            take(contents)
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.keyNotFound(_, let context)
        {
            guard let key = context.codingPath.first?.stringValue, outline.byte(of: key) != nil else {
                return report("it is no JSON object", at: 0)
            }
            report("\(key) is not of the kind that parse prints", of: key)
        } catch {
            report("it is no JSON object", at: 0)
        }
    }

    private mutating func take(_ contents: Contents) {
        if let id = contents.id { facts.id = paper(id, "id") }
        facts.aliases = (contents.aliases ?? []).compactMap { paper($0, "aliases") }
        if let date = contents.date {
            facts.date = date.utf8.count == 10 ? OfficialMetadata.date(date) : nil
            facts.letterDate = facts.date
            if facts.date == nil { report("\(date) is no date; write it as 2021-06-11", of: "date") }
        }
        if let chamber = contents.chamber {
            facts.chamber = Head.Chamber(rawValue: chamber)
            if facts.chamber == nil { report("\(chamber) is no chamber; write tk or ek", of: "chamber") }
        }
        facts.title = contents.title
        facts.sessionYear = contents.sessionYear
        facts.kind = contents.kind
        facts.number = contents.number
        facts.dossiers = (contents.dossiers ?? []).map {
            Head.Dossier(number: $0.number, title: $0.title, place: .start)
        }
        for (field, key) in [(Head.Field.date, "date"), (.sessionYear, "sessionYear")] {
            facts.places[field] = outline.byte(of: key).map { place(of: $0) }
        }
    }

    private mutating func paper(_ id: String, _ key: String) -> PaperID? {
        let known = PaperID(spelling: id)
        if known == nil { report("\(id) is an id that no paper has", of: key) }
        return known
    }

    private mutating func reportUnknownKeys() {
        for (name, byte) in outline.keys where !Self.keys.contains(name) && !Self.printedKeys.contains(name) {
            report("\(name) is none of the keys that parse prints", at: byte)
        }
    }

    // MARK: - What is wrong with it

    private mutating func report(_ detail: String, of key: String) {
        report(detail, at: outline.byte(of: key) ?? 0)
    }

    private mutating func report(_ detail: String, at byte: Int) {
        diagnostics.append(
            Diagnostic(kind: .metadataDamage, place: place(of: byte), path: facts.path, detail: detail))
    }

    /// In any order, which a cursor alone does not allow.
    private func place(of byte: Int) -> Place {
        var places = places
        return places.place(of: byte)
    }
}
