import FoundationEssentials
import References

/// What the user says of a letter in `NAME.meta.json`, with the keys that `parse` prints: `id`, `aliases`, `date`, `title`,
/// `sessionYear`, `chamber`, `kind`, `number`, `dossiers`. All may be left out.
struct Sidecar: Decodable {
    struct Dossier: Decodable {
        var number: String
        var title: String?
    }

    var id: String?
    var aliases: [String]?
    var date: String?
    var title: String?
    var sessionYear: String?
    var chamber: String?
    var kind: String?
    var number: String?
    var dossiers: [Dossier]?

    /// - Throws: in words, what is wrong with it.
    static func facts(_ file: Companion) throws(SidecarError) -> StatedFacts {
        let sidecar: Sidecar
        do {
            sidecar = try JSONDecoder().decode(Sidecar.self, from: Data(file.bytes))
        } catch {
            throw SidecarError(detail: "\(file.path) is no JSON object with the keys that parse prints")
        }
        var facts = StatedFacts(source: .sidecar, path: file.path)
        func paper(_ id: String) throws(SidecarError) -> PaperID {
            guard let known = PaperID(spelling: id) else {
                throw SidecarError(detail: "\(file.path) gives an id that no paper has: \(id)")
            }
            return known
        }
        if let id = sidecar.id { facts.id = try paper(id) }
        for alias in sidecar.aliases ?? [] { facts.aliases.append(try paper(alias)) }
        facts.date = sidecar.date
        facts.letterDate = sidecar.date
        facts.title = sidecar.title
        facts.sessionYear = sidecar.sessionYear
        facts.chamber = sidecar.chamber.flatMap(Head.Chamber.init(rawValue:))
        facts.kind = sidecar.kind
        facts.number = sidecar.number
        facts.dossiers = (sidecar.dossiers ?? []).map {
            Head.Dossier(number: $0.number, title: $0.title, place: .start)
        }
        return facts
    }
}

struct SidecarError: Error {
    var detail: String
}
