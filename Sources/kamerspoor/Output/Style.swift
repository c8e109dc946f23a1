import FoundationEssentials

/// How text is set off on a terminal. In a pipe, and where the user asks for no colour, nothing is added.
struct Style {
    enum Choice: String, CaseIterable {
        case auto, always, never
    }

    private let isOn: Bool

    init(_ choice: Choice = .auto) {
        let refuses = !(ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
        isOn =
            switch choice {
            case .always: true
            case .never: false
            case .auto: Console.isOutputTerminal && !refuses
            }
    }

    func strong(_ text: String) -> String { wrap(text, "1") }
    func faint(_ text: String) -> String { wrap(text, "2") }
    /// A match stands between marks, since colour must not be the only thing that shows it.
    func match(_ text: String) -> String { wrap("[\(text)]", "1;33") }

    private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
