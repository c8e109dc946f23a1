/// Finds the spots in the texts of a letter where the markers hang that its format shows.
enum KnownMarkers {
    /// - Parameter blocks: those of the texts, in their order.
    static func found(
        _ markers: [KnownMarker], _ texts: [AssembledText], _ blocks: [LineBlock], _ lines: [LineTable.Line]
    ) -> [MarkerReader.Found] {
        var holders = [Int?](repeating: nil, count: lines.count)
        for (text, block) in blocks.enumerated() { for line in block.lines { holders[line] = text } }
        var line = 0
        return markers.map { marker in
            while line + 1 < lines.count, lines[line + 1].start <= marker.byte { line += 1 }
            guard line < lines.count, let text = holders[line] else {
                return MarkerReader.Found(note: marker.note, text: nil, offset: 0, place: marker.place, before: "")
            }
            let offset = texts[text].offset(ofByte: marker.byte)
            return MarkerReader.Found(
                note: marker.note, text: text, offset: offset, place: marker.place,
                before: MarkerReader.carrier(texts[text].bytes, end: offset))
        }
    }
}
