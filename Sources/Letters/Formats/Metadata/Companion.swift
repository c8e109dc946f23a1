public import References

/// A file beside a letter that says which paper it is.
public struct Companion: Hashable, Sendable {
    public enum Kind: Sendable {
        /// `NAME.meta.json`, which the user has written.
        case sidecar
        /// `metadata.xml` or `metadata_owms.xml`, as officielebekendmakingen.nl gives them out, or `searchrec.xml` or `sru.xml`
        /// with the record that its search gives.
        case officialMetadata
    }

    public var kind: Kind
    public var path: String
    public var bytes: [UInt8]
    /// Why it cannot be read; nil for one whose bytes are at hand.
    var problem: String?

    public init(kind: Kind, path: String, bytes: [UInt8]) {
        self.kind = kind
        self.path = path
        self.bytes = bytes
    }

    /// Bytes of such a file at most.
    private static let limit = 1 << 20

    /// Where such files of a letter may be, the more particular first.
    public static func paths(of letter: String) -> [(kind: Kind, path: String)] {
        let (folder, name) = split(letter)
        let stem = withoutEnding(name)
        var paths: [(kind: Kind, path: String)] = []
        for base in stem == name ? [name] : [name, stem] { paths.append((.sidecar, folder + base + ".meta.json")) }
        for suffix in officialNames {
            paths.append((.officialMetadata, "\(folder)\(stem).\(suffix).xml"))
            paths.append((.officialMetadata, "\(folder)\(stem)_\(suffix).xml"))
            paths.append((.officialMetadata, "\(folder)\(suffix).xml"))
        }
        return paths
    }

    /// Names of official metadata: of officielebekendmakingen.nl's files, and of records of its search (SRU).
    private static let officialNames = ["metadata", "metadata_owms", "searchrec", "sru"]

    /// The files that are there, a sidecar and a file of official metadata at most.
    static func all(of letter: String) -> [Companion] {
        var found: [Companion] = []
        for (kind, path) in paths(of: letter) where !found.contains(where: { $0.kind == kind }) {
            var companion = Companion(kind: kind, path: path, bytes: [])
            do {
                companion.bytes = try FileBytes.read(path: path, limit: limit)
            } catch {
                if case .missing = error { continue }
                companion.problem = error.sentence(about: "it")
            }
            found.append(companion)
        }
        return found
    }

    /// Whether a file stands for the letter by its own name, and not for whatever is in the folder.
    var isNamedAfterLetter: Bool {
        kind == .sidecar || !Self.officialNames.contains(Self.withoutEnding(Self.split(path).name))
    }

    /// The paper after which a letter's file is named; nil where its name is no official id.
    public static func paper(named letter: String) -> PaperID? {
        PaperID(withoutEnding(split(letter).name)).flatMap { $0.kind == nil ? nil : $0 }
    }

    /// Names of the letter's file and folder without their endings: ids, in folders as the official site keeps them.
    static func names(of letter: String) -> [String] {
        let (folder, name) = split(letter)
        return [withoutEnding(name), String(folder.dropLast().split(separator: "/").last ?? "")]
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }

    private static func withoutEnding(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}
