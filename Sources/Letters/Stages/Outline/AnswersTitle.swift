/// The title over the questions and answers that a ministry sends as an annex: `Antwoorden van de minister van … op Kamervragen
/// van het lid …`. It may be long and end in a full stop.
enum AnswersTitle {
    private static let openings = [
        "Antwoorden van de minister", "Antwoorden van de staatssecretaris", "Beantwoording van de vragen",
        "Beantwoording Kamervragen", "Beantwoording vragen",
    ].map { Array($0.utf8) }
    private static let questions = ["vragen van ", "vragen gesteld "].map { Array($0.utf8) }
    private static let longest = 600

    static func matches(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first == UInt8(ascii: "A") || first == UInt8(ascii: "B"), bytes.count <= longest,
            openings.contains(where: { bytes.matches($0, at: 0, end: bytes.count) })
        else { return false }
        return questions.contains { bytes.first($0, in: bytes.indices) != nil }
    }
}
