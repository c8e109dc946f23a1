/// Reads one block of closing lines, line by line: offices and who holds them.
///
/// An office comes before its name, on one line with it or above it, or the name comes first; several offices may stand
/// before their names. An office named with `namens` has no name.
struct SignatureBlock {
    private(set) var signatories: [Head.Signatory] = []
    /// Lines up to the last that completed a signatory.
    private(set) var lines: [Int] = []
    /// Line on which the last office began.
    private(set) var lastOpening = 0

    /// Lines of one office at most.
    private static let longestRole = 6
    private static let most = 60

    private let text: HeadText
    private var state = State.idle
    /// Pieces of the office that is being read.
    private var role: [Range<Int>] = []
    /// Offices that stand before their names.
    private var waiting: [String] = []
    private var open: [Int] = []
    private var isClosed = false

    private enum State {
        case idle
        /// An office whose name follows.
        case office
        /// A name whose office follows.
        case name(String)
        /// Offices for which the one before signs.
        case behalf
    }

    /// A line in its surroundings.
    struct Line {
        var index: Int
        /// The line, or what one column has of it.
        var content: Range<Int>
        var words: String
        var isBehindBlank: Bool
        /// The next line, if no blank line parts them.
        var next: String?
    }

    init(text: HeadText) { self.text = text }

    private var roleText: String { text.text(role) }

    /// Whether an office has been read whose name must follow, if need be on the next page.
    var awaitsName: Bool {
        if case .office = state { roleText.hasSuffix(",") } else { false }
    }

    /// Takes a line; false where the block has ended before it.
    mutating func take(_ line: Line) -> Bool {
        guard signatories.count < Self.most, takeWords(line) else { return false }
        open.append(line.index)
        if case .idle = state, waiting.isEmpty { commit() }
        return true
    }

    /// Ends the block: what waits for a name is no signature.
    mutating func finish() {
        switch state {
        case .name, .behalf: complete(nil)
        case .idle, .office: break
        }
    }

    private mutating func commit() {
        // Closing words alone sign nothing.
        guard !signatories.isEmpty else { return }
        lines += open
        open = []
    }

    private mutating func takeWords(_ line: Line) -> Bool {
        switch state {
        case .idle: return takeFirst(line)
        case .office: return takeOfficeLine(line)
        case .name, .behalf:
            // `mede namens` alone on its line goes on over any gap.
            let isCut = roleText.lowercased().hasSuffix("namens")
            if !isCut, line.isBehindBlank || SignatureName.strong(line.words) != nil || startsAnother(line) {
                complete(nil)
                return takeFirst(line)
            }
            guard role.count < Self.longestRole, !Self.endsSentence(line.words) else {
                // It was a text that began like an office.
                state = .idle
                return false
            }
            role.append(line.content)
            return true
        }
    }

    private static func endsSentence(_ words: String) -> Bool { words.last.map { ".:;?!".contains($0) } ?? true }

    private func startsAnother(_ line: Line) -> Bool {
        if SignatureOffice.isOnBehalf(line.words) { return true }
        guard !role.isEmpty, SignatureOffice.opens(line.words) else { return false }
        return SignatureOffice.hasArticle(line.words) && !roleText.lowercased().hasSuffix(" en")
    }

    private mutating func takeFirst(_ line: Line) -> Bool {
        if Greeting.isClosing(line.words) {
            isClosed = signatories.isEmpty
            return isClosed
        }
        if !waiting.isEmpty { return takeWaitingName(line) }
        if SignatureOffice.isOnBehalf(line.words), !signatories.isEmpty {
            state = .behalf
            role = [line.content]
            return true
        }
        if SignatureOffice.opens(line.words) {
            let split = SignatureName.split(line.words)
            // An office ends in no full stop: this is a sentence about one.
            if split == nil, line.words.last == "." { return false }
            role = [line.content]
            lastOpening = line.index
            state = .office
            if let (office, name) = split {
                complete(name, office: office)
            } else {
                takeOfficesSideBySide(line)
            }
            return true
        }
        return takeNameFirst(line)
    }

    private static let nextOffice = Array(", De ".utf8)

    /// `De Minister van A, De Staatssecretaris van B,`: what stood in two columns is on one line.
    private mutating func takeOfficesSideBySide(_ line: Line) {
        var rest = line.content
        while let cut = text.bytes.first(Self.nextOffice, in: rest), waiting.count < Self.longestRole,
            SignatureOffice.opens(text.text(cut + 2..<rest.upperBound))
        {
            waiting.append(text.text(rest.lowerBound..<cut))
            rest = cut + 2..<rest.upperBound
        }
        role = [rest]
    }

    /// `A. Slob` over `Minister voor …`; or, behind closing words, a name alone.
    private mutating func takeNameFirst(_ line: Line) -> Bool {
        let words = line.words.last == "," ? String(line.words.dropLast()) : line.words
        let strong = SignatureName.strong(words)
        guard let name = strong ?? SignatureName.weak(words) else { return false }
        // A heading over a paragraph about a minister looks the same as a name without initials over an office.
        let isExpected = strong != nil || isClosed || !signatories.isEmpty
        if isExpected, let next = line.next, SignatureOffice.opens(next), !next.hasSuffix(",") {
            state = .name(name)
            role = []
            return true
        }
        guard isClosed, signatories.isEmpty, strong != nil || line.next == nil && name.contains(" ") else {
            return false
        }
        signatories.append(Head.Signatory(role: "", name: name))
        return true
    }

    private mutating func takeWaitingName(_ line: Line) -> Bool {
        guard let name = SignatureName.strong(line.words) ?? SignatureName.weak(line.words) else { return false }
        signatories += SignatureOffice.signatories(waiting.removeFirst(), name: name)
        return true
    }

    private mutating func takeOfficeLine(_ line: Line) -> Bool {
        let office = roleText
        // Behind closing words a name follows whether or not a comma says so.
        let isAwaited = office.hasSuffix(",") || isClosed && line.isBehindBlank
        let names = waiting.isEmpty ? [] : SignatureName.strongNames(line.words)
        if names.count == waiting.count + 1 {
            for (role, name) in zip(waiting, names) { signatories += SignatureOffice.signatories(role, name: name) }
            waiting = []
            complete(names[names.count - 1])
            return true
        }
        if let name = SignatureName.strong(line.words) ?? (isAwaited ? weakName(line) : nil) {
            complete(name)
            return true
        }
        let isOnBehalf = SignatureOffice.isOnBehalf(line.words)
        guard isAwaited || isOnBehalf || !line.isBehindBlank, role.count < Self.longestRole, line.words.last != "."
        else {
            return false
        }
        if let (more, name) = SignatureName.split(line.words) {
            complete(name, office: "\(office) \(more)")
        } else if isAwaited, !isOnBehalf, SignatureOffice.hasArticle(line.words), SignatureOffice.opens(line.words),
            !office.lowercased().contains("namens ")
        {
            waiting.append(office)
            role = [line.content]
            lastOpening = line.index
        } else {
            role.append(line.content)
        }
        return true
    }

    /// A name without initials, if no sentence goes on behind it.
    private func weakName(_ line: Line) -> String? {
        if let next = line.next, !SignatureOffice.opens(next), !SignatureOffice.isOnBehalf(next) { return nil }
        return SignatureName.weak(line.words)
    }

    private mutating func complete(_ name: String?, office: String? = nil) {
        let office = office ?? roleText
        switch state {
        case .name(let name): signatories += SignatureOffice.signatories(office, name: name)
        case .behalf: signatories += SignatureOffice.signatories(office, name: nil)
        case .office where waiting.isEmpty: signatories += SignatureOffice.signatories(office, name: name)
        case .office:
            waiting.append(office)
            if let name { signatories += SignatureOffice.signatories(waiting.removeFirst(), name: name) }
        case .idle: break
        }
        state = .idle
        role = []
        if waiting.isEmpty { commit() }
    }
}
