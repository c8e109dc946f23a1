/// 128 numbers in a place of their own: a block of postings while it is decoded or encoded.
///
/// A class, so that it is never copied with the cursor that holds it, with one constant pointer, so that no access pays
/// for exclusivity. Every index is taken modulo 128, which makes each access safe whatever a damaged file says.
@safe
final class UInt32Block {
    static let count = 128

    /// 512 initialised bytes from `init` until `deinit`, on a boundary that fits every vector type.
    private let base: UnsafeMutableRawPointer

    init() {
        unsafe base = .allocate(byteCount: 4 * Self.count, alignment: 64)
        unsafe base.initializeMemory(as: UInt32.self, repeating: 0, count: Self.count)
    }

    deinit { unsafe base.deallocate() }

    subscript(at: Int) -> UInt32 {
        // In bounds: the mask leaves 0...127.
        @inline(__always) get { unsafe base.load(fromByteOffset: 4 &* (at & 127), as: UInt32.self) }
        @inline(__always) set { unsafe base.storeBytes(of: newValue, toByteOffset: 4 &* (at & 127), as: UInt32.self) }
    }

    /// Values 4 · row to 4 · row + 3.
    subscript(row row: Int) -> SIMD4<UInt32> {
        // In bounds and aligned: the mask leaves 0...31, each 16 bytes.
        @inline(__always) get { unsafe base.load(fromByteOffset: 16 &* (row & 31), as: SIMD4<UInt32>.self) }
        @inline(__always) set {
            unsafe base.storeBytes(of: newValue, toByteOffset: 16 &* (row & 31), as: SIMD4<UInt32>.self)
        }
    }

    /// Index of the first value that is not below `target`, from `start` on; `end` when there is none. The values
    /// between ascend.
    @inline(__always)
    func firstIndex(notBelow target: UInt32, from start: Int, to end: Int) -> Int {
        var at = start
        // Steps of eight pass over what is far, and the last eight are looked at one by one.
        while at &+ 8 <= end, self[at &+ 7] < target { at &+= 8 }
        while at < end, self[at] < target { at &+= 1 }
        return at
    }
}
