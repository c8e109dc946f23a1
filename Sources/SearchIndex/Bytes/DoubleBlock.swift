/// 128 sums of scores beside a block of documents; like `UInt32Block`.
@safe
final class DoubleBlock {
    /// 128 initialised numbers from `init` until `deinit`.
    private let base: UnsafeMutablePointer<Double>

    init() {
        unsafe base = .allocate(capacity: UInt32Block.count)
        unsafe base.initialize(repeating: 0, count: UInt32Block.count)
    }

    deinit { unsafe base.deallocate() }

    subscript(at: Int) -> Double {
        // In bounds: the mask leaves 0...127.
        @inline(__always) get { unsafe base[at & 127] }
        @inline(__always) set { unsafe base[at & 127] = newValue }
    }
}
