import ArgumentParser
import FoundationEssentials
import JSONText
import Letters
import References

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "The references in any text.",
        discussion: """
            Prints one reference a line: place, kind, targets, and the reference as it stands. With --ndjson each line of \
            the input is an object {"text": …}, and each line of the output one {"references": […]}.

            Examples:
              echo 'zie Kamerstuk 31 497, nr. 371' | kamerspoor extract -
              kamerspoor extract --json letter.txt
            """)

    @Argument(help: "A text file; - reads standard input.", completion: .file()) var file = "-"
    @Option(help: "How to print: plain or json.") var format: ListFormat = .plain
    @Flag(help: "Short for --format json.") var json = false
    @Flag(help: "Reads one {\"text\": …} a line and writes one {\"references\": …} a line.") var ndjson = false

    @Option(help: "Bytes that the input may have at most.") var maxFile = SourceText.defaultLimit

    func run() throws {
        let source = try InputFile.read(file, limit: maxFile)
        if ndjson || format == .ndjson { return try extractLines(source) }
        let text = source.text
        let references = Self.references(in: text)
        let places = TextPlaces(text)
        if json || format == .json {
            let values = references.map { Self.json($0, places) }
            Console.print(JSONValue.object([("references", .array(values))]).pretty(depth: 2))
        } else {
            for reference in references { Console.print(Self.line(reference, places)) }
        }
        if references.isEmpty { throw Failure(.nothingFound, "no references in \(file == "-" ? "the input" : file).") }
    }

    private struct Line: Decodable {
        var text: String
    }

    private func extractLines(_ source: SourceText) throws {
        let decoder = JSONDecoder()
        for (number, bytes) in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
            guard let line = try? decoder.decode(Line.self, from: Data(bytes)) else {
                throw Failure(
                    .badInput,
                    "line \(number + 1) of \(file) is no JSON object with a \"text\". Write one such object a line.")
            }
            let places = TextPlaces(line.text)
            let values = Self.references(in: line.text).map { Self.json($0, places) }
            Console.print(JSONValue.object([("references", .array(values))]).compact)
        }
    }

    /// With `Idem` and its like, which repeat a reference before them.
    private static func references(in text: String) -> [Reference] {
        var forms = ShortFormResolver()
        return forms.references(in: text)
    }

    private static func json(_ reference: Reference, _ places: TextPlaces) -> JSONValue {
        let (line, column) = places.place(at: reference.range.lowerBound)
        return ReferenceJSON.value(reference, footnote: nil, section: nil, line: line, column: column)
    }

    private static func line(_ reference: Reference, _ places: TextPlaces) -> String {
        let (line, column) = places.place(at: reference.range.lowerBound)
        let targets = reference.targets.isEmpty ? "-" : reference.targets.map(\.rawValue).joined(separator: " ")
        let raw = reference.raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Console.printable("\(line):\(column)\t\(reference.kind.rawValue)\t\(targets)\t\(raw)")
    }
}

/// Lines and columns of a text by UTF-8 offset, each found in the time of one block, however long its line is.
struct TextPlaces {
    /// Bytes between two counts of scalars.
    private static let blockSize = 256

    private let bytes: [UInt8]
    private let starts: [Int]
    /// Scalars that start before each block.
    private let scalarsBefore: [Int]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        self.bytes = bytes
        starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
        var count = 0
        scalarsBefore = stride(from: 0, through: bytes.count, by: Self.blockSize).map { block in
            defer { count += Self.scalars(bytes[block..<min(block + Self.blockSize, bytes.count)]) }
            return count
        }
    }

    /// Both from 1; columns in Unicode scalars.
    func place(at offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, scalars(before: max(starts[low], offset)) - scalars(before: starts[low]) + 1)
    }

    private func scalars(before offset: Int) -> Int {
        let block = offset / Self.blockSize
        return scalarsBefore[block] + Self.scalars(bytes[block * Self.blockSize..<offset])
    }

    /// Bytes that start a scalar.
    private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
