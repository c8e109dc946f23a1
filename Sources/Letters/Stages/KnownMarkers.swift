/// Finds the spots in the texts of a letter where the markers hang that its format shows.
enum KnownMarkers {
    /// - Parameter blocks: those of the texts, in their order.
    static func found(
        _ markers: [KnownMarker], _ texts: [AssembledText], _ blocks: [LineBlock], _ lines: [LineTable.Line]
    ) -> [MarkerReader.Found] {
        var text = 0
        return markers.map { marker in
            while text + 1 < blocks.count, let next = blocks[text + 1].lines.first,
                lines[next].content.lowerBound <= marker.byte
            {
                text += 1
            }
            guard text < blocks.count, let first = blocks[text].lines.first, let last = blocks[text].lines.last,
                lines[first].start <= marker.byte, marker.byte <= lines[last].content.upperBound
            else {
                return MarkerReader.Found(note: marker.note, text: nil, offset: 0, place: marker.place, before: "")
            }
            let offset = texts[text].offset(ofByte: marker.byte)
            return MarkerReader.Found(
                note: marker.note, text: text, offset: offset, place: marker.place,
                before: MarkerReader.carrier(texts[text].bytes, end: offset))
        }
    }
}
