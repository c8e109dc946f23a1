import Foundation
import TestSupport
import Testing

/// Every line that the README shows is typed, and what it shows is what comes.
///
/// In its answers a line `…` stands for any number of lines, and `…` at the end of a line for the rest of the line.
@Suite struct ReadmeTests {
    private struct Step {
        var command: String
        var answer: [String]
    }

    private func steps() throws -> [Step] {
        let text = String(decoding: try Fixture.bytes("README.md"), as: UTF8.self)
        var steps: [Step] = []
        var isConsole = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isConsole = line == "```console"
            } else if isConsole, line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2)), answer: []))
            } else if isConsole {
                steps[steps.count - 1].answer.append(String(line))
            }
        }
        return steps
    }

    /// Whether lines are as the README has them.
    private func matches(_ lines: ArraySlice<String>, _ answer: ArraySlice<String>) -> Bool {
        guard let wanted = answer.first else { return lines.isEmpty }
        if wanted == "…" {
            return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], answer.dropFirst()) }
        }
        guard let line = lines.first else { return false }
        let fits = wanted.hasSuffix("…") ? line.hasPrefix(wanted.dropLast()) : line == wanted
        return fits && matches(lines.dropFirst(), answer.dropFirst())
    }

    @Test func everyLineOfTheReadmeAnswersAsShown() throws {
        // As `scripts/run`, the line above them all, leaves it.
        let bench = try Workbench.withSeeds()
        var status: Int32 = 0
        let steps = try steps()
        #expect(steps.count >= 8)
        for step in steps where !step.command.hasPrefix("export ") {
            let outcome = try bench.shell(
                "(exit \(status)); \(step.command) 2>&1", environment: ["KAMERSPOOR_FORMAT": "human"])
            status = outcome.status ?? -1
            let lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            #expect(matches(lines.dropLast()[...], step.answer[...]), "\(step.command)\n\(outcome.text)")
        }
    }
}
