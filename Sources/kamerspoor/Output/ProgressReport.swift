import ArgumentParser
import JSONText

/// Progress of a long run, on standard error.
struct ProgressReport {
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case auto, json, off
    }

    private let kind: Kind
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant
    private var hasShown = false

    init(_ kind: Kind) {
        self.kind = kind
        last = start
    }

    /// At most ten times a second on a terminal, else every five seconds.
    mutating func show(_ done: Int, of total: Int) {
        let now = ContinuousClock.now
        let pause: Duration = Console.isErrorTerminal && kind == .auto ? .milliseconds(100) : .seconds(5)
        guard kind != .off, now - last >= pause, done > 0 else { return }
        last = now
        let seconds = Double((now - start).components.seconds) + Double((now - start).components.attoseconds) / 1e18
        let rate = Double(done) / max(seconds, 0.001)
        let left = Int(Double(total - done) / max(rate, 0.001))
        switch kind {
        case .json:
            Console.raw(
                JSONValue.object([
                    ("done", .int(done)), ("total", .int(total)), ("rate", .double(rate)), ("secondsLeft", .int(left)),
                ]).compact + "\n")
        case .auto where Console.isErrorTerminal:
            hasShown = true
            Console.raw("\r\(done) of \(total) letters, \(Int(rate)) a second, \(left) s left ")
        case .auto: Console.note("\(done) of \(total) letters, \(Int(rate)) a second, \(left) s left")
        case .off: break
        }
    }

    func end() { if hasShown { Console.raw("\n") } }
}
