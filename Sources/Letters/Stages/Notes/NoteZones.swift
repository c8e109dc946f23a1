/// Finds the bodies of the notes: at the ends of pages, at the end of the letter or of an annex, and on web pages.
///
/// Where a zone of notes begins, `NoteOpening` tells; which of its lines open notes, `NoteSequence`. From there to the
/// end of the page, or to where text plainly begins, everything is notes, but for captions that drifted there.
struct NoteZones {
    struct Note {
        var number: Int
        /// Line with the number.
        var line: Int
        /// Line where its text begins, which on a web page is the next.
        var textLine: Int
        /// What stands on that line, without the number.
        var firstRange: Range<Int>
        /// Further lines of the note.
        var rest: [Int] = []
        /// Whether nothing but the end of the page follows.
        var isLastOnPage = false

        var lastLine: Int { rest.last ?? textLine }
    }

    private(set) var notes: [Note] = []
    /// One at least; a further one for each annex in which numbering starts again.
    private(set) var series = [NoteSeriesBodies(firstLine: 0)]
    private(set) var roles: [LineRole]
    let context: NoteContext
    private var progress = NoteProgress()

    init(bytes: [UInt8], lines: [LineTable.Line], furniture: PageFurniture, roles: [LineRole], fullWidth: Int) {
        let web = WebNotes(bytes: bytes, lines: lines, roles: roles)
        self.roles = web.roles
        context = NoteContext(
            bytes: bytes, lines: lines, furniture: furniture, roles: web.roles, fullWidth: fullWidth)
        for note in web.notes { addWeb(note) }
        findZones()
        if notes.isEmpty { takeBracketNotes() }
    }

    /// Whether the notes, and so the markers, have a bracket behind their numbers: `1)`.
    private(set) var areInBrackets = false

    private mutating func takeBracketNotes() {
        for note in BracketNotes(context: context, roles: roles).notes() {
            areInBrackets = true
            for line in [note.line] + note.rest { roles[line] = .note }
            add(note, markerLines: 0..<(notes.first?.line ?? note.line))
        }
    }

    /// Notes of a web page stand at its end, so their numbers tell where a series ends.
    private mutating func addWeb(_ note: Note) {
        if note.number == 1, let annex = annexToRestart(after: progress.lastNumber, markersBefore: note.line) {
            startSeries(at: annex)
        }
        add(note, markerLines: progress.seriesFirst..<note.line)
    }

    private mutating func findZones() {
        var end = 0
        for line in context.openings where line >= end && roles[line] == .body {
            if context.mayOpenNotes(line), let opening = NoteOpening.at(line, context, progress) {
                end = take(opening)
            } else if context.opensBlock(line), let last = takeContinuation(at: line) {
                end = last
            }
        }
    }

    // MARK: - Series

    private mutating func add(_ note: Note, markerLines: Range<Int>) {
        notes.append(note)
        series[series.count - 1].markerLines[note.number] = markerLines
        progress.lastNumber = note.number
    }

    private mutating func startSeries(at annex: Int) {
        series.append(NoteSeriesBodies(firstLine: annex))
        progress.lastNumber = 0
        progress.seriesFirst = annex
    }

    /// Annexes that are looked at for the one in which numbering starts again.
    private static let mostAnnexes = 8

    /// The first annex of the series' text that has a marker 1 while the series' last marker stands above it.
    private func annexToRestart(after last: Int, markersBefore end: Int) -> Int? {
        guard last > 0 else { return nil }
        let first = progress.seriesFirst
        return context.annexes.within(min(first + 1, end)..<end).prefix(Self.mostAnnexes).first {
            context.markers.contains(1, in: $0..<end) && context.markers.contains(last, in: first..<$0)
        }
    }

    // MARK: - What a zone holds

    private mutating func take(_ opening: NoteOpening) -> Int {
        if let heading = opening.heading { roles[heading] = .note }
        if let annex = opening.annex { startSeries(at: annex) }
        let limit =
            context.hasPages
            ? min(opening.end, opening.start.line + Self.longestZone) : plainEnd(opening)
        let end = takeParts(opening, starts(opening, before: limit), before: limit)
        if !opening.isEndnotes { progress.markersFrom = end }
        progress.endnotesEnd = opening.isEndnotes ? end : nil
        return end
    }

    /// Lines of the longest zone on a page: what is looked through for further notes stays bounded where text follows.
    private static let longestZone = 2_000

    private func starts(_ opening: NoteOpening, before limit: Int) -> [NoteStart] {
        var starts: [NoteStart] = []
        starts.reserveCapacity(Self.usualNotes)
        starts.append(opening.start)
        var line = opening.start.textLine + 1
        while line < limit {
            if roles[line] == .body, let start = start(line, opening.shape) {
                starts.append(start)
                line = start.textLine
            }
            line += 1
        }
        return starts
    }

    /// Notes of a zone that there is room for at once.
    private static let usualNotes = 8

    private func start(_ line: Int, _ shape: NoteOpening.Shape) -> NoteStart? {
        switch shape {
        case .plain: context.start(line)
        case .list: context.start(line, inList: true)
        case .alone: context.startAlone(line)
        }
    }

    /// Takes the notes of a zone, series by series: endnotes of the letter and of its annexes may stand together.
    private mutating func takeParts(_ opening: NoteOpening, _ starts: [NoteStart], before limit: Int) -> Int {
        guard opening.isEndnotes else { return takePart(starts, opening.markerLines, before: limit, of: opening) }
        var markerLines = opening.markerLines
        let markersEnd = markerLines.upperBound
        var part: [NoteStart] = []
        var highest = progress.lastNumber
        for start in starts {
            if start.number == 1, highest > 0, !part.isEmpty, endsNote(above: start.line),
                let annex = annexToRestart(after: highest, markersBefore: markersEnd)
            {
                takePart(part, markerLines.lowerBound..<annex, before: start.line, of: opening)
                startSeries(at: annex)
                markerLines = annex..<markersEnd
                part = []
                highest = 0
            }
            part.append(start)
            // A number that leaps is more likely the beginning of a line than a note.
            if start.number > highest, part.count == 1 || start.number - highest <= 3 { highest = start.number }
        }
        return takePart(part, markerLines, before: limit, of: opening)
    }

    private func endsNote(above line: Int) -> Bool {
        guard let above = context.textAbove(line) else { return true }
        return context.endsSentence(above) || !context.isFull(above)
    }

    /// Takes notes of one series and returns the line behind them.
    @discardableResult
    private mutating func takePart(
        _ starts: [NoteStart], _ markerLines: Range<Int>, before limit: Int, of opening: NoteOpening
    ) -> Int {
        let chosen = NoteSequence(context: context, markerLines: markerLines).choose(starts)
        guard var line = chosen.first?.line else { return limit }
        var next = 0
        var isBehindCaption = false
        while line < limit {
            if next < chosen.count, chosen[next].line == line {
                let start = chosen[next]
                roles[line] = .note
                roles[start.textLine] = .note
                add(
                    Note(number: start.number, line: line, textLine: start.textLine, firstRange: start.text),
                    markerLines: markerLines)
                next += 1
                isBehindCaption = false
                line = start.textLine + 1
            } else if roles[line] != .body {
                line += 1
            } else if let end = context.signatures.end(of: line), end <= limit {
                line = end
            } else if opensCaption(line) {
                line = blockEnd(line, before: next < chosen.count ? chosen[next].line : limit)
                isBehindCaption = true
            } else if isBehindCaption, !continuesNote(line) {
                line += 1
            } else if next == chosen.count, context.opensBlock(line), isTextBehindNotes(line) {
                return line
            } else {
                roles[line] = .note
                notes[notes.count - 1].rest.append(line)
                line += 1
            }
        }
        notes[notes.count - 1].isLastOnPage = limit < roles.count && limit == context.pageEnd(of: limit - 1)
        return limit
    }

    /// A caption that drifted into the notes: behind a blank line, or behind the end of a sentence.
    private func opensCaption(_ line: Int) -> Bool {
        guard Caption.opens(context.bytes, context.lines[line].content) else { return false }
        return context.opensBlock(line) || context.endsSentence(line - 1)
    }

    private func blockEnd(_ line: Int, before limit: Int) -> Int {
        var end = line + 1
        while end < limit, roles[end] == .body { end += 1 }
        return end
    }

    private func continuesNote(_ line: Int) -> Bool {
        guard let note = notes.last else { return false }
        return context.goesOn(line, from: note.lastLine)
    }

    private func isTextBehindNotes(_ line: Int) -> Bool {
        guard let note = notes.last else { return false }
        return context.opensText(line, after: note.lastLine)
    }

    /// Lines that a further paragraph of a note may have, where no page tells the end of the notes.
    private static let longestParagraph = 8

    /// Without pages: the first line behind a zone that is no note and does not go on from one.
    private func plainEnd(_ opening: NoteOpening) -> Int {
        let limit = context.reach(of: opening.start.line)
        var number = opening.start.number
        var above = opening.start.line
        var line = above + 1
        while line < limit {
            if roles[line] == .body {
                if let start = start(line, opening.shape),
                    start.number == number + 1 || start.number == 1 && opening.isEndnotes
                {
                    number = start.number
                } else if context.opensBlock(line), !context.goesOn(line, from: above),
                    !isFollowedBy(number + 1, line, limit, opening)
                {
                    return line
                }
                above = line
            }
            line += 1
        }
        return limit
    }

    /// Whether the next note begins a few lines behind a paragraph, which then belongs to the note above.
    private func isFollowedBy(_ number: Int, _ line: Int, _ limit: Int, _ opening: NoteOpening) -> Bool {
        guard opening.isEndnotes else { return false }
        return (line..<min(limit, line + Self.longestParagraph)).contains {
            context.isText($0) && start($0, opening.shape)?.number == number
        }
    }

    // MARK: - Notes that go on on the next page

    /// Takes the rest of a note that broke off at the end of the page before, which stands above this page's notes or
    /// at its end, without a number. Returns the line behind it.
    ///
    /// - Parameter line: opens a block.
    private mutating func takeContinuation(at line: Int) -> Int? {
        guard let last = notes.indices.last, notes[last].isLastOnPage, !context.pageStarts.contains(line),
            NoteContinuation.mayBegin(line, behind: notes[last].lastLine, context),
            let end = NoteContinuation(context).end(of: line, after: notes[last], progress)
        else { return nil }
        for index in line..<end where roles[index] == .body {
            roles[index] = .note
            notes[last].rest.append(index)
        }
        notes[last].isLastOnPage = false
        guard end < roles.count, roles[end] == .body,
            let opening = NoteOpening.behindContinuation(end, context, progress)
        else { return end }
        return take(opening)
    }
}

/// How far the notes of a letter have been found.
struct NoteProgress {
    /// The highest number of the series so far.
    var lastNumber = 0
    /// Line from which on the text of the series stands.
    var seriesFirst = 0
    /// First line in which markers of further notes may stand: the text of earlier pages has its notes.
    var markersFrom = 0
    /// Line behind the last zone, if that was one of endnotes.
    var endnotesEnd: Int?
}
