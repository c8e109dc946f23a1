#if canImport(Glibc)
    import Glibc
#endif

/// Standard output and standard error.
enum Console {
    static let isOutputTerminal = isatty(STDOUT_FILENO) == 1
    static let isErrorTerminal = isatty(STDERR_FILENO) == 1

    /// Data. A line feed is added unless `terminator` says otherwise.
    static func print(_ text: String, terminator: String = "\n") {
        write(Array((text + terminator).utf8), to: STDOUT_FILENO)
    }

    /// Data that is no text of ours.
    static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// Progress, hints, warnings and errors.
    static func note(_ text: String) { raw("kamerspoor: \(printable(text))\n") }

    /// Text of ours on standard error, as it is.
    static func raw(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    /// Text without control characters, which must not reach a terminal raw: a letter could move the cursor, or hide
    /// what it says. Line feeds and tabs stay; others, and the marks that turn the direction of text, become U+FFFD.
    static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { clean.append(isHarmful(scalar) ? "\u{FFFD}" : scalar) }
        return String(clean)
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\t": false
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": true
        // Bidi_Control of UAX #9.
        case "\u{61C}", "\u{200E}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
        default: false
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            // The pointer covers exactly the bytes that are left, for the call alone.
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return fail(descriptor) }
            rest = rest.dropFirst(count)
        }
    }

    /// Ends the command when its data cannot be written: half an answer must not look like a whole one. A reader that
    /// has gone, such as `head`, has ended the process by a signal before this.
    private static func fail(_ descriptor: Int32) {
        guard descriptor == STDOUT_FILENO else { return }
        let reason = unsafe String(cString: strerror(errno))
        note("standard output cannot be written: \(reason). What has been printed is not the whole answer.")
        exit(ExitStatus.badInput.rawValue)
    }
}
