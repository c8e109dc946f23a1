/// Why a file could not be read as a letter.
public enum LettersError: Error, Equatable, Sendable {
    case missing(path: String)
    case unreadable(path: String, reason: String)
    case notAFile(path: String)
    case tooLarge(path: String, bytes: Int, limit: Int)
    case notText(path: String)
    /// Nothing but white space.
    case empty(path: String)
    case unsupportedFormat(path: String, format: String)
    /// Markup with entities of its own, or too broken to be told from an attack: nothing of it is read.
    case refusedMarkup(path: String, line: Int, reason: String)
    /// A page that a web site shows in place of a letter.
    case errorPage(path: String, line: Int, title: String)
    case unreadablePDF(path: String, reason: String)
    /// A program that this format needs is not installed.
    case programMissing(path: String, program: String)
    /// Metadata of a letter, which are read beside it.
    case metadataAlone(path: String)
}

extension LettersError: CustomStringConvertible {
    public var description: String { sentence(about: line.map { "\(path):\($0)" } ?? path) }

    /// What is wrong and what to do, of a file that is called so.
    func sentence(about file: String) -> String {
        switch self {
        case .missing:
            "\(file) is not there. Check the path."
        case .unreadable(_, let reason):
            "\(file) cannot be read: \(reason). Check its permissions, then try again."
        case .notAFile:
            "\(file) is no regular file. Name a file with a letter, or a folder of them."
        case .tooLarge(_, let bytes, let limit):
            "\(file) has \(bytes) bytes, more than the limit of \(limit). Raise it with --max-file, or leave the file out."
        case .notText:
            "\(file) is no text: it holds NUL bytes. Extract its text first, for example with pdftotext."
        case .empty:
            "\(file) is empty. Get the letter again, or leave the file out."
        case .unsupportedFormat(_, let format):
            "\(file) is \(format), which is not read. Extract its text first, and name the text file."
        case .refusedMarkup(_, _, let reason):
            "\(file) is not read: \(reason). Take that part out if the file is from a source that you trust."
        case .errorPage(_, _, let title):
            "\(file) is the error page of a web site (\(title)) and no letter. Fetch the letter again."
        case .unreadablePDF(_, let reason):
            "\(file) is a PDF that cannot be read: \(reason). Name a file with its text instead."
        case .programMissing(_, let program):
            "\(file) is a PDF, and \(program) is not installed. Install it with: apt install poppler-utils"
        case .metadataAlone:
            "\(file) holds metadata and no letter. It is read with the letter beside it: name that."
        }
    }

    var path: String {
        switch self {
        case .missing(let path), .unreadable(let path, _), .notAFile(let path), .tooLarge(let path, _, _),
            .notText(let path), .unsupportedFormat(let path, _), .refusedMarkup(let path, _, _),
            .errorPage(let path, _, _), .unreadablePDF(let path, _), .programMissing(let path, _),
            .metadataAlone(let path), .empty(let path):
            path
        }
    }

    /// Where in the file the reason stands, from 1; nil for one that concerns it as a whole.
    var line: Int? {
        switch self {
        case .refusedMarkup(_, let line, _), .errorPage(_, let line, _): line
        default: nil
        }
    }
}
