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
        for series in noteSeries {
            var first: [Int: Int] = [:]
            for index in series.markers.reversed() { first[markers[index].note] = index }
            for index in series.notes { found[index] = first[footnotes[index].number] }
        }
        return found
    }
}
