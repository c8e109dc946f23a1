internal import Letters

/// The runs of a `PlacedText` as bytes: the columns named `runs` and `heading_runs`.
///
/// ```
/// runs    = count run{count}
/// run     = textOffset byte line column page         five signed varints, see VarintWriter
/// ```
///
/// `textOffset`, `line` and `page` are differences to the run before; `column` stands as it is. `byte` is the difference
/// to where the run before would have gone on by itself, so that it counts the source bytes that were dropped between
/// the two. The first run is taken against zeros. Most runs take five to seven bytes.
enum RunsCodec {
    static func encode(_ runs: [PlacedText.Run]) -> [UInt8] {
        var writer = VarintWriter()
        writer.append(UInt64(runs.count))
        var last = PlacedText.Run(textOffset: 0, place: Place(byte: 0, line: 0, column: 0, page: 0))
        for run in runs {
            // Wrapping, so that any run comes back, also one that no parser would make.
            let advance = run.textOffset &- last.textOffset
            writer.append(signed: advance)
            writer.append(signed: run.place.byte &- last.place.byte &- advance)
            writer.append(signed: run.place.line &- last.place.line)
            writer.append(signed: run.place.column)
            writer.append(signed: run.place.page &- last.place.page)
            last = run
        }
        return writer.bytes
    }

    /// The text with its runs, which must be such that every place of the text can be asked for.
    static func decode(_ bytes: [UInt8], text: String) throws(RowDamage) -> PlacedText {
        var reader = VarintReader(bytes)
        // A run takes at least five bytes: a damaged count cannot ask for more memory than the column has.
        guard let count = reader.next(), count <= UInt64(reader.bytesLeft / 5) else {
            throw RowDamage("runs with an impossible count")
        }
        var runs: [PlacedText.Run] = []
        runs.reserveCapacity(Int(count))
        var last = PlacedText.Run(textOffset: 0, place: Place(byte: 0, line: 0, column: 0, page: 0))
        for _ in 0..<count {
            guard let advance = reader.nextSigned(), let byte = reader.nextSigned(), let line = reader.nextSigned(),
                let column = reader.nextSigned(), let page = reader.nextSigned()
            else { throw RowDamage("runs that break off") }
            let place = Place(
                byte: last.place.byte &+ byte &+ advance, line: last.place.line &+ line, column: column,
                page: last.place.page &+ page)
            last = PlacedText.Run(textOffset: last.textOffset &+ advance, place: place)
            runs.append(last)
        }
        guard reader.isAtEnd else { throw RowDamage("bytes behind the last run") }
        if let problem = problem(of: runs, in: text) { throw RowDamage(problem) }
        return PlacedText(text: text, runs: runs)
    }

    /// What keeps these runs from being a map of this text; nil if nothing does.
    static func problem(of runs: [PlacedText.Run], in text: String) -> String? {
        if !text.isEmpty, runs.first?.textOffset != 0 { return "a text without a run at its start" }
        var last = 0
        for run in runs {
            if run.textOffset < last { return "runs out of order" }
            last = run.textOffset
        }
        return last > text.utf8.count ? "a run behind the end of its text" : nil
    }
}
