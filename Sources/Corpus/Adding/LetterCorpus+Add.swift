import Catalog
import FoundationEssentials
import Letters
import References
import SearchIndex

extension LetterCorpus {
    /// Adds or updates letters. Files that have not changed since they were added are passed over.
    ///
    /// Each batch of files is one transaction of the catalog; the index commits behind it. What is counted in the summary
    /// is durable when this returns.
    ///
    /// - Parameter progress: called after each batch with the number of files done and of all files.
    /// - Throws: `CorpusError`, `LettersError` for a path that the user named wrongly, `CatalogError`, `IndexError`.
    public func add(
        paths: [String], options: AddOptions = AddOptions(), progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> AddSummary {
        let (files, summary) = try Self.found(in: paths, options)
        if options.dryRun { return try Self.preview(files, below: paths, options, summary, catalog) }
        return try asWriter { try add(files, below: paths, options, summary, progress) }
    }

    /// The files that the paths name, and a summary of what was passed over in finding them.
    ///
    /// Other forms of letters come last, when it is known what the better ones are.
    private static func found(in paths: [String], _ options: AddOptions) throws -> ([FileIntake.File], AddSummary) {
        let files = try LetterFiles(in: paths)
        var summary = AddSummary()
        summary.skipped = files.skipped
        summary.failed = files.unreadable.map { .init(path: $0.path, reason: "\($0.path) is left out: \($0.reason)") }
        if files.paths.isEmpty, !options.prune { throw CorpusError.noLetters(paths: paths) }
        guard options.letter == LetterParser.Options() || files.paths.count == 1 else {
            throw CorpusError.optionNeedsOneFile(files: files.paths.count)
        }
        let best = files.paths.map { FileIntake.File(path: $0) }
        return (best + files.witnesses.map { FileIntake.File(path: $0.path, betterForm: $0.of) }, summary)
    }

    private func add(
        _ files: [FileIntake.File], below named: [String], _ options: AddOptions, _ summary: AddSummary,
        _ progress: (Int, Int) -> Void
    ) throws -> AddSummary {
        var summary = summary
        let writer = try openWriter()
        // Before adding: else a letter that was moved and changed would find its id taken by the file that is gone.
        if options.prune { try prune(named, files, &summary, writer) }
        let reader = FileIntake(catalog: catalog, options: options)
        let feeder = try IndexFeeder()
        var done = 0
        var uncommitted = 0
        let best = files.filter { $0.betterForm == nil }
        let others = files.filter { $0.betterForm != nil }
        for batch in best.batches(of: Self.batchSize) + others.batches(of: Self.batchSize) {
            let intake = try reader.read(batch)
            try keep(intake, &summary, writer, feeder, &uncommitted)
            done += batch.count
            progress(done, files.count)
        }
        try writer.commit(revision: try catalog.revision)
        return summary
    }

    /// Files that are parsed and saved together: enough to share one transaction's wait for the disk.
    private static let batchSize = 64

    /// The one writer. An index that cannot be opened is made anew: it is derived, and nothing is lost with it.
    private func openWriter() throws -> IndexWriter {
        do {
            return try upToDateWriter()
        } catch IndexError.corrupt, IndexError.otherSchema {
        } catch IndexError.fileSystem(_, let file, _) where !FileManager.default.fileExists(atPath: file) {
            // A file that the last commit names is gone.
        }
        try replaceIndex()
        return try upToDateWriter()
    }

    private func keep(
        _ intake: FileIntake.Batch, _ summary: inout AddSummary, _ writer: IndexWriter, _ feeder: IndexFeeder,
        _ uncommitted: inout Int
    ) throws {
        summary.unchanged += intake.unchanged
        summary.failed += intake.failed
        summary.guessed += intake.guessed
        summary.witnesses += intake.knownWitnesses
        summary.unreadForms += intake.unreadForms
        let known = try intake.entries.map { try catalog.contains($0.letter.id) }
        let before = try catalog.revision
        let outcomes = try catalog.save(intake.entries)
        var saved: [PaperID: String] = [:]
        for (index, outcome) in outcomes.enumerated() {
            let entry = intake.entries[index]
            switch outcome {
            case .saved:
                if let poorer = saved.updateValue(entry.letter.source.path, forKey: entry.letter.id) {
                    summary.witnesses.append(.init(path: poorer, reason: "another form of \(entry.letter.id)"))
                } else if known[index] {
                    summary.updated += 1
                } else {
                    summary.added += 1
                }
                try writer.add(feeder.document(of: entry.letter))
                uncommitted += 1
            case .furtherPath: summary.duplicates += 1
            case .witness:
                summary.witnesses.append(
                    .init(path: entry.letter.source.path, reason: "another form of \(entry.letter.id)"))
            case .refused(let error):
                summary.failed.append(.init(path: entry.letter.source.path, reason: error.description))
            }
        }
        try catalog.note(intake.witnesses)
        summary.witnesses += intake.witnesses.map { .init(path: $0.witness.named, reason: "another form of \($0.of)") }
        // A file that now holds another letter takes the place of what it held before.
        for id in try catalog.changes(since: before).removed { try writer.remove(key: id.rawValue) }
        if uncommitted >= Self.commitInterval {
            try writer.commit(revision: try catalog.revision)
            uncommitted = 0
        }
    }

    /// What adding would come to where there is no corpus yet. Changes nothing.
    public static func preview(paths: [String], options: AddOptions) throws -> AddSummary {
        let (files, summary) = try found(in: paths, options)
        return try preview(files, below: paths, options, summary, nil)
    }

    private static func preview(
        _ files: [FileIntake.File], below named: [String], _ options: AddOptions, _ summary: AddSummary,
        _ catalog: LetterCatalog?
    ) throws -> AddSummary {
        var summary = summary
        let intake = try FileIntake(catalog: catalog, options: options).read(files.filter { $0.betterForm == nil })
        // What others are depends on what the better ones are kept as: their names must do.
        summary.witnesses = files.compactMap { file in
            file.betterForm.map { .init(path: file.path, reason: "another form of \($0)") }
        }
        summary.witnesses += intake.knownWitnesses
        summary.unchanged = intake.unchanged
        summary.failed += intake.failed
        summary.guessed = intake.guessed
        for entry in intake.entries {
            if try catalog?.contains(entry.letter.id) == true { summary.updated += 1 } else { summary.added += 1 }
        }
        if options.prune, let catalog { summary.removed = try gone(from: catalog, below: named, present: files).count }
        return summary
    }

    /// Forgets files below the named folders that are not there any more.
    private func prune(
        _ named: [String], _ found: [FileIntake.File], _ summary: inout AddSummary, _ writer: IndexWriter
    ) throws {
        let gone = try Self.gone(from: catalog, below: named, present: found)
        let before = try catalog.revision
        summary.removed = try catalog.remove(paths: gone)
        let changes = try catalog.changes(since: before)
        for id in changes.removed { try writer.remove(key: id.rawValue) }
        let feeder = try IndexFeeder()
        for id in changes.saved {
            if let letter = try catalog.letter(id: id) { try writer.add(feeder.document(of: letter)) }
        }
    }
}

extension LetterCorpus {
    /// Files that the catalog knows below some folders and that are not among those found there.
    private static func gone(
        from catalog: LetterCatalog, below named: [String], present found: [FileIntake.File]
    ) throws -> [String] {
        let roots = named.map(AbsolutePath.of)
        let present = Set(found.map { AbsolutePath.of($0.path) })
        return try catalog.paths().filter { path in
            !present.contains(path) && roots.contains { path == $0 || path.hasPrefix($0 == "/" ? "/" : $0 + "/") }
        }
    }
}

/// Files are known to the catalog by their absolute path, so that a corpus can be fed from any folder.
enum AbsolutePath {
    static func of(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
}

extension Array {
    fileprivate func batches(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
