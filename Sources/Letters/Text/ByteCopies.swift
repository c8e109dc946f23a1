/// Stretches of a source that are copied at once.
extension [UInt8] {
    /// Adds the bytes of a text, to nothing yet, of which each run is a stretch of a source, with a space behind it where the
    /// next begins later.
    ///
    /// - Parameters:
    ///   - count: bytes of the text; each run ends where the next begins, or here.
    ///   - end: where in the source the stretch of a run ends, at most.
    @inline(__always)
    mutating func append(
        copying source: Span<UInt8>, _ runs: [PlacedText.Run], count: Int, end: (PlacedText.Run) -> Int
    ) {
        // Each stretch is tested to lie in the source and, with the space, to fill the room up to the next run, so that all
        // that is counted is written; the two do not overlap, since the new array belongs to nobody else.
        append(addingCapacity: count) { room in
            unsafe room.withUnsafeMutableBufferPointer { to, written in
                unsafe source.withUnsafeBufferPointer { from in
                    guard let room = to.baseAddress, let start = from.baseAddress else { return }
                    for index in runs.indices {
                        let next = index + 1 < runs.count ? runs[index + 1].textOffset : count
                        let first = runs[index].place.byte
                        let length = Swift.min(next - written, end(runs[index]) - first)
                        precondition(
                            runs[index].textOffset == written && next <= count && next - written - length <= 1
                                && length >= 0
                                && first >= 0 && first + length <= from.count, "runs fill their text")
                        unsafe (room + written).initialize(from: start + first, count: length)
                        if written + length < next { unsafe (room + (next - 1)).initialize(to: .space) }
                        written = next
                    }
                }
            }
        }
    }

    /// Adds some bytes of a source, behind a space if there is something before them and they ask for one.
    @inline(__always)
    mutating func append(copying source: Span<UInt8>, _ range: Range<Int>, behindSpace: Bool = false) {
        let part = source.extracting(range)
        let blanks = behindSpace && !isEmpty ? 1 : 0
        append(addingCapacity: part.count + blanks) { room in
            if blanks > 0 { room.append(.space) }
            // The room has as many bytes more as the part, all of which are written; the two do not overlap, since the
            // array that is written to belongs to nobody else.
            unsafe room.withUnsafeMutableBufferPointer { to, written in
                unsafe part.withUnsafeBufferPointer { from in
                    if let start = to.baseAddress, let first = from.baseAddress {
                        unsafe (start + written).initialize(from: first, count: from.count)
                    }
                }
                written += part.count
            }
        }
    }
}
