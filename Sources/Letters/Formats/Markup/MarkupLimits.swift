/// Takes from a document what would make its parser work without bound, and leaves its text.
///
/// libxml2 compares every attribute of an element with all before it, gives an XML document up that nests deeper than
/// 256, and looks through all open elements of a page for one that an end tag closes. Tags beyond the limits become
/// spaces, so that every other byte stays where it is.
struct MarkupLimits {
    /// Elements inside one another at most. Published papers have some twenty.
    static let deepest = 250
    /// How much deeper a page may nest, since many of its elements are never closed, before tags are taken from it.
    static let mostExcess = 750
    /// Attributes of an element at most. Published papers have some ten.
    static let mostAttributes = 250
    /// Bytes between two `<` below which no element can have so many attributes that comparing them costs much.
    private static let shortTag = 4_096

    private(set) var bytes: [UInt8]
    private(set) var damage: [Diagnostic] = []
    private var position = 0
    private var depth = 0
    private let language: MarkupParser.Language
    private let limitsDepth: Bool
    private var places: PlaceCursor
    /// Counted elements inside one another that stay: in a page there are others between them.
    private var limit: Int { language == .xml ? Self.deepest : Self.deepest - 50 }

    /// A document without elements of more attributes than may be; nil for one that is within the limit, which nearly
    /// every one is, and which then costs one look at every `<`.
    static func withinAttributes(_ source: [UInt8], _ language: MarkupParser.Language) -> MarkupLimits? {
        guard hasLongTag(source) else { return nil }
        let limited = MarkupLimits(source, language, limitsDepth: false)
        return limited.damage.isEmpty ? nil : limited
    }

    /// A document without the tags of elements that are nested too deep.
    static func withinDepth(_ source: [UInt8], _ language: MarkupParser.Language) -> MarkupLimits {
        MarkupLimits(source, language, limitsDepth: true)
    }

    private init(_ source: [UInt8], _ language: MarkupParser.Language, limitsDepth: Bool) {
        bytes = source
        self.language = language
        self.limitsDepth = limitsDepth
        places = PlaceCursor(source)
        while let start = next(.less, from: position) {
            position = start + 1
            readTag(at: start)
        }
    }

    /// Whether more bytes than a short tag has stand without a `<` among them. From one `<` on, the last one within that
    /// reach is looked for, so that most of them are passed over.
    private static func hasLongTag(_ source: [UInt8]) -> Bool {
        let span = source.span
        var start = 0
        while start + shortTag < span.count {
            var next = start + shortTag
            while next > start, span[next] != .less { next -= 1 }
            if next == start { return true }
            start = next
        }
        return false
    }

    private func next(_ byte: UInt8, from start: Int) -> Int? {
        start < bytes.count ? ByteChunks.first(byte, in: bytes.span, start..<bytes.count) : nil
    }

    // MARK: - Tags

    private mutating func readTag(at start: Int) {
        guard position < bytes.count else { return }
        switch bytes[position] {
        case UInt8(ascii: "!"):
            if starts(with: "!--") { return skip(past: "-->") }
            if starts(with: "![CDATA[") { return skip(past: "]]>") }
            skip(past: ">")
        case UInt8(ascii: "?"): skip(past: language == .xml ? "?>" : ">")
        case UInt8(ascii: "/"):
            let name = nameEnd(from: position + 1)
            let isCounted = counts(position + 1..<name)
            skip(past: ">")
            guard isCounted else { return }
            if limitsDepth, depth > limit { blank(start..<position) }
            depth = max(0, depth - 1)
        case let byte where byte.isLetter || byte >= 0x80 || byte == UInt8(ascii: "_"): readStart(at: start)
        default: break
        }
    }

    private func starts(with text: StaticString) -> Bool {
        bytes.matches(Array(text.description.utf8), at: position, end: bytes.count)
    }

    private mutating func skip(past text: StaticString) {
        let sought = Array(text.description.utf8)
        position = bytes.first(sought, in: position..<bytes.count).map { $0 + sought.count } ?? bytes.count
    }

    private mutating func readStart(at start: Int) {
        let name = nameEnd(from: position)
        let end = readAttributes(from: name, of: start)
        position = min(end + 1, bytes.count)
        if language == .html, isRawText(start + 1..<name) { return }
        guard counts(start + 1..<name) else { return }
        let isClosed = language == .xml && end < bytes.count && bytes[end - 1] == UInt8(ascii: "/")
        if !isClosed { depth += 1 }
        guard limitsDepth, depth > limit || isClosed && depth == limit else { return }
        if damage.isEmpty {
            report("elements nested more than \(Self.deepest) deep; their text is kept without them", at: start)
        }
        blank(start..<position)
    }

    private func nameEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] > .space, bytes[end] != .greater, bytes[end] != UInt8(ascii: "/") {
            end += 1
        }
        return end
    }

    /// Elements of HTML that are empty, or that the next of their kind ends.
    private static let shallow: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "colgroup", "html", "body",
        "head",
    ]

    /// Whether an element of this name nests.
    private func counts(_ name: Range<Int>) -> Bool {
        guard language == .html, limitsDepth, name.count <= 8 else { return true }
        return !Self.shallow.contains(String(decoding: bytes[name], as: UTF8.self).lowercased())
    }

    /// Scripts and styles hold no tags.
    private mutating func isRawText(_ name: Range<Int>) -> Bool {
        for raw in ["script", "style"] {
            let word = Array(raw.utf8)
            guard name.count == word.count, bytes[name].elementsEqual(word, by: { $0 | 0x20 == $1 }) else { continue }
            position = bytes.first(Array("</\(raw)".utf8), in: position..<bytes.count) ?? bytes.count
            return true
        }
        return false
    }

    /// The `>` of a start tag, or the end of the document. Attributes beyond the limit are blanked.
    private mutating func readAttributes(from name: Int, of start: Int) -> Int {
        var end = name
        var (words, values) = (0, 0)
        var quote: UInt8 = 0
        var before: UInt8 = .space
        while end < bytes.count {
            let byte = bytes[end]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == .greater {
                break
            } else if byte == UInt8(ascii: "=") {
                values += 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                // Only behind `=`: apostrophes stand in HTML's values without quotes too.
                if before == UInt8(ascii: "=") { quote = byte }
            } else if byte > .space, end > name, bytes[end - 1] <= .space {
                words += 1
            }
            if byte > .space { before = byte }
            end += 1
        }
        let count = max(words, values)
        if count > Self.mostAttributes {
            report(
                "an element with \(count) attributes, more than \(Self.mostAttributes); they are not read", at: start)
            let isClosed = end > name && bytes[end - 1] == UInt8(ascii: "/")
            blank(name..<(isClosed ? end - 1 : end))
        }
        return end
    }

    // MARK: - Blanks

    /// Line ends stay, so that lines do.
    private mutating func blank(_ range: Range<Int>) {
        for index in range where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = .space }
    }

    /// Findings at most: a document with more is hostile throughout.
    private static let mostFindings = 20

    private mutating func report(_ detail: String, at byte: Int) {
        guard damage.count < Self.mostFindings else { return }
        damage.append(Diagnostic(kind: .markupDamage, place: places.place(of: byte), detail: detail))
    }
}

extension UInt8 {
    fileprivate static let less = UInt8(ascii: "<")
    fileprivate static let greater = UInt8(ascii: ">")
}
