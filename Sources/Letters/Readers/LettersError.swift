/// Why a file could not be read as a letter.
public enum LettersError: Error, Equatable, Sendable {
    case missing(path: String)
    case unreadable(path: String, reason: String)
    case notAFile(path: String)
    case tooLarge(path: String, bytes: Int, limit: Int)
    case notText(path: String)
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
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path) is not there. Check the path."
        case .unreadable(let path, let reason):
            "\(path) cannot be read: \(reason). Check its permissions, then try again."
        case .notAFile(let path):
            "\(path) is no regular file. Name a file with a letter, or a folder of them."
        case .tooLarge(let path, let bytes, let limit):
            "\(path) has \(bytes) bytes, more than the limit of \(limit). Raise it with --max-file, or leave the file out."
        case .notText(let path):
            "\(path) is no text: it holds NUL bytes. Extract its text first, for example with pdftotext."
        case .unsupportedFormat(let path, let format):
            "\(path) is \(format), which is not read. Extract its text first, and name the text file."
        case .refusedMarkup(let path, let line, let reason):
            "\(path):\(line) is not read: \(reason). Take that part out if the file is from a source that you trust."
        case .errorPage(let path, let line, let title):
            "\(path):\(line) is the error page of a web site (\(title)) and no letter. Fetch the letter again."
        case .unreadablePDF(let path, let reason):
            "\(path) is a PDF that cannot be read: \(reason). Name a file with its text instead."
        case .programMissing(let path, let program):
            "\(path) is a PDF, and \(program) is not installed. Install it with: apt install poppler-utils"
        case .metadataAlone(let path):
            "\(path) holds metadata and no letter. It is read with the letter beside it: name that."
        }
    }
}
