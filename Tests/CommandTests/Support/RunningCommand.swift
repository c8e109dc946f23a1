import Foundation
import TestSupport

#if canImport(Glibc)
    import Glibc
#endif

/// The built command at work. Its output goes to files, so that no amount of it can make the command wait.
///
/// Started by `posix_spawn`: Foundation's `Process` leaves its files open after each run, and with some thousand files
/// open its reading of `/proc/self/fd` copies past the end of a buffer and crashes the tests.
final class RunningCommand {
    /// Lies beside the program that runs the tests.
    static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "kamerspoor")

    let id: pid_t
    private let outputFile: URL
    private let errorFile: URL
    /// As `waitpid` gave it; nil until the end was seen.
    private var end: Int32?
    /// Keeps the folder of the files until the outcome is read.
    private let bench: Workbench

    /// - Parameters:
    ///   - input: standard input; nothing when nil.
    ///   - folder: the working directory.
    ///   - scratch: where output and input lie as files, in the folders of `bench`.
    init(
        _ program: URL, _ arguments: [String], input: String?, environment: [String: String], folder: URL, scratch: URL,
        bench: Workbench
    ) throws {
        self.bench = bench
        let name = UUID().uuidString
        outputFile = scratch.appending(path: "\(name).out")
        errorFile = scratch.appending(path: "\(name).err")
        var inputPath = "/dev/null"
        if let input {
            let file = scratch.appending(path: "\(name).in")
            try Data(input.utf8).write(to: file)
            inputPath = file.path
        }
        id = try spawn(
            [program.path] + arguments, environment: environment.map { "\($0.key)=\($0.value)" }, folder: folder.path,
            input: inputPath, output: outputFile.path, errors: errorFile.path)
    }

    deinit {
        guard isRunning else { return }
        send(SIGKILL)
        awaitEnd()
    }

    var isRunning: Bool {
        guard end == nil else { return false }
        var status: Int32 = 0
        if unsafe waitpid(id, &status, WNOHANG) == id { end = status }
        return end == nil
    }

    func send(_ signal: Int32) { if end == nil { kill(id, signal) } }

    /// Waits until a condition holds or the command has ended, and says whether the condition holds.
    func wait(until condition: () -> Bool) -> Bool {
        while isRunning {
            if condition() { return true }
            sched_yield()
        }
        return condition()
    }

    /// Waits for the end.
    func outcome() throws -> Outcome {
        let end = awaitEnd()
        // The low seven bits hold the signal, the byte above them the exit code (wait(2)).
        let signal = end & 0x7F
        return Outcome(
            status: signal == 0 ? (end >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
            output: try Data(contentsOf: outputFile),
            errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
    }

    @discardableResult
    private func awaitEnd() -> Int32 {
        if let end { return end }
        var status: Int32 = 0
        while unsafe waitpid(id, &status, 0) != id, errno == EINTR {}
        end = status
        return status
    }
}

/// Starts a program whose three standard streams are files.
private func spawn(
    _ arguments: [String], environment: [String], folder: String, input: String, output: String, errors: String
) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let create = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, create, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, create, 0o600)
    // The command starts with the signals as a shell would give them, whatever the tests' own process ignores.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    // posix_spawn's own change of folder is a GNU extension that Swift does not see; env(1) becomes the program.
    let line = ["/usr/bin/env", "-C", folder] + arguments
    // The copies of the strings live until the call below returns, which is all that posix_spawn asks.
    let argumentCopies = unsafe line.map { unsafe strdup($0) } + [nil]
    let environmentCopies = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (argumentCopies + environmentCopies).forEach { unsafe free($0) } }
    var id: pid_t = 0
    let code = unsafe posix_spawn(&id, line[0], &actions, &attributes, argumentCopies, environmentCopies)
    return try (code == 0 ? id : nil).orThrow(
        "a start of \(arguments[0]): \(String(describing: POSIXErrorCode(rawValue: code)))")
}
