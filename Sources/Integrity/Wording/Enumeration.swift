/// Ascending numbers as a person writes them: `4`, `1 and 2`, `1–8`, `1, 2 and 42–49`.
func listed(_ numbers: [Int]) -> String {
    var stretches: [ClosedRange<Int>] = []
    for number in numbers {
        // The numbers ascend, so the bound is below the highest integer and can be raised by 1.
        if let last = stretches.last, last.upperBound < number, last.upperBound + 1 == number {
            stretches[stretches.count - 1] = last.lowerBound...number
        } else {
            stretches.append(number...number)
        }
    }
    return joined(
        stretches.flatMap { stretch in
            stretch.count > 2
                ? ["\(stretch.lowerBound)–\(stretch.upperBound)"]
                : stretch.map { String($0) }
        })
}

/// Words as a sentence has them: `a`, `a and b`, `a, b and c`.
func joined(_ words: [String]) -> String {
    guard let last = words.last else { return "" }
    let others = words.dropLast()
    return others.isEmpty ? last : "\(others.joined(separator: ", ")) and \(last)"
}

/// `1 letter`, `5 letters`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
