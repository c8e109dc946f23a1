/// Notes, which stand in the text where they are called.
extension XMLReader {
    /// The sign of a note: its digits as a number, or another sign such as `*`.
    struct Sign {
        var text: String
        var place: Place
        let number: Int?

        init(text: String, place: Place) {
            self.text = text.utf8.allSatisfy(\.isDigit) ? text : text.trimming(".)")
            self.place = place
            number = Int(self.text).flatMap { (1...9_999).contains($0) ? $0 : nil }
        }
    }

    /// Bytes of a sign at most, without white space.
    private static let longestSign = 16

    /// The text between two events, if it is short enough for a sign.
    func sign(in range: Range<Int>) -> Sign? {
        var text = ""
        var place: Place?
        for index in range {
            let event = document.events[index]
            guard event.kind == .text || event.kind == .spelled else { continue }
            let piece = document.text(of: event)
            if place == nil, let first = piece.firstIndex(where: { $0 > .space }) {
                place = event.place
                place?.byte += first - piece.startIndex
                place?.column += first - piece.startIndex
            }
            // Most signs are one piece, which a short string holds without memory of its own.
            text += String(decoding: piece.lazy.filter { $0 > .space }.prefix(Self.longestSign + 1), as: UTF8.self)
            guard text.utf8.count <= Self.longestSign else { return nil }
        }
        return place.map { Sign(text: text, place: $0) }
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
        return document.attribute("type", of: document.events[start]) == "tabel" && number != writer.nextNote
    }

    mutating func beginNote(at start: Int, _ sign: Sign?) {
        let place = sign?.place ?? document.events[start].place
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
                writer.add(Array(sign.text.utf8)[...], at: sign.place)
                writer.endLabel()
            }
            let depth = open.count
            // The paragraphs of the note go on one line.
            for index in range where !isSign(index, in: range) {
                let event = document.events[index]
                switch event.kind {
                case .text, .spelled: writer.add(document.text(of: event), at: event.place)
                case .start, .end: break
                }
            }
            open.removeLast(open.count - depth)
            writer.end()
        }
    }

    private func isSign(_ index: Int, in range: Range<Int>) -> Bool {
        let event = document.events[index]
        return event.name >= 0 && document.names[event.name] == "noot.nr" && range.contains(index)
    }
}
