internal import Glibc

/// The right to write to an index, or to what holds one: a lock on one file, which the kernel takes back when its holder ends in any way.
///
/// The file holds the process and the time at which it took the lock, for the message that a second writer gets.
/// It is never removed: two writers that lock two files of one name would both think they are alone.
package struct WriterLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock at once, or throws `.locked`; never waits.
    package init(path: String, index: String) throws(IndexError) {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .fileSystem(operation: "open", path: path, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.holder(descriptor)
            close(descriptor)
            guard code == EWOULDBLOCK else { throw .fileSystem(operation: "lock", path: path, code: code) }
            throw .locked(path: index, byProcess: holder.process, since: holder.since)
        }
        self.descriptor = descriptor
        // Only a message depends on these bytes, so a failure to write them is no failure to lock.
        let text = Array("\(getpid()) \(time(nil))\n".utf8)
        ftruncate(descriptor, 0)
        unsafe text.withUnsafeBytes { bytes in _ = unsafe pwrite(descriptor, bytes.baseAddress, bytes.count, 0) }
    }

    deinit { close(descriptor) }

    /// What the lock file says; zeros when its holder has not written it yet.
    private static func holder(_ descriptor: Int32) -> (process: Int32, since: UInt64) {
        var bytes = [UInt8](repeating: 0, count: 64)
        // pread writes at most the array's own count.
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
        let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split { $0.isWhitespace }
        guard words.count == 2, let process = Int32(words[0]), let since = UInt64(words[1]) else { return (0, 0) }
        return (process, since)
    }
}
