import Catalog
import Dispatch
import Letters
import References
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Reads and parses files, several at once, leaving out those that have not changed.
struct FileIntake {
    /// What a batch of files came to, in the order of the files.
    struct Batch {
        var entries: [CatalogEntry] = []
        /// Files found to be other forms of letters in the catalog.
        var witnesses: [(witness: Witness, of: PaperID)] = []
        /// Such files that the catalog knows already.
        var knownWitnesses: [LetterFiles.Skipped] = []
        /// Other forms of letters in the catalog that cannot be read.
        var unreadForms: [LetterFiles.Skipped] = []
        var unchanged = 0
        var failed: [LetterFiles.Skipped] = []

        var guessed: [LetterFiles.Skipped] {
            entries.compactMap { entry in
                entry.letter.guessedEncoding.map { .init(path: entry.letter.source.path, reason: $0) }
            }
        }
    }

    private enum Outcome: Sendable {
        case entry(CatalogEntry)
        case witness(Witness, of: PaperID)
        case knownWitness(LetterFiles.Skipped)
        case unreadForm(LetterFiles.Skipped)
        case unchanged
        case failed(LetterFiles.Skipped)
    }

    /// nil where there is no corpus yet.
    let catalog: LetterCatalog?
    let options: AddOptions

    /// A file, and the file that by its name holds a better form of the same letter.
    struct File: Sendable {
        var path: String
        var betterForm: String?
    }

    func read(_ paths: some RandomAccessCollection<File> & Sendable) throws -> Batch {
        let paths = Array(paths)
        let outcomes = Mutex([Outcome?](repeating: nil, count: paths.count))
        let failure = Mutex<(any Error)?>(nil)
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(options.threads, paths.count))) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < paths.count else { return }
                do {
                    let outcome = try read(paths[index])
                    outcomes.withLock { $0[index] = outcome }
                } catch {
                    failure.withLock { $0 = $0 ?? error }
                    return
                }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        return outcomes.withLock { $0 }.reduce(into: Batch()) { batch, outcome in
            switch outcome {
            case .entry(let entry): batch.entries.append(entry)
            case .witness(let witness, let id): batch.witnesses.append((witness, id))
            case .knownWitness(let file): batch.knownWitnesses.append(file)
            case .unreadForm(let file): batch.unreadForms.append(file)
            case .unchanged: batch.unchanged += 1
            case .failed(let skipped): batch.failed.append(skipped)
            case nil: break
            }
        }
    }

    /// One file. Only a failure of the catalog throws: what is wrong with a file costs that file alone.
    private func read(_ file: File) throws -> Outcome {
        let path = file.path
        let absolute = AbsolutePath.of(path)
        let better = try file.betterForm.flatMap { try catalog?.letter(readFrom: AbsolutePath.of($0)) }
        let stamp = FileStamp(path: path)
        let known = try catalog?.fileState(path: absolute)
        let isAsked = options.force || options.letter != LetterParser.Options()
        if !isAsked, let known, let stamp, known.size == stamp.size, known.modified == stamp.modified {
            if let id = try catalog?.letter(witnessedBy: absolute) {
                return .knownWitness(.init(path: path, reason: "another form of \(id)"))
            }
            if try better == nil || isLetterOfItsOwn(absolute, beside: better) { return .unchanged }
        }
        do {
            if let better, Companion.paper(named: path) == better.id {
                // Named after the paper that the better form is: it need not be read to know that.
                let info = try SourceText.info(path: path, limit: options.fileLimit)
                return .witness(Witness(info, absolute, stamp), of: better.id)
            }
            let source = try SourceText.read(path: path, limit: options.fileLimit)
            let state = FileState(
                path: absolute, size: source.bytes.count, modified: stamp?.modified ?? 0, sha256: source.info.sha256)
            // What stands beside the letter may have changed, which its own hash does not show.
            if !isAsked, better == nil, source.companions.isEmpty, known?.sha256 == state.sha256, !options.dryRun,
                try catalog?.touch(state) == true
            {
                return .unchanged
            }
            let letter = LetterParser().parse(source, options: options.letter)
            // Where one of two forms does not say which paper it is, their name does.
            if let better, letter.identity.origin == .contentHash || better.origin == .contentHash {
                return .witness(Witness(source.info, absolute, stamp), of: better.id)
            }
            return .entry(try CatalogEntry(letter: letter, sourceBytes: source.bytes, fileState: state))
        } catch let error as LettersError {
            if let better {
                let reason = "\(error.description) It is another form of \(better.id), which is there."
                return .unreadForm(.init(path: path, reason: reason))
            }
            return .failed(.init(path: path, reason: error.description))
        }
    }

    /// Whether a file whose name is that of a better form holds another letter all the same: both say which they are.
    private func isLetterOfItsOwn(
        _ path: String, beside better: (id: PaperID, origin: Identity.Origin)?
    ) throws -> Bool {
        guard let own = try catalog?.letter(readFrom: path), let better else { return false }
        return own.origin != .contentHash && better.origin != .contentHash && own.id != better.id
    }
}

extension Witness {
    fileprivate init(_ info: SourceInfo, _ absolute: String, _ stamp: FileStamp?) {
        let state = FileState(path: absolute, size: info.bytes, modified: stamp?.modified ?? 0, sha256: info.sha256)
        self.init(file: state, named: info.path, format: info.format)
    }
}

/// Size and time of a letter's file, which change when its content does.
struct FileStamp {
    var size: Int
    /// Nanoseconds since 1970, of the file or of the newest one beside it that speaks of the letter.
    var modified: Int

    /// nil if the file cannot be looked at; reading it then says why.
    init?(path: String) {
        guard let own = Self.status(path) else { return nil }
        size = own.size
        modified = Companion.paths(of: path).reduce(own.modified) { max($0, Self.status($1.path)?.modified ?? 0) }
    }

    private static func status(_ path: String) -> (size: Int, modified: Int)? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        let (seconds, overflow) = Int(status.st_mtim.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
        return (Int(status.st_size), overflow ? 0 : seconds &+ Int(status.st_mtim.tv_nsec))
    }
}
