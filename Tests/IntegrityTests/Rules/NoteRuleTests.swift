import Letters
import Testing

@testable import Integrity

@Suite struct CleanLetterTests {
    @Test(arguments: [
        ([], []), ([1], [1]), ([1, 2, 3], [1, 2, 3]),
        // Numbering that starts again in an annex.
        ([1, 2, 3, 1, 2], [1, 2, 3, 1, 2]), ([1, 2, 1, 2, 1, 2], [1, 2, 1, 2, 1, 2]),
    ])
    func notesInOrderGiveNoFinding(markers: [Int], notes: [Int]) {
        #expect(findings(in: .with(markers: markers, notes: notes)) == [])
    }
}

@Suite struct NoteMissingTests {
    @Test func aMarkerWithoutItsNoteIsFoundWhereItStands() {
        #expect(
            findings(in: .with(markers: [1, 2, 3], notes: [1, 3])) == [
                "12:44 error note-missing [2]: Marker 2 after “onderwijs” has no note: add note 2, or remove the marker."
            ])
    }

    @Test func anUnknownWordBeforeTheMarkerIsLeftOut() {
        var letter = Letter.with(markers: [1, 2], notes: [1])
        letter.markers[1].before = ""
        #expect(
            findings(in: letter) == [
                "12:44 error note-missing [2]: Marker 2 has no note: add note 2, or remove the marker."
            ])
    }

    @Test func markersApartFromEachOtherAreFindingsOfTheirOwn() {
        #expect(rules(in: .with(markers: [1, 2, 3, 4], notes: [1, 3])) == ["note-missing [2]", "note-missing [4]"])
    }

    @Test func aMissingNoteOfAnAnnexIsOfThatAnnex() {
        let letter = Letter.with(markers: [1, 2, 3, 1, 2, 3], notes: [1, 2, 3, 1, 3])
        #expect(rules(in: letter) == ["note-missing [2]"])
        #expect(findings(in: letter).first?.hasPrefix("15:44 ") == true)
    }
}

@Suite struct NoteLostInExtractionTests {
    @Test func theLostNotesOfAnAnnexAreNoDuplicates() {
        var letter = Letter.with(markers: [1, 2, 3, 1, 2], notes: [1, 2, 3])
        let heading = PlacedText(text: "Bijlage 1", runs: [PlacedText.Run(textOffset: 0, place: .at(14))])
        letter.sections = [Section(), Section(heading: heading, level: 1)]
        for index in 3..<5 { letter.markers[index].anchor.section = 1 }
        #expect(rules(in: letter) == ["note-lost-in-extraction [1, 2]"])
    }

    @Test func allNotesOfALetterAreOneFinding() {
        #expect(
            findings(in: .with(markers: Array(1...8))) == [
                """
                11:44 warning note-lost-in-extraction [1, 2, 3, 4, 5, 6, 7, 8]: All notes of the letter, 1–8, are lost \
                in extraction, only their markers are there: read the letter anew from its official XML or PDF.
                """
            ])
    }

    @Test func theOnlyNoteOfALetterIsLostTooWhenItIsGone() {
        #expect(
            findings(in: .with(markers: [1])) == [
                """
                11:44 warning note-lost-in-extraction [1]: Note 1, the only one of the letter, is lost in extraction, \
                only its marker is there: read the letter anew from its official XML or PDF.
                """
            ])
    }

    @Test func everyRunIsOneFindingAtItsFirstMarker() {
        let notes = Array(3...41) + [50, 51, 57, 58]
        #expect(
            findings(in: .with(markers: Array(1...58), notes: notes)) == [
                """
                11:44 warning note-lost-in-extraction [1, 2]: Notes 1 and 2 are lost in extraction, only their markers \
                are there: read the letter anew from its official XML or PDF.
                """,
                """
                52:44 warning note-lost-in-extraction \(Array(42...49)): Notes 42–49 are lost in extraction, only their \
                markers are there: read the letter anew from its official XML or PDF.
                """,
                """
                62:44 warning note-lost-in-extraction \(Array(52...56)): Notes 52–56 are lost in extraction, only their \
                markers are there: read the letter anew from its official XML or PDF.
                """,
            ])
    }

    @Test func aNumberThatNothingBearsDoesNotEndARun() {
        #expect(
            rules(in: .with(markers: [1, 2, 4, 5], notes: [1, 5])) == [
                "note-lost-in-extraction [2, 4]", "note-gap [3]",
            ])
    }

    @Test func lostNotesOfTwoSeriesAreTwoFindings() {
        #expect(
            rules(in: .with(markers: [1, 2, 1])) == ["note-lost-in-extraction [1, 2]", "note-lost-in-extraction [1]"])
    }
}

@Suite struct NoteUnusedTests {
    @Test func aNoteWithoutAMarkerIsFoundWhereItStands() {
        #expect(
            findings(in: .with(markers: [1, 3], notes: [1, 2, 3])) == [
                """
                102:1 warning note-unused [2]: Note 2 “Kamerstuk 31 497, nr. 2” has no marker: place the marker, or \
                remove the note.
                """
            ])
    }

    @Test func notesOfALetterWithoutMarkersAreAllUnused() {
        #expect(rules(in: .with(notes: [1, 2])) == ["note-unused [1]", "note-unused [2]"])
    }
}

@Suite struct NoteDuplicateTests {
    @Test func aNoteTwiceIsFoundAtTheSecond() {
        #expect(
            findings(in: .with(markers: [1, 2, 3], notes: [1, 2, 2, 3])) == [
                """
                103:1 error note-duplicate [2]: Note 2 is there already, at line 102: number one of the two anew, or \
                remove it.
                """
            ])
    }

    @Test func aMarkerTwiceIsFoundAtTheSecond() {
        #expect(
            findings(in: .with(markers: [1, 2, 1], notes: [1, 2])) == [
                """
                13:44 error note-duplicate [1]: Marker 1 is there already, at line 11: number one of the two anew, or \
                remove it.
                """
            ])
    }

    @Test func aNumberThreeTimesIsTwoFindings() {
        #expect(rules(in: .with(markers: [1], notes: [1, 1, 1])) == ["note-duplicate [1]", "note-duplicate [1]"])
    }
}

@Suite struct NoteOrderTests {
    @Test func aNoteThatGoesBackwardsIsFound() {
        #expect(
            findings(in: .with(markers: [1, 2, 3, 4], notes: [1, 3, 2, 4])) == [
                """
                103:1 error note-order [2]: Note 2 stands after note 3: number the notes in the order of the text.
                """
            ])
    }

    @Test func aMarkerThatGoesBackwardsIsFound() {
        #expect(
            findings(in: .with(markers: [1, 3, 2, 4], notes: [1, 2, 3, 4])) == [
                """
                13:44 error note-order [2]: Marker 2 stands after marker 3: number the notes in the order of the text.
                """
            ])
    }

    @Test func everyStepDownIsAFindingAndADuplicateIsNone() {
        #expect(rules(in: .with(markers: [3, 2, 1], notes: [1, 2, 3])) == ["note-order [2]", "note-order [1]"])
        #expect(rules(in: .with(markers: [1, 2, 3, 2, 4], notes: [1, 2, 3, 4])) == ["note-duplicate [2]"])
    }
}

@Suite struct NoteGapTests {
    @Test func aNumberThatNothingBearsIsFoundBehindTheGap() {
        #expect(
            findings(in: .with(markers: [1, 2, 4], notes: [1, 2, 4])) == [
                """
                13:44 warning note-gap [3]: Number 3 is skipped: neither a marker nor a note bears it. Look it up in \
                the official publication, or number the notes anew.
                """
            ])
    }

    @Test func aStretchIsOneFinding() {
        #expect(
            findings(in: .with(markers: [3], notes: [3])) == [
                """
                11:44 warning note-gap [1, 2]: Numbers 1 to 2 are skipped: neither markers nor notes bear them. Look \
                them up in the official publication, or number the notes anew.
                """
            ])
    }

    @Test func aNumberThatOnlyANoteOrOnlyAMarkerBearsIsNoGap() {
        #expect(rules(in: .with(markers: [1, 3], notes: [1, 2, 3])) == ["note-unused [2]"])
        #expect(rules(in: .with(markers: [1, 2, 3], notes: [1, 3])) == ["note-missing [2]"])
    }

    @Test(arguments: [Int.max, 1_000_000]) func aStrayNumberDoesNotFillTheReport(stray: Int) {
        #expect(
            rules(in: .with(markers: [1, stray], notes: [1, stray])) == ["note-gap [2, \(stray - 1)]"])
    }

    @Test(arguments: [0, -1, Int.min]) func numbersThatAreNoNoteNumbersMakeNoGap(stray: Int) {
        #expect(rules(in: .with(markers: [stray, 1], notes: [stray, 1])) == [])
    }
}

@Suite struct NoteTruncatedTests {
    @Test func aNoteThatBreaksOffIsFoundWithItsLastWords() {
        var letter = Letter.with(markers: [1, 2], notes: [1, 2], truncated: [2])
        letter.footnotes[1].text = PlacedText(
            text: "Zie de bijlage bij Kamerstuk", runs: [PlacedText.Run(textOffset: 0, place: .at(102))])
        #expect(
            findings(in: letter) == [
                """
                102:1 warning note-truncated [2]: Note 2 breaks off at the end of page 3 after “… de bijlage bij \
                Kamerstuk”: look up the rest in the official publication.
                """
            ])
    }

    @Test func aNoteWithoutAnyTextBreaksOffToo() {
        var letter = Letter.with(markers: [1], notes: [1], truncated: [1])
        letter.footnotes[0].text = PlacedText(text: "", runs: [])
        #expect(
            findings(in: letter) == [
                """
                101:1 warning note-truncated [1]: Note 1 breaks off at the end of page 3: look up the rest in the \
                official publication.
                """
            ])
    }
}

/// Findings as `rule numbers`.
private func rules(in letter: Letter) -> [String] {
    Verifier().verify([letter]).findings.map { "\($0.rule) \($0.numbers)" }
}
