import ArgumentParser
import FoundationEssentials
import JSONText
import Letters
import References

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "The references in any text.",
        discussion: """
            Prints one reference a line: place, kind, targets, the reference as it stands and, in a PDF, the page; and so \
            what the text says has become of a motion or promise, with the sentence. With --ndjson each line of the input is an object {"text": …}, and each line of the output one {"references": […]}. Texts of any length \
            are read in parts, in order, with little memory.

            Examples:
              echo 'zie Kamerstuk 31 497, nr. 371' | kamerspoor extract -
              kamerspoor extract --json letter.txt
              kamerspoor extract --laws --addresses letter.txt
            """)

    @Argument(help: "A text file; - reads standard input.", completion: .file()) var file = "-"
    @Option(help: "How to print: plain or json.") var format: ListFormat = .plain
    @Flag(help: "Short for --format json.") var json = false
    @Flag(help: "Reads one {\"text\": …} a line and writes one {\"references\": …} a line.") var ndjson = false
    @Flag(help: "Also laws by their names, with their articles.") var laws = false
    @Flag(help: "Also web addresses that name no paper.") var addresses = false

    @Option(help: "Bytes that the input, or with --ndjson a line of it, may have at most.") var maxFile: Int?

    func run() throws {
        let stream = try InputStream(file)
        if ndjson || format == .ndjson { return try extractLines(stream) }
        let printer = ExtractPrinter(isJSON: json || format == .json)
        var reader = textReader
        var origin = TextPlaces.Origin()
        var (windows, text) = try windows(stream)
        var count = 0
        while let window = try windows.next() {
            count += window.count
            if let maxFile, count > maxFile {
                throw LettersError.tooLarge(path: stream.name, bytes: count, limit: maxFile)
            }
            let places = TextPlaces(window, from: origin, in: text)
            printer.print(reader.read(window), places)
            origin = places.end
        }
        printer.finish()
        if printer.isEmpty {
            throw Failure(.nothingFound, "no references in \(file == "-" ? "the input" : file).")
        }
    }

    private var textReader: TextReader {
        TextReader(options: ReferenceScanner.Options(laws: laws, addresses: addresses))
    }

    /// Text in UTF-8 as it comes; that of a file in another encoding or format, which only the whole can tell.
    private func windows(_ stream: InputStream) throws -> (TextWindows, FileText?) {
        var start: [UInt8] = []
        while start.count < TextWindows.size, !stream.isAtEnd { try stream.append(to: &start) }
        if try SourceText.isPlainUTF8(start, path: stream.name) { return (TextWindows(stream, from: start), nil) }
        while !stream.isAtEnd {
            try stream.append(to: &start)
            guard start.count <= maxFile ?? SourceText.defaultLimit else {
                let limit = maxFile ?? SourceText.defaultLimit
                throw LettersError.tooLarge(path: stream.name, bytes: start.count, limit: limit)
            }
        }
        let source =
            file == "-"
            ? try SourceText.recognised(path: stream.name, bytes: start)
            : try SourceText.read(path: file, limit: maxFile ?? SourceText.defaultLimit)
        let text = FileText(source)
        return (TextWindows(stream, from: text.bytes), text)
    }

    private struct Line: Decodable {
        var text: String
    }

    private func extractLines(_ stream: InputStream) throws {
        let decoder = JSONDecoder()
        var output = BufferedOutput()
        var lines = InputLines(stream, limit: maxFile ?? SourceText.defaultLimit)
        var number = 0
        var firstBad: Int?
        while let bytes = try lines.next() {
            number += 1
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
            guard let line = try? decoder.decode(Line.self, from: Data(bytes)) else {
                // Its place in the output stays, so that lines of input and output keep to each other.
                output.print(ExtractPrinter.badLine(number).compact)
                firstBad = firstBad ?? number
                continue
            }
            let text = Array(line.text.utf8)
            var reader = textReader
            output.print(ExtractPrinter.object(reader.read(text), TextPlaces(text)).compact)
            // Whoever writes a line and waits for its answer gets it.
            if !lines.isReady { output.flush() }
        }
        output.flush()
        if let firstBad {
            throw Failure(
                .badInput,
                "line \(firstBad) of \(file == "-" ? "standard input" : file) is no JSON object with a \"text\". "
                    + "Write one such object a line; the others were read.")
        }
    }
}

/// Prints what is found in the windows of a text, as one list.
final class ExtractPrinter {
    private let isJSON: Bool
    private var hasFound = false
    private var statuses: [JSONValue] = []
    private var output = BufferedOutput()

    /// Whether nothing was printed: no reference and no status.
    var isEmpty: Bool { !hasFound && statuses.isEmpty }

    init(isJSON: Bool) { self.isJSON = isJSON }

    func print(_ findings: TextReader.Findings, _ places: TextPlaces) {
        guard isJSON else { return printLines(findings, places) }
        for reference in findings.references {
            output.print(hasFound ? "," : "{\n  \"references\": [", terminator: "\n")
            output.print("    " + Self.json(reference, places).compact, terminator: "")
            hasFound = true
        }
        statuses += findings.statuses.map { Self.json($0, places) }
    }

    /// References and statuses in the order of the text.
    private func printLines(_ findings: TextReader.Findings, _ places: TextPlaces) {
        var statuses = findings.statuses[...]
        for reference in findings.references {
            while let status = statuses.first, status.range.lowerBound < reference.range.lowerBound {
                output.print(Self.line(status, places))
                statuses.removeFirst()
            }
            output.print(Self.line(reference, places))
        }
        for status in statuses { output.print(Self.line(status, places)) }
        hasFound = hasFound || !findings.references.isEmpty || !findings.statuses.isEmpty
    }

    func finish() {
        if isJSON {
            output.print(hasFound ? "\n  ]," : "{\n  \"references\": [],")
            output.print("  \"statuses\": " + JSONValue.array(statuses).compact + "\n}")
        }
        output.flush()
    }

    static func object(_ findings: TextReader.Findings, _ places: TextPlaces) -> JSONValue {
        .object([
            ("references", .array(findings.references.map { json($0, places) })),
            ("statuses", .array(findings.statuses.map { json($0, places) })),
        ])
    }

    static func badLine(_ number: Int) -> JSONValue {
        .object([
            ("references", .array([])), ("statuses", .array([])),
            ("error", .string("line \(number) is no JSON object with a \"text\"")),
        ])
    }

    private static func json(_ reference: Reference, _ places: TextPlaces) -> JSONValue {
        let (line, column, page) = places.place(at: reference.range.lowerBound)
        return ReferenceJSON.value(reference, footnote: nil, section: nil, line: line, column: column, page: page)
    }

    private static func json(_ status: PaperStatus, _ places: TextPlaces) -> JSONValue {
        let (line, column, page) = places.place(at: status.range.lowerBound)
        return ReferenceJSON.status(status, footnote: nil, section: nil, line: line, column: column, page: page)
    }

    private static func line(_ reference: Reference, _ places: TextPlaces) -> String {
        let raw = reference.raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line(at: reference.range, reference.kind.rawValue, reference.targets, raw, places)
    }

    private static func line(_ status: PaperStatus, _ places: TextPlaces) -> String {
        line(at: status.range, status.kind.rawValue, status.targets, status.sentence, places)
    }

    private static func line(
        at range: Range<Int>, _ kind: String, _ papers: [PaperID], _ text: String, _ places: TextPlaces
    ) -> String {
        let (line, column, page) = places.place(at: range.lowerBound)
        let targets = papers.isEmpty ? "-" : papers.map(\.rawValue).joined(separator: " ")
        var fields = ["\(line):\(column)", kind, targets, text]
        if places.isPaged, let page { fields.append("page \(page)") }
        return Console.printable(fields.joined(separator: "\t"))
    }
}

/// Standard output in large writes; what is left must be flushed.
struct BufferedOutput {
    private static let limit = 1 << 16
    private var bytes: [UInt8] = []

    mutating func print(_ text: String, terminator: String = "\n") {
        bytes += text.utf8
        bytes += terminator.utf8
        if bytes.count >= Self.limit { flush() }
    }

    mutating func flush() {
        Console.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
