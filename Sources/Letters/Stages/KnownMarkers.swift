/// Finds the spots in the texts of a letter where the markers hang that its format shows.
enum KnownMarkers {
    /// - Parameter blocks: those of the texts, in their order.
    static func found(
        _ markers: [KnownMarker], _ texts: [AssembledText], _ blocks: [LineBlock], _ lines: [LineTable.Line]
    ) -> [MarkerReader.Found] {
        var holders = [Int?](repeating: nil, count: lines.count)
        for (text, block) in blocks.enumerated() { for line in block.lines { holders[line] = text } }
        return markers.map { marker in
            guard let line = Self.line(of: marker.byte, lines), let text = holders[line] else {
                return MarkerReader.Found(
                    note: marker.note, text: nil, offset: 0, place: marker.place, before: marker.before ?? "")
            }
            let offset = texts[text].offset(ofByte: marker.byte)
            return MarkerReader.Found(
                note: marker.note, text: text, offset: offset, place: marker.place,
                before: marker.before ?? MarkerReader.carrier(texts[text].bytes, end: offset))
        }
    }

    /// The line that holds a byte. Markers in notes hang on text before that of the marker above them.
    private static func line(of byte: Int, _ lines: [LineTable.Line]) -> Int? {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].start <= byte { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}
