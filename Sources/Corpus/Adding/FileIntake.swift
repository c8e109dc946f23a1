import Catalog
import Dispatch
import Letters
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Reads and parses files, several at once, leaving out those that have not changed.
struct FileIntake {
    /// What a batch of files came to, in the order of the files.
    struct Batch {
        var entries: [CatalogEntry] = []
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
        case unchanged
        case failed(LetterFiles.Skipped)
    }

    /// nil where there is no corpus yet.
    let catalog: LetterCatalog?
    let options: AddOptions

    func read(_ paths: some RandomAccessCollection<String> & Sendable) throws -> Batch {
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
            case .unchanged: batch.unchanged += 1
            case .failed(let skipped): batch.failed.append(skipped)
            case nil: break
            }
        }
    }

    /// One file. Only a failure of the catalog throws: what is wrong with a file costs that file alone.
    private func read(_ path: String) throws -> Outcome {
        let absolute = AbsolutePath.of(path)
        let stamp = FileStamp(path: path)
        let known = try catalog?.fileState(path: absolute)
        let isAsked = options.force || options.letter != LetterParser.Options()
        if !isAsked, let known, let stamp, known.size == stamp.size, known.modified == stamp.modified {
            return .unchanged
        }
        do {
            let source = try SourceText.read(path: path, limit: options.fileLimit)
            let state = FileState(
                path: absolute, size: source.bytes.count, modified: stamp?.modified ?? 0, sha256: source.info.sha256)
            // What stands beside the letter may have changed, which its own hash does not show.
            if !isAsked, source.companions.isEmpty, known?.sha256 == state.sha256, !options.dryRun,
                try catalog?.touch(state) == true
            {
                return .unchanged
            }
            let letter = LetterParser().parse(source, options: options.letter)
            return .entry(try CatalogEntry(letter: letter, sourceBytes: source.bytes, fileState: state))
        } catch let error as LettersError {
            return .failed(.init(path: path, reason: error.description))
        }
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
