/// Gives the headings of a letter their levels, 1 for the highest.
///
/// Plain text shows no type sizes; what shows rank is the kind of a heading. Headings of one kind in one part of the letter
/// are equals; a kind that is new there lies below the headings above it. Labels outrank headings without one, and a heading
/// right over another has that one below it.
struct HeadingLevels {
    /// What a heading looks like.
    enum Kind: Equatable {
        /// `Bijlage 1:`, `Deel 2 –`.
        case named
        /// Of so many numbers: 1 for `2.`, 2 for `2.1`.
        case number(Int)
        case upperRoman, upperLetter, lowerRoman, lowerLetter
        /// Without label, in capitals.
        case capitals
        /// Without label, right over another heading without one.
        case parent
        /// `Vragen en opmerkingen van de leden van de SGP-fractie`.
        case party
        /// `Vraag 1`, `Antwoord`.
        case question
        case plain
        /// `Tot slot`, which closes the whole letter, and its like.
        case closing

        /// Kinds without a label do not outlive one that is new.
        var yieldsToLabels: Bool { self == .plain || self == .question || self == .party || self == .parent }
    }

    /// The kinds of the headings above, one a level.
    private var open: [Kind] = []

    /// Sets the levels of all sections that have a heading.
    static func set(_ sections: inout [Section]) {
        var levels = HeadingLevels()
        // Where labelled headings are in capitals too, capitals alone show no rank.
        let isPlainInCapitals = sections.contains {
            $0.label != nil && isInCapitals($0.heading?.bytes ?? [])
        }
        for index in sections.indices where sections[index].heading != nil {
            var kind = Self.kind(sections[index])
            if kind == .capitals, isPlainInCapitals { kind = .plain }
            if kind == .plain, sections[index].blocks.isEmpty, index + 1 < sections.count,
                Self.kind(sections[index + 1]) == .plain
            {
                kind = .parent
            }
            if kind == .plain, sections[index].blocks.isEmpty, index + 1 < sections.count,
                opensCount(sections[index + 1])
            {
                kind = .named
            }
            sections[index].level = levels.level(of: kind)
        }
    }

    /// Whether a heading is the first of a count, `1.`: one without a label right above it titles the part that is counted.
    private static func opensCount(_ section: Section) -> Bool {
        firstLabels.contains(section.label?.filter { $0.isLetter || $0.isNumber }.uppercased() ?? "")
    }

    private static let firstLabels: Set<String> = ["1", "I", "A"]

    /// The level of the next heading.
    private mutating func level(of kind: Kind) -> Int {
        switch kind {
        case .named, .capitals, .closing: open = [kind == .closing ? .plain : kind]
        case .number(let depth):
            if let known = open.firstIndex(of: kind) ?? open.firstIndex(of: .number(depth - 1)).map({ $0 + 1 }) {
                open.removeLast(open.count - min(known, open.count))
            } else {
                dropUnlabelled()
                // Small letters count what stands under numbers.
                if open.last == .lowerLetter { open.removeLast() }
                dropUnlabelled()
            }
            open.append(kind)
        case .upperRoman, .upperLetter, .lowerRoman, .lowerLetter:
            open(kind) { $0.dropUnlabelled() }
        case .parent: open(kind) { $0.drop([.plain, .question]) }
        case .party: open(kind) { $0.drop([.plain, .question, .parent]) }
        case .plain: open(kind) { $0.drop([.question]) }
        // Questions lie below a labelled heading and what stands under it, but not below one without a label alone.
        case .question: open(kind) { if $0.open.allSatisfy(\.yieldsToLabels) { $0.open = [] } }
        }
        return open.count
    }

    /// Goes back to the kind where it is open; else opens it, after what has to give way to it.
    private mutating func open(_ kind: Kind, after giveWay: (inout HeadingLevels) -> Void) {
        if let known = open.firstIndex(of: kind) {
            open.removeLast(open.count - known)
        } else {
            giveWay(&self)
        }
        open.append(kind)
    }

    private mutating func dropUnlabelled() { while open.last?.yieldsToLabels == true { open.removeLast() } }

    private mutating func drop(_ kinds: [Kind]) {
        while let last = open.last, kinds.contains(last) { open.removeLast() }
    }

    // MARK: - Kinds

    private static func kind(_ section: Section) -> Kind {
        guard let label = section.label else { return kind(of: section.heading?.bytes ?? []) }
        let signs = Array(label.utf8.filter { $0.isWord || $0 == .period })
        guard let first = signs.first(where: \.isWord) else { return .plain }
        if first.isDigit { return .number(max(1, signs.split(separator: .period).count)) }
        let letters = signs.filter { $0 != .period }
        if letters.allSatisfy({ romanSigns.contains($0 & 0xDF) }) {
            return first.isUpperASCII ? .upperRoman : .lowerRoman
        }
        guard letters.count == 1 else { return .named }
        return first.isUpperASCII ? .upperLetter : .lowerLetter
    }

    private static let romanSigns = Array("IVX".utf8)

    private static func kind(of heading: [UInt8]) -> Kind {
        if QuestionLabel.isNumber(heading) || QuestionLabel.matches(heading, heading.indices) { return .question }
        if closings.contains(heading, heading.indices) { return .closing }
        if AnswersTitle.matches(heading) { return .named }
        if isInCapitals(heading) { return .capitals }
        let isParty = heading.starts(with: questions) && heading.first(fraction, in: heading.indices) != nil
        return isParty ? .party : .plain
    }

    private static func isInCapitals(_ heading: [UInt8]) -> Bool {
        !heading.contains(where: \.isLowerASCII) && heading.count(where: \.isUpperASCII) > 3
    }

    /// Titles that stand at the top whatever stands above them.
    private static let closings = WordSet([
        "tot slot", "slot", "ten slotte", "tot besluit", "slotwoord", "afsluiting", "vervolg", "artikelsgewijs",
        "artikelsgewijze toelichting",
    ])
    private static let questions = Array("Vragen ".utf8)
    private static let fraction = Array("fractie".utf8)
}
