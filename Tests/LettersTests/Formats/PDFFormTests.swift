import References
import TestSupport
import Testing

@testable import Letters

/// Single forms of printed pages, given as pdftotext gives their boxes.
@Suite struct PDFFormTests {
    /// A line: where it begins, from the left and from above, and its words. What stands behind `^` in a word is raised.
    private struct Printed {
        var left: Double
        var top: Double
        var text: String
        var size = 10.0

        init(_ left: Double, _ top: Double, _ text: String, size: Double = 10) {
            (self.left, self.top, self.text, self.size) = (left, top, text, size)
        }

        /// Letters are half as wide as they are high.
        var boxes: String {
            var output = ""
            var right = left
            func word(_ text: Substring, _ height: Double) {
                let end = right + height / 2 * Double(text.count)
                output +=
                    "<word xMin=\"\(right)\" yMin=\"\(top)\" xMax=\"\(end)\" yMax=\"\(top + height)\">\(text)</word>\n"
                right = end
            }
            for whole in text.split(separator: " ") {
                let parts = whole.split(separator: "^", omittingEmptySubsequences: false)
                if !parts[0].isEmpty { word(parts[0], size) }
                for raised in parts.dropFirst() { word(raised, size * 0.6) }
                right += size / 2
            }
            let box = "xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(right)\" yMax=\"\(top + size)\""
            return "<block \(box)>\n<line \(box)>\n\(output)</line>\n</block>\n"
        }
    }

    private func letter(_ pages: [Printed]...) -> Letter {
        let output = pages.map { page in
            "<page width=\"595\" height=\"842\">\n\(page.map(\.boxes).joined())</page>\n"
        }.joined()
        return LetterParser().parse(
            SourceText(path: "a.pdf", bytes: [], format: .pdf, companions: [], boxes: Array(output.utf8)))
    }

    private func text(_ top: Double, _ words: String = "De minister informeert de Kamer over de scholen in het land.")
        -> Printed
    {
        Printed(100, top, words)
    }

    @Test func numbersOfPagesOutOfAllAreNoText() {
        let letter = letter(
            [text(200), Printed(500, 800, "1/3")], [text(200), Printed(500, 800, "2/3")],
            [text(200), Printed(500, 800, "3/3")])
        #expect(!FormLetters.outline(letter).joined().contains("/3"))
    }

    @Test func aLineOfANoteThatLooksLikeADateIsNoHead() {
        let letter = letter([
            text(200, "De minister schrijft^1 aan de Kamer over de scholen in het land."),
            Printed(100, 700, "1 Brief van de Minister van Justitie aan de Voorzitter van de Kamer,", size: 8),
            Printed(100, 710, "'s-Gravenhage, 12 mei 2020, zie ook Kamerstuk 31 497, nr. 1.", size: 8),
        ])
        #expect(letter.head.date == nil)
        #expect(
            FormLetters.notes(letter) == [
                "1 Brief van de Minister van Justitie aan de Voorzitter van de Kamer, 's-Gravenhage, 12 mei 2020, zie ook "
                    + "Kamerstuk 31 497, nr. 1."
            ])
    }

    @Test func severalRaisedNumbersAreSeveralMarkers() {
        let letter = letter([
            text(200, "De minister schrijft^1,2 aan de Kamer over de scholen in het land."),
            Printed(100, 700, "1 Kamerstuk 31 497, nr. 1.", size: 8),
            Printed(100, 710, "2 Kamerstuk 31 497, nr. 2.", size: 8),
        ])
        #expect(FormLetters.markers(letter) == ["1 schrijft", "2 schrijft"])
        #expect(FormLetters.outline(letter).first?.contains("schrijft aan de Kamer") == true)
    }

    @Test func notesOfAnAnnexBeginAnewBehindASingleNote() {
        let letter = letter(
            [
                text(200, "De minister schrijft^1 aan de Kamer over de scholen in het land."),
                Printed(100, 700, "1 Kamerstuk 31 497, nr. 1.", size: 8),
            ],
            [
                Printed(100, 100, "Bijlage 1 Overzicht van de toezeggingen", size: 14),
                text(200, "De toezegging^1 is gedaan in het debat over de scholen."),
                Printed(100, 700, "1 Kamerstuk 31 497, nr. 2.", size: 8),
            ])
        #expect(FormLetters.notes(letter) == ["1 Kamerstuk 31 497, nr. 1.", "1 Kamerstuk 31 497, nr. 2."])
        #expect(FormLetters.markers(letter) == ["1 schrijft", "1 toezegging"])
        #expect(letter.noteSeries.count == 2)
    }

    @Test func rowsOfFullLinesAreATableWithoutACaption() {
        let rows = [
            ("Gemeente met haar omgeving", "Uitgaven in het jaar 2021 in euro"),
            ("Amsterdam met de Zaanstreek", "1.200.000, waarvan de helft"),
            ("Rotterdam en de Drechtsteden", "900.000, waarvan een deel is betaald"),
            ("Utrecht met de Vechtstreek", "800.000, waarvan niets is betaald"),
        ]
        let cells = rows.enumerated().flatMap { index, row in
            [Printed(100, 300 + 14 * Double(index), row.0), Printed(330, 300 + 14 * Double(index), row.1)]
        }
        let letter = letter([text(200)] + cells + [text(500)])
        #expect(letter.sections.flatMap(\.blocks).first { $0.kind == .table }?.rows == rows.map { [$0.0, $0.1] })
    }
}
