internal import CZstd

/// Source text as one zstd frame with its content size and a content checksum.
///
/// The only place that calls zstd. Why the calls are sound: each gets pointers that Swift lends for the length of the
/// closure, with the counts of the same buffers; zstd writes at most the capacity that it is given, reads at most the
/// source's length, and keeps neither pointer after it returns. The context is made, used and freed by one call.
enum SourceCompression {
    /// Bytes of a source: within SQLite's limit of 10⁹ bytes a value even if nothing compresses, far above any letter.
    static let limit = 512 << 20

    /// Level 3: the library's own default; letters shrink to about a third.
    static func compress(_ source: [UInt8]) throws(RowDamage) -> [UInt8] {
        let capacity = ZSTD_compressBound(source.count)
        guard let context = unsafe ZSTD_createCCtx() else { throw RowDamage("no memory to compress a source") }
        defer { _ = unsafe ZSTD_freeCCtx(context) }
        _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 3)
        _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        var failure: RowDamage?
        let frame = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
            let size = unsafe source.withUnsafeBytes { bytes in
                unsafe ZSTD_compress2(context, target.baseAddress, capacity, bytes.baseAddress, bytes.count)
            }
            if ZSTD_isError(size) == 0 { count = size } else { failure = RowDamage("a source cannot be compressed") }
        }
        if let failure { throw failure }
        return frame
    }

    /// The source again. Its length is known beforehand and must fit, so a damaged frame cannot ask for more memory.
    static func decompress(_ frame: [UInt8], count: Int) throws(RowDamage) -> [UInt8] {
        guard (0...limit).contains(count) else { throw RowDamage("a source of \(count) bytes") }
        let stated = unsafe frame.withUnsafeBytes { bytes in
            unsafe ZSTD_getFrameContentSize(bytes.baseAddress, bytes.count)
        }
        guard stated == UInt64(count) else { throw RowDamage("a source whose frame has another length") }
        var size = 0
        let source = unsafe [UInt8](unsafeUninitializedCapacity: count) { target, initialized in
            size = unsafe frame.withUnsafeBytes { bytes in
                unsafe ZSTD_decompress(target.baseAddress, count, bytes.baseAddress, bytes.count)
            }
            initialized = ZSTD_isError(size) == 0 ? size : 0
        }
        guard ZSTD_isError(size) == 0, size == count else { throw RowDamage("a source that does not decompress") }
        return source
    }
}
