import Foundation
import JSONText
import Testing

@Suite struct JSONValueTests {
    private let sample = JSONValue.object([
        ("b", .int(1)), ("a", .array([.null, .bool(true), .double(0.5), .string("é")])), ("leeg", .array([])),
    ])

    @Test func keysKeepTheirOrder() {
        #expect(sample.compact == #"{"b": 1, "a": [null, true, 0.5, "é"], "leeg": []}"#)
    }

    @Test func whatLiesDeeperThanAskedStandsOnOneLine() {
        #expect(sample.pretty(depth: 1) == "{\n  \"b\": 1,\n  \"a\": [null, true, 0.5, \"é\"],\n  \"leeg\": []\n}")
    }

    @Test func anyStringReadsBackAsItself() throws {
        let hostile = (0...0x2030).compactMap(Unicode.Scalar.init).map(String.init).joined() + "\"\\\u{1F600}"
        for text in [JSONValue.string(hostile).compact, JSONValue.array([.string(hostile)]).pretty()] {
            let value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
            #expect((value as? String ?? (value as? [String])?.first) == hostile)
        }
    }

    @Test func noControlCharacterIsPrintedRaw() {
        let text = JSONValue.string("\u{1B}[2J\u{0}\u{9B}\u{2028}\u{202E}").compact
        #expect(text == #""\u001b[2J\u0000\u009b\u2028\u202e""#)
    }

    @Test func numbersThatJSONDoesNotHaveAreNull() {
        #expect(JSONValue.double(.infinity).compact == "null")
        #expect(JSONValue.int(nil).compact == "null")
        #expect(JSONValue.string(nil).compact == "null")
    }
}
