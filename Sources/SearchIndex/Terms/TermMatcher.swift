/// What an automaton over terms says of one.
enum TermMatch {
    case matches
    /// It does not match, but one that begins with it may.
    case fails
    /// No term with these first bytes matches.
    case failsWithPrefix(Int)
    /// No term from this one on matches.
    case ends
}

/// Walks over the terms of a field, from which it needs only those that a pattern can match: a mismatch early in a term
/// skips all terms with that beginning.
protocol TermMatcher {
    /// The first term that can match.
    var start: [UInt8] { get }
    /// Terms come in ascending order.
    mutating func match(_ term: [UInt8]) -> TermMatch
}

extension TermDictionary {
    /// The terms of a field that match a pattern, ascending.
    func infos(matching pattern: TermPattern, field: Int) throws(IndexError) -> [TermInfo] {
        switch pattern {
        case .prefix(let prefix): try infos(PrefixMatcher(prefix: Array(prefix.utf8)), field)
        case .range(let from, let through):
            try infos(RangeMatcher(start: Array((from ?? "").utf8), end: through.map { Array($0.utf8) }), field)
        case .wildcard(let pattern): try infos(WildcardMatcher(pattern), field)
        case .similar(let term, let edits, let prefix):
            try infos(SimilarityMatcher(term, edits: edits, prefix: prefix), field)
        }
    }

    private func infos(_ matcher: some TermMatcher, _ field: Int) throws(IndexError) -> [TermInfo] {
        var matcher = matcher
        var found: [TermInfo] = []
        var cursor = try TermCursor(self, field: field, from: matcher.start)
        while let term = cursor.term {
            switch matcher.match(term) {
            case .matches:
                found.append(try cursor.info())
                try cursor.advance()
            case .fails:
                try cursor.advance()
            case .failsWithPrefix(let length):
                guard let next = Self.successor(ofPrefix: term.prefix(length)) else { return found }
                try cursor.advance(to: next)
            case .ends:
                return found
            }
        }
        return found
    }

    /// The first string of bytes above all that begin with a prefix; `nil` when there is none.
    private static func successor(ofPrefix prefix: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes = Array(prefix)
        while let last = bytes.popLast() {
            if last < 0xff { return bytes + [last + 1] }
        }
        return nil
    }
}

struct PrefixMatcher: TermMatcher {
    let prefix: [UInt8]
    var start: [UInt8] { prefix }

    func match(_ term: [UInt8]) -> TermMatch { term.starts(with: prefix) ? .matches : .ends }
}

struct RangeMatcher: TermMatcher {
    let start: [UInt8]
    let end: [UInt8]?

    func match(_ term: [UInt8]) -> TermMatch {
        guard let end else { return .matches }
        return precedes(end, term) ? .ends : .matches
    }
}

/// Follows all ways through a pattern at once: the set of places in it that a term's beginning leads to.
struct WildcardMatcher: TermMatcher {
    private enum Element: Equatable {
        case scalar(Unicode.Scalar)
        case one
        case many
    }

    private let elements: [Element]
    private let literal: [UInt8]

    init(_ pattern: String) {
        var elements: [Element] = []
        var isEscaped = false
        for scalar in pattern.unicodeScalars {
            if isEscaped {
                elements.append(.scalar(scalar))
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "*" {
                if elements.last != .many { elements.append(.many) }
            } else {
                elements.append(scalar == "?" ? .one : .scalar(scalar))
            }
        }
        self.elements = elements
        var literal = ""
        for element in elements {
            guard case .scalar(let scalar) = element else { break }
            literal.unicodeScalars.append(scalar)
        }
        self.literal = Array(literal.utf8)
    }

    var start: [UInt8] { literal }

    func match(_ term: [UInt8]) -> TermMatch {
        guard term.starts(with: literal) else { return .ends }
        var states = closure([0])
        var length = 0
        for scalar in String(decoding: term, as: UTF8.self).unicodeScalars {
            length += UTF8.width(scalar)
            var next: Set<Int> = []
            for state in states where state < elements.count {
                switch elements[state] {
                case .many: next.insert(state)
                case .one: next.insert(state + 1)
                case .scalar(let wanted): if wanted == scalar { next.insert(state + 1) }
                }
            }
            if next.isEmpty { return .failsWithPrefix(length) }
            states = closure(next)
        }
        return states.contains(elements.count) ? .matches : .fails
    }

    /// The states, and those to which a `*` leads without a character.
    private func closure(_ states: Set<Int>) -> Set<Int> {
        var all = states
        for state in states {
            var next = state
            while next < elements.count, elements[next] == .many {
                next += 1
                all.insert(next)
            }
        }
        return all
    }
}

/// A Levenshtein automaton with exchanges of neighbours (Oommen and Loke, Pattern Recognition 1997), walked along the
/// sorted terms: its state after each character is a row of edit distances, and the rows of a beginning that two terms
/// share are computed once.
struct SimilarityMatcher: TermMatcher {
    private let wanted: [Unicode.Scalar]
    private let edits: Int
    private let prefix: Int
    /// Per character of the last term: the distances of its beginning to each beginning of the wanted term.
    private var rows: [[Int]]
    private var scalars: [Unicode.Scalar] = []
    private var lengths: [Int] = []

    init(_ term: String, edits: Int, prefix: Int) {
        wanted = Array(term.unicodeScalars)
        self.edits = min(max(edits, 0), 2)
        self.prefix = min(max(prefix, 0), wanted.count)
        rows = [Array(0...wanted.count)]
    }

    var start: [UInt8] {
        var text = ""
        text.unicodeScalars.append(contentsOf: wanted[..<prefix])
        return Array(text.utf8)
    }

    mutating func match(_ term: [UInt8]) -> TermMatch {
        if !term.starts(with: start) { return .ends }
        let next = Array(String(decoding: term, as: UTF8.self).unicodeScalars)
        var shared = 0
        while shared < scalars.count, shared < next.count, scalars[shared] == next[shared] { shared += 1 }
        rows.removeLast(rows.count - 1 - shared)
        scalars.removeLast(scalars.count - shared)
        lengths.removeLast(lengths.count - shared)
        for scalar in next[shared...] {
            lengths.append((lengths.last ?? 0) + UTF8.width(scalar))
            scalars.append(scalar)
            rows.append(row(after: scalars.count))
            // A row follows from the two before it, and from the earlier of them with one edit more.
            let last = rows[rows.count - 1].min() ?? 0
            let before = rows[rows.count - 2].min() ?? 0
            if last > edits, before >= edits {
                return .failsWithPrefix(lengths[lengths.count - 1])
            }
        }
        return rows[rows.count - 1][wanted.count] <= edits ? .matches : .fails
    }

    private func row(after count: Int) -> [Int] {
        let scalar = scalars[count - 1]
        let before = rows[count - 1]
        var row = [count]
        for at in 0..<wanted.count {
            var distance = min(before[at] + (wanted[at] == scalar ? 0 : 1), before[at + 1] + 1, row[at] + 1)
            if at > 0, count > 1, wanted[at - 1] == scalar, wanted[at] == scalars[count - 2] {
                distance = min(distance, rows[count - 2][at - 1] + 1)
            }
            row.append(distance)
        }
        return row
    }
}
