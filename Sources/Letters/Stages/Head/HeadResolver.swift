import References

extension Letter {
    /// Fills the head with what feet of pages, signature, id and user say; what the head itself prints goes first.
    mutating func complete(
        _ signature: SignatureReader, _ furniture: PageFurniture, _ options: LetterParser.Options
    ) {
        if !signature.signatories.isEmpty {
            head.signatories = signature.signatories
            head.note(.signatories, .signature, signature.place ?? .start)
        }
        if head.annexCount == nil, let (count, place) = signature.annexCount {
            head.annexCount = count
            head.note(.annexCount, .signature, place)
        }
        head.annexes = AnnexHeading.annexes(in: sections)
        takeFurniture(furniture)
        takeID()
        takeOptions(options)
        head.origins.sort { Head.Field.allCases.order(of: $0.field) < Head.Field.allCases.order(of: $1.field) }
    }

    private mutating func takeFurniture(_ furniture: PageFurniture) {
        if head.chamber == nil, let said = furniture.chambers.first {
            head.chamber = said.value
            head.note(.chamber, said.source, said.place)
        }
        if head.sessionYear == nil, let said = furniture.sessionYears.first {
            head.sessionYear = said.value
            head.note(.sessionYear, said.source, said.place)
        }
    }

    /// What follows from the id of a letter whose head does not say it.
    private mutating func takeID() {
        guard identity.origin != .contentHash else { return }
        let place = identity.selfMentions.first { $0.id == id }?.place ?? .start
        let source: Head.Origin.Source =
            switch identity.origin {
            case .footer: .footer
            case .header: .head
            case .metadata: .metadata
            case .sidecar: .sidecar
            case .option, .contentHash: .id
            }
        if head.number == nil, let number = id.number {
            head.number = number
            head.note(.number, source, place)
        }
        if head.dossiers.isEmpty, let dossier = id.dossier {
            head.dossiers = [
                Head.Dossier(number: dossier, title: nil, place: identity.selfMentions.first?.place ?? .start)
            ]
            head.note(.dossiers, source, place)
        }
        if head.chamber == nil, let chamber = id.chamber {
            head.chamber = chamber
            head.note(.chamber, .id, place)
        }
    }

    private mutating func takeOptions(_ options: LetterParser.Options) {
        if let date = options.date {
            head.date = date
            head.replace(.date)
        }
        if let title = options.title {
            head.title = title
            head.replace(.title)
        }
    }

    /// Where head and feet differ, or the letter names itself as another paper than its id says.
    func conflicts(_ furniture: PageFurniture) -> [Diagnostic] {
        identityConflicts + yearConflicts(furniture) + chamberConflicts(furniture) + dateConflicts
    }

    private var identityConflicts: [Diagnostic] {
        guard identity.origin != .option else { return [] }
        var seen: Set<PaperID> = [id]
        return identity.selfMentions.filter { seen.insert($0.id).inserted }.map {
            Diagnostic(
                kind: .identityConflict, place: $0.place,
                detail: "the \($0.origin.rawValue) names \($0.id), while the letter is taken for \(id)")
        }
    }

    private func yearConflicts(_ furniture: PageFurniture) -> [Diagnostic] {
        guard let year = head.sessionYear else { return [] }
        var seen: Set<String> = [year]
        return furniture.sessionYears.filter { seen.insert($0.value).inserted }.map {
            headConflict("the \($0.source.rawValue) says session year \($0.value), the letter has \(year)", $0.place)
        }
    }

    private func chamberConflicts(_ furniture: PageFurniture) -> [Diagnostic] {
        // The addressee is no sign: a paper of one chamber may hold a letter to the other.
        let number = identity.origin == .header ? id.chamber : nil
        guard let chamber = number ?? furniture.chambers.first?.value else { return [] }
        var seen: Set<Head.Chamber> = [chamber]
        return furniture.chambers.filter { seen.insert($0.value).inserted }.map {
            headConflict(
                "the \($0.source.rawValue) names \($0.value.name), the paper is of the \(chamber.name)", $0.place)
        }
    }

    /// A letter is printed in the session year of its date, or in the next; a year begins in September.
    private var dateConflicts: [Diagnostic] {
        guard let date = head.date, let origin = head.origin(of: .date), origin.source == .head,
            let years = head.sessionYear?.split(separator: "-"), years.count == 2,
            date < "\(years[0])-01-01" || date > "\(years[1])-12-31"
        else { return [] }
        return [headConflict("\(date) lies outside session year \(years[0])-\(years[1])", origin.place)]
    }

    private func headConflict(_ detail: String, _ place: Place) -> Diagnostic {
        Diagnostic(kind: .headConflict, place: place, detail: detail)
    }
}

extension Head {
    /// Notes that the user says a part of the head.
    fileprivate mutating func replace(_ field: Field) {
        origins.removeAll { $0.field == field }
        note(field, .option, .start)
    }
}

extension [Head.Field] {
    fileprivate func order(of field: Head.Field) -> Int { firstIndex(of: field) ?? count }
}

extension Head.Chamber {
    fileprivate var name: String { self == .tk ? "Tweede Kamer" : "Eerste Kamer" }
}

extension PaperID {
    /// The chamber whose paper it is: the Tweede Kamer counts its papers, the Eerste Kamer letters them.
    fileprivate var chamber: Head.Chamber? {
        guard let number, !number.isEmpty else { return nil }
        if number.utf8.allSatisfy(\.isDigit) { return .tk }
        return number.utf8.allSatisfy(\.isUpperASCII) ? .ek : nil
    }
}
