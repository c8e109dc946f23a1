/// What the command prints with `--json`, as far as scripts depend on it.
struct SearchReply: Decodable {
    struct Hit: Decodable, Equatable {
        var id: String
        var score: Double
        var occurrences: Int
        var title: String?
        var date: String?
        var path: String
        var passages: [Passage]
    }

    struct Passage: Decodable, Equatable {
        var text: String
        var highlights: [[Int]]
        var section: String?
        var page: Int
        var note: Int?
        var line: Int
        var column: Int
        var matched: [String]
    }

    var schema: String
    var query: String
    var total: Int
    var occurrences: Int
    var hits: [Hit]
}

struct TraceReply: Decodable {
    struct Claim: Decodable {
        var text: String
        var section: String?
        var line: Int
    }

    struct Footnote: Decodable {
        var text: String
        var line: Int
    }

    struct Target: Decodable {
        var id: String
        var inCorpus: Bool
        var opening: String?
        var url: String?
        var traces: [TraceReply]
    }

    var paper: String
    var note: Int?
    var claim: Claim?
    var footnote: Footnote?
    var targets: [Target]
}

struct CitesReply: Decodable {
    struct Edge: Decodable {
        var from: String
        var to: String
        var mentions: [Mention]
    }

    struct Mention: Decodable {
        var sentence: String
        var section: String?
        var note: Int?
        var line: Int
        var relation: String
        var confidence: Double
    }

    var id: String
    var inCorpus: Bool
    var mentions: Int
    var edges: [Edge]
}

struct GraphReply: Decodable {
    struct Node: Decodable {
        var id: String
        var inCorpus: Bool
        var date: String?
    }

    struct Edge: Decodable {
        var source: String
        var target: String
        var weight: Int
    }

    var nodes: [Node]
    var edges: [Edge]
}

struct VerifyReply: Decodable {
    struct Finding: Decodable {
        var rule: String
        var level: String
        var letter: String
        var path: String
        var page: Int
        var line: Int
        var column: Int
        var message: String
        var numbers: [Int]
        var fingerprint: String
        var baselined: Bool
    }

    var schema: String
    var letters: Int
    var findings: [Finding]
}

struct ListedLetter: Decodable, Equatable {
    var id: String
    var date: String?
    var title: String?
    var path: String
    var words: Int
    var footnotes: Int
    var references: Int
}

struct ListReply: Decodable {
    var letters: [ListedLetter]
}

struct ExtractReply: Decodable {
    struct Reference: Decodable {
        var raw: String
        var kind: String
        var targets: [String]
        var relation: String
        var confidence: Double
        var footnote: Int?
        var line: Int
        var column: Int
        var warnings: [String]
        var motion: Motion?
    }

    struct Motion: Decodable {
        var type: String
        var movers: [String]
        var others: Bool
    }

    struct Status: Decodable {
        var status: String
        var targets: [String]
        var sentence: String
        var line: Int
        var column: Int
    }

    var references: [Reference]
    var statuses: [Status]
}
