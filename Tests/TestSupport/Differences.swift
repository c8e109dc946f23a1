/// What stands in only one of two lists, as `- missing` and `+ extra` lines: short enough to read in a failed test.
public func differences(_ found: [String], from truth: [String]) -> [String] {
    found.difference(from: truth).map { change in
        switch change {
        case .insert(_, let line, _): "+ \(line)"
        case .remove(_, let line, _): "- \(line)"
        }
    }
}
