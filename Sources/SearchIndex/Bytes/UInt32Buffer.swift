/// Numbers in memory that grows and is used again: the positions of a term in a document.
@safe
final class UInt32Buffer {
    /// `capacity` initialised numbers until `deinit` or the next growth.
    private var base: UnsafeMutablePointer<UInt32>
    private var capacity: Int
    /// Numbers in use, at most `capacity`.
    private(set) var count = 0

    init() {
        capacity = 128
        unsafe base = .allocate(capacity: capacity)
        unsafe base.initialize(repeating: 0, count: capacity)
    }

    deinit { unsafe base.deallocate() }

    subscript(at: Int) -> UInt32 {
        @inline(__always) get {
            precondition(at >= 0 && at < count, "the number is in use")
            return unsafe base[at]
        }
    }

    var isEmpty: Bool { count == 0 }

    func removeAll() { count = 0 }

    @inline(__always)
    func append(_ value: UInt32) {
        if count == capacity { grow() }
        unsafe base[count] = value
        count &+= 1
    }

    @inline(__always)
    func replace(at: Int, with value: UInt32) {
        precondition(at >= 0 && at < count, "the number is in use")
        unsafe base[at] = value
    }

    func keepFirst(_ kept: Int) {
        precondition(kept >= 0 && kept <= count, "fewer are kept")
        count = kept
    }

    /// Keeps of ascending numbers in a range those that have one of some others, which ascend too, at a distance behind
    /// them; puts them to a place that is not behind the range's start.
    ///
    /// - Returns: the place behind those that were kept.
    func keep(_ range: Range<Int>, movingTo place: Int, at distance: UInt32, in others: UInt32Buffer) -> Int {
        var (kept, at) = (place, 0)
        for number in range {
            let (wanted, overflows) = self[number].addingReportingOverflow(distance)
            while at < others.count, others[at] < wanted { at &+= 1 }
            if overflows || at == others.count { break }
            if others[at] == wanted {
                replace(at: kept, with: self[number])
                kept &+= 1
            }
        }
        return kept
    }

    /// Takes a distance off the numbers from a place on, which ascend, and drops those that it is above.
    func subtract(_ distance: UInt32, from place: Int) {
        if distance == 0 { return }
        var kept = place
        for at in place..<count where self[at] >= distance {
            replace(at: kept, with: self[at] &- distance)
            kept &+= 1
        }
        keepFirst(kept)
    }

    private func grow() {
        let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * capacity)
        unsafe larger.initialize(repeating: 0, count: 2 * capacity)
        unsafe larger.update(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = unsafe larger
        capacity *= 2
    }

    /// A copy.
    var array: [UInt32] { (0..<count).map { self[$0] } }
}
