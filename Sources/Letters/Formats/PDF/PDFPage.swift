/// A page as pdftotext describes it: lines of words, each with its box in points from the upper left corner.
struct PDFPage {
    struct Box: Equatable {
        var left: Double
        var top: Double
        var right: Double
        var bottom: Double

        var height: Double { bottom - top }
        var width: Double { right - left }
    }

    struct Word {
        var box: Box
        var text: [UInt8]
    }

    struct Line {
        var words: [Word]
        /// Number of its block: a paragraph or less.
        var block: Int
    }

    var width = 0.0
    var height = 0.0
    var lines: [Line] = []

    /// Reads the output of `pdftotext -bbox-layout`, in which each tag stands on a line of its own. Linear.
    static func pages(_ output: [UInt8]) -> [PDFPage] {
        var pages: [PDFPage] = []
        var block = 0
        var start = 0
        while start < output.count {
            let end = output[start...].firstIndex(of: 0x0A) ?? output.count
            let tag = output[start..<end].drop { $0 == .space }
            if tag.starts(with: wordTag) {
                if let word = word(tag), let last = pages.last?.lines.indices.last {
                    pages[pages.count - 1].lines[last].words.append(word)
                }
            } else if tag.starts(with: lineTag) {
                if !pages.isEmpty { pages[pages.count - 1].lines.append(Line(words: [], block: block)) }
            } else if tag.starts(with: blockTag) {
                block += 1
            } else if tag.starts(with: pageTag) {
                let sizes = numbers(tag)
                pages.append(PDFPage(width: sizes.first ?? 0, height: sizes.dropFirst().first ?? 0))
            }
            start = end + 1
        }
        return pages
    }

    private static let pageTag = Array("<page ".utf8)
    private static let blockTag = Array("<block ".utf8)
    private static let lineTag = Array("<line ".utf8)
    private static let wordTag = Array("<word ".utf8)

    private static func word(_ tag: ArraySlice<UInt8>) -> Word? {
        guard let close = tag.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let box = numbers(tag[..<close])
        let rest = tag[(close + 1)...]
        guard box.count == 4, box.allSatisfy({ abs($0) < 100_000 }),
            let end = rest.lastIndex(of: UInt8(ascii: "<")), end > rest.startIndex
        else { return nil }
        return Word(
            box: Box(left: box[0], top: box[1], right: box[2], bottom: box[3]), text: unescaped(rest[..<end]))
    }

    /// The numbers between quotes.
    private static func numbers(_ tag: ArraySlice<UInt8>) -> [Double] {
        tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated().compactMap {
            index, part in
            index % 2 == 1 ? decimal(part) : nil
        }
    }

    /// `123.456`, with a sign perhaps.
    private static func decimal(_ text: ArraySlice<UInt8>) -> Double? {
        var value = 0.0
        var scale = 0.0
        for (index, byte) in text.enumerated() {
            if byte == .hyphen, index == 0 { continue }
            if byte == .period, scale == 0 {
                scale = 1
            } else if byte.isDigit, index < 20 {
                value = value * 10 + Double(byte - 0x30)
                scale *= 10
            } else {
                return nil
            }
        }
        let size = scale > 1 ? value / scale : value
        return text.first == .hyphen ? -size : size
    }

    private static let entities: [(name: [UInt8], byte: UInt8)] = [
        ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
        ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
    ].map { (Array(String($0.0).utf8), $0.1) }

    private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
        let text = Array(text)
        var plain: [UInt8] = []
        var position = 0
        while position < text.count {
            if let entity = entities.first(where: { text.matches($0.name, at: position, end: text.count) }) {
                plain.append(entity.byte)
                position += entity.name.count
            } else {
                plain.append(text[position])
                position += 1
            }
        }
        return plain
    }
}
