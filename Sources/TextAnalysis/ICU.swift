internal import CICU

/// ICU's words of a text: the reference for the fast tokenizer, and its fallback where that cannot know.
///
/// Not for use by two threads at once.
@safe
final class ICUWordBreaker {
    // Made by cicu_word_breaker_open, ended in deinit, and used by nothing else.
    private let breaker: OpaquePointer

    /// A word breaker for Dutch.
    init() throws(AnalysisError) {
        guard let breaker = unsafe cicu_word_breaker_open("nl") else {
            throw .unavailable(library: "ICU", what: "word breaking")
        }
        unsafe self.breaker = breaker
    }

    deinit { unsafe cicu_word_breaker_close(breaker) }

    /// Appends the byte ranges of the words in a part of a text, in order; ranges count from the start of the text.
    func appendWords(of text: Span<UInt8>, in range: Range<Int>, to words: inout [Range<Int>]) {
        unsafe text.extracting(range).withUnsafeBufferPointer { bytes in
            // The bytes stay where they are until this closure ends, and the breaker is not asked again after it.
            guard unsafe cicu_word_breaker_set_text(breaker, bytes.baseAddress, Int64(bytes.count)) else { return }
            var start = 0
            var isWord = false
            while true {
                let end = unsafe Int(cicu_word_breaker_next(breaker, &isWord))
                // Boundaries ascend and end with the text; anything else would be a fault of ICU.
                guard end > start, end <= range.count else { return }
                if isWord { words.append(range.lowerBound + start..<range.lowerBound + end) }
                start = end
            }
        }
    }
}

/// Texts in the form in which they are compared.
enum ICUText {
    /// Appends the folded form of a text: see `cicu_fold`. False when ICU fails, and then nothing is appended.
    static func appendFolded(_ text: Span<UInt8>, to result: inout [UInt8]) -> Bool {
        guard text.count <= Int(Int32.max) / 8 else { return false }
        var buffer = [UInt8](repeating: 0, count: 2 * text.count + 16)
        while true {
            let length = unsafe text.withUnsafeBufferPointer { bytes in
                // Reads and writes stay within the two buffers, whose lengths are given.
                unsafe buffer.withUnsafeMutableBufferPointer { out in
                    unsafe cicu_fold(bytes.baseAddress, Int32(bytes.count), out.baseAddress, Int32(out.count))
                }
            }
            guard length >= 0 else { return false }
            if Int(length) <= buffer.count {
                result.append(contentsOf: buffer.prefix(Int(length)))
                return true
            }
            buffer = [UInt8](repeating: 0, count: Int(length))
        }
    }
}
