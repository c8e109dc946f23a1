/// What stands before the first element of a document in XML or HTML.
///
/// Read before any parser sees the document: a document type that declares entities makes a parser work without bound
/// ("billion laughs") or reach for other files, so it is refused outright.
struct MarkupProlog {
    /// Name of the first element; nil for what does not begin as markup does.
    private(set) var root: String?
    private(set) var hasDeclaration = false
    /// Why the document may not be parsed, and on which line.
    private(set) var refusal: (line: Int, reason: String)?
    /// Byte of a document type that names another file; nothing ever fetches it.
    private(set) var externalType: Int?

    private let bytes: [UInt8]
    /// Bytes that are looked at.
    private let limit: Int
    private var position = 0

    /// Whether it begins as only markup does, and yet has no element that could be found.
    var isUnreadable: Bool { root == nil && (hasDeclaration || hasComment || refusal != nil || isTypeBegun) }
    private var hasComment = false
    private var isTypeBegun = false

    /// Bytes of a document in which its first element stands, unless long comments are before it.
    private static let sample = 1 << 14
    /// Bytes of an element's name at most.
    private static let longestName = 64

    /// What stands before the first element of a document, however long that is.
    ///
    /// - Parameter document: as UTF-8.
    init(of document: [UInt8]) {
        self.init(document, limit: min(document.count, Self.sample))
        // A name may be cut off where the sample ends.
        let isWhole = root != nil && refusal == nil && position + Self.longestName < Self.sample
        guard document.count > Self.sample, !isWhole else { return }
        self = MarkupProlog(document, limit: document.count)
    }

    private init(_ bytes: [UInt8], limit: Int) {
        self.bytes = bytes
        self.limit = limit
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        while readPart() {}
    }

    /// Reads one part of the prolog. Returns whether another may follow.
    private mutating func readPart() -> Bool {
        while position < limit, bytes[position] <= .space { position += 1 }
        if starts(with: "<!--") {
            hasComment = true
            return skip(past: "-->", from: position + 4)
        }
        if starts(with: "<?") {
            if starts(with: "<?xml ") { hasDeclaration = true }
            return skip(past: "?>", from: position + 2)
        }
        if starts(with: "<!"), isDocumentType { return readDocumentType() }
        guard starts(with: "<"), position + 1 < limit, bytes[position + 1].isLetter else { return false }
        let name = bytes[(position + 1)..<limit].prefix(Self.longestName).prefix {
            $0.isWord || "-_.:".utf8.contains($0)
        }
        root = String(decoding: name, as: UTF8.self)
        return false
    }

    private func starts(with text: String) -> Bool { bytes.matches(Array(text.utf8), at: position, end: limit) }

    /// In capitals in XML, in any letters on pages.
    private var isDocumentType: Bool {
        bytes[position..<limit].dropFirst(2).prefix(7).elementsEqual("doctype".utf8) { $0 | 0x20 == $1 }
    }

    private mutating func skip(past text: String, from start: Int) -> Bool {
        guard start < limit, let end = bytes.first(Array(text.utf8), in: start..<limit)
        else { return false }
        position = end + text.utf8.count
        return true
    }

    /// Passes `<!DOCTYPE …>`; one with an internal subset is where entities are declared.
    private mutating func readDocumentType() -> Bool {
        isTypeBegun = true
        var end = endOfDocumentType
        if let close = endOfEmptySubset(end) { end = close }
        guard end < limit, bytes[end] == UInt8(ascii: ">") else {
            refusal = (line(of: min(end, limit)), "its document type declares entities or elements of its own")
            root = root ?? documentTypeName
            return false
        }
        let words = bytes[position..<end].split { $0 <= .space }
        if words.contains(where: { $0.elementsEqual("SYSTEM".utf8) || $0.elementsEqual("PUBLIC".utf8) }) {
            externalType = position
        }
        position = end + 1
        return true
    }

    /// The `>` that closes a document type, the `[` of an internal subset, or a `<`, which none may have before either.
    /// Names of files stand in quotes and may hold all of them.
    private var endOfDocumentType: Int {
        var quote: UInt8 = 0
        for index in position + 2..<max(position + 2, limit) {
            let byte = bytes[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if "<>[".utf8.contains(byte) {
                return index
            }
        }
        return limit
    }

    /// The `>` behind `[]`, which pages of official publications have; nothing is declared there. XML has no need of it.
    private func endOfEmptySubset(_ start: Int) -> Int? {
        guard documentTypeName.lowercased() == "html" else { return nil }
        var end = start
        for sign in "[]>".utf8 {
            while end < limit, bytes[end] <= .space { end += 1 }
            guard end < limit, bytes[end] == sign else { return nil }
            if sign != UInt8(ascii: ">") { end += 1 }
        }
        return end
    }

    private var documentTypeName: String {
        let name = bytes[min(position + 9, limit)..<limit].drop { $0 <= .space }.prefix {
            $0 > .space && $0 != UInt8(ascii: "[")
        }
        return String(decoding: name.prefix(64), as: UTF8.self)
    }

    private func line(of byte: Int) -> Int { 1 + bytes[..<byte].count { $0 == 0x0A } }
}
