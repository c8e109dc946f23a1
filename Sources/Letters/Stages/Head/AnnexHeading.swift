/// The heading over an annex: `Bijlage 1: Overzicht van besluiten`, `BIJLAGE A`, `Bijlage`.
struct AnnexHeading: Equatable {
    var number: String?
    var title: String?

    init?(_ heading: String) {
        let words = heading.parts(by: .space, maxSplits: 2).map(String.init)
        guard let first = words.first, heading.utf8.count <= 250, heading.last != "." || words.count == 2 else {
            return nil
        }
        let name = first.trimming(":.")
        guard name == "Bijlage" || name == "BIJLAGE" || name == "Bijlagen" || name == "BIJLAGEN" else { return nil }
        guard words.count > 1 else { return }
        if first.hasSuffix(":") {
            title = Self.title(words[1...].joined(separator: " "))
            return
        }
        let number = words[1].trimming(":.–-)")
        guard Self.isNumber(number) else { return nil }
        self.number = number
        guard words.count > 2 else { return }
        guard let title = Self.title(words[2]) else { return nil }
        self.title = title
    }

    /// `2`, `A`, `IV`.
    private static func isNumber(_ word: String) -> Bool {
        guard (1...4).contains(word.utf8.count) else { return false }
        if word.utf8.allSatisfy(\.isDigit) { return true }
        return word.utf8.count == 1 && word.utf8.allSatisfy(\.isUpperASCII)
            || word.utf8.allSatisfy { Array("IVX".utf8).contains($0) }
    }

    /// What begins with a capital, behind a dash or colon; `bij deze brief` goes on a sentence.
    private static func title(_ text: String) -> String? {
        let title = text.drop { ":–-. ".contains($0) }
        return title.unicodeScalars.first?.properties.isLowercase == false ? String(title) : nil
    }

    /// Whether a heading begins as those of annexes do.
    private static func mayHead(_ section: borrowing Section) -> Bool {
        (section.label.map(\.utf8.first) ?? section.heading?.bytes.first) == UInt8(ascii: "B")
    }

    /// The annexes that have a heading in the letter.
    static func annexes(in sections: [Section]) -> [Head.Annex] {
        var found: [Head.Annex] = []
        var numbers: Set<String> = []
        for index in sections.indices where mayHead(sections[index]) {
            let section = sections[index]
            guard let heading = section.heading, let place = heading.start else { continue }
            let whole = [section.label, heading.text].compactMap(\.self).joined(separator: " ")
            guard var annex = AnnexHeading(whole) else { continue }
            // The title may be a heading of its own, right below.
            if annex.title == nil, section.blocks.isEmpty, index + 1 < sections.count {
                annex.title = sections[index + 1].heading?.text
            }
            if let number = annex.number, !numbers.insert(number).inserted { continue }
            found.append(Head.Annex(number: annex.number, title: annex.title, place: place))
        }
        return found
    }
}
