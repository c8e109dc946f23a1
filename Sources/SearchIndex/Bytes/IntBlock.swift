/// 128 numbers beside a block of postings; like `UInt32Block`.
@safe
final class IntBlock {
    /// 128 initialised numbers from `init` until `deinit`.
    private let base: UnsafeMutablePointer<Int>

    init() {
        unsafe base = .allocate(capacity: UInt32Block.count)
        unsafe base.initialize(repeating: 0, count: UInt32Block.count)
    }

    deinit { unsafe base.deallocate() }

    subscript(at: Int) -> Int {
        // In bounds: the mask leaves 0...127.
        @inline(__always) get { unsafe base[at & 127] }
        @inline(__always) set { unsafe base[at & 127] = newValue }
    }
}
