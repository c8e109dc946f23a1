import References

/// Brings together what a format says to be a reference and what the text says.
///
/// The text around a link often says more than the link, `bijlage bij Kamerstuk 28 844, nr. 266` where only the number is
/// linked, so the two make one reference: words and relation from the text, targets from the link where they differ.
struct LinkMerger {
    /// A link in one text.
    struct Link {
        var range: Range<Int>
        var target: PaperID
    }

    /// The references of a text, with those of its links. Both ascend.
    static func merged(_ references: [Reference], _ links: [Link], in text: [UInt8]) -> [Reference] {
        guard !links.isEmpty else { return references }
        var merged = references
        var free: [Link] = []
        for link in links {
            let holder = merged.firstIndex { $0.range.overlaps(link.range) }
            if let holder { take(link, into: &merged[holder], links) } else { free.append(link) }
        }
        merged += free.compactMap { reference(of: $0, in: text) }
        return merged.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The links that stand in a text, which ascend in the source as it does. Logarithmic in all links.
    static func links(in text: PlacedText, of links: [KnownLink]) -> [Link] {
        guard let first = text.runs.first?.place.byte, let end = text.runs.last else { return [] }
        let last = end.place.byte + text.bytes.count - end.textOffset
        var low = 0
        var high = links.count
        while low < high {
            let middle = (low + high) / 2
            if links[middle].range.lowerBound < first { low = middle + 1 } else { high = middle }
        }
        return links[low...].prefix { $0.range.lowerBound < last }.compactMap { link in
            let start = text.offset(ofByte: link.range.lowerBound)
            let end = text.offset(ofByte: link.range.upperBound)
            return start < end ? Link(range: start..<end, target: link.target) : nil
        }
    }

    /// How sure a reference is whose words name another paper than its link.
    private static let confidenceAgainstWords = 0.8

    private static func take(_ link: Link, into reference: inout Reference, _ links: [Link]) {
        guard !reference.targets.contains(link.target) else { return }
        // A link to the dossier alone says less than the paper that the text names in it.
        let isWhole = link.target.isPartial && link.target.dossier != nil
        guard !isWhole || !reference.targets.contains(where: { $0.dossier == link.target.dossier }) else { return }
        let official = links.filter { $0.range.overlaps(reference.range) }.map(\.target)
        // One link for one paper: the text has it wrong, or breaks off. Links of a list each give one of its papers.
        let isPartial = reference.targets.allSatisfy { link.target.rawValue.hasPrefix($0.rawValue + "-") }
        if official.count == 1, reference.targets.count <= 1 || isPartial {
            if !isPartial { reference.confidence = min(reference.confidence, confidenceAgainstWords) }
            reference.targets = official
            reference.candidates = []
            reference.warnings.removeAll { $0 == .partial || $0 == .truncated || $0 == .ambiguous }
        } else if reference.targets.count < official.count {
            reference.targets = official.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    private static let labels = ["Kamerstukken", "Kamerstuk", "Handelingen", "Aanhangsel"].map { Array($0.utf8) }
    /// Bytes before a link in which its label is looked for: `Kamerstukken II 2022/23, `.
    private static let longestLabel = 40

    /// A link whose text no rule reads, such as a number alone, with the label before it.
    private static func reference(of link: Link, in bytes: [UInt8]) -> Reference? {
        guard let kind = link.target.kind else { return nil }
        guard link.range.upperBound <= bytes.count else { return nil }
        let window = max(0, link.range.lowerBound - longestLabel)..<link.range.lowerBound
        let start = labels.compactMap { lastLabel($0, bytes, window) }.max() ?? link.range.lowerBound
        let range = start..<link.range.upperBound
        return Reference(
            raw: String(decoding: bytes[range], as: UTF8.self), range: range, kind: kind, targets: [link.target])
    }

    /// Where a label stands before a link with nothing but a year and signs between.
    private static func lastLabel(_ label: [UInt8], _ bytes: [UInt8], _ window: Range<Int>) -> Int? {
        guard let start = window.reversed().first(where: { bytes.matches(label, at: $0, end: window.upperBound) }),
            start == 0 || !bytes[start - 1].isWord
        else { return nil }
        let between = bytes[(start + label.count)..<window.upperBound]
        let isYear = between.allSatisfy { !$0.isLowerASCII && $0 < 0x80 || $0 >= 0xC2 }
        return isYear ? start : nil
    }
}
