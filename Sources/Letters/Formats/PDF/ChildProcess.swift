#if canImport(Glibc)
    import Glibc
#endif

/// Runs one program with limits, and returns what it writes.
///
/// `posix_spawn` stands here because the two other ways do not fit: Foundation's `Process` was seen to leave file
/// descriptors open, and swift-subprocess is asynchronous, while letters are read by plain functions on many threads.
///
/// The child gets a file as its standard input, so that no path can be taken for an option, and a process group of its own,
/// which is killed as a whole. All descriptors made here are closed on every way out, and are marked to be closed in
/// children of other threads.
struct ChildProcess {
    struct Limits {
        /// Seconds on the wall.
        var seconds = 60
        /// Bytes of address space.
        var memory = 1 << 30
        /// Bytes that it may write.
        var output = 256 << 20
    }

    enum End: Equatable {
        case exit(Int32)
        case signal(Int32)
        case tooSlow, tooMuchOutput
        /// It could not be started.
        case failed(String)
    }

    struct Outcome {
        var end: End
        var output: [UInt8]
        /// The beginning of what it wrote to standard error.
        var errors: String
    }

    var limits = Limits()

    private static let mostErrors = 4_096

    /// - Parameter command: the program, looked for on the path, and its arguments.
    func run(_ command: [String], input path: String) -> Outcome {
        // Read end, write end.
        guard let output = Self.pipe(), let errors = Self.pipe() else {
            return Outcome(end: .failed("no file descriptors are left"), output: [], errors: "")
        }
        var child: pid_t = 0
        let status = spawn(command, input: path, output: output.write, errors: errors.write, &child)
        close(output.write)
        close(errors.write)
        defer {
            close(output.read)
            close(errors.read)
        }
        guard status == 0 else {
            return Outcome(end: .failed(unsafe String(cString: strerror(status))), output: [], errors: "")
        }
        var outcome = collect(child, output.read, errors.read)
        let end = wait(for: child)
        if outcome.end == .exit(0) { outcome.end = end }
        return outcome
    }

    /// The shell sets the limits that must hold before the program begins, and then becomes the program.
    private func spawn(
        _ command: [String], input: String, output: Int32, errors: Int32, _ child: inout pid_t
    ) -> Int32 {
        let script = "ulimit -v \(limits.memory / 1_024); ulimit -t \(limits.seconds); ulimit -c 0; exec \"$0\" \"$@\""
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        // Both are initialised before any other use, and destroyed when this returns; all pointers live for their call.
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        let words = unsafe (["/bin/sh", "-c", script] + command).map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        return unsafe posix_spawn(&child, "/bin/sh", &actions, &attributes, words, environ)
    }

    /// Reads both pipes until the child closes them or passes a limit, in which case it is killed.
    private func collect(_ child: pid_t, _ output: Int32, _ errors: Int32) -> Outcome {
        var outcome = Outcome(end: .exit(0), output: [], errors: "")
        var complaint: [UInt8] = []
        var descriptors = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
        ]
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let deadline = Self.now() + limits.seconds * 1_000
        while descriptors.contains(where: { $0.fd >= 0 }) {
            let left = deadline - Self.now()
            guard left > 0 else {
                outcome.end = .tooSlow
                break
            }
            // The array is alive and of that length for the call.
            if unsafe poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: left)) < 0, errno != EINTR { break }
            for index in descriptors.indices where descriptors[index].fd >= 0 && descriptors[index].revents != 0 {
                let count = unsafe read(descriptors[index].fd, &buffer, buffer.count)
                if count <= 0 {
                    if count == 0 || errno != EINTR { descriptors[index].fd = -1 }
                } else if index == 0 {
                    outcome.output += buffer[..<count]
                } else if complaint.count < Self.mostErrors {
                    complaint += buffer[..<count]
                }
            }
            if outcome.output.count > limits.output {
                outcome.end = .tooMuchOutput
                break
            }
        }
        if outcome.end != .exit(0) { kill(-child, SIGKILL) }
        outcome.errors = String(decoding: complaint.prefix(Self.mostErrors), as: UTF8.self)
        return outcome
    }

    /// Waits for the child's end; one that lives on behind its closed pipes is killed when its time is over.
    private func wait(for child: pid_t) -> End {
        var status: Int32 = 0
        let deadline = Self.now() + limits.seconds * 1_000
        while true {
            let ended = unsafe waitpid(child, &status, WNOHANG)
            if ended == child { break }
            if ended < 0, errno != EINTR { return .failed("its end was not seen") }
            if Self.now() > deadline { kill(-child, SIGKILL) }
            // No descriptors: only waits a millisecond.
            _ = poll(nil, 0, 1)
        }
        // As the macros WIFEXITED, WEXITSTATUS and WTERMSIG of <sys/wait.h> have it.
        return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    /// Two ends, closed in children that are started elsewhere.
    private static func pipe() -> (read: Int32, write: Int32)? {
        var ends: [Int32] = [-1, -1]
        // The array has room for the two descriptors.
        guard unsafe Glibc.pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// Milliseconds of a clock that never goes back.
    private static func now() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
    }
}
