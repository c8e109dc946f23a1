/// The forms in which the files of a folder hold the same letter: `kst-1.xml`, `kst-1.html`, `kst-1.pdf`, `kst-1.txt`.
struct LetterForms {
    /// Endings of letters, the form that says most first.
    private static let endings = [".xml", ".html", ".htm", ".pdf", ".txt"]

    /// By the name without its ending: the name of the best form.
    private let best: [String: String]

    init(_ names: [String]) {
        var best: [String: String] = [:]
        for name in names {
            guard let rank = Self.rank(of: name) else { continue }
            let stem = Self.stem(name, rank)
            if let known = best[stem].flatMap(Self.rank), known <= rank { continue }
            best[stem] = name
        }
        self.best = best
    }

    /// How little a form says, from 0, by its ending; nil for what is no letter by its name.
    static func rank(of name: String) -> Int? {
        let name = name.lowercased()
        guard !name.hasSuffix("metadata.xml"), !name.hasSuffix("metadata_owms.xml") else { return nil }
        return endings.firstIndex { name.hasSuffix($0) }
    }

    /// The name of the form that is read in place of this one; nil where this is the best.
    func better(than name: String) -> String? {
        guard let rank = Self.rank(of: name), let best = best[Self.stem(name, rank)], best != name else { return nil }
        return best
    }

    private static func stem(_ name: String, _ rank: Int) -> String { String(name.dropLast(endings[rank].count)) }
}
