import Testing

@testable import kamerspoor_bench

@Suite("Lines of a corpus")
struct LetterLineTests {
    private func letter(_ line: String) -> [String]? {
        var letter = LetterLine()
        guard letter.read(Array(line.utf8)[...]) else { return nil }
        return [String(decoding: letter.id, as: UTF8.self), String(decoding: letter.text, as: UTF8.self)]
    }

    @Test(
        "strings are unescaped",
        arguments: [
            (#"{"id": "kst-1-2", "text": "één\n\ttwee"}"#, ["kst-1-2", "één\n\ttwee"]),
            (#"{"id":"a","text":""}"#, ["a", ""]),
            (#"{"id": "\"\\\/", "text": "\b\f\r"}"#, [#""\/"#, "\u{8}\u{C}\r"]),
            (#"{"id": "\u00e9", "text": "\ud83d\ude00!"}"#, ["é", "😀!"]),
        ])
    func strings(line: String, expected: [String]) { #expect(letter(line) == expected) }

    @Test(
        "other lines are refused",
        arguments: [
            "", "{}", #"{"id": "a"}"#, #"{"text": "b", "id": "a"}"#, #"{"id": "a", "text": "b"#,
            #"{"id": "a", "text": "\"#, #"{"id": "a", "text": "\u12"}"#, #"{"id": "a", "text": "\ud83d"}"#,
        ])
    func refused(line: String) { #expect(letter(line) == nil) }
}
