/// Tells which format a file has: by what it begins with, and by its name where that says little.
enum FileFormat {
    /// Bytes that show the encoding, and markup where there is any.
    private static let sample = 1 << 14

    /// What people take for letters and is none that is read, by its first bytes.
    private static let otherFormats: [(start: [UInt8], name: String)] = [
        (Array("PK\u{3}\u{4}".utf8), "a ZIP or office file"), ([0x1F, 0x8B], "a file packed by gzip"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an office file of the older kind"), (Array("{\\rtf".utf8), "an RTF file"),
        ([0xFD] + Array("7zXZ".utf8), "a file packed by xz"), (Array("BZh".utf8), "a file packed by bzip2"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a file packed by zstd"), ([0x37, 0x7A, 0xBC, 0xAF], "a 7z file"),
        ([0x89] + Array("PNG".utf8), "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"),
        (Array("%!PS".utf8), "a PostScript file"),
    ]

    /// - Throws: `LettersError` for what is no letter by its format, and for markup that may not be read.
    static func format(of bytes: [UInt8], path: String) throws(LettersError) -> SourceInfo.Format {
        if bytes.prefix(1_024).containsSequence(Array("%PDF-".utf8)) { return .pdf }
        if let other = otherFormats.first(where: { bytes.starts(with: $0.start) }) {
            throw .unsupportedFormat(path: path, format: other.name)
        }
        let start = Array(DecodedSource(Array(bytes.prefix(sample))).bytes)
        let isMarkup = start.first { $0 > .space && $0 < 0x80 } == UInt8(ascii: "<")
        let prolog = MarkupProlog(of: isMarkup ? DecodedSource(bytes).bytes : start)
        guard let root = prolog.root else {
            if isMarkup, prolog.isUnreadable { try refuseEntities(bytes, path: path) }
            try requireText(bytes, path: path)
            if isMarkup, prolog.hasDeclaration { return .xml }
            return hasEnding(path, [".html", ".htm"]) && start.contains(UInt8(ascii: "<")) ? .html : .text
        }
        let format = format(root: root, hasDeclaration: prolog.hasDeclaration, path: path)
        if MetadataDocument.begins(with: root, start) { throw .metadataAlone(path: path) }
        if let refusal = prolog.refusal {
            throw .refusedMarkup(path: path, line: refusal.line, reason: refusal.reason)
        }
        if format == .html, let title = ErrorPage.title(in: bytes) {
            throw .errorPage(path: path, line: title.line, title: title.text)
        }
        return format
    }

    private static let declarations = ["<!DOCTYPE", "<!ENTITY", "<!doctype", "<!entity"].map { Array($0.utf8) }

    /// What begins as markup, and declares something before an element that cannot be found, is no text.
    private static func refuseEntities(_ bytes: [UInt8], path: String) throws(LettersError) {
        let document = DecodedSource(bytes).bytes
        guard let found = declarations.compactMap({ document.first($0, in: 0..<document.count) }).min() else { return }
        let line = 1 + document[..<found].count { $0 == 0x0A }
        throw .refusedMarkup(path: path, line: line, reason: "what stands before its first element cannot be read")
    }

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
