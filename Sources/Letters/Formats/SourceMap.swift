/// The way from a text that was written down anew to the file that it was taken from.
///
/// As in `PlacedText`, a list of runs in ascending order, in each of which text and file are equal scalar by scalar.
struct SourceMap: Sendable {
    private(set) var runs: [PlacedText.Run] = []

    /// Bytes that a run has at most, so that finding a place takes bounded time.
    static let longestRun = 1_024

    mutating func append(_ run: PlacedText.Run) { runs.append(run) }

    /// Some runs of another text that was added behind this one, each further on by an offset.
    mutating func append(_ other: SourceMap, _ part: Range<Int>, at offset: Int) {
        for index in part {
            let run = other.runs[index]
            runs.append(PlacedText.Run(textOffset: run.textOffset + offset, place: run.place))
        }
    }

    /// Index of the run that holds a byte of the text; nil before the first.
    private func run(at byte: Int) -> Int? {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].textOffset <= byte { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }

    /// Where a place of the text stands in the file. The page stays; the start stays the start, which stands for nowhere.
    func place(of place: Place, in bytes: [UInt8]) -> Place {
        guard place != .start, let index = run(at: place.byte) else { return place }
        return self.place(of: place.byte, in: runs[index], bytes, page: place.page)
    }

    /// Where a byte of the text stands in the file, with its page; nil before the first run.
    func place(at byte: Int, in bytes: [UInt8]) -> Place? {
        run(at: byte).map { place(of: byte, in: runs[$0], bytes, page: runs[$0].place.page) }
    }

    private func place(of byte: Int, in run: PlacedText.Run, _ bytes: [UInt8], page: Int) -> Place {
        var place = run.place
        place.page = page
        for index in run.textOffset..<min(byte, bytes.count) {
            place.byte += 1
            if bytes[index] & 0xC0 != 0x80 { place.column += 1 }
        }
        return place
    }

    /// Runs that most texts have more in the file than in the text: around markers, links and letters of another kind.
    private static let usualParts = 4

    /// A text whose runs lead to the file. A run that holds several stretches of the file is parted between them.
    func text(_ text: PlacedText, in bytes: [UInt8]) -> PlacedText {
        var placed: [PlacedText.Run] = []
        placed.reserveCapacity(text.runs.count + Self.usualParts)
        for (number, run) in text.runs.enumerated() {
            let end = number + 1 < text.runs.count ? text.runs[number + 1].textOffset : text.bytes.count
            guard var index = self.run(at: run.place.byte) else { continue }
            let first = run.place.byte
            placed.append(
                PlacedText.Run(
                    textOffset: run.textOffset, place: place(of: first, in: runs[index], bytes, page: run.place.page)))
            while index + 1 < runs.count, runs[index + 1].textOffset - first < end - run.textOffset {
                index += 1
                guard runs[index].textOffset > first else { continue }
                var place = runs[index].place
                place.page = run.place.page
                placed.append(
                    PlacedText.Run(textOffset: run.textOffset + runs[index].textOffset - first, place: place))
            }
        }
        return PlacedText(bytes: text.bytes, runs: placed.first?.textOffset == 0 ? placed : text.runs)
    }
}

extension Letter {
    /// Leads all places into the file, but those of markers where the format has given them.
    mutating func relocate(through map: SourceMap, _ bytes: [UInt8], markers areInText: Bool) {
        func moved(_ text: PlacedText) -> PlacedText { map.text(text, in: bytes) }
        func moved(_ place: Place) -> Place { map.place(of: place, in: bytes) }
        for index in sections.indices {
            sections[index].heading = sections[index].heading.map(moved)
            for block in sections[index].blocks.indices {
                sections[index].blocks[block].text = moved(sections[index].blocks[block].text)
            }
        }
        for index in footnotes.indices {
            footnotes[index].text = moved(footnotes[index].text)
            footnotes[index].place = moved(footnotes[index].place)
        }
        if areInText { for index in markers.indices { markers[index].place = moved(markers[index].place) } }
        for index in mentions.indices { mentions[index].place = moved(mentions[index].place) }
        for index in statuses.indices { statuses[index].place = moved(statuses[index].place) }
        for index in datedLetters.indices { datedLetters[index].place = moved(datedLetters[index].place) }
        for index in abbreviations.indices { abbreviations[index].place = moved(abbreviations[index].place) }
        for index in diagnostics.indices { diagnostics[index].place = moved(diagnostics[index].place) }
        for index in identity.selfMentions.indices {
            identity.selfMentions[index].place = moved(identity.selfMentions[index].place)
        }
        for index in head.dossiers.indices { head.dossiers[index].place = moved(head.dossiers[index].place) }
        for index in head.annexes.indices { head.annexes[index].place = moved(head.annexes[index].place) }
        for index in head.origins.indices { head.origins[index].place = moved(head.origins[index].place) }
        mentions.sort { $0.place.byte < $1.place.byte }
    }
}
