/// Why a file could not be read as a letter.
public enum LettersError: Error, Equatable, Sendable {
    case missing(path: String)
    case unreadable(path: String, reason: String)
    case notAFile(path: String)
    case tooLarge(path: String, bytes: Int, limit: Int)
    case notText(path: String)
    case unsupportedFormat(path: String, format: String)
}

extension LettersError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path) is not there. Check the path."
        case .unreadable(let path, let reason):
            "\(path) cannot be read: \(reason). Check its permissions, then try again."
        case .notAFile(let path):
            "\(path) is no regular file. Name a text file, or a folder of them."
        case .tooLarge(let path, let bytes, let limit):
            "\(path) has \(bytes) bytes, more than the limit of \(limit). Raise it with --max-file, or leave the file out."
        case .notText(let path):
            "\(path) is no text: it holds NUL bytes. Extract its text first, for example with pdftotext."
        case .unsupportedFormat(let path, let format):
            "\(path) is \(format), which is not read yet. Extract its text first, and name the text file."
        }
    }
}
