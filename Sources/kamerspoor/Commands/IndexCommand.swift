import ArgumentParser
import Corpus
import FoundationEssentials
import JSONText
import Letters

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Adds or updates letters: files, or folders with all that is in them.",
        discussion: """
            Plain text, official XML, web pages and PDF. Of several forms of one letter (kst-1.xml, kst-1.html, kst-1.pdf, \
            kst-1.txt) the first of these is read. Unchanged files are passed over. Without a corpus, one is made in .kamerspoor here.

            Examples:
              kamerspoor index seeds/
              kamerspoor index letter.txt --id "31 497, nr. 408"
            """)

    @Argument(help: "Files, or folders with letters.", completion: .file()) var paths: [String]
    @OptionGroup var corpus: CorpusLocation
    @OptionGroup var letterOptions: LetterOptions
    @Flag(help: "Forgets letters below the named folders whose files are gone.") var prune = false
    @Flag(help: "Says what would be done, and does nothing.") var dryRun = false
    @Flag(help: "Reads files again that have not changed.") var force = false
    @Option(help: "Files read at once (default: the number of processors).") var threads: Int?
    @Flag(help: "The outcome as JSON.") var json = false
    @Option(help: "Progress on standard error: auto, json or off.") var progress: ProgressReport.Kind = .auto

    func run() throws {
        var options = AddOptions()
        options.prune = prune
        options.dryRun = dryRun
        options.force = force
        options.threads = try threadCount()
        options.fileLimit = letterOptions.maxFile
        options.letter = try letterOptions.parserOptions()

        let path = corpus.forWriting
        let isNew = !LetterCorpus.exists(at: path)
        // Wrong paths, and paths without letters, are told before a corpus is made.
        let files = try LetterFiles(in: paths)
        if files.paths.isEmpty, !prune {
            for skipped in files.skipped + files.unreadable {
                Console.note("\(skipped.path) is left out: \(skipped.reason)")
            }
            throw CorpusError.noLetters(paths: paths)
        }
        if isNew, dryRun { return try tell(try LetterCorpus.preview(paths: paths, options: options), path) }
        if isNew { Console.note("a new corpus in \(path)") }
        var report = ProgressReport(progress)
        let summary = try LetterCorpus.openOrMake(at: path).add(paths: paths, options: options) {
            report.show($0, of: $1)
        }
        report.end()
        try tell(summary, path)
    }

    private func threadCount() throws -> Int {
        let count = threads ?? ProcessInfo.processInfo.activeProcessorCount
        guard (1...256).contains(count) else { throw Failure(.usage, "--threads is 1 to 256.") }
        return count
    }

    private func tell(_ summary: AddSummary, _ path: String) throws {
        for skipped in summary.skipped { Console.note("\(skipped.path) is left out: \(skipped.reason)") }
        for guessed in summary.guessed { Console.note("\(guessed.path) is \(guessed.reason)") }
        for unread in summary.unreadForms { Console.note(unread.reason) }
        for failed in summary.failed { Console.note(failed.reason) }
        var parts = ["\(summary.added) added", "\(summary.updated) updated", "\(summary.unchanged) unchanged"]
        if summary.duplicates > 0 { parts.append("\(summary.duplicates) there already under another name") }
        if !summary.witnesses.isEmpty { parts.append(Self.otherForms(summary.witnesses.count)) }
        if !summary.unreadForms.isEmpty { parts.append(Self.otherForms(summary.unreadForms.count) + " not read") }
        if prune { parts.append("\(summary.removed) removed") }
        if !summary.failed.isEmpty { parts.append("\(summary.failed.count) not taken in") }
        if json {
            Console.print(Self.json(summary, isDryRun: dryRun).compact)
        } else {
            Console.print("\(dryRun ? "would be: " : "")\(parts.joined(separator: ", "))")
        }
        if !summary.failed.isEmpty { throw Silent(.badInput) }
        if !dryRun, summary.kept > 0 { Console.note("now search it with: kamerspoor search WORDS") }
    }

    /// Files that say what letters of the corpus say.
    static func otherForms(_ count: Int) -> String {
        count == 1 ? "1 other form of a letter" : "\(count) other forms of letters"
    }

    private static func json(_ summary: AddSummary, isDryRun: Bool) -> JSONValue {
        .object([
            ("dryRun", .bool(isDryRun)), ("added", .int(summary.added)), ("updated", .int(summary.updated)),
            ("unchanged", .int(summary.unchanged)), ("duplicates", .int(summary.duplicates)),
            ("removed", .int(summary.removed)), ("failed", .strings(summary.failed.map(\.path))),
            ("skipped", .strings(summary.skipped.map(\.path))),
            ("witnesses", .strings(summary.witnesses.map(\.path))),
            ("unreadForms", .strings(summary.unreadForms.map(\.path))),
        ])
    }
}
