public import ArgumentParser
import Catalog
import Corpus
import Integrity
import JSONText
import Letters

extension ReportFormat: ExpressibleByArgument {}
extension Level: ExpressibleByArgument {}

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Checks the notes and references of letters.",
        discussion: """
            Ends with 1 when there are findings at or above the level of --fail-on that are not in the baseline, with 3 \
            when a file cannot be read that is not in the baseline, else with 0. Of several forms of one letter (kst-1.xml, \
            kst-1.pdf) the best is verified.

            Examples:
              kamerspoor verify seeds/
              kamerspoor verify seeds/ --write-baseline seeds/baseline.jsonl
              kamerspoor verify seeds/ --baseline seeds/baseline.jsonl --format github
            """)

    @Argument(help: "Letters, or folders of them.", completion: .file()) var paths: [String]
    @Option(help: "How to report: text, json, ndjson or github.") var format: ReportFormat = .text
    @Flag(help: "Short for --format json.") var json = false
    @Option(help: "File with accepted findings.", completion: .file()) var baseline: String?
    @Option(help: "Writes all findings to this file and accepts them.", completion: .file()) var writeBaseline: String?
    @Flag(help: "Fails when an accepted finding is gone.") var strictBaseline = false
    @Option(help: "Lowest level that fails: note, warning, error, or off.") var failOn: Level = .warning
    @Option(name: .customLong("rule"), help: "Level of a rule: RULE=note, warning, error or off. May be repeated.")
    var rules: [String] = []
    @Flag(help: "Takes the corpus for complete: a target outside it is an error.") var closed = false
    @Option(name: .customLong("corpus"), help: "Also looks whether targets are in this corpus.") var corpus: String?
    @Option(help: "Bytes that a file may have at most.") var maxFile = SourceText.defaultLimit

    func run() throws {
        var levels = RuleLevels()
        if closed { try levels.set(.error, for: "reference-unresolved") }
        for rule in rules { try levels.set(rule) }
        let accepted = try baseline.map { try Baseline(contentsOf: $0) }
        let (read, foldersLeftOut) = try readLetters()

        let verifier = Verifier(levels: levels, lookup: try lookup())
        let report = verifier.verify(read.letters, unread: read.unread, baseline: accepted, isStrict: strictBaseline)
        if let writeBaseline {
            let written = Baseline(path: writeBaseline, accepting: report.findings)
            try written.write()
            Console.note("\(writeBaseline) now accepts \(report.findings.count) findings.")
        } else {
            Console.print(Console.printable(report.written(as: json ? .json : format)), terminator: "")
        }
        if foldersLeftOut || writeBaseline == nil && report.hasUnreadFiles { throw Silent(.badInput) }
        if writeBaseline == nil, report.fails(at: failOn) { throw Silent(.nothingFound) }
    }

    private func readLetters() throws -> (LettersRead, foldersLeftOut: Bool) {
        let files = try LetterFiles(in: paths)
        for skipped in files.skipped + files.unreadable {
            Console.note("\(skipped.path) is left out: \(skipped.reason)")
        }
        guard !files.paths.isEmpty else { throw CorpusError.noLetters(paths: paths) }
        let read = LettersRead(files, limit: maxFile)
        for letter in read.letters {
            if let guessed = letter.guessedEncoding { Console.note("\(letter.source.path) is \(guessed)") }
        }
        for file in read.unread { Console.note(file.description) }
        for form in read.unreadForms {
            Console.note("\(form.reason) It is another form of \(form.of), which is there.")
        }
        if !read.witnesses.isEmpty {
            let verb = read.witnesses.count == 1 ? "is" : "are"
            Console.note("\(IndexCommand.otherForms(read.witnesses.count)) \(verb) not verified")
        }
        return (read, !files.unreadable.isEmpty)
    }

    /// Targets are looked up where the user names a corpus; `--closed` without one takes the letters at hand.
    private func lookup() throws -> (any PaperLookup)? {
        if let corpus { return Set(try LetterCorpus.open(at: corpus).catalog.ids()) }
        return closed ? Set() : nil
    }
}

/// Ends the command with a code; what there was to say has been said.
struct Silent: Error {
    var status: ExitStatus

    init(_ status: ExitStatus) { self.status = status }
}
