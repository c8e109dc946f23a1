/// 128 scores, beside a block of postings; like `UInt32Block`.
@safe
final class FloatBlock {
    /// 512 initialised bytes from `init` until `deinit`, on a boundary that fits every vector type.
    private let base: UnsafeMutableRawPointer

    init() {
        unsafe base = .allocate(byteCount: 512, alignment: 64)
        unsafe base.initializeMemory(as: Float.self, repeating: 0, count: 128)
    }

    deinit { unsafe base.deallocate() }

    subscript(at: Int) -> Float {
        // In bounds: the mask leaves 0...127.
        @inline(__always) get { unsafe base.load(fromByteOffset: 4 &* (at & 127), as: Float.self) }
    }

    subscript(row row: Int) -> SIMD4<Float> {
        // In bounds and aligned: the mask leaves 0...31, each 16 bytes.
        @inline(__always) get { unsafe base.load(fromByteOffset: 16 &* (row & 31), as: SIMD4<Float>.self) }
        @inline(__always) set {
            unsafe base.storeBytes(of: newValue, toByteOffset: 16 &* (row & 31), as: SIMD4<Float>.self)
        }
    }
}

/// A number for each value of a byte.
@safe
final class ByteTable: Sendable {
    /// 256 initialised numbers from `init` until `deinit`. Safe to share: set once, then only read.
    nonisolated(unsafe) private let base: UnsafeMutablePointer<Float>

    init(_ values: [Float]) {
        precondition(values.count == 256, "a byte has 256 values")
        unsafe base = .allocate(capacity: 256)
        for at in 0..<256 { unsafe (base + at).initialize(to: values[at]) }
    }

    deinit { unsafe base.deallocate() }

    subscript(at: UInt8) -> Float {
        // In bounds: a byte is at most 255.
        @inline(__always) get { unsafe base[Int(at)] }
    }
}
