import Foundation

/// What a run of the command left behind.
struct Outcome {
    /// Exit code; nil when a signal ended the run.
    var status: Int32?
    var signal: Int32?
    var output: Data
    var errors: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }

    var lines: [String] { text.split(separator: "\n").map(String.init) }

    /// Standard output, all of it, as one JSON value.
    func json<Value: Decodable>(_ type: Value.Type) throws -> Value { try JSONDecoder().decode(type, from: output) }

    /// Standard output as one JSON value a line.
    func jsonLines<Value: Decodable>(_ type: Value.Type) throws -> [Value] {
        try lines.map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }
}

extension Outcome {
    /// Control characters and marks of direction on standard output, which a terminal would obey.
    var harmfulScalars: [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar {
            case "\n", "\t": false
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}"..."\u{200F}", "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}", "\u{061C}":
                true
            default: false
            }
        }
    }
}
