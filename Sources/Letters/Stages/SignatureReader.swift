/// Reads the closing lines: offices, each followed by the name of who holds it.
struct SignatureReader {
    private(set) var signatories: [Head.Signatory] = []
    private(set) var roles: [LineRole]

    private let bytes: [UInt8]
    private let lines: [LineTable.Line]
    /// First line of the signature so far.
    private var firstLine: Int?

    init(bytes: [UInt8], lines: [LineTable.Line], roles: [LineRole]) {
        self.bytes = bytes
        self.lines = lines
        self.roles = roles
        read()
    }

    /// Text lines from the end among which a signature is looked for; annexes may follow it.
    private static let reach = 400
    /// Signatories of one letter at most: a whole cabinet and some.
    private static let most = 40
    /// Lines that the block of one signatory may have.
    private static let longest = 12

    private mutating func read() {
        var looked = 0
        for index in lines.indices.reversed() where roles[index] == .body {
            looked += 1
            if looked > Self.reach { return }
            if opensSignature(index), take(from: index) { break }
        }
        // Further signatories stand right above, each in a block of their own.
        while signatories.count < Self.most, let first = firstLine, let above = openingAbove(first),
            take(from: above, upTo: first)
        {}
    }

    private func openingAbove(_ line: Int) -> Int? {
        for index in (max(0, line - Self.longest)..<line).reversed() where roles[index] == .body {
            if opensSignature(index) { return index }
        }
        return nil
    }

    /// Offices that sign letters, in small letters; `de` or `het` stands before them.
    private static let offices = [
        "minister", "staatssecretaris", "voorzitter van", "griffier van", "algemene rekenkamer", "informateur",
    ].map { Array($0.utf8) }

    private func opensSignature(_ index: Int) -> Bool {
        let content = lines[index].content
        guard content.count < 200, index == 0 || roles[index - 1] != .body || previousEnds(index) else { return false }
        var cursor = LineCursor(bytes, content)
        let article = bytes[cursor.word()].map { $0 | 0x20 }
        guard article == Array("de".utf8) || article == Array("het".utf8), cursor.skipSpaces() else { return false }
        let office = bytes[cursor.position..<content.upperBound].prefix(24).map { $0.isUpperASCII ? $0 | 0x20 : $0 }
        return Self.offices.contains { office.starts(with: $0) }
    }

    private func previousEnds(_ index: Int) -> Bool {
        guard let last = lines[index - 1].content.last else { return true }
        return bytes[last] == .comma || SignatureName.parse(bytes, lines[index - 1].content) != nil
    }

    /// Takes the block that starts at a line if it ends in a name.
    private mutating func take(from index: Int, upTo limit: Int? = nil) -> Bool {
        var found: [Head.Signatory] = []
        var role = ""
        var taken: [Int] = []
        var line = index
        let end = min(limit ?? lines.count, index + Self.longest, lines.count)
        while line < end {
            if roles[line] == .body {
                let content = lines[line].content
                let isAwaited = role.hasSuffix(",")
                if let name = SignatureName.parse(bytes, content)
                    ?? (isAwaited ? SignatureName.full(bytes, content) : nil)
                {
                    found += Self.offices(role, name: name)
                    role = ""
                } else if let (office, name) = SignatureName.split(bytes, content) {
                    found += Self.offices(role.isEmpty ? office : "\(role) \(office)", name: name)
                    role = ""
                } else if found.isEmpty || !role.isEmpty || opensSignature(line) {
                    let text = String(decoding: bytes[content], as: UTF8.self)
                    role = role.isEmpty ? text : "\(role) \(text)"
                } else {
                    break
                }
                taken.append(line)
            } else if roles[line] != .blank || !role.isEmpty && !role.hasSuffix(",") {
                break
            }
            line += 1
        }
        guard !found.isEmpty, role.isEmpty else { return false }
        for line in taken { roles[line] = .signature }
        signatories = found + signatories
        firstLine = taken.first
        return true
    }

    /// The signatory, and behind them the offices on whose behalf they sign, which have no name.
    private static func offices(_ role: String, name: String) -> [Head.Signatory] {
        let mede = ", mede namens "
        var parts: [Substring] = []
        var rest = role[...]
        while let cut = rest.firstRange(of: mede) {
            parts.append(rest[..<cut.lowerBound])
            rest = rest[cut.upperBound...]
        }
        parts.append(rest)
        return parts.enumerated().map { index, part in
            Head.Signatory(role: String(part.hasSuffix(",") ? part.dropLast() : part), name: index == 0 ? name : nil)
        }
    }
}

/// A name as letters are signed: initials and a surname, `A.D. Wiersma`, `K.H.D.M. Dijkhoff`, `I.K. van Engelshoven`.
enum SignatureName {
    /// The name if the whole range is one.
    static func parse(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        guard range.count <= 60, var position = initialsEnd(bytes, range) else { return nil }
        while position < range.upperBound, bytes[position] == .space { position += 1 }
        guard position < range.upperBound, bytes[position].isLetter else { return nil }
        let surname = bytes[position..<range.upperBound]
        let isWords = surname.allSatisfy {
            $0.isLetter || $0 == .space || $0 == .hyphen || $0 == UInt8(ascii: "'")
        }
        let hasCapital = surname.contains { $0.isUpperASCII || $0 >= 0x80 }
        guard isWords, hasCapital else { return nil }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// A name with a first name, `Hugo de Jonge`: two to five words, the first and the last with a capital, no more signs
    /// than a name has. Only where a name must follow, since a heading may look the same.
    static func full(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        let name = String(decoding: bytes[range], as: UTF8.self)
        let words = name.split(separator: " ")
        guard (2...5).contains(words.count), name.count <= 40,
            name.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || " -’'.".unicodeScalars.contains($0) }),
            let first = words.first?.unicodeScalars.first, let last = words.last?.unicodeScalars.first
        else { return nil }
        return first.properties.isUppercase && last.properties.isUppercase && !name.hasSuffix(".") ? name : nil
    }

    /// `De Minister voor Primair en Voortgezet Onderwijs, A.D. Wiersma`: office and name on one line.
    static func split(_ bytes: [UInt8], _ range: Range<Int>) -> (office: String, name: String)? {
        guard let comma = bytes[range].lastIndex(of: .comma) else { return nil }
        var start = comma + 1
        while start < range.upperBound, bytes[start] == .space { start += 1 }
        guard let name = parse(bytes, start..<range.upperBound) else { return nil }
        return (String(decoding: bytes[range.lowerBound...comma], as: UTF8.self), name)
    }

    private static func initialsEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var position = range.lowerBound
        while position + 1 < range.upperBound {
            // `Th.` and `Ch.` are initials of two letters.
            if bytes[position].isUpperASCII, bytes[position + 1] == .period {
                position += 2
            } else if position + 2 < range.upperBound, bytes[position].isUpperASCII, bytes[position + 1].isLowerASCII,
                bytes[position + 2] == .period
            {
                position += 3
            } else {
                break
            }
        }
        return position > range.lowerBound ? position : nil
    }
}
