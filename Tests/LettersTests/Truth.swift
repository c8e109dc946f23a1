import Foundation
import TestSupport

/// What a reader found in a letter; see `Fixtures/truth/README.md`.
struct Truth: Decodable {
    struct Identity: Decodable {
        struct Dossier: Decodable {
            var number: String
            var title: String?
        }

        struct Signatory: Decodable {
            var role: String
            var name: String?
        }

        var id: String?
        var from: String?
        var chamber: String?
        var sessionYear: String?
        var dossiers: [Dossier]
        var number: String?
        var date: String?
        var place: String?
        var signatories: [Signatory]
    }

    struct Marker: Decodable {
        var note: Int
        var line: Int
        var column: Int
        var before: String
    }

    struct Footnote: Decodable {
        var number: Int
        var text: String
        var line: Int
        var complete: Bool
    }

    struct Heading: Decodable {
        var text: String
        var label: String?
        var line: Int
    }

    struct Hyphen: Decodable {
        var line: Int
        var left: String
        var right: String?
        var decision: String
        var result: String
    }

    struct Mention: Decodable {
        var raw: String
        var targets: [String]
        var relation: String
        var line: Int
        var footnote: Int?
    }

    struct Block: Decodable {
        var type: String
        var label: String?
        var start: String
        var end: String
    }

    struct Section: Decodable {
        var heading: String?
        var blocks: [Block]
    }

    struct Abbreviation: Decodable {
        var short: String
        var long: String
        var line: Int
    }

    var identity: Identity
    var abbreviations: [Abbreviation]
    var markers: [Marker]
    var footnotes: [Footnote]
    var lostNotes: [[Int]]
    var headings: [Heading]
    var hyphens: [Hyphen]
    var references: [Mention]
    var pages: Int
    var occurrences: [String: Int]
    var sections: [Section]?

    /// Truth of the seed whose name starts with these three digits.
    static func seed(_ digits: String) throws -> Truth {
        try JSONDecoder().decode(Truth.self, from: Data(Fixture.bytes("Fixtures/truth/seeds/\(digits).json")))
    }

    /// Truth of one of our own letters that are open for developing.
    static func openLetter(_ name: String) throws -> Truth {
        try JSONDecoder().decode(
            Truth.self, from: Data(Fixture.bytes("Fixtures/truth/letters/open/\(name).json")))
    }
}
