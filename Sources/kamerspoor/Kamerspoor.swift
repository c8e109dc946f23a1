import ArgumentParser
import Integrity

#if canImport(Glibc)
    import Glibc
#endif

struct Kamerspoor: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "kamerspoor",
        abstract: "Reads, searches and checks Dutch parliamentary letters, and follows their references.",
        discussion: """
            First:  kamerspoor index PATH
            Then:   kamerspoor search WORDS

            Exit codes: 0 done; 1 nothing found, or findings; 2 wrong usage; 3 missing, unreadable or corrupt input or \
            index; 4 a fault of the program.
            """,
        version: version,
        subcommands: [
            IndexCommand.self, SearchCommand.self, ShowCommand.self, TraceCommand.self, CitesCommand.self,
            CitedByCommand.self, GraphCommand.self, VerifyCommand.self, RulesCommand.self, ParseCommand.self,
            ExtractCommand.self, ListCommand.self, CheckCommand.self, RebuildCommand.self,
        ])
}

@main
enum Main {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            var command = try Kamerspoor.parseAsRoot(arguments)
            try command.run()
        } catch let error as Silent {
            exit(error.status.rawValue)
        } catch {
            exit(report(error, arguments).rawValue)
        }
    }

    /// Prints what went wrong, or the help that was asked for.
    private static func report(_ error: any Error, _ arguments: [String]) -> ExitStatus {
        let code = Kamerspoor.exitCode(for: error)
        if code == .success {
            Console.print(Kamerspoor.fullMessage(for: error))
            return .done
        }
        guard code == .validationFailure, !(error is Failure) else {
            let failure = Failure(error)
            Console.note(failure.message)
            return failure.status
        }
        if let hint = unknownCommand(arguments) {
            Console.note(hint)
        } else {
            Console.note(Kamerspoor.fullMessage(for: error).replacing("Error: ", with: "", maxReplacements: 1))
        }
        return .usage
    }

    /// What is said of a first word that is no command.
    private static func unknownCommand(_ arguments: [String]) -> String? {
        let names = Kamerspoor.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let word = arguments.first, !word.hasPrefix("-"), !names.contains(word) else { return nil }
        let hint = nearest(to: word, among: names).map { "Did you mean \($0)?" }
        return "'\(word)' is no command. \(hint ?? "See them with: kamerspoor help")"
    }
}
