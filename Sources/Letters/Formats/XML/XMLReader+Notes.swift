/// Notes, which stand in the text where they are called.
extension XMLReader {
    /// The sign of a note: its digits as a number, or another sign such as `*`.
    struct Sign {
        var text: String
        var place: Place
        var number: Int? { Int(text).flatMap { (1...9_999).contains($0) ? $0 : nil } }
    }

    /// The text between two events, if it is short enough for a sign.
    func sign(in range: Range<Int>) -> Sign? {
        var text: [UInt8] = []
        var place: Place?
        for event in document.events[range] where event.kind == .text || event.kind == .spelled {
            let piece = document.text(of: event)
            if place == nil, let first = piece.firstIndex(where: { $0 > .space }) {
                place = event.place
                place?.byte += first - piece.startIndex
                place?.column += first - piece.startIndex
            }
            text += piece.filter { $0 > .space }
            guard text.count <= 16 else { return nil }
        }
        return place.map { Sign(text: String(decoding: text, as: UTF8.self).trimming(".)"), place: $0) }
    }

    /// The sign of the note that starts at an event.
    private func signOfNote(_ start: Int) -> Sign? {
        let end = endOfElement(start)
        for index in start..<end where document.events[index].kind == .start {
            if document.names[document.events[index].name] == "noot.nr" {
                return sign(in: index..<min(end, endOfElement(index)))
            }
        }
        return nil
    }

    /// Whether a note belongs to a table alone: it is signed with something other than a number, or with one of a series of
    /// its own.
    func isTableNote(_ start: Int) -> Bool {
        guard let sign = signOfNote(start) else { return false }
        guard let number = sign.number else { return true }
        return document.attribute("type", of: document.events[start]) == "tabel" && number != writer.nextNote
    }

    mutating func beginNote(at start: Int) {
        let sign = signOfNote(start)
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
