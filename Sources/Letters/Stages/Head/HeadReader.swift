import References

/// Reads what stands above the text: dossiers, number and kind, sender, addressee, place and date.
///
/// Lines are taken from the top for as long as each is one of these; the first other line begins the text.
struct HeadReader {
    var head = Head()
    private(set) var roles: [LineRole]
    private(set) var selfMention: SelfMention?
    private(set) var conflicts: [Diagnostic] = []

    let text: HeadText
    private var numberLine: Int?
    /// What the page prints over the dossier, or the number's form: stronger than an addressee.
    var printedChamber: (chamber: Head.Chamber, place: Place)?
    var takenLines: [Int] = []
    /// The sentence of a head that names another paper; its first line from `firstText` on.
    struct CrossReference {
        var firstText: Range<Int>
        var lines: LineList
    }
    var crossReference: CrossReference?

    /// Lines that the format says to belong to the head, whether or not any rule knows them.
    private let knownLines: LineSet?

    init(text: HeadText, roles: [LineRole], knownLines: LineSet? = nil) {
        self.text = text
        self.roles = roles
        self.knownLines = knownLines
        read()
        guard let knownLines else { return }
        for line in roles.indices where knownLines.contains(line) { self.roles[line] = .head }
    }

    /// Whether members of the chamber sign the paper, with their names alone.
    var isMotion: Bool { head.kind.map { $0.hasSuffix("motie") || $0.hasSuffix("amendement") } ?? false }

    var lines: [LineTable.Line] { text.lines }
    var bytes: [UInt8] { text.bytes }

    /// Printed lines that a head may have at most; a list of dossiers is never longer.
    private static let longest = 60

    private mutating func read() {
        if let ministry = MinistryHead(text: text, roles: roles) {
            head = ministry.head
            conflicts = ministry.conflicts
            for line in ministry.taken { roles[line] = .head }
            for line in ministry.repetitions { roles[line] = .furniture }
            return
        }
        var index = 0
        while index < lines.count, takenLines.count < Self.longest {
            guard roles[index] == .body else {
                index += 1
                continue
            }
            guard text.isShort(index), let count = takeHeadLine(index) else {
                guard knownLines?.contains(index) == true else { break }
                index += 1
                continue
            }
            takenLines += (index..<index + count).filter { roles[$0] == .body }
            index += count
        }
        guard isHead else { return forget() }
        for line in takenLines { roles[line] = .head }
        nameItself()
    }

    /// A dossier alone may be a sentence that begins with a number.
    private var isHead: Bool {
        head.dossiers.isEmpty || head.number != nil || head.kind != nil || head.addressee != nil || head.date != nil
            || head.chamber != nil || head.sessionYear != nil
            || takenLines.count == 1 && head.dossiers.first?.title?.hasSuffix(".") == false
    }

    private mutating func forget() {
        head = Head()
        printedChamber = nil
    }

    /// Lines taken from `index` on; nil where the text begins.
    private mutating func takeHeadLine(_ index: Int) -> Int? {
        if let count = takeDossier(index) ?? takeNumber(index) { return count }
        if takeChamberOrYear(index) || takeDate(index) { return 1 }
        if let count = takeAddressee(index) ?? takeTitle(index) { return count }
        return takeSubject(index) ?? takePendingTitle(index) ?? takeAanhangsel(index) ?? takeGreeting(index)
    }

    /// The lines from `index` to the next blank line, at most `most` and while `goesOn` agrees.
    func run(from index: Int, most: Int, while goesOn: (Int) -> Bool) -> Range<Int> {
        var end = index + 1
        while end < lines.count, end - index < most, roles[end] == .body, text.isShort(end), goesOn(end) { end += 1 }
        return index..<end
    }

    // MARK: - Dossiers

    private mutating func takeDossier(_ index: Int) -> Int? {
        guard let dossier = DossierLine(bytes, lines[index].content) else { return nil }
        guard let title = dossier.title else {
            // A number alone begins a head only where more of a head follows.
            guard head.number == nil else { return nil }
            add(dossier, title: nil, on: index, at: lines[index].content.lowerBound)
            return 1
        }
        let run = titleLines(from: index)
        add(
            dossier, title: text.text([title] + run.dropFirst().map { lines[$0].content }), on: index,
            at: title.lowerBound)
        return run.count
    }

    private mutating func add(_ dossier: DossierLine, title: String?, on index: Int, at byte: Int) {
        let place = text.place(of: byte, on: index)
        head.note(.dossiers, .head, text.place(ofLine: index))
        head.dossiers.append(Head.Dossier(number: dossier.number, title: title, place: place))
    }

    /// Lines that the longest title of a bill takes.
    private static let longestTitle = 8

    /// A title and the lines on which it goes on: up to a blank line or the next line of the head. Where neither comes
    /// in time, what follows is no title.
    private func titleLines(from index: Int) -> Range<Int> {
        let run = run(from: index, most: Self.longestTitle) { !beginsHeadLine($0) }
        let last = run.upperBound - 1
        let isClosed = run.upperBound == lines.count || roles[run.upperBound] != .body || beginsHeadLine(run.upperBound)
        let isSentence = lines[last].content.last.map { bytes[$0] == .period } ?? true
        return isClosed && !isSentence ? run : index..<index + 1
    }

    func beginsHeadLine(_ index: Int) -> Bool {
        if DossierLine(bytes, lines[index].content) != nil || numberEnd(index) != nil { return true }
        let line = text.text(index)
        if isAddressee(index) || PaperTitle(line) != nil || HeadDate(line) != nil { return true }
        guard let letters = letters(index) else { return false }
        let rest = trimmed(letters.end..<lines[index].content.upperBound)
        return rest.isEmpty || PaperTitle(text.text(rest)) != nil
    }

    /// The title of a dossier whose number stood alone on its line.
    private mutating func takePendingTitle(_ index: Int) -> Int? {
        guard head.number == nil, head.kind == nil,
            let pending = head.dossiers.firstIndex(where: { $0.title == nil }),
            lines[index].content.first.map({ bytes[$0].isUpperASCII || bytes[$0] >= 0x80 }) == true
        else { return nil }
        // Numbers in one column and titles in another: a title is a line. A single title may go on.
        let isLast = !head.dossiers[(pending + 1)...].contains { $0.title == nil }
        let run = isLast ? titleLines(from: index) : index..<index + 1
        let title = text.text(lines: run)
        guard title.last != "." else { return nil }
        head.dossiers[pending].title = title
        head.dossiers[pending].place = text.place(ofLine: index)
        return run.count
    }

    // MARK: - Number, kind and sender

    private static let numberStarts = ["Nr. ", "Nr.", "nr. ", "Nr ", "No. "].map { Array($0.utf8) }

    /// Where a line's `Nr. 440` ends, behind the number.
    private func numberEnd(_ index: Int) -> (number: String, end: Int)? {
        var cursor = LineCursor(bytes, lines[index].content)
        guard Self.numberStarts.contains(where: { cursor.take($0) }) else { return nil }
        cursor.skipSpaces()
        guard let (number, digits) = cursor.number(), digits <= 4 else { return nil }
        // Long ago papers of the Eerste Kamer had a number and a letter.
        let letter = cursor.position < cursor.end && bytes[cursor.position].isLowerASCII ? cursor.word() : 0..<0
        guard letter.count <= 1 else { return nil }
        guard cursor.isAtEnd || cursor.peek.isBlankASCII || cursor.peek >= 0x80 else { return nil }
        return ("\(number)" + String(decoding: bytes[letter], as: UTF8.self), cursor.position)
    }

    /// `Nr. 440 BRIEF VAN DE MINISTER …`, or `Nr. 750` alone.
    private mutating func takeNumber(_ index: Int) -> Int? {
        guard head.number == nil else { return nil }
        guard let (number, end) = numberEnd(index) else { return takeLetters(index) }
        let rest = trimmed(end..<lines[index].content.upperBound)
        var count = 1
        if !rest.isEmpty, !isReprint(rest) {
            guard let taken = takeTitle(index, from: rest, isInCapitals: false) else { return nil }
            count = taken
        }
        setNumber(number, on: index)
        return count
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var cursor = LineCursor(bytes, range)
        cursor.skipSpaces()
        return cursor.position..<range.upperBound
    }

    /// `HERDRUK`, `(Herdruk)`, perhaps with a marker.
    private func isReprint(_ range: Range<Int>) -> Bool {
        guard range.count <= 40 else { return false }
        let word = text.text(range).lowercased().filter { !"()0123456789.".contains($0) }
        return word == "herdruk" || word == "gehele herdruk" || word == "tweede herdruk"
    }

    mutating func setNumber(_ number: String, on index: Int) {
        head.number = number
        head.note(.number, .head, text.place(ofLine: index))
        numberLine = index
    }

    /// How the Eerste Kamer numbers: capitals, to which a marker may be glued.
    private func letters(_ index: Int) -> (letters: String, end: Int)? {
        var cursor = LineCursor(bytes, lines[index].content)
        let word = cursor.word()
        // `AI1 VERSLAG` is paper AI, and note 1.
        let letters = word.lowerBound..<(bytes[word].firstIndex(where: \.isDigit) ?? word.upperBound)
        guard (1...3).contains(letters.count), bytes[letters].allSatisfy(\.isUpperASCII),
            bytes[letters.upperBound..<word.upperBound].allSatisfy(\.isDigit), word.count <= 5
        else { return nil }
        return (String(decoding: bytes[letters], as: UTF8.self), cursor.position)
    }

    /// `AI VERSLAG VAN …`, or `AI` alone over such a line, behind a dossier.
    private mutating func takeLetters(_ index: Int) -> Int? {
        guard !head.dossiers.isEmpty, let (letters, end) = letters(index) else { return nil }
        let rest = trimmed(end..<lines[index].content.upperBound)
        var count = 1
        if rest.isEmpty || isReprint(rest) {
            guard let next = nextPrinted(index), PaperTitle(text.text(next)) != nil else { return nil }
        } else {
            guard let taken = takeTitle(index, from: rest) else { return nil }
            count = taken
        }
        setNumber(letters, on: index)
        printedChamber = printedChamber ?? (.ek, text.place(ofLine: index))
        return count
    }

    private func nextPrinted(_ index: Int) -> Int? {
        let next = lines.indices[(index + 1)...].first { roles[$0] != .blank }
        return next.flatMap { roles[$0] == .body && text.isShort($0) ? $0 : nil }
    }

    private mutating func takeTitle(_ index: Int) -> Int? {
        if isReprint(lines[index].content) { return 1 }
        return takeTitle(index, from: lines[index].content)
    }

    /// `BRIEF VAN DE MINISTER VOOR PRIMAIR EN VOORTGEZET ONDERWIJS`, perhaps over several lines.
    private mutating func takeTitle(_ index: Int, from first: Range<Int>, isInCapitals: Bool = true) -> Int? {
        guard head.kind == nil, !first.isEmpty, let start = PaperTitle(text.text(first), isInCapitals: isInCapitals)
        else { return nil }
        let isCapital = PaperTitle(text.text(first)) != nil
        let run = run(from: index, most: 6) { isCapital && isInCapitalsOnly($0) && !beginsHeadLine($0) }
        let whole = text.text([first] + run.dropFirst().map { lines[$0].content })
        let title = PaperTitle(whole, isInCapitals: isInCapitals) ?? start
        let place = text.place(of: first.lowerBound, on: index)
        head.kind = title.kind
        head.note(.kind, .head, place)
        if let sender = title.sender {
            head.sender = sender
            head.note(.sender, .head, place)
        }
        return run.count
    }

    private func isInCapitalsOnly(_ index: Int) -> Bool {
        let content = bytes[lines[index].content]
        return content.contains(where: \.isUpperASCII) && !content.contains(where: \.isLowerASCII)
    }

    // MARK: - Identity

    private var kamerstukID: PaperID? {
        guard let number = head.number, let dossier = head.dossiers.first else { return nil }
        return PaperID("kst-\(dossier.number)-\(number)")
    }

    /// Dossier and number together are the paper's id; of several dossiers the first gives it.
    private mutating func nameItself() {
        if let printedChamber {
            head.chamber = printedChamber.chamber
            head.origins.removeAll { $0.field == .chamber }
            head.note(.chamber, .head, printedChamber.place)
        }
        guard let numberLine, let id = aanhangselID ?? kamerstukID else { return }
        selfMention = SelfMention(id: id, origin: .header, place: text.place(ofLine: numberLine))
    }
}
