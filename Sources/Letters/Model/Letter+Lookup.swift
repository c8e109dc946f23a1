extension Letter {
    /// Text of the block or heading that an anchor points into; nil if the anchor is not of this letter.
    public func text(at anchor: Anchor) -> PlacedText? {
        guard sections.indices.contains(anchor.section) else { return nil }
        let section = sections[anchor.section]
        guard let block = anchor.block else { return section.heading }
        return section.blocks.indices.contains(block) ? section.blocks[block].text : nil
    }

    /// What was guessed of the file's encoding, in words; nil for a file in UTF-8.
    public var guessedEncoding: String? { diagnostics.first { $0.kind == .encodingGuessed }?.detail }

    /// Markers with a number, in the order of the text: of the letter, and of annexes with numbers of their own.
    public func markers(of note: Int) -> [Marker] { markers.filter { $0.note == note } }

    /// For each of `footnotes` the first marker that points to it; nil for a note without one.
    public var markersOfFootnotes: [Marker?] { firstMarkers.map { $0.map { markers[$0] } } }

    /// The same, as indices in `markers`.
    var firstMarkers: [Int?] {
        var found = [Int?](repeating: nil, count: footnotes.count)
        for series in noteSeries where !mergeAscending(series, into: &found) {
            var first: [Int: Int] = [:]
            for index in series.markers.reversed() { first[markers[index].note] = index }
            for index in series.notes { found[index] = first[footnotes[index].number] }
        }
        return found
    }

    /// The same of a series in which neither markers nor notes ever go back, as in most; false for another.
    private func mergeAscending(_ series: NoteSeries, into found: inout [Int?]) -> Bool {
        let (markers, footnotes) = (markers.span, footnotes.span)
        for index in series.markers.dropFirst() where markers[index].note < markers[index - 1].note { return false }
        for index in series.notes.dropFirst() where footnotes[index].number < footnotes[index - 1].number {
            return false
        }
        var marker = series.markers.lowerBound
        for index in series.notes {
            let number = footnotes[index].number
            while marker < series.markers.upperBound, markers[marker].note < number { marker += 1 }
            if marker < series.markers.upperBound, markers[marker].note == number { found[index] = marker }
        }
        return true
    }
}
