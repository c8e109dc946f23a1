extension Letter {
    /// Text of the block or heading that an anchor points into; nil if the anchor is not of this letter.
    public func text(at anchor: Anchor) -> PlacedText? {
        guard sections.indices.contains(anchor.section) else { return nil }
        let section = sections[anchor.section]
        guard let block = anchor.block else { return section.heading }
        return section.blocks.indices.contains(block) ? section.blocks[block].text : nil
    }

    /// Markers that point to a note, in the order of the text.
    public func markers(of note: Int) -> [Marker] { markers.filter { $0.note == note } }
}
