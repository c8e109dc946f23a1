import ArgumentParser
import Integrity
import JSONText

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "The rules of verify: level, meaning, example, remedy.")

    @Argument(help: "One rule.") var rule: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let rules = try rule.map { [try Rules.rule($0)] } ?? Rules.all
        output.print(
            whole: .object([("rules", .array(rules.map(Self.json)))]), records: rules.map(Self.json),
            rows: rules.map { [$0.id, $0.level.rawValue, $0.title] }, human: rules.map(human).joined(separator: "\n"))
    }

    private static func json(_ rule: Rule) -> JSONValue {
        .object([
            ("id", .string(rule.id)), ("level", .string(rule.level.rawValue)), ("title", .string(rule.title)),
            ("meaning", .string(rule.meaning)), ("example", .string(rule.example)), ("remedy", .string(rule.remedy)),
        ])
    }

    private func human(_ rule: Rule) -> String {
        """
        \(output.style.strong(rule.id)) (\(rule.level.rawValue)): \(rule.title)
          \(rule.meaning)
          Example: \(rule.example)
          Remedy:  \(rule.remedy)

        """
    }
}
