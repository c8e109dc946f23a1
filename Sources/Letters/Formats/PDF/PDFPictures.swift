/// Pages of a PDF that show a picture in place of text, as scanned annexes do.
///
/// `pdftotext` gives nothing of them and says nothing of it, so pages with hardly any words are drawn, small and grey, by
/// `pdftoppm` of poppler-utils; what is dark there and no word is a picture.
enum PDFPictures {
    /// Words that such a page has at most: a foot, a caption.
    private static let mostWords = 40
    /// Pages of one file that are drawn at most.
    private static let mostPages = 20
    /// Dots an inch: half a millimetre is one dot at least.
    private static let resolution = 20
    /// Dots along the side of a square, and the share of squares with something dark from which a page shows a picture:
    /// more than the lines over notes and feet.
    private static let (square, leastShare) = (10, 0.1)
    private static let darkest: UInt8 = 0xE0

    /// Numbers of such pages, from 1. None where the program is missing or fails: the text has been read all the same.
    ///
    /// - Parameter output: of `pdftotext -bbox-layout`.
    static func pages(path: String, _ output: [UInt8]) -> [Int] {
        let sparse = sparsePages(output)
        guard !sparse.isEmpty else { return [] }
        let pages = PDFPage.pages(output)
        return sparse.prefix(mostPages).filter { number in
            guard number <= pages.count, let drawn = draw(path, number) else { return false }
            return drawn.share(besides: pages[number - 1].lines.flatMap(\.words).map(\.box)) >= leastShare
        }
    }

    private static func sparsePages(_ output: [UInt8]) -> [Int] {
        var words: [Int] = []
        var position = 0
        while let tag = ByteChunks.first(UInt8(ascii: "<"), in: output.span, position..<output.count) {
            if output.matches(wordTag, at: tag, end: output.count) {
                if !words.isEmpty { words[words.count - 1] += 1 }
            } else if output.matches(pageTag, at: tag, end: output.count) {
                words.append(0)
            }
            position = tag + 1
        }
        return words.indices.filter { words[$0] <= mostWords }.map { $0 + 1 }
    }

    private static let pageTag = Array("<page ".utf8)
    private static let wordTag = Array("<word ".utf8)

    private static func draw(_ path: String, _ page: Int) -> Drawing? {
        let range = ["-f", "\(page)", "-l", "\(page)"]
        let limits = ChildProcess.Limits(seconds: 20, output: 16 << 20)
        let outcome = ChildProcess(limits: limits)
            .run(["pdftoppm"] + range + ["-r", "\(resolution)", "-gray", "-"], input: path)
        return outcome.end == .exit(0) ? Drawing(outcome.output) : nil
    }

    /// A picture in shades of grey, as Netpbm's PGM has it: `P5`, width, height, greatest shade, then a byte a dot.
    private struct Drawing {
        var width: Int
        var height: Int
        var dots: [UInt8]

        init?(_ file: [UInt8]) {
            let fields = file.prefix(64).split(maxSplits: 4) { $0 <= .space }
            guard fields.count == 5, fields[0].elementsEqual("P5".utf8),
                let width = Int(String(decoding: fields[1], as: UTF8.self)),
                let height = Int(String(decoding: fields[2], as: UTF8.self)), (1...4_096).contains(width),
                (1...4_096).contains(height), file.count - fields[4].startIndex >= width * height
            else { return nil }
            (self.width, self.height) = (width, height)
            dots = Array(file[fields[4].startIndex..<fields[4].startIndex + width * height])
        }

        /// Share of the squares of the page that have something dark beside the words, whose boxes are in points.
        func share(besides words: [PDFPage.Box]) -> Double {
            var dots = dots
            let scale = Double(resolution) / 72
            for box in words {
                // A dot around each, since letters are drawn with soft edges.
                let columns = range(box.left * scale - 1, box.right * scale + 1, width)
                for row in range(box.top * scale - 1, box.bottom * scale + 1, height) {
                    for column in columns { dots[row * width + column] = 0xFF }
                }
            }
            let columns = (width + square - 1) / square
            var isDark = [Bool](repeating: false, count: columns * ((height + square - 1) / square))
            for (index, dot) in dots.enumerated() where dot < darkest {
                isDark[index / width / square * columns + index % width / square] = true
            }
            return Double(isDark.count(where: \.self)) / Double(isDark.count)
        }

        private func range(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
            let first = Int(max(0, min(low, Double(count))))
            return first..<max(first, Int(max(0, min(high.rounded(.up), Double(count)))))
        }
    }
}
