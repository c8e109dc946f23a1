import FoundationEssentials
import JSONText
import References

/// The first line of a baseline.
private struct Header: Decodable {
    static let name = "kamerspoor.baseline"

    var schema: String

    /// The version, if this is the header of a baseline.
    var version: Int? {
        let parts = schema.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0] == Self.name ? Int(parts[1]) : nil
    }
}

extension Baseline {
    /// The text of the file, with a line feed at its end.
    public var text: String {
        let header = "{\"schema\":\"\(Header.name)/\(Self.version)\"}\n"
        return entries.reduce(into: header) { text, entry in
            let fields = [
                ("fingerprint", entry.fingerprint), ("letter", entry.letter.rawValue), ("message", entry.message),
                ("path", entry.path), ("rule", entry.rule),
            ]
            text += "{" + fields.map { "\"\($0)\":\(JSONValue.string($1).compact)" }.joined(separator: ",") + "}\n"
        }
    }

    /// A baseline from the text of its file. Lines may end with a carriage return too, as version control leaves them.
    ///
    /// - Parameter path: the file, for messages.
    public init(text: String, path: String) throws(IntegrityError) {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        if lines.last == "" { lines.removeLast() }
        let decoder = JSONDecoder()
        guard let first = lines.first,
            let version = (try? decoder.decode(Header.self, from: Data(first.utf8)))?.version, version > 0
        else { throw .notABaseline(path: path) }
        guard version <= Self.version else {
            throw .baselineTooNew(path: path, found: version, newest: Self.version)
        }
        var entries: [Entry] = []
        for (index, line) in lines.enumerated().dropFirst() {
            do {
                entries.append(try decoder.decode(Entry.self, from: Data(line.utf8)))
            } catch {
                throw .baselineMalformed(path: path, line: index + 1, reason: reason(for: error))
            }
        }
        self.init(path: path, entries: entries)
    }
}

/// What is wrong with a line, in words.
private func reason(for error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "the key \(quoted(key.stringValue)) is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
        context.codingPath.last.map { "the value of \(quoted($0.stringValue)) is no text" } ?? "it is no JSON object"
    default: "it is no JSON"
    }
}
