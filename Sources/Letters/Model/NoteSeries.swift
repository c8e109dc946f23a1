/// Notes and markers that are numbered together: those of a letter, or of one of its annexes.
///
/// Most letters have one series. A new one begins where a 1 follows a higher number, in markers and notes alike (or one
/// of the two lists is empty); behind a single note, where an annex stands between. Where a series of notes is lost, an annex above its first marker must show that numbering
/// starts again: a stray 1 in only one of the lists is a defect of the one series, not a new one.
public struct NoteSeries: Hashable, Sendable {
    /// Indices in `Letter.markers`.
    public var markers: Range<Int>
    /// Indices in `Letter.footnotes`.
    public var notes: Range<Int>

    public init(markers: Range<Int>, notes: Range<Int>) {
        self.markers = markers
        self.notes = notes
    }
}

extension Letter {
    /// In the order of the text; empty for a letter without notes and markers. Linear in both.
    public var noteSeries: [NoteSeries] {
        let markers = Self.runs(self.markers.map(\.note)) { annexStands(between: $0 - 1, and: $0) }
        let hasSingles = zip(markers, markers.dropFirst()).contains { above, _ in
            self.markers[above.upperBound - 1].note == 1
        }
        let notes = Self.runs(footnotes.map(\.number)) { _ in hasSingles }
        if markers.count == notes.count || markers.isEmpty || notes.isEmpty {
            return (0..<max(markers.count, notes.count)).map { index in
                NoteSeries(
                    markers: index < markers.count ? markers[index] : 0..<0,
                    notes: index < notes.count ? notes[index] : 0..<0)
            }
        }
        if notes.count < markers.count, startInAnnexes(markers) { return paired(markers, notes) }
        return [NoteSeries(markers: self.markers.indices, notes: footnotes.indices)]
    }

    /// Stretches of numbers, each but the first of which begins with a 1 behind a higher number, or behind another 1 where
    /// numbering may begin anew there.
    private static func runs(_ numbers: [Int], mayBegin: (Int) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        var highest = 0
        for (index, number) in numbers.enumerated() {
            if number == 1, highest > 1 || highest == 1 && mayBegin(index) {
                runs.append(start..<index)
                start = index
                highest = 1
            }
            highest = max(highest, number)
        }
        if start < numbers.count { runs.append(start..<numbers.count) }
        return runs
    }

    // MARK: - Series whose notes are lost

    /// Whether the heading of an annex stands before each series of markers but the first.
    private func startInAnnexes(_ runs: [Range<Int>]) -> Bool {
        zip(runs, runs.dropFirst()).allSatisfy { annexStands(between: $0.upperBound - 1, and: $1.lowerBound) }
    }

    private func annexStands(between one: Int, and other: Int) -> Bool {
        let (first, last) = (markers[one].anchor.section + 1, markers[other].anchor.section)
        guard first <= last, sections.indices.contains(last) else { return false }
        return sections[first...last].contains(where: \.isAnnex)
    }

    /// Gives each series of notes, in order, to the series of markers that ends most nearly at the same number.
    private func paired(_ markers: [Range<Int>], _ notes: [Range<Int>]) -> [NoteSeries] {
        var series = markers.map { NoteSeries(markers: $0, notes: 0..<0) }
        var next = 0
        for (index, run) in notes.enumerated() {
            let last = min(markers.count - notes.count + index, next + Self.mostLostSeries)
            guard next <= last, let number = footnotes[run].last?.number else { break }
            let nearest = (next...last).min { distance(markers[$0], number) < distance(markers[$1], number) }
            guard let nearest else { break }
            series[nearest].notes = run
            next = nearest + 1
        }
        return series
    }

    /// Series in a row that are looked at as the one whose notes are there.
    private static let mostLostSeries = 16

    private func distance(_ run: Range<Int>, _ number: Int) -> Int {
        abs((markers[run].last?.note ?? 0) - number)
    }
}

extension Section {
    /// Whether its heading is that of an annex: `Bijlage 1: Overzicht`.
    var isAnnex: Bool {
        let title = (label.map { Array("\($0) ".utf8) } ?? []) + (heading?.bytes ?? [])
        return AnnexLine.matches(title, title.indices)
    }
}
