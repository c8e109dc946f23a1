/// The head of a letter as the ministry sends it: return address, references, date and subject, down to the salutation.
///
/// Everything above the salutation is head, if a line there has one of the labels that only such letters have. Values
/// stand behind their labels, in the next column, or below them; extraction may also print several labels and then their
/// values.
struct MinistryHead {
    private(set) var head = Head()
    /// Lines that are no text, in ascending order.
    private(set) var taken: [Int] = []
    /// Lines of later pages that repeat reference or date.
    private(set) var repetitions: [Int] = []
    private(set) var conflicts: [Diagnostic] = []

    /// Printed lines above the salutation at most.
    private static let longest = 100

    /// Printed lines within which a published paper names its dossier.
    private static let publishedHead = 6

    private let text: HeadText
    private let roles: [LineRole]
    private var end = 0
    private var pending: [Pending] = []

    private struct Pending {
        var label: MinistryLabel
        var line: Int
    }

    private typealias Cell = HeadText.Cell

    /// nil where the letter has no such head.
    init?(text: HeadText, roles: [LineRole]) {
        self.text = text
        self.roles = roles
        let salutation = salutation()
        guard let end = salutation ?? [behindRequest(), behindLabels()].compactMap(\.self).max() else { return nil }
        self.end = end
        let isReturned = (0..<end).contains { isBody($0) && text.starts($0, with: Self.returnAddress) }
        guard isReturned || (0..<end).contains(where: isEvidence) else { return nil }
        for index in 0..<end where isBody(index) && text.isShort(index) { read(index) }
        taken = (0..<(salutation ?? end - 1) + 1).filter(isBody)
        if head.reference != nil || head.date != nil {
            repetitions = RepeatedLetterhead(text: text, roles: roles, end: end, head: head).lines
        }
    }

    /// Whether a line has a label that only such a letter has, with a value that fits it or none.
    private func isEvidence(_ index: Int) -> Bool {
        guard isBody(index) else { return false }
        // A line without two blanks in a row has one column.
        let line = text.lines[index]
        if line.isPlain, MinistryLabel.take(text.bytes, line.content) == nil { return false }
        return text.cells(index).contains { cell in
            guard let (label, value) = label(cell), label.marksAMinistrysLetter else { return false }
            let words = text.text(value)
            // `Onderwerp van deze brief is het beleid.` is a sentence.
            return words.isEmpty || label.accepts(words) && words.last != "."
        }
    }

    private static let returnAddress = Array("> Retouradres".utf8)

    private func isBody(_ index: Int) -> Bool { roles[index] == .body }

    private func salutation() -> Int? {
        let (bytes, lines, roles) = (text.bytes, text.lines, roles)
        var printed = 0
        for index in lines.indices where roles[index] == .body {
            printed += 1
            if printed > Self.longest { return nil }
            if Greeting.maySalute(bytes, lines[index].content), Greeting.isSalutation(text.text(index)) {
                return printed > 1 ? index : nil
            }
        }
        return nil
    }

    /// Where no salutation parts head and text, the head ends behind the last label and its value; nil where hardly any
    /// labels stand.
    private func behindLabels() -> Int? {
        var printed = 0
        // Lines that may be evidence: a line of one column is none without a label.
        var candidates: [Int] = []
        var labels: [MinistryLabel] = []
        for index in text.lines.indices where isBody(index) && text.isShort(index) {
            // The head of a further page has the same labels.
            let label = label(ofLine: index)
            if let label, label.marksAMinistrysLetter {
                if labels.contains(label) { break }
                labels.append(label)
            }
            // A published paper has a head of its own; the same words are headings in it.
            if printed < Self.publishedHead, DossierLine(text.bytes, text.lines[index].content) != nil { return nil }
            if label != nil || !text.lines[index].isPlain { candidates.append(index) }
            printed += 1
            if printed == Self.longest / 2 { break }
        }
        let labelled = candidates.filter(isEvidence)
        guard labelled.count >= 3, var last = labelled.last else { return nil }
        if text.cells(last).last.flatMap(label)?.value.isEmpty == true {
            last = (last + 1..<text.lines.count).first(where: isBody) ?? last
        }
        while last + 1 < text.lines.count, isBody(last + 1) { last += 1 }
        return last + 1
    }

    private static let request = Array("Bij beantwoording".utf8)
    private static let requested = Array("vermelden".utf8)

    /// Where no salutation parts head and text, the head ends behind the request to name date and reference in an answer, which
    /// closes it: `Bij beantwoording de datum en ons kenmerk vermelden.` nil where it stands beside or behind sentences.
    private func behindRequest() -> Int? {
        var printed = 0
        for index in text.lines.indices where isBody(index) {
            printed += 1
            let content = text.lines[index].content
            guard printed <= Self.longest, text.isShort(index) else { return nil }
            if text.starts(index, with: Self.request), text.bytes.first(Self.requested, in: content) != nil {
                return (index + 1..<text.lines.count).first { !isBody($0) } ?? text.lines.count
            }
            if text.bytes[content.upperBound - 1] == .period { return nil }
        }
        return nil
    }

    private func label(ofLine index: Int) -> MinistryLabel? {
        MinistryLabel.take(text.bytes, text.lines[index].content)?.label
    }

    private func label(_ cell: Cell) -> (label: MinistryLabel, value: Range<Int>)? {
        MinistryLabel.take(text.bytes, cell.range)
    }

    // MARK: - Labels and values

    private mutating func read(_ index: Int) {
        let cells = text.cells(index)
        var isValue = false
        for (position, cell) in cells.enumerated() {
            if isValue {
                isValue = false
                continue
            }
            guard let (label, value) = label(cell) else {
                takeUnlabelled(cell, on: index)
                continue
            }
            if label == .other { continue }
            if label == .ministry {
                takeText(.ministry, from: cell, on: index)
            } else if !value.isEmpty {
                let rest = Cell(range: value, column: cell.column)
                takeValue(label, rest, on: index)
            } else if position + 1 < cells.count, self.label(cells[position + 1]) == nil,
                label.accepts(text.text([cells[position + 1].range]))
            {
                isValue = true
                takeValue(label, cells[position + 1], on: index)
            } else {
                pending.append(Pending(label: label, line: index))
            }
        }
    }

    /// A value below its label, the addressee, or a line with place and date.
    private mutating func takeUnlabelled(_ cell: Cell, on index: Int) {
        let words = text.text(cell.range)
        if let match = pendingLabel(for: words, on: index) {
            let label = pending.remove(at: match).label
            takeValue(label, cell, on: index)
        } else if head.addressee == nil, Self.isAddressee(words) {
            takeText(.addressee, from: cell, on: index)
        } else if let found = HeadDate(words), found.town != nil {
            takeDate(found, cell, on: index)
        }
    }

    /// Of several labels without a value the last is the one meant, unless they stand on lines in a row: then their
    /// values follow in the same order.
    private func pendingLabel(for value: String, on index: Int) -> Int? {
        guard let last = pending.indices.last else { return nil }
        var first = last
        while first > 0, pending[first - 1].line >= pending[first].line - 1 { first -= 1 }
        let order = Array(first...last) + pending.indices.prefix(first)
        return order.first { pending[$0].label.accepts(value) }
    }

    private static func isAddressee(_ words: String) -> Bool {
        let lower = words.lowercased()
        return lower.holds("voorzitter van de ") || lower.holds("voorzitter der ") || lower.holds("voorzitters van de ")
    }

    private mutating func takeValue(_ label: MinistryLabel, _ cell: Cell, on index: Int) {
        let value = text.text(cell.range)
        guard label.accepts(value) else { return }
        let place = text.place(of: cell.range.lowerBound, on: index)
        switch label {
        case .date: if let found = HeadDate(value) { takeDate(found, cell, on: index) }
        case .subject, .addressee, .ministry: takeText(label, from: cell, on: index)
        case .reference:
            guard head.reference == nil else { return }
            head.reference = value
            head.note(.reference, .head, place)
        case .yourReference:
            guard head.yourReference == nil else { return }
            head.yourReference = value
            head.note(.yourReference, .head, place)
        case .annexes:
            guard head.annexCount == nil else { return }
            head.annexCount = MinistryLabel.count(value)
            head.note(.annexCount, .head, place)
        case .other: break
        }
    }

    private mutating func takeDate(_ found: HeadDate, _ cell: Cell, on index: Int) {
        let place = text.place(of: cell.range.lowerBound, on: index)
        if let town = found.town, head.place == nil {
            head.place = town
            head.note(.place, .head, place)
        }
        if let date = head.date {
            guard date != found.date else { return }
            let detail = "the head dates the letter \(date) and \(found.date)"
            conflicts.append(Diagnostic(kind: .headConflict, place: place, detail: detail))
        } else {
            head.date = found.date
            head.note(.date, .head, place)
        }
    }

    private mutating func takeText(_ label: MinistryLabel, from cell: Cell, on index: Int) {
        let value = wrapped(cell, on: index).trimming(", ")
        let place = text.place(of: cell.range.lowerBound, on: index)
        guard !value.isEmpty else { return }
        switch label {
        case .subject where head.title == nil:
            head.title = value
            head.note(.title, .head, place)
        case .addressee where head.addressee == nil:
            head.addressee = value
            head.note(.addressee, .head, place)
        case .ministry where head.sender == nil:
            head.sender = value
            head.note(.sender, .head, place)
        default: break
        }
    }

    /// Columns by which lines of one value may differ in their start.
    private static let slack = 4

    /// Lines of one value at most: a subject in a narrow column.
    private static let longestValue = 6

    /// A value and the lines below it in its column, up to a blank line, a line that begins with a number, an address or
    /// another label.
    private func wrapped(_ cell: Cell, on index: Int) -> String {
        var pieces = [cell.range]
        var line = index + 1
        let labelColumn = text.cells(index).last { $0.column <= cell.column }?.column ?? cell.column
        while line < end, pieces.count < Self.longestValue, isBody(line), text.isShort(line) {
            let cells = text.cells(line)
            let near = cells.first {
                abs($0.column - cell.column) <= Self.slack || abs($0.column - labelColumn) <= Self.slack
            }
            // On a line that has other columns only, the value is at its end.
            guard let next = near, goesOn(next) else { break }
            pieces.append(next.range)
            line += 1
        }
        return text.text(pieces)
    }

    private func goesOn(_ cell: Cell) -> Bool {
        guard let first = cell.range.first, !text.bytes[first].isDigit, label(cell) == nil else { return false }
        let words = text.text(cell.range)
        // An address ends in its number; a date is a value of its own.
        let parts = words.words
        let isAddress = parts.count <= 4 && parts.last?.utf8.first?.isDigit == true
        return !isAddress && HeadDate(words) == nil && !words.holds("@") && !words.hasPrefix("www.")
    }
}
