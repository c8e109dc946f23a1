import References

/// What an official publication says by its elements of the paper that it is.
extension XMLReader {
    /// Questions to the government have a registry number of their own in place of dossier and number: `2023Z12345`.
    struct QuestionNumber {
        var text: String
        var place: Place
    }

    /// What the element's own text names; nil where no questions have the number.
    var statedIdentity: StatedFacts? {
        guard let number = questionNumber else { return nil }
        let chamber = isOfEersteKamer ? "ek" : "tk"
        guard let id = PaperID("kv-\(chamber)-\(number.text)"), id.kind != nil else { return nil }
        var facts = StatedFacts(source: .head, place: number.place)
        facts.id = id
        facts.kind = "schriftelijke vragen"
        return facts
    }

    /// Takes over what a line of the head that has been read says.
    mutating func endHeadLine(from start: Int) {
        if writer.text(from: start).trimming(" ").hasPrefix("Eerste Kamer") { isOfEersteKamer = true }
    }

    mutating func endQuestionNumber(from start: Int, at place: Place) {
        if questionNumber == nil {
            questionNumber = QuestionNumber(text: writer.text(from: start).trimming(" "), place: place)
        }
    }

    // MARK: - What the format does not know

    var unknownElements: [Diagnostic] {
        unknown.sorted { $0.value.first.byte < $1.value.first.byte }.map { name, found in
            let times = found.count == 1 ? "once" : "\(found.count) times"
            return Diagnostic(
                kind: .unknownElement, place: found.first,
                detail: "the element \(document.names[name]) is not known and stands here \(times); its text is kept")
        }
    }
}
