/// Tells which format a file has: by what it begins with, and by its name where that says little.
enum FileFormat {
    /// Bytes that show the encoding, and markup where there is any.
    private static let sample = 1 << 14

    /// - Throws: `LettersError` for what is no letter by its format, and for markup that may not be read.
    static func format(of bytes: [UInt8], path: String) throws(LettersError) -> SourceInfo.Format {
        if bytes.prefix(1_024).containsSequence(Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
            throw .unsupportedFormat(path: path, format: "a ZIP or office file")
        }
        let start = Array(DecodedSource(Array(bytes.prefix(sample))).bytes)
        let isMarkup = start.first { $0 > .space && $0 < 0x80 } == UInt8(ascii: "<")
        let prolog = MarkupProlog(of: isMarkup ? DecodedSource(bytes).bytes : start)
        guard let root = prolog.root else {
            try requireText(bytes, path: path)
            return hasEnding(path, [".html", ".htm"]) && start.contains(UInt8(ascii: "<")) ? .html : .text
        }
        let format = format(root: root, hasDeclaration: prolog.hasDeclaration, path: path)
        if metadataRoots.contains(root) { throw .metadataAlone(path: path) }
        if let refusal = prolog.refusal {
            throw .refusedMarkup(path: path, line: refusal.line, reason: refusal.reason)
        }
        if format == .html, let title = ErrorPage.title(in: bytes) {
            throw .errorPage(path: path, line: title.line, title: title.text)
        }
        return format
    }

    static let metadataRoots: Set<String> = ["metadata_gegevens", "owms-metadata"]
    private static let legacyRoots: Set<String> = ["kamerwrk", "handeling", "vblad", "staatsbl", "stcart"]
    private static let htmlRoots: Set<String> = [
        "html", "head", "body", "article", "main", "section", "div", "p", "h1", "h2", "table", "ul", "meta", "title",
    ]

    private static func format(root: String, hasDeclaration: Bool, path: String) -> SourceInfo.Format {
        if legacyRoots.contains(root) { return .legacyXML }
        if htmlRoots.contains(root.lowercased()) { return .html }
        if hasDeclaration || XMLElement(root) != .unknown || hasEnding(path, [".xml"]) { return .xml }
        return hasEnding(path, [".html", ".htm"]) ? .html : .text
    }

    static func hasEnding(_ path: String, _ endings: [String]) -> Bool {
        let name = path.lowercased()
        return endings.contains { name.hasSuffix($0) }
    }

    /// Refuses what holds more NULs than damage would explain.
    private static func requireText(_ bytes: [UInt8], path: String) throws(LettersError) {
        let encoding = SourceEncoding(of: bytes)
        if encoding == .utf16LittleEndian || encoding == .utf16BigEndian { return }
        let sample = bytes.prefix(1 << 16)
        if sample.count(where: { $0 == 0 }) * 100 > sample.count { throw .notText(path: path) }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func containsSequence(_ other: [UInt8]) -> Bool { Array(self).first(other, in: 0..<count) != nil }
}
