extension MarkedText {
    /// The text of a file, read as its format demands, with what the files beside it say.
    init(_ source: SourceText, _ decoded: DecodedSource) {
        switch source.info.format {
        case .text: self.init(bytes: decoded.bytes)
        case .xml, .legacyXML: self = XMLReader.read(decoded.bytes)
        case .html: self = HTMLReader.read(decoded.bytes)
        case .pdf:
            self = PDFReader.read(source.boxes)
            diagnostics += source.picturePages.map(Self.picture)
        }
        let beside = CompanionReader.facts(source.companions, letterPath: source.info.path)
        facts = beside.facts + facts
        diagnostics += beside.diagnostics
        guard map != nil, source.info.format != .pdf else { return }
        if source.info.format != .html, let external = Self.externalType(decoded) {
            diagnostics.insert(external, at: 0)
        }
        if let misdeclared = Self.misdeclaration(decoded) { diagnostics.insert(misdeclared, at: 0) }
    }

    private static func picture(onPage page: Int) -> Diagnostic {
        Diagnostic(
            kind: .textLeftOut, place: Place(byte: 0, line: 1, column: 1, page: page),
            detail: "page \(page) shows a picture and hardly any text")
    }

    /// A document type in another file, which might declare what the text means; pages name theirs as a matter of course.
    private static func externalType(_ decoded: DecodedSource) -> Diagnostic? {
        guard let byte = MarkupProlog(of: decoded.bytes).externalType else { return nil }
        var places = PlaceCursor(decoded.bytes)
        return Diagnostic(
            kind: .unknownElement, place: places.place(of: byte),
            detail: "its document type is in another file, which is not fetched")
    }

    /// Markup that names another encoding than it has: what the bytes show is believed.
    private static func misdeclaration(_ decoded: DecodedSource) -> Diagnostic? {
        guard let declared = DeclaredEncoding(of: decoded.bytes), !decoded.encoding.isNamed(declared.name) else {
            return nil
        }
        let isASCII = decoded.encoding == .utf8 && decoded.bytes.allSatisfy { $0 < 0x80 }
        guard !isASCII else { return nil }
        var places = PlaceCursor(decoded.bytes)
        return Diagnostic(
            kind: .encodingMisdeclared, place: places.place(of: declared.byte),
            detail: "the file calls itself \(declared.name) and is \(decoded.encoding.rawValue), as which it is read")
    }
}

extension SourceEncoding {
    /// Whether a name, in capitals, is one of this encoding's. Latin-1 is read as its superset (WHATWG Encoding).
    fileprivate func isNamed(_ name: String) -> Bool {
        switch self {
        case .utf8: name == "UTF-8" || name == "UTF8"
        case .utf16LittleEndian, .utf16BigEndian: name.hasPrefix("UTF-16")
        case .windows1252:
            ["WINDOWS-1252", "CP1252", "ISO-8859-1", "ISO_8859-1", "ISO8859-1", "LATIN1", "L1", "US-ASCII", "ASCII"]
                .contains(name)
        case .latin9: Self.namesOfLatin9.contains(name)
        }
    }
}
