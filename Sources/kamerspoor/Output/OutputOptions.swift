import ArgumentParser
import FoundationEssentials
import JSONText

/// How a list is printed.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
    /// For reading on a terminal.
    case human
    /// One record a line, fields separated by tabs, never cut.
    case plain
    case json
    /// One JSON object a line.
    case ndjson
}

extension Style.Choice: ExpressibleByArgument {}

/// The options of every command that prints a list.
struct OutputOptions: ParsableArguments {
    @Option(help: "How to print: human on a terminal, plain in a pipe, json, ndjson (or KAMERSPOOR_FORMAT).")
    var format: ListFormat?

    @Flag(help: "Short for --format json.")
    var json = false

    @Flag(help: "Short for --format ndjson.")
    var ndjson = false

    @Option(help: "Colour: auto, always or never.")
    var color: Style.Choice = .auto

    var chosen: ListFormat {
        if json { return .json }
        if ndjson { return .ndjson }
        let environment = ProcessInfo.processInfo.environment["KAMERSPOOR_FORMAT"].flatMap(ListFormat.init)
        return format ?? environment ?? (Console.isOutputTerminal ? .human : .plain)
    }

    var style: Style { Style(color) }

    /// Prints records in the chosen format.
    ///
    /// - Parameters:
    ///   - whole: everything as one JSON value.
    ///   - records: one JSON value a record.
    ///   - rows: the same as fields for plain lines.
    ///   - human: text for a terminal.
    func print(
        whole: @autoclosure () -> JSONValue, records: @autoclosure () -> [JSONValue],
        rows: @autoclosure () -> [[String]],
        human: @autoclosure () -> String
    ) {
        switch chosen {
        case .json: Console.print(whole().pretty(depth: 4))
        case .ndjson: for record in records() { Console.print(record.compact) }
        case .plain: for row in rows() { Console.print(row.map(Self.field).joined(separator: "\t")) }
        case .human: Console.print(human(), terminator: "")
        }
    }

    /// A field of a plain line: no tab, line feed or control character stands in it.
    private static func field(_ text: String) -> String {
        Console.printable(text).replacing("\t", with: " ").replacing("\n", with: " ")
    }
}
