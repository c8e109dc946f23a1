internal import Synchronization

/// A set of small numbers that only grows, shared by threads without a lock.
@safe
final class BlockBitmap: Sendable {
    private let wordCount: Int
    // Safe to share: the words are atomic, and their place is set once.
    nonisolated(unsafe) private let words: UnsafeMutablePointer<Atomic<UInt64>>

    /// An empty set for numbers below `count`.
    init(count: Int) {
        wordCount = (count + 63) / 64
        // Every word is initialised before the pointer can be used.
        unsafe words = .allocate(capacity: wordCount)
        for at in 0..<wordCount { unsafe (words + at).initialize(to: Atomic(0)) }
    }

    deinit {
        unsafe words.deinitialize(count: wordCount)
        unsafe words.deallocate()
    }

    func contains(_ number: Int) -> Bool {
        precondition(number >= 0 && number / 64 < wordCount, "the number is within the set's range")
        // In bounds by the line above. Relaxed is enough: the bit guards bytes that never change.
        return unsafe words[number / 64].load(ordering: .relaxed) & 1 << UInt64(number % 64) != 0
    }

    func insert(_ number: Int) {
        precondition(number >= 0 && number / 64 < wordCount, "the number is within the set's range")
        _ = unsafe words[number / 64].bitwiseOr(1 << UInt64(number % 64), ordering: .relaxed)
    }
}
