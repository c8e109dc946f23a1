import Foundation
import TestSupport
import Testing

/// Abbreviations as the command shows them.
@Suite struct AbbreviationTests {
    private struct Reply: Decodable {
        struct Abbreviation: Decodable, Equatable {
            var short: String
            var long: String
            var line: Int
            var column: Int
        }

        var abbreviations: [Abbreviation]
    }

    @Test func parseTellsWhatALetterAbbreviatesAndWhere() throws {
        let bench = try Workbench()
        let letter = MadeLetter(number: 7, "Elk samenwerkingsverband (swv) kent de Inspectie (hierna: IvhO).")
        try bench.write(letter, to: "brief.txt")
        let reply = try JSONDecoder().decode(Reply.self, from: bench.run("parse", "brief.txt").output)
        let line = try #require(
            letter.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                $0.hasPrefix("Elk")
            })
        #expect(
            reply.abbreviations.first == .init(short: "swv", long: "samenwerkingsverband", line: line + 1, column: 27))
    }

    @Test func aLetterWithoutAbbreviationsHasAnEmptyList() throws {
        let bench = try Workbench()
        try bench.write(MadeLetter(number: 7, "Elke school telt."), to: "brief.txt")
        #expect(try JSONDecoder().decode(Reply.self, from: bench.run("parse", "brief.txt").output).abbreviations == [])
    }
}
