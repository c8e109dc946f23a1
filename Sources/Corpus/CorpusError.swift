public import References

/// Why something could not be done with a corpus.
public enum CorpusError: Error, Equatable {
    case noCorpus(path: String)
    case noLetters(paths: [String])
    case noSuchLetter(id: PaperID, citedBy: Int)
    case noSuchNote(number: Int, id: PaperID, highest: Int)
    case cannotMake(path: String, reason: String)
    case optionNeedsOneFile(files: Int)
}

extension CorpusError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noCorpus(let path):
            "no corpus in \(path). Make one with: kamerspoor index PATH"
        case .noLetters(let paths):
            "no letters in \(paths.joined(separator: ", ")): there is no file that ends in .txt. "
                + "Name a folder with letters, or the files themselves."
        case .noSuchLetter(let id, let citedBy):
            citedBy == 0
                ? "\(id) is not in the corpus. See what is there with: kamerspoor list"
                : "\(id) is not in the corpus, but \(citedBy) of its letters cite\(citedBy == 1 ? "s" : "") it. "
                    + "See where with: kamerspoor cited-by \(id)"
        case .noSuchNote(let number, let id, let highest):
            highest == 0
                ? "\(id) has no notes. Read it with: kamerspoor show \(id)"
                : "\(id) has no note \(number); its notes run to \(highest). List them with: kamerspoor trace \(id)"
        case .cannotMake(let path, let reason):
            "\(path) cannot be made: \(reason). Name another folder with --corpus DIR."
        case .optionNeedsOneFile(let files):
            "--id, --date and --title are for a single file, but \(files) were named. Index that file by itself."
        }
    }
}
