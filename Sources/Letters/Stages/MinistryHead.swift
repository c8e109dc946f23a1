/// The head of a letter as the ministry sends it: return address, references, date and subject, down to the salutation.
///
/// Everything above the salutation is head, if a line there has one
/// of the labels that only such letters have.
struct MinistryHead {
    /// Lines from the top to the salutation, with it.
    private(set) var lines: Range<Int>
    private(set) var date: String?
    private(set) var subject: String?
    private(set) var addressee: String?

    /// Printed lines above the salutation at most.
    private static let longest = 80

    private let bytes: [UInt8]
    private let table: [LineTable.Line]
    private let roles: [LineRole]

    /// nil where the letter has no such head.
    init?(bytes: [UInt8], lines table: [LineTable.Line], roles: [LineRole]) {
        self.bytes = bytes
        self.table = table
        self.roles = roles
        lines = 0..<0
        guard let salutation = salutation() else { return nil }
        lines = 0..<salutation + 1
        guard lines.contains(where: { isBody($0) && starts($0, with: Self.labels) }) else { return nil }
        for index in lines where isBody(index) { read(index) }
    }

    private static let labels = ["> Retouradres", "Onze referentie", "Ons kenmerk", "Betreft", "Datum "].map {
        Array($0.utf8)
    }
    private static let subjects = ["Betreft", "Onderwerp"].map { Array($0.utf8) }
    private static let dates = ["Datum"].map { Array($0.utf8) }
    private static let greeting = [Array("Geachte ".utf8)]

    private func isBody(_ index: Int) -> Bool { roles[index] == .body }

    private func starts(_ index: Int, with labels: [[UInt8]]) -> Bool { rest(index, behind: labels) != nil }

    /// What stands on a line behind one of some labels, without a colon.
    private func rest(_ index: Int, behind labels: [[UInt8]]) -> Range<Int>? {
        let content = table[index].content
        for label in labels where bytes.matches(label, at: content.lowerBound, end: content.upperBound) {
            var cursor = LineCursor(bytes, content.lowerBound + label.count..<content.upperBound)
            _ = cursor.take(UInt8(ascii: ":"))
            cursor.skipSpaces()
            return cursor.position..<content.upperBound
        }
        return nil
    }

    private func salutation() -> Int? {
        var printed = 0
        for index in table.indices where isBody(index) {
            printed += 1
            if printed > Self.longest { return nil }
            if starts(index, with: Self.greeting), table[index].content.last.map({ bytes[$0] }) == .comma {
                return index
            }
        }
        return nil
    }

    private mutating func read(_ index: Int) {
        if date == nil, let value = rest(index, behind: Self.dates) {
            var cursor = LineCursor(bytes, value.isEmpty ? next(index).map { table[$0].content } ?? value : value)
            date = DutchDate.take(bytes, &cursor)
        } else if subject == nil, let value = rest(index, behind: Self.subjects) {
            subject = text(from: index, first: value)
        } else if addressee == nil, bytes.first(Self.chair, in: table[index].content) != nil {
            addressee = text(from: index, first: table[index].content)
        }
    }

    private static let chair = Array("oorzitter van de ".utf8)

    /// The next printed line of the head.
    private func next(_ index: Int) -> Int? { (index + 1..<lines.upperBound).first { isBody($0) } }

    /// A value and the lines below it up to a blank line, a number or another label.
    private func text(from index: Int, first: Range<Int>) -> String? {
        let hyphens = HyphenRepair(evidence: HyphenEvidence())
        var builder = PlacedTextBuilder()
        builder.append(bytes, first, at: .start)
        var line = index + 1
        while line < lines.upperBound, isBody(line), let byte = table[line].content.first, !bytes[byte].isDigit,
            !starts(line, with: Self.labels + Self.subjects + Self.dates + Self.addresses)
        {
            hyphens.join(&builder, bytes, to: table[line].content)
            builder.append(bytes, table[line].content, at: .start)
            line += 1
        }
        return builder.bytes.isEmpty ? nil : String(decoding: builder.bytes, as: UTF8.self)
    }

    private static let addresses = ["Postbus", "Binnenhof", "Bezuidenhoutseweg", "Prinses Irenestraat"].map {
        Array($0.utf8)
    }
}
