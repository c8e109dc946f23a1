/// Why text cannot be analysed on this machine.
public enum AnalysisError: Error, Equatable {
    /// A system library lacks something it is asked for.
    case unavailable(library: String, what: String)
}

extension AnalysisError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unavailable(let library, let what):
            "The system's \(library) has no \(what). Install the complete package of \(library)."
        }
    }
}
