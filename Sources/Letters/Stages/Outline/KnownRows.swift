/// Groups lines of which a format has told the rows of tables: a PDF, whose boxes show them.
struct KnownRows {
    /// By line: its cells.
    let cells: [Int: [Range<Int>]]

    /// What is to be grouped: rows end what stands before them, and stand in no other block.
    func rest(of roles: [LineRole]) -> [LineRole] {
        guard !cells.isEmpty else { return roles }
        return roles.indices.map { cells[$0] != nil && roles[$0] == .body ? .head : roles[$0] }
    }

    /// Sets the rows between the blocks that were made of the other lines.
    func insert(
        into blocks: [LineBlock], _ bytes: [UInt8], _ lines: [LineTable.Line], _ roles: [LineRole], fullWidth: Int
    ) -> [LineBlock] {
        let rows = cells.keys.filter { roles[$0] == .body }.sorted()
        guard !rows.isEmpty else { return blocks }
        var all: [LineBlock] = []
        var next = 0
        for block in blocks {
            while next < rows.count, rows[next] < block.lines.first ?? 0 {
                all.append(row(rows[next], lines))
                next += 1
            }
            all.append(block)
        }
        all += rows[next...].map { row($0, lines) }
        let breaks = LineBreaks(bytes: bytes, lines: lines, roles: roles, fullWidth: fullWidth)
        let title = TitleLine(bytes: bytes, lines: lines, roles: roles, fullWidth: fullWidth, breaks: breaks)
        TableNotes(bytes: bytes, lines: lines, title: title).mark(&all)
        return all
    }

    private func row(_ line: Int, _ lines: [LineTable.Line]) -> LineBlock {
        var block = LineBlock(kind: .tableRow, line: line, firstText: lines[line].content)
        block.cells = cells[line] ?? []
        block.isSettled = true
        return block
    }
}
