import References

/// Notes, which stand in the text where they are called.
extension XMLReader {
    /// The sign of a note: its digits as a number, or another sign such as `*`.
    struct Sign {
        /// Its bytes but white space, `longestSign` at most.
        var bytes: InlineArray<16, UInt8> = .init(repeating: 0)
        var count = 0
        var place: Place

        var text: String {
            var text: [UInt8] = []
            for index in 0..<count { text.append(bytes[index]) }
            return String(decoding: text, as: UTF8.self).trimming(".)")
        }

        /// From 1 to 9,999.
        var number: Int? {
            var end = count
            while end > 0, bytes[end - 1] == .period || bytes[end - 1] == UInt8(ascii: ")") { end -= 1 }
            guard (1...4).contains(end) else { return nil }
            var number = 0
            for index in 0..<end {
                guard bytes[index].isDigit else { return nil }
                number = number * 10 + Int(bytes[index] - 0x30)
            }
            return number > 0 ? number : nil
        }
    }

    /// The text between two events, if it is short enough for a sign.
    func sign(in range: Range<Int>) -> Sign? {
        var sign: Sign?
        for index in range {
            let event = document.events[index]
            guard event.kind == .text || event.kind == .spelled else { continue }
            let piece = document.text(of: event)
            for position in piece.indices where piece[position] > .space {
                if sign == nil {
                    var place = document.place(of: event)
                    place.byte += position - piece.startIndex
                    place.column += position - piece.startIndex
                    sign = Sign(place: place)
                }
                guard let count = sign?.count, count < 16 else { return nil }
                sign?.bytes[count] = piece[position]
                sign?.count = count + 1
            }
        }
        return sign
    }

    /// Gives a number to each note at the end of the text: its own, or the next where it has another sign, such as `*`.
    mutating func numberNotes() {
        var highest = 0
        for event in document.events where event.kind == .start && elements[event.name] == .noteBody {
            let number = statedNumber(event) ?? highest + 1
            highest = max(highest, number)
            if let id = document.attribute(.id, of: event), noteNumbers[id] == nil { noteNumbers[id] = number }
        }
    }

    /// The number of a note at the end of the text, from 1 to 9,999.
    func statedNumber(_ note: MarkupEvents.Event) -> Int? {
        document.attribute(.nr, of: note).flatMap { Int($0) }.flatMap { (1...9_999).contains($0) ? $0 : nil }
    }

    /// The sign of the note that starts at an event.
    func signOfNote(_ start: Int) -> Sign? {
        var depth = 0
        for index in start..<document.events.count {
            switch document.events[index].kind {
            case .start:
                let element = elements[document.events[index].name]
                if element == .noteNumber { return sign(in: index..<endOfElement(index)) }
                // A note in the note has a sign of its own.
                if element == .note, depth > 0 { return nil }
                depth += 1
            case .end:
                depth -= 1
                if depth == 0 { return nil }
            case .text, .spelled: break
            }
        }
        return nil
    }

    /// Whether a note belongs to a table alone: it is signed with something other than a number, or with one of a series of
    /// its own.
    func isTableNote(_ start: Int, _ sign: Sign?) -> Bool {
        guard let sign else { return false }
        guard let number = sign.number else { return true }
        return document.attribute(.type, of: document.events[start]) == "tabel" && number != writer.nextNote
    }

    mutating func beginNote(at start: Int, _ sign: Sign?) {
        let place = sign?.place ?? document.place(of: document.events[start])
        let number = sign?.number ?? writer.nextNote
        writer.mark(note: number, at: place)
        writer.beginNote(number, at: place)
    }

    /// Writes the notes of a table under it, with their signs as labels.
    mutating func writeTableNotes() {
        let pending = tableNotes
        tableNotes = []
        for range in pending {
            writer.begin(.tableNote)
            if let sign = signOfNote(range.lowerBound) {
                writer.add(Array(sign.text.utf8).span, at: sign.place)
                writer.endLabel()
            }
            writeOnOneLine(range)
            writer.end()
        }
    }

    /// Writes what a note of a table says, its paragraphs one behind the other; notes that are called in it stand apart.
    private mutating func writeOnOneLine(_ note: Range<Int>) {
        var links: [(start: Int, target: PaperID?)] = []
        var index = note.lowerBound + 1
        while index < note.upperBound {
            let event = document.events[index]
            let element = event.kind == .start || event.kind == .end ? elements[event.name] : .inline
            if event.kind == .start, element == .note || element == .noteNumber {
                let end = endOfElement(index)
                if element == .note { read(index..<end) }
                index = end
                continue
            }
            switch event.kind {
            case .text, .spelled: writer.add(document.text(of: event).span, at: document.place(of: event))
            case .start: if element == .link { links.append((writer.position, target(of: event))) }
            case .end:
                if element == .link, let link = links.popLast(), let target = link.target {
                    writer.link(from: link.start, to: target)
                }
            }
            if element != .inline, element != .link { writer.addSpace() }
            index += 1
        }
    }
}
