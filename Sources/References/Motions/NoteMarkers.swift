/// Markers of notes behind the motions of plain text: the `3` of `de motie van het lid Rog3 over samenwerking`.
enum NoteMarkers {
    struct Marker {
        let position: Int
        /// Where the text of the note stands.
        let note: Range<Int>
    }

    /// Bytes from a motion to its marker at most.
    private static let reach = 300

    /// The markers in the sentences of motions, of which a note stands on a line of the text; ascending.
    static func find(behind phrases: [MotionPhrase], in bytes: [UInt8]) -> [Marker] {
        var places: [(position: Int, number: Int)] = []
        for phrase in phrases {
            let start = max(phrase.range.upperBound, places.last.map { $0.position + 1 } ?? 0)
            find(from: start, upTo: phrase.range.upperBound + reach, in: bytes, into: &places)
        }
        guard !places.isEmpty else { return [] }
        let lines = NoteLines.lines(in: bytes)
        return places.compactMap { place in
            // Of several notes with one number, the next below.
            guard let line = lines.firstIndex(where: { $0.number == place.number && $0.start > place.position }) else {
                return nil
            }
            let end = line + 1 < lines.count ? lines[line + 1].start : bytes.count
            return Marker(position: place.position, note: lines[line].text..<end)
        }
    }

    private static func find(
        from start: Int, upTo limit: Int, in bytes: [UInt8], into places: inout [(position: Int, number: Int)]
    ) {
        var cursor = ByteCursor(bytes, at: start)
        let end = min(limit, bytes.count)
        while cursor.position < end {
            let place = cursor.position
            if cursor.byte == 0x0A, cursor[1] == 0x0A { return }
            if cursor.byte.isDigit, !cursor[-1].isDigit, isGlued(cursor) {
                let digits = cursor.digitCount
                if digits <= 3, let number = cursor.takeNumber(), !cursor.byte.isLetterOrDigit {
                    places.append((place, number))
                }
                cursor.position = max(cursor.position, place + digits)
                continue
            }
            // The sentence ends behind a full stop, of which a marker may stand behind.
            let isStop = cursor[-1] == UInt8(ascii: ".") || cursor[-1].isDigit && cursor[-2] == UInt8(ascii: ".")
            if cursor.byte <= 0x20, isStop, cursor[1].isUpper, place > start { return }
            cursor.position += 1
        }
    }

    /// Whether a letter, or a sign behind one, stands directly before the number.
    private static func isGlued(_ cursor: ByteCursor) -> Bool {
        let before = cursor[-1]
        if before.isLetter || before == UInt8(ascii: ")") { return true }
        return ".,;".utf8.contains(before) && (cursor[-2].isLetter || cursor[-2] == UInt8(ascii: ")"))
    }
}
