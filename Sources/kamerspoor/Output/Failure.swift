import Catalog
import Corpus
import Integrity
import Letters
import SearchIndex

/// The exit codes of the command; scripts depend on them.
enum ExitStatus: Int32 {
    case done = 0
    /// Nothing found, or findings at or above the level that fails.
    case nothingFound = 1
    /// Wrong usage or configuration.
    case usage = 2
    /// Missing, unreadable or corrupt input or index.
    case badInput = 3
    /// A fault of the program.
    case fault = 4
}

/// An error as the user sees it: what is wrong, and the exit code.
struct Failure: Error {
    var status: ExitStatus
    var message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    /// The failure that any error of the libraries means.
    init(_ error: any Error) {
        switch error {
        case let error as Failure: self = error
        case let error as CorpusError: self.init(Self.status(error), error.description)
        case let error as LettersError: self.init(.badInput, error.description)
        case let error as CatalogError: self.init(Self.status(error), error.description)
        case let error as IndexError: self.init(.badInput, error.description)
        case let error as IntegrityError: self.init(Self.status(error), error.description)
        default: self.init(.fault, "an error that should not be: \(error). Please report it.")
        }
    }

    private static func status(_ error: CorpusError) -> ExitStatus {
        switch error {
        case .noCorpus, .noLetters, .cannotMake: .badInput
        case .noSuchLetter, .noSuchNote: .nothingFound
        case .optionNeedsOneFile: .usage
        }
    }

    private static func status(_ error: CatalogError) -> ExitStatus {
        if case .inconsistent = error { .fault } else { .badInput }
    }

    private static func status(_ error: IntegrityError) -> ExitStatus {
        switch error {
        case .unknownRule, .unknownLevel, .malformedAssignment: .usage
        default: .badInput
        }
    }
}
