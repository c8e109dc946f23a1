/// Ids within official ids in running text (`kst-31497-408`) and within web addresses.
enum AddressGrammar {
    /// Reads an official id with its prefix, such as `kst-31497-408`, `blg-929493` or `h-tk-20192020-46-31`.
    static func recogniseID(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard let (id, kind, end) = officialID(cursor) else { return nil }
        cursor.position = end
        return Recognition(
            range: start..<end, kind: kind, targets: [id],
            relation: cursor.isBlockOfOwnName(from: start) ? .own : .cites,
            confidence: id.isPartial ? Confidence.partial : Confidence.exact, warnings: id.isPartial ? [.partial] : [])
    }

    /// An id of letters, digits and hyphens here, as long as one can be.
    private static func officialID(_ cursor: ByteCursor) -> (PaperID, Reference.Kind, end: Int)? {
        // Prefixes have at most 7 letters (`dossier`).
        guard EightBytes.contains(cursor.eightSigns, UInt8(ascii: "-")) else { return nil }
        var end = cursor.position
        let hyphen = UInt8(ascii: "-")
        var hyphens = 0
        while end - cursor.position < 64, end < cursor.bytes.count,
            cursor.bytes[end].isLetterOrDigit || cursor.bytes[end] == hyphen
        {
            if cursor.bytes[end] == hyphen { hyphens += 1 }
            // Behind the prefix stands a number, a chamber or a Roman dossier: "kst-kst-" needs no second look.
            if hyphens == 1, cursor.bytes[end] == hyphen, !cursor.mayContinueID(at: end + 1) { return nil }
            end += 1
        }
        while end > cursor.position, cursor.bytes[end - 1] == hyphen { end -= 1 }
        guard hyphens > 0 else { return nil }
        let spelling = cursor.string(cursor.position..<end)
        if cursor.isPlainKamerstuk(upTo: end) { return (PaperID(canonical: spelling), .kamerstuk, end) }
        guard let id = PaperID(spelling), let kind = id.kind else { return nil }
        return (id, kind, end)
    }

    /// End of a web address here, without the punctuation behind it; nil if none stands here.
    static func endOfAddress(_ cursor: ByteCursor) -> Int? {
        let lower = cursor.byte | 0x20
        guard lower == UInt8(ascii: "h") || lower == UInt8(ascii: "w") else { return nil }
        guard cursor.starts(with: "http://") || cursor.starts(with: "https://") || cursor.starts(with: "www.") else {
            return nil
        }
        var end = cursor.position
        while end < cursor.bytes.count {
            let byte = cursor.bytes[end]
            // Quotes and spaces beyond ASCII begin with C2 and E2; addresses hold neither.
            if byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte.isBesideAddress { break }
            end += 1
        }
        if let further = endOfBrokenAddress(cursor, brokenAt: end) { return further }
        while end > cursor.position, ".,;:)]'".utf8.contains(cursor.bytes[end - 1]) { end -= 1 }
        return end
    }

    /// End of an address that a line's end breaks behind a hyphen, `…/kst-36200-VIII-` and below it `12.html`: the rest of a
    /// file's name must follow.
    private static func endOfBrokenAddress(_ cursor: ByteCursor, brokenAt end: Int) -> Int? {
        guard end > cursor.position, cursor.bytes[end - 1] == UInt8(ascii: "-") else { return nil }
        var rest = ByteCursor(cursor.bytes, at: end)
        guard rest.takeSpace(lineEnds: 1), cursor.bytes[end..<rest.position].contains(0x0A) else { return nil }
        let start = rest.position
        while rest.position - start < 12, rest.byte.isLetterOrDigit || rest.byte == UInt8(ascii: "-") {
            rest.position += 1
        }
        guard rest.position > start, rest.take(".html") || rest.take(".pdf") || rest.take(".xml") else { return nil }
        return rest.byte.isLetterOrDigit ? nil : rest.position
    }

    /// The documents that an address names; nil if it names none.
    ///
    /// A case and a document in one address (tweedekamer.nl) both count; of several official ids the last does, which
    /// is the file itself (repository.overheid.nl puts its folder before it).
    static func recogniseAddress(_ cursor: inout ByteCursor, end: Int) -> Recognition? {
        let start = cursor.position
        var address = ByteCursor(cursor.bytes[start..<end].filter { $0 > 0x20 })
        cursor.position = end
        var official: PaperID?
        var registered: [PaperID] = []
        while !address.isAtEnd {
            let mark = address.position
            if !address[-1].isLetterOrDigit, address.byte.isLetterOrDigit {
                if let found = ParliamentNumberGrammar.recognise(&address) {
                    registered += found.targets.filter { !registered.contains($0) }
                    continue
                }
                address.position = mark
                if let id = documentID(&address) {
                    official = id
                    continue
                }
                address.position = mark
            }
            address.position += 1
        }
        // `…/kst-36200-VIII-` at a line's end is the beginning of some id.
        if cursor[-1] == UInt8(ascii: "-"), let kind = official?.kind {
            return Recognition(
                range: start..<end, kind: kind, confidence: Confidence.damaged, warnings: [.truncated])
        }
        let targets = official.map { [$0] } ?? registered
        guard let first = targets.first, let kind = first.kind else { return nil }
        let isPartial = targets.contains(where: \.isPartial)
        return Recognition(
            range: start..<end, kind: kind, targets: targets,
            confidence: isPartial ? Confidence.partial : Confidence.exact, warnings: isPartial ? [.partial] : [])
    }

    private static func documentID(_ address: inout ByteCursor) -> PaperID? {
        if let (id, _, end) = officialID(address) {
            address.position = end
            return id
        }
        if let id = address.takeRegulationID() { return PaperID(canonical: id + (address.takeVersion(of: id) ?? "")) }
        if let id = address.takeECLI() { return PaperID(canonical: id) }
        if address.starts(with: "celex"), let found = EuropeanGrammar.recogniseCELEX(&address) {
            return found.targets.first
        }
        if address.take("eli/") { return EuropeanGrammar.takeLegislationAddress(&address) }
        guard address.take("dossier/"), let dossier = address.takeDossierNumber(.unlabelled) else { return nil }
        let suffix = address.attempt { address -> String? in
            guard address.take("-"), case let start = address.position, (1...6).contains(address.capitalCount) else {
                return nil
            }
            address.position += address.capitalCount
            return address.string(start..<address.position)
        }
        return PaperID(canonical: "dossier-" + DossierName(number: dossier.number, suffix: suffix).spelling)
    }
}

extension UInt8 {
    /// Angle brackets, quotes and bars, between which addresses stand.
    fileprivate var isBesideAddress: Bool {
        switch self {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "|"): true
        default: false
        }
    }
}

extension ByteCursor {
    /// Takes the version of a local regulation, which addresses have behind a slash: `CVDR740022/1`; gives `_1`.
    fileprivate mutating func takeVersion(of id: String) -> String? {
        attempt { cursor in
            guard id.hasPrefix("CVDR"), !id.utf8.contains(UInt8(ascii: "_")), cursor.take("/"),
                (1...3).contains(cursor.digitCount), let version = cursor.takeNumber(), !cursor.byte.isLetterOrDigit
            else { return nil }
            return "_\(version)"
        }
    }

    /// Whether what stands here is the canonical id of a paper with digits alone, `kst-31497-408`, as most ids are.
    fileprivate func isPlainKamerstuk(upTo end: Int) -> Bool {
        sees { cursor in
            guard cursor.takeUpper("kst-"), (4...5).contains(cursor.digitCount) else { return false }
            cursor.position += cursor.digitCount
            guard cursor.take(UInt8(ascii: "-")), (1...4).contains(cursor.digitCount) else { return false }
            return cursor.position + cursor.digitCount == end
        }
    }

    /// Whether a digit, a chamber or the first sign of a Roman numeral stands at an index.
    fileprivate func mayContinueID(at index: Int) -> Bool {
        let byte = index < bytes.count ? bytes[index] : 0
        return byte.isDigit || "tevclxim".utf8.contains(byte | 0x20)
    }
}
