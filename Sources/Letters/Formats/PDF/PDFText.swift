/// The words of a PDF with their boxes, as `pdftotext -bbox-layout` of poppler-utils gives them.
enum PDFText {
    private static let command = ["pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-"]

    /// - Parameters:
    ///   - command: another program, for tests.
    /// - Throws: `LettersError` where the program is not there, fails, or passes a limit.
    static func extract(
        path: String, command: [String] = PDFText.command, limits: ChildProcess.Limits = .init()
    ) throws(LettersError) -> [UInt8] {
        let outcome = ChildProcess(limits: limits).run(command, input: path)
        switch outcome.end {
        case .exit(0): return outcome.output
        case .exit(127): throw .programMissing(path: path, program: command[0])
        case .exit(let status): throw .unreadablePDF(path: path, reason: reason(outcome.errors, status: status))
        case .signal(let number):
            throw .unreadablePDF(path: path, reason: "\(command[0]) was ended by signal \(number)")
        case .tooSlow:
            throw .unreadablePDF(path: path, reason: "\(command[0]) took more than \(limits.seconds) seconds")
        case .tooMuchOutput:
            throw .unreadablePDF(path: path, reason: "\(command[0]) wrote more than \(limits.output >> 20) MiB")
        case .failed(let reason): throw .unreadablePDF(path: path, reason: reason)
        }
    }

    /// - Throws: `LettersError`, also for a PDF without any text.
    static func boxes(path: String) throws(LettersError) -> [UInt8] {
        let output = try extract(path: path)
        guard output.first(Array("<word xMin=".utf8), in: 0..<output.count) != nil else {
            throw .unreadablePDF(path: path, reason: "it holds pictures and no text")
        }
        return output
    }

    private static func reason(_ errors: String, status: Int32) -> String {
        if errors.contains("Incorrect password") { return "it is encrypted and needs a password" }
        let last = errors.split(whereSeparator: \.isNewline).last.map(String.init)
        return last ?? "pdftotext ended with status \(status)"
    }
}
