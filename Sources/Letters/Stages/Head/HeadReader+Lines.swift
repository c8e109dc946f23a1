/// Chamber, session year, addressee, date and subject: lines that say what they are by themselves.
extension HeadReader {
    /// `Tweede Kamer der Staten-Generaal 2` or `Vergaderjaar 2020–2021`, as printed over a paper.
    mutating func takeChamberOrYear(_ index: Int) -> Bool {
        let words = text.text(index).words
        let place = text.place(ofLine: index)
        if (4...5).contains(words.count), words[1] == "Kamer", words[2] == "der",
            // The numeral of the chamber may be glued to its name.
            words[3].hasPrefix("Staten-Generaal"), words[3].utf8.count <= "Staten-Generaal2".utf8.count,
            words.count == 4 || Int(words[4]) != nil
        {
            let chamber: Head.Chamber? = words[0] == "Tweede" ? .tk : words[0] == "Eerste" ? .ek : nil
            guard let chamber else { return false }
            printedChamber = printedChamber ?? (chamber, place)
            return true
        }
        // Old papers call the year a session.
        guard words.count == 2, ["vergaderjaar", "zitting", "zittingsjaar"].contains(words[0].lowercased()) else {
            return false
        }
        let year = Array(words[1].utf8)
        var cursor = LineCursor(year, 0..<year.count)
        guard let year = PageFurniture.sessionYear(&cursor), cursor.isAtEnd else { return false }
        head.sessionYear = head.sessionYear ?? year
        head.note(.sessionYear, .head, place)
        return true
    }

    private static let addresseeStarts = ["Aan de ", "Aan het ", "Aan Zijne ", "Aan Hare ", "Aan Z.M. "].map {
        Array($0.utf8)
    }

    func isAddressee(_ index: Int) -> Bool {
        Self.addresseeStarts.contains { text.starts(index, with: $0) }
    }

    /// The addressee, to the next blank line or date.
    mutating func takeAddressee(_ index: Int) -> Int? {
        guard head.addressee == nil, isAddressee(index) else { return nil }
        let run = run(from: index, most: 4) { HeadDate(text.text($0)) == nil }
        let addressee = text.text(lines: run)
        guard addressee.utf8.count < 300, addressee.last != "." else { return nil }
        head.addressee = addressee
        head.note(.addressee, .head, text.place(ofLine: index))
        if head.chamber == nil, let chamber = Self.chamber(in: addressee) {
            head.chamber = chamber
            head.note(.chamber, .head, text.place(ofLine: index))
        }
        return run.count
    }

    /// The chamber that an addressee names; a letter to both is of neither.
    private static func chamber(in addressee: String) -> Head.Chamber? {
        switch (addressee.holds("Tweede"), addressee.holds("Eerste")) {
        case (true, false): addressee.holds("Tweede Kamer") ? .tk : nil
        case (false, true): addressee.holds("Eerste Kamer") ? .ek : nil
        default: nil
        }
    }

    /// `Den Haag, 11 juni 2021`, `Vastgesteld 9 februari 2021`; a date alone only under other lines of a head.
    mutating func takeDate(_ index: Int) -> Bool {
        guard head.date == nil || head.place == nil, let found = HeadDate(text.text(index)) else { return false }
        if found.isBare, takenLines.isEmpty { return false }
        if head.date != nil, found.town == nil { return false }
        let place = text.place(ofLine: index)
        if let town = found.town {
            head.place = town
            head.note(.place, .head, place)
        }
        // `Ontvangen …` stands over the letter's own date.
        if head.date == nil || found.town != nil {
            head.origins.removeAll { $0.field == .date }
            head.date = found.date
            head.note(.date, .head, place)
        }
        return true
    }

    /// `Brief regering : Stand van zaken`, over a letter on the web site of the Tweede Kamer.
    mutating func takeSubject(_ index: Int) -> Int? {
        guard takenLines.isEmpty, head.title == nil,
            let colon = bytes[lines[index].content].firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let label = text.text([lines[index].content.lowerBound..<colon])
        guard Self.webKinds.contains(label) else { return nil }
        let run = run(from: index, most: 4) { !beginsHeadLine($0) }
        let title = text.text(
            [trimmed(colon + 1..<lines[index].content.upperBound)] + run.dropFirst().map { lines[$0].content })
        guard !title.isEmpty else { return nil }
        head.title = title
        head.note(.title, .head, text.place(of: colon + 1, on: index))
        return run.count
    }

    private static let webKinds: Set<String> = ["Brief regering", "Brief Kamer", "Brief derden", "Brief commissie"]

    /// The salutation under a head, or at the top, which is no text.
    mutating func takeGreeting(_ index: Int) -> Int? {
        Greeting.isSalutation(text.text(index)) ? 1 : nil
    }
}

extension Head {
    /// Notes what says a part of the head; the first to say it counts.
    mutating func note(_ field: Field, _ source: Origin.Source, _ place: Place) {
        guard origin(of: field) == nil else { return }
        origins.append(Origin(field: field, source: source, place: place))
    }
}
