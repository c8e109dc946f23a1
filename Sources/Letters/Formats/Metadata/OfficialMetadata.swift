import References

/// What official metadata say of a paper: names and contents, as in `metadata.xml`, in the `meta` elements of XML and
/// HTML, and (with real element names) in `metadata_owms.xml`.
struct OfficialMetadata {
    private var values: [String: [(scheme: String, content: String, place: Place)]] = [:]
    private var place: Place?

    var isEmpty: Bool { values.isEmpty }

    mutating func take(_ document: MarkupEvents, _ event: MarkupEvents.Event) {
        guard let name = document.attribute(.name, of: event),
            let content = document.attribute(.content, of: event), !content.isEmpty
        else { return }
        let scheme = document.attribute(.scheme, of: event) ?? document.attribute(.dataScheme, of: event) ?? ""
        add(name, scheme: scheme, content, at: document.place(of: event))
    }

    mutating func add(_ name: String, scheme: String = "", _ content: String, at place: Place) {
        let name = name.lowercased()
        // `DC.title` and `dcterms:title` are one field.
        let field = name.split(whereSeparator: { $0 == "." || $0 == ":" }).last.map(String.init) ?? name
        self.place = self.place ?? place
        values[field, default: []].append((scheme, content, place))
    }

    func first(_ field: String) -> String? { values[field]?.first?.content }

    /// What they say that a letter's head has too; nil where they say nothing of that.
    func facts(source: Head.Origin.Source, path: String? = nil) -> StatedFacts? {
        var facts = StatedFacts(source: source, path: path, place: place ?? .start)
        let names = (values["identifier"] ?? []) + (values["externmetadatarecord"] ?? [])
        facts.id = names.lazy.compactMap { PaperID(link: $0.content) }.first { $0.kind != nil }
        let numbers = (values["dossiernummer"] ?? []).map { $0.content.filter { $0 != " " } }
        let titles = (values["dossiertitel"] ?? []).map(\.content)
        facts.dossiers = numbers.enumerated().map { index, number in
            Head.Dossier(number: number, title: index < titles.count ? titles[index] : nil, place: facts.place)
        }
        facts.number = first("ondernummer")
        facts.sessionYear = first("vergaderjaar")
        facts.places[.sessionYear] = values["vergaderjaar"]?.first?.place
        let dates = ["datumbrief", "datumindiening", "issued", "date"].compactMap { values[$0]?.first }
        if let date = dates.first(where: { Self.date($0.content) != nil }) {
            facts.date = Self.date(date.content)
            facts.places[.date] = date.place
        }
        facts.letterDate = first("datumbrief").flatMap(Self.date)
        facts.title = first("documenttitel") ?? first("title").flatMap(Self.lastTitle)
        facts.chamber = values["creator"]?.lazy.compactMap { Self.chamber($0.content) }.first
        facts.kind = values["type"]?.first { $0.scheme.hasSuffix("KamerstukTypen") }?.content.lowercased()
        let isEmpty =
            facts.id == nil && facts.number == nil && facts.date == nil && facts.title == nil && facts.dossiers.isEmpty
            && facts.sessionYear == nil
        return isEmpty ? nil : facts
    }

    /// `Passend onderwijs; Brief regering; Titel van de brief`: dossier, kind and title of a paper; nil for any other title.
    private static func lastTitle(_ title: String) -> String? {
        let parts = title.split(separator: ";").map { String($0.drop { $0 == " " }).trimming(" ") }
        guard parts.count >= 3, let kind = parts[1].split(separator: " ").first, kinds.contains(kind.lowercased())
        else {
            return nil
        }
        return parts.dropFirst(2).joined(separator: "; ")
    }

    private static let kinds: Set<String> = [
        "brief", "motie", "amendement", "verslag", "nota", "lijst", "memorie", "voorstel", "advies", "rapport",
        "bijlage",
    ]

    /// The day of an ISO 8601 date or time.
    static func date(_ text: String) -> String? {
        let day = text.prefix(10)
        let isDay = day.utf8.enumerated().allSatisfy { index, byte in
            index == 4 || index == 7 ? byte == .hyphen : byte.isDigit
        }
        return day.utf8.count == 10 && isDay ? String(day) : nil
    }

    private static func chamber(_ creator: String) -> Head.Chamber? {
        if creator.hasPrefix("Tweede Kamer") { return .tk }
        return creator.hasPrefix("Eerste Kamer") ? .ek : nil
    }
}
