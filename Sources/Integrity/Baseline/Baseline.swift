public import References

/// Findings that are known and accepted, so that a run fails only on new ones.
///
/// The file is made for version control: a line that names format and version, then one finding a line as JSON with
/// its keys in alphabetical order, sorted by letter, rule and fingerprint.
///
/// ```
/// {"schema":"kamerspoor.baseline/1"}
/// {"fingerprint":"9ae1…","letter":"kst-31293-573","message":"Note 6 breaks off …","path":"seeds/003_….txt","rule":"note-truncated"}
/// ```
///
/// Rule, letter and fingerprint are what an entry matches by. Path and message are for the person who reads the file.
public struct Baseline: Hashable, Sendable {
    /// An accepted finding.
    public struct Entry: Hashable, Sendable, Codable {
        public var rule: String
        public var letter: PaperID
        public var fingerprint: String
        /// Relative to the folder of the baseline where it lies below it.
        public var path: String
        /// The start of the finding's message.
        public var message: String

        public init(rule: String, letter: PaperID, fingerprint: String, path: String, message: String) {
            self.rule = rule
            self.letter = letter
            self.fingerprint = fingerprint
            self.path = path
            self.message = message
        }
    }

    /// The newest version that this program reads, and the one it writes.
    public static let version = 1

    /// File of the baseline, as the user named it.
    public let path: String
    /// In the order of the file.
    public let entries: [Entry]

    init(path: String, entries: [Entry]) {
        self.path = path
        self.entries = entries
    }

    /// A baseline that accepts these findings, those already accepted included.
    ///
    /// `suppression-unused` is about the baseline itself and never enters it.
    ///
    /// - Parameter path: where the baseline is to be written.
    public init(path: String, accepting findings: some Sequence<Finding>) {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        let entries = Set(
            findings.filter { $0.rule != SuppressionUnused.rule.id }.map {
                Entry(
                    rule: $0.rule, letter: $0.letter, fingerprint: $0.fingerprint,
                    path: $0.path.hasPrefix(folder) ? String($0.path.dropFirst(folder.count)) : $0.path,
                    message: shortened($0.message))
            })
        self.init(path: path, entries: entries.sorted { $0.order < $1.order })
    }

    /// Marks the findings that stand in the baseline, and those only.
    ///
    /// - Returns: indices of the entries that match no finding, ascending.
    func apply(to findings: inout [Finding]) -> [Int] {
        let accepted = Set(entries.map(Match.init))
        var matched: Set<Match> = []
        for index in findings.indices {
            let match = Match(findings[index])
            findings[index].baselined = accepted.contains(match)
            if findings[index].baselined { matched.insert(match) }
        }
        return entries.indices.filter { !matched.contains(Match(entries[$0])) }
    }

    /// Line of an entry in the file, from 1: the first holds the version.
    func line(ofEntry index: Int) -> Int { index + 2 }
}

/// What an entry and a finding have in common.
private struct Match: Hashable {
    var rule: String
    var letter: PaperID
    var fingerprint: String

    init(_ entry: Baseline.Entry) {
        (rule, letter, fingerprint) = (entry.rule, entry.letter, entry.fingerprint)
    }

    init(_ finding: Finding) {
        (rule, letter, fingerprint) = (finding.rule, finding.letter, finding.fingerprint)
    }
}

extension Baseline.Entry {
    fileprivate var order: (PaperID, String, String, String, String) { (letter, rule, fingerprint, path, message) }
}

/// A message of at most 100 characters: enough to know the finding by, short enough for a line of a diff.
private func shortened(_ message: String) -> String {
    message.count <= 100 ? message : "\(message.prefix(99))…"
}
