/// Binds what a text calls motions to the papers that it names, and finds what it says has become of them.
///
/// Works on one text at a time, in the order of the document; names of movers stay known, so that a later sentence
/// about "de motie van de leden Rog en Van Meenen" finds its paper.
package struct MotionReader: Sendable {
    /// Papers that a text names, and where: by references in it, or by markers of notes that hold references.
    package struct Link: Sendable {
        let position: Int
        /// End of the reference; of a marker, nil.
        let end: Int?
        let targets: [PaperID]

        package init(position: Int, end: Int? = nil, targets: [PaperID]) {
            self.position = position
            self.end = end
            self.targets = targets
        }
    }

    /// Bytes from a motion to the paper behind it at most.
    private static let reach = 300
    /// Bytes from a sentence back to the motion that "deze motie" means at most.
    private static let memory = 2000

    /// Parts of one sentence that are told apart at most.
    private static let partLimit = 6

    /// Who moved what; a promise to a member is not the motion that the member has moved.
    private struct Movers: Hashable {
        enum Matter: Hashable { case motion, amendment, promise }

        let matter: Matter
        var names: [String]

        init(_ kind: Motion.Kind, _ names: [String]) {
            switch kind {
            case .motie, .gewijzigdeMotie, .naderGewijzigdeMotie: matter = .motion
            case .amendement, .gewijzigdAmendement, .naderGewijzigdAmendement, .subamendement: matter = .amendment
            case .toezegging: matter = .promise
            }
            self.names = names
        }
    }

    private var known: [Movers: [PaperID]] = [:]
    /// By the first of several movers, as a motion is mostly called once it is known.
    private var ofFirstMover: [Movers: [PaperID]] = [:]
    /// More movers than any letter has; a longer text is no letter, and its first motions are far away.
    private static let knownLimit = 4096

    package init() {}

    /// Whether a paper is linked behind a place in its sentence, and so names what stands at the place.
    package static func isLinked(_ place: Int, in bytes: [UInt8], to links: [Link]) -> Bool {
        let first = links.partitioningIndex { $0.position >= place }
        guard first < links.count else { return false }
        let position = min(links[first].position, bytes.count)
        return position - place <= reach && !SentenceBounds.hasEnd(in: bytes, place..<max(place, position - 1))
    }

    /// What one text says.
    package struct Findings: Sendable {
        /// For each link, by its index, the motion that it is.
        package internal(set) var motions: [Int: Motion] = [:]
        package internal(set) var statuses: [PaperStatus] = []
        /// Motions called by their movers where no paper is linked, and the one paper that bore these names before.
        package internal(set) var namedAgain: [(phrase: MotionPhrase, papers: [PaperID])] = []
    }

    /// - Parameter links: ascending.
    package mutating func read(
        _ bytes: [UInt8], phrases: [MotionPhrase], statusWords: [Int], links: [Link]
    ) -> Findings {
        var findings = Findings()
        guard !phrases.isEmpty else { return findings }
        let bound = bind(phrases, links, bytes, &findings)
        var lastEnd = 0
        // A sentence without end must not be told anew for each of its words.
        var told = (sentenceEnd: 0, count: 0)
        for place in statusWords where place >= lastEnd {
            guard let kind = StatusWords.kind(in: bytes, at: place) else { continue }
            let range = SentenceBounds.sentence(in: bytes, around: place)
            let clause = Self.ownPart(
                of: StatusWords.clause(of: range, around: place, in: bytes), place, phrases, bytes)
            // A part of the sentence that names its own motion speaks of that one alone.
            var (scope, first) = (clause, Self.firstIndex(of: phrases, in: clause))
            if first == nil { (scope, first) = (range, Self.firstIndex(of: phrases, in: range)) }
            told = place < told.sentenceEnd ? (told.sentenceEnd, told.count + 1) : (range.upperBound, 1)
            lastEnd = told.count < Self.partLimit ? scope.upperBound : max(range.upperBound, told.sentenceEnd)
            guard let first else { continue }
            let spoken = phrases[first...].prefix { $0.range.lowerBound < scope.upperBound }
            if kind != .nagekomen, spoken.allSatisfy({ StatusWords.isCircumstance($0, in: bytes) }) { continue }
            let matter = phrases[first].motion.kind
            guard !StatusWords.isDenied(bytes[clause], kind), matter == .toezegging || kind != .nagekomen else {
                lastEnd = max(clause.upperBound, told.count < Self.partLimit ? 0 : lastEnd)
                continue
            }
            findings.statuses.append(
                PaperStatus(
                    kind: matter == .toezegging ? StatusWords.ofPromise(kind, in: bytes, at: place) : kind,
                    matter: matter,
                    sentence: Self.joined(bytes[range]), range: range,
                    targets: targets(of: scope, first, phrases, bound, links, bytes)))
        }
        return findings
    }

    /// A part of a sentence without the motions that follow what it says of one: `de motie Rog is afgedaan, de motie Kwint
    /// niet`.
    private static func ownPart(
        of clause: Range<Int>, _ place: Int, _ phrases: [MotionPhrase], _ bytes: [UInt8]
    ) -> Range<Int> {
        guard let first = firstIndex(of: phrases, in: clause), phrases[first].range.upperBound <= place else {
            return clause
        }
        for phrase in phrases[first...] where phrase.range.lowerBound > place {
            guard phrase.range.lowerBound < clause.upperBound else { break }
            var back = ByteCursor(bytes, at: phrase.range.lowerBound)
            back.retreatOverSpace()
            if back.retreat(over: "de") || back.retreat(over: "het") { back.retreatOverSpace() }
            if back[-1] == UInt8(ascii: ",") || back.retreat(over: "en") {
                return clause.lowerBound..<max(place + 1, back.position)
            }
        }
        return clause
    }

    /// The first motion of a stretch.
    private static func firstIndex(of phrases: [MotionPhrase], in stretch: Range<Int>) -> Int? {
        let first = phrases.partitioningIndex { $0.range.lowerBound >= stretch.lowerBound }
        return first < phrases.count && phrases[first].range.lowerBound < stretch.upperBound ? first : nil
    }

    /// Whether a stretch names something else that the paper behind it may be: "de moties die zijn ingediend bij het
    /// notaoverleg (Kamerstuk …)".
    private static func namesOther(_ stretch: ArraySlice<UInt8>, than phrase: MotionPhrase) -> Bool {
        let letters: [StaticString] = ["brief", "kamerbrief", "verzamelbrief"]
        let meetings: [StaticString] = [
            "debat", "commissiedebat", "overleg", "notaoverleg", "wetgevingsoverleg", "rapport", "verslag",
        ]
        let words = phrase.motion.movers.isEmpty ? letters + meetings : letters
        var cursor = ByteCursor(Array(stretch))
        while !cursor.isAtEnd {
            if !cursor[-1].isLetter, cursor.takeWord(words) { return true }
            cursor.position += 1
        }
        return false
    }

    /// The papers of each phrase: those named behind it in its sentence, or those of the same movers before.
    private mutating func bind(
        _ phrases: [MotionPhrase], _ links: [Link], _ bytes: [UInt8], _ findings: inout Findings
    ) -> [[PaperID]] {
        var bound: [[PaperID]] = []
        var next = 0
        for (index, phrase) in phrases.enumerated() {
            let end = index + 1 < phrases.count ? phrases[index + 1].range.lowerBound : bytes.count
            var papers: [PaperID] = []
            // Without those of further movers.
            var own: [PaperID] = []
            var last = phrase.range.upperBound
            while next < links.count, links[next].position < last { next += 1 }
            if next > 0, findings.motions[next - 1] == nil, Self.isRemark(phrase, on: links[next - 1], in: bytes) {
                (papers, own) = (links[next - 1].targets, links[next - 1].targets)
                findings.motions[next - 1] = phrase.motion
            }
            while papers.isEmpty || phrase.isPlural, next < links.count, links[next].position <= end,
                links[next].position - last <= Self.reach,
                case let between = last..<min(links[next].position, bytes.count),
                // A note's marker may stand behind the full stop.
                !SentenceBounds.hasEnd(in: bytes, last..<max(last, between.upperBound - 1))
                    || Self.isGivenNumber(at: between.upperBound, in: bytes),
                !Self.namesOther(bytes[between], than: phrase)
            {
                let movers = papers.isEmpty ? ([], false) : MotionGrammar.furtherMovers(in: bytes, between)
                papers += links[next].targets
                findings.motions[next] = phrase.motion
                if movers.0.isEmpty {
                    own += links[next].targets
                } else {
                    findings.motions[next]?.movers = movers.0
                    findings.motions[next]?.hasOthers = movers.1
                    remember(links[next].targets, of: Movers(phrase.motion.kind, movers.0))
                }
                last = links[next].position
                next += 1
                guard phrase.isPlural else { break }
            }
            if !phrase.motion.movers.isEmpty {
                let key = Movers(phrase.motion.kind, phrase.motion.movers)
                if papers.isEmpty {
                    papers = known[key] ?? ofFirstMover[key] ?? []
                    if papers.count == 1 { findings.namedAgain.append((phrase, papers)) }
                } else {
                    remember(own, of: key)
                }
            }
            bound.append(papers)
        }
        return bound
    }

    /// Whether the reports' words for the number of the motion before stand before a place: `Zij krijgt nr. 450 (31497).`
    private static func isGivenNumber(at place: Int, in bytes: [UInt8]) -> Bool {
        var back = ByteCursor(bytes, at: place)
        back.retreatOverSpace()
        guard back.retreat(over: "krijgt") || back.retreat(over: "krijgen") else { return false }
        back.retreatOverSpace()
        return back.retreat(over: "zij") || back.retreat(over: "het")
    }

    /// Whether a motion stands right behind the paper that it is: `nr. 16 (motie-Vermue c.s.)`, `nr. 16, motie-Vermue`.
    private static func isRemark(_ phrase: MotionPhrase, on link: Link, in bytes: [UInt8]) -> Bool {
        guard let end = link.end, end < phrase.range.lowerBound, phrase.range.lowerBound - end <= 16,
            !phrase.motion.movers.isEmpty
        else { return false }
        var cursor = ByteCursor(bytes, at: end)
        let isSet = cursor.take(",")
        cursor.takeSpace(lineEnds: 1)
        guard isSet || cursor.take("(") else { return false }
        return cursor.position == phrase.range.lowerBound
    }

    /// Keeps the papers of movers; of movers of several motions, none: their names do not tell which is meant.
    private mutating func remember(_ papers: [PaperID], of movers: Movers) {
        if known.count >= Self.knownLimit { (known, ofFirstMover) = ([:], [:]) }
        known[movers] = known[movers].map { $0.filter(papers.contains) } ?? papers
        guard movers.names.count > 1 else { return }
        var first = movers
        first.names = Array(movers.names.prefix(1))
        ofFirstMover[first] = ofFirstMover[first].map { $0.filter(papers.contains) } ?? papers
    }

    /// Papers named in the sentence itself; else those of its motions; else, of "deze motie", those of the motion before.
    private func targets(
        of sentence: Range<Int>, _ first: Int, _ phrases: [MotionPhrase], _ bound: [[PaperID]], _ links: [Link],
        _ bytes: [UInt8]
    ) -> [PaperID] {
        let named = named(in: sentence, first, phrases, bytes, links)
        if !named.isEmpty { return Self.distinct(named) }
        let inside = phrases[first...].prefix { $0.range.lowerBound < sentence.upperBound }
        let own = inside.indices.flatMap { bound[$0] }
        if !own.isEmpty { return Self.distinct(own) }
        let subject = phrases[first]
        guard subject.motion.movers.isEmpty else { return [] }
        let isPromise = subject.motion.kind == .toezegging
        var earlier: [[PaperID]] = []
        for index in phrases[..<first].indices.reversed() {
            guard sentence.lowerBound - phrases[index].range.upperBound <= Self.memory else { break }
            guard (phrases[index].motion.kind == .toezegging) == isPromise, !bound[index].isEmpty else { continue }
            earlier.insert(bound[index], at: 0)
            if !subject.isPlural { break }
        }
        return Self.distinct(earlier.flatMap { $0 })
    }

    /// The papers that a sentence names, but those of letters and meetings: "met mijn brief (Kamerstuk …) is de motie
    /// afgedaan" says nothing of the letter.
    private func named(
        in sentence: Range<Int>, _ first: Int, _ phrases: [MotionPhrase], _ bytes: [UInt8], _ links: [Link]
    ) -> [PaperID] {
        var named: [PaperID] = []
        var from = sentence.lowerBound
        for link in links[links.partitioningIndex { $0.position >= sentence.lowerBound }...] {
            guard link.position <= sentence.upperBound else { break }
            // A motion named nearer to the paper is what the paper is.
            let last = phrases[first...].prefix { $0.range.upperBound <= link.position }.last
            let since = max(from, last?.range.upperBound ?? from)
            let between = bytes[since..<max(since, min(link.position, bytes.count))]
            if !Self.namesOther(between, than: last ?? phrases[first]) {
                named += link.targets.filter { Self.mayBeMotion($0) }
            }
            from = min(link.position, bytes.count)
        }
        return named
    }

    /// Motions are papers of a chamber, and promises stand in its reports.
    private static func mayBeMotion(_ paper: PaperID) -> Bool {
        switch paper.kind {
        case .kamerstuk, .handelingen, .aanhangsel, .zaak, .document: true
        default: false
        }
    }

    private static func distinct(_ papers: [PaperID]) -> [PaperID] {
        var kept: [PaperID] = []
        for paper in papers where !kept.contains(paper) { kept.append(paper) }
        return kept
    }

    private static func joined(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element, and every one behind it, satisfies a condition; the end if none does.
    fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
