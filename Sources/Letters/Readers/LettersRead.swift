public import References

/// The letters of some files, each in its best form.
///
/// Forms of one letter are told as the catalog tells them: by the paper that both say they are, and by the names of their
/// files where one of them does not say it.
public struct LettersRead: Sendable {
    /// In the order of the files.
    public private(set) var letters: [Letter] = []
    /// Files with other forms of these letters, which say the same.
    public private(set) var witnesses: [(path: String, of: PaperID)] = []
    public private(set) var unread: [UnreadFile] = []
    /// Files that by their names are other forms of these letters, and that cannot be read: nothing is lost.
    public private(set) var unreadForms: [(path: String, of: PaperID, reason: String)] = []

    /// Identities of the letters that were read in a better form, by the path of the best.
    private var better: [String: Identity] = [:]
    private let limit: Int

    /// - Parameters:
    ///   - limit: bytes of a file at most.
    public init(_ files: LetterFiles, limit: Int = SourceText.defaultLimit) {
        self.limit = limit
        for path in files.paths { better[path] = read(path) }
        for form in files.witnesses { take(form.path, beside: form.of) }
        keepBest()
    }

    /// Reads a letter that no better form was found of.
    private mutating func read(_ path: String) -> Identity? {
        do {
            let letter = LetterParser().parse(try SourceText.read(path: path, limit: limit))
            letters.append(letter)
            return letter.identity
        } catch {
            unread.append(UnreadFile(path: path, error, limit: limit))
            return nil
        }
    }

    private mutating func take(_ path: String, beside best: String) {
        // Where the best form cannot be read, the next one is the letter.
        guard let better = better[best] else { return self.better[best] = read(path) }
        if Companion.paper(named: path) == better.id { return witnesses.append((path, better.id)) }
        do {
            let letter = LetterParser().parse(try SourceText.read(path: path, limit: limit))
            if letter.identity.origin == .contentHash || better.origin == .contentHash {
                witnesses.append((path, better.id))
            } else {
                letters.append(letter)
            }
        } catch {
            unreadForms.append((path, better.id, error.description))
        }
    }

    /// Of letters that are one paper in several formats the best stays.
    private mutating func keepBest() {
        let poverty = Dictionary(letters.map { ($0.id, $0.source.format.poverty) }, uniquingKeysWith: min)
        let isBest = { (letter: Letter) in letter.source.format.poverty == poverty[letter.id] }
        witnesses += letters.filter { !isBest($0) }.map { ($0.source.path, $0.id) }
        letters.removeAll { !isBest($0) }
    }
}
