#if canImport(Glibc)
    import Glibc
#endif

/// Time that this thread has had of a core, which other processes disturb less than time on the wall.
enum CPUTime {
    static func measure(_ work: () -> Void) -> Double {
        let start = seconds()
        work()
        return seconds() - start
    }

    private static func seconds() -> Double {
        var time = timespec()
        // The pointer lives for the call.
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
