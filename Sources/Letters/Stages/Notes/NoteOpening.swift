/// The first note of a zone, and what it tells of the zone.
///
/// A number at the start of a line opens a zone only where it continues the sequence, or starts it again for an annex,
/// and where the text above holds a marker with it (or the zone is a page's short tail): dates, amounts, headings, lists
/// and notes under tables fail one or the other.
struct NoteOpening {
    var start: NoteStart
    /// Where numbering starts again with this zone.
    var annex: Int?
    /// Lines in which the markers of its notes stand.
    var markerLines: Range<Int>
    /// First line behind what the zone can reach: the end of the page, an annex, or the text of a further page whose
    /// beginning nothing shows.
    var end: Int
    /// Whether the notes belong to the text of more than their page.
    var isEndnotes = false
    /// Line of a heading such as `Noten` above them.
    var heading: Int?
    /// Which starts its further notes have: those of a list, or numbers alone on their lines.
    var shape = Shape.plain

    enum Shape {
        case plain, list, alone
    }

    static func at(_ line: Int, _ context: NoteContext, _ progress: NoteProgress) -> NoteOpening? {
        let finder = NoteOpeningFinder(context: context, progress: progress)
        if context.headings.contains(line) { return finder.headed(line) }
        return (context.standsApart(line) ? finder.plain(line) : finder.tight(line)) ?? finder.alone(line)
    }

    /// The notes of a page right behind the rest of a note from the page before.
    static func behindContinuation(_ line: Int, _ context: NoteContext, _ progress: NoteProgress) -> NoteOpening? {
        let finder = NoteOpeningFinder(context: context, progress: progress)
        guard let start = context.start(line), let opening = finder.numbered(start), opening.annex == nil else {
            return nil
        }
        return finder.endsPage(opening) ? opening : nil
    }
}

private struct NoteOpeningFinder {
    let context: NoteContext
    let progress: NoteProgress

    /// Lines that a zone without a marker may have at most before its page ends.
    private static let shortTail = 12
    /// The highest number with which the notes of an annex may begin, where those before are lost.
    private static let highestFirst = 3

    func plain(_ line: Int) -> NoteOpening? {
        guard let start = context.start(line), var opening = numbered(start) else { return nil }
        if context.hasPages { opening.end = textBehind(opening) ?? opening.end }
        guard standsLikeNotes(opening) else { return nil }
        opening.isEndnotes = isFarFromMarkers(opening)
        return opening
    }

    /// The notes of a page that no blank line parts from the text: the next number, with its marker on the page, a
    /// capital, and nothing but notes behind it.
    func tight(_ line: Int) -> NoteOpening? {
        guard context.hasPages, let start = context.start(line), let first = start.text.first,
            !context.bytes[first].isLowerASCII, let opening = numbered(start), opening.annex == nil, isNext(opening),
            hasMarker(opening), !isFarFromMarkers(opening), !context.hasEqual(line, before: context.reach(of: line)),
            endsPage(opening), context.pageEnd(of: line) - line <= Self.shortTail * 2
        else { return nil }
        return opening
    }

    /// Notes whose numbers stand alone on their lines, as cells of tables do too: the next number, one over
    /// the next or at the foot of the page, and nothing but notes behind it.
    func alone(_ line: Int) -> NoteOpening? {
        guard let start = context.startAlone(line), var opening = numbered(start),
            // A letter of one page shows it by the printer's marks at its foot, which part number and text.
            context.hasPages || start.textLine > line + 2,
            isNext(opening) && hasMarker(opening) && endsPage(opening) || context.opensBlock(line) && isAtEnd(opening),
            !context.isUnderTable(line),
            !context.hasEqual(line, before: opening.end),
            // Without its marker, which may stand apart from its word, only at the foot of a page, or over the next note.
            context.pageEnd(of: line) - line
                <= (hasMarker(opening) || isOverNext(start) ? Self.shortTail * 4 : Self.shortTail)
        else { return nil }
        opening.isEndnotes = isFarFromMarkers(opening)
        opening.shape = .alone
        return opening
    }

    /// Whether notes without a marker end the page: a marker may stand alone on its line too, but not behind a gap.
    private func isAtEnd(_ opening: NoteOpening) -> Bool {
        isNext(opening) && endsPage(opening)
            || (isOverNext(opening.start) || isAtFoot(opening)) && isAboveNotesOnly(opening.start.line)
    }

    /// Lines that the last note of a page takes, with the gaps around it; and notes before it that may be lost.
    private static let foot = 6
    private static let mostLost = 3

    private func isAtFoot(_ opening: NoteOpening) -> Bool {
        opening.annex == nil && context.pageEnd(of: opening.start.line) - opening.start.line <= Self.foot
            && opening.start.number - progress.lastNumber <= Self.mostLost + 1
    }

    private func isAboveNotesOnly(_ line: Int) -> Bool {
        context.foreignLines(in: line..<context.reach(of: line)) == 0
    }

    /// Whether the next number stands alone on a line below on the page.
    private func isOverNext(_ start: NoteStart) -> Bool {
        (start.textLine + 1..<max(start.textLine + 1, context.pageEnd(of: start.line))).prefix(Self.shortTail).contains
        {
            context.isText($0) && context.startAlone($0)?.number == start.number + 1
        }
    }

    /// The notes under a heading such as `Noten`.
    func headed(_ heading: Int) -> NoteOpening? {
        guard
            let start = NotesHeading.firstStart(context.bytes, context.lines, context.roles, behind: heading),
            var opening = numbered(start), hasMarker(opening) || isNext(opening) && hasNextMarker(opening),
            // Notes under a table may have a heading too.
            !context.isUnderTable(heading) || endsPage(opening)
        else { return nil }
        opening.isEndnotes = true
        opening.shape = .list
        opening.heading = heading
        return opening
    }

    /// Whether a number continues the sequence, or starts it again for an annex above.
    func numbered(_ start: NoteStart) -> NoteOpening? {
        let last = progress.lastNumber
        if start.number > last, start.number - last <= NoteSequence.widestGap {
            // What begins a page may be the rest of endnotes, whose markers are anywhere above.
            let goesOn = start.number == last + 1 && context.pageStarts.contains(start.line)
            let first = goesOn ? progress.seriesFirst : progress.markersFrom
            return NoteOpening(
                start: start, markerLines: min(first, start.line)..<start.line, end: context.reach(of: start.line))
        }
        guard start.number <= Self.highestFirst, progress.seriesFirst < start.line,
            let annex = context.annexes.within(progress.seriesFirst + 1..<start.line).last,
            context.markers.contains(start.number, in: annex..<start.line)
        else { return nil }
        return NoteOpening(
            start: start, annex: annex, markerLines: annex..<start.line, end: context.reach(of: start.line))
    }

    func hasMarker(_ opening: NoteOpening) -> Bool {
        context.markers.contains(opening.start.number, in: opening.markerLines)
    }

    private func hasNextMarker(_ opening: NoteOpening) -> Bool {
        context.markers.contains(opening.start.number + 1, in: opening.markerLines)
    }

    /// Whether its number is the next, or the first of an annex.
    func isNext(_ opening: NoteOpening) -> Bool {
        opening.start.number == (opening.annex == nil ? progress.lastNumber : 0) + 1
    }

    private func standsLikeNotes(_ opening: NoteOpening) -> Bool {
        let line = opening.start.line
        if context.isTitle(line) || !context.hasPages && context.isAboveHeadedNotes(line) { return false }
        let reach = context.reach(of: line)
        if context.pageStarts.contains(line), !isPageOfNotes(opening) { return false }
        if context.isFollowedByItsEqual(line, before: reach) { return false }
        guard context.hasPages else {
            return hasMarker(opening) && (isNext(opening) || isList(opening) || opensLikeTitle(opening.start))
        }
        if context.foreignLines(in: line..<reach) > 0, context.isUnderTable(line) { return false }
        if context.foreignLines(in: line..<opening.end) * 2 > opening.end - line { return false }
        if opening.end < reach { return hasMarker(opening) && !isAnnounced(line) }
        return hasMarker(opening) || opening.annex == nil && endsPage(opening)
    }

    /// Lines in which text behind a zone is looked for.
    private static let longestSearch = 200

    /// The first line of text behind the notes, if it is not a note's further paragraph: no further note follows whose
    /// marker stands above the zone.
    private func textBehind(_ opening: NoteOpening) -> Int? {
        var text: Int?
        var line = opening.start.line + 1
        var highest = opening.start.number
        while line < min(opening.end, opening.start.line + Self.longestSearch) {
            if context.isText(line) {
                if let start = context.start(line), start.number > highest {
                    let isOfZone = context.markers.contains(start.number, in: opening.markerLines)
                    if let text, !isOfZone, context.markers.contains(start.number, in: text..<line) { return text }
                    if isOfZone || text == nil && start.number == highest + 1 {
                        highest = start.number
                        text = nil
                    }
                } else if text == nil, context.opensBlock(line), let above = context.textAbove(line),
                    context.opensText(line, after: above)
                {
                    text = line
                }
            }
            line += 1
        }
        return text
    }

    /// Whether the text above announces a list.
    private func isAnnounced(_ line: Int) -> Bool {
        guard let above = context.textAbove(line), let last = context.lines[above].content.last else { return false }
        return context.bytes[last] == UInt8(ascii: ":")
    }

    /// Whether nothing but notes follows to the end of the page, which is near unless the note has a marker.
    func endsPage(_ opening: NoteOpening) -> Bool {
        let line = opening.start.line
        let end = context.reach(of: line)
        guard isAboveNotesOnly(line) else { return false }
        if hasMarker(opening) { return true }
        // Its own marker may be lost, or be no marker at first sight (`935.32`), where the next note has one.
        return end - line <= Self.shortTail && (isNext(opening) || hasNextMarker(opening) && isList(opening))
    }

    /// Whether a note opens with a capital, as paragraphs that begin with a number of something do not.
    private func opensLikeTitle(_ start: NoteStart) -> Bool {
        start.text.first.map { context.bytes[$0].isUpperASCII } ?? false
    }

    /// Whether the next number follows in the same block.
    private func isList(_ opening: NoteOpening) -> Bool {
        let first = opening.start.line + 1
        for line in first..<first + Self.shortTail {
            guard context.isText(line) else { return false }
            if let next = context.start(line) { return next.number == opening.start.number + 1 }
        }
        return false
    }

    /// Whether a page that begins with a note holds only notes: endnotes, or those of a page whose first ones are lost.
    private func isPageOfNotes(_ opening: NoteOpening) -> Bool {
        let line = opening.start.line
        if let end = progress.endnotesEnd, isNext(opening), context.textLines(in: end..<max(end, line)) == 0 {
            return true
        }
        guard hasMarker(opening) else { return false }
        let end = context.pageEnd(of: line)
        if context.isFurniture(end), end - line <= Self.shortTail * 3 { return true }
        guard context.foreignLines(in: line..<context.reach(of: line)) == 0, isNext(opening) else { return false }
        // Text that runs on over the page's end may begin with a number.
        guard let above = context.lastText(above: line) else { return true }
        return context.endsSentence(above) || !context.isFull(above)
    }

    /// Whether the marker stands on an earlier page: then these are the notes of more than their page.
    private func isFarFromMarkers(_ opening: NoteOpening) -> Bool {
        let line = opening.start.line
        if !context.hasPages { return true }
        if let end = progress.endnotesEnd, context.textLines(in: end..<max(end, line)) == 0 { return true }
        return hasMarker(opening)
            && !context.markers.contains(opening.start.number, in: context.pageFirst(of: line)..<line)
    }
}
