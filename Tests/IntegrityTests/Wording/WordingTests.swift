import Testing

@testable import Integrity

@Suite struct WordingTests {
    @Test(arguments: [
        ([], ""), ([4], "4"), ([1, 2], "1 and 2"), ([1, 2, 3], "1–3"), ([1, 2, 4], "1, 2 and 4"),
        ([1, 42, 43, 44], "1 and 42–44"), ([Int.max - 1, Int.max], "\(Int.max - 1) and \(Int.max)"),
    ])
    func numbersAreListedAsAPersonWould(numbers: [Int], text: String) {
        #expect(listed(numbers) == text)
    }

    @Test(arguments: [
        ("a", "“a”"), (" a \n\u{A0} b ", "“a b”"), ("\u{1B}[31m", "“\u{FFFD}[31m”"), ("a\u{202E}b", "“a\u{FFFD}b”"),
        (String(repeating: "a", count: 61), "“\(String(repeating: "a", count: 60))…”"),
    ])
    func quotationsStayOnOneLineAndShort(text: String, quotation: String) {
        #expect(quoted(text) == quotation)
    }

    @Test(arguments: [("a b c d", "“a b c d”"), ("a b c d e", "“… b c d e”")])
    func quotationsOfAnEndHaveItsLastWords(text: String, quotation: String) {
        #expect(quotedEnd(of: text) == quotation)
    }
}
