import CLibXML2

#if canImport(Glibc)
    import Glibc
#endif

/// What one run of libxml2 collects; called by `MarkupParser`, whose argument for the safety of this holds here too.
struct MarkupCollector {
    /// The source with what no document may hold made harmless, byte for byte at the same positions.
    let clean: [UInt8]
    private var collected: MarkupEvents
    private var nameIDs = AddressTable()
    /// Numbers in `knownAttributes`, by the addresses of names.
    private var attributeIDs = AddressTable()
    private var knownAttributes: [MarkupAttribute?] = []
    private var open: [Int] = []
    /// Behind the last text or tag.
    private var lastEnd = 0
    /// Where the last start or text begins.
    private var lastStart = 0
    /// Whether the document nests so deep that it has to be read again without the tags that do.
    private(set) var isTooDeep = false
    private let language: MarkupParser.Language
    /// Open elements of a page beyond the limit, whose text is taken for that of the last one within it.
    private var excess = 0
    private var isDepthTold = false

    /// Of a file with many notes; too few cost copies, too many memory.
    private static let bytesPerEvent = 24

    init(_ source: [UInt8], _ language: MarkupParser.Language) {
        self.language = language
        collected = MarkupEvents(source: source)
        collected.events.reserveCapacity(source.count / Self.bytesPerEvent)
        let cleaned = MarkupBytes.cleaned(source)
        clean = cleaned.bytes
        if language == .xml, let control = cleaned.control {
            let detail = "control characters, which no XML may hold; they are read as spaces"
            report(detail, at: collected.place(ofByte: control))
        }
    }

    var finished: MarkupEvents { collected }

    // MARK: - Elements

    mutating func start(
        _ name: UnsafePointer<xmlChar>?, _ context: UnsafeMutableRawPointer?,
        attributes: (inout MarkupCollector) -> Void
    ) {
        guard let name = unsafe name, !isTooDeep else { return }
        if open.count >= MarkupLimits.deepest { return unsafe goTooDeep(context) }
        let id = unsafe id(of: name)
        let first = collected.attributes.count
        attributes(&self)
        lastEnd = max(lastEnd, unsafe position(context))
        lastStart = lastEnd
        collected.events.append(
            MarkupEvents.Event(kind: .start, name: id, range: first..<collected.attributes.count, byte: lastStart))
        open.append(id)
    }

    private mutating func goTooDeep(_ context: UnsafeMutableRawPointer?) {
        if language == .xml || excess >= MarkupLimits.mostExcess {
            isTooDeep = true
            return unsafe xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
        }
        if !isDepthTold {
            isDepthTold = true
            lastEnd = max(lastEnd, unsafe position(context))
            let detail = "elements nested more than \(MarkupLimits.deepest) deep; their text is kept without them"
            report(detail, at: collected.place(ofByte: lastEnd))
        }
        excess += 1
        // Parts the words on either side.
        collected.spelled.append(.space)
        add(.spelled, collected.spelled.count - 1..<collected.spelled.count, at: lastStart)
    }

    mutating func end(_ context: UnsafeMutableRawPointer?) {
        if excess > 0 {
            excess -= 1
            return
        }
        guard let id = open.popLast(), !isTooDeep else { return }
        takeLoneAmpersand()
        lastEnd = max(lastEnd, unsafe position(context))
        collected.events.append(MarkupEvents.Event(kind: .end, name: id, range: 0..<0, byte: lastStart))
    }

    private mutating func id(of name: UnsafePointer<xmlChar>) -> Int {
        let address = UInt(bitPattern: name)
        if let known = nameIDs[address] { return known }
        let text = unsafe String(cString: name)
        // Of elements that a page leaves out, libxml2 has names outside its dictionary.
        let twin = language == .html ? collected.names.firstIndex(of: text) : nil
        let id = twin ?? collected.names.count
        if twin == nil { collected.names.append(text) }
        nameIDs[address] = id
        return id
    }

    private mutating func attribute(of name: UnsafePointer<xmlChar>) -> MarkupAttribute? {
        let address = UInt(bitPattern: name)
        if let known = attributeIDs[address] { return knownAttributes[known] }
        let attribute = unsafe MarkupAttribute(rawValue: String(cString: name).lowercased())
        attributeIDs[address] = knownAttributes.count
        knownAttributes.append(attribute)
        return attribute
    }

    // MARK: - Attributes

    /// Five pointers an attribute: name, prefix, namespace, and the value's start and end.
    mutating func addXML(_ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32) {
        guard let values = unsafe values else { return }
        for index in 0..<Int(count) {
            guard let name = unsafe values[index * 5], let start = unsafe values[index * 5 + 3],
                let end = unsafe values[index * 5 + 4]
            else { continue }
            let value = unsafe UnsafeBufferPointer(start: start, count: max(0, end - start))
            unsafe add(name, value)
        }
    }

    /// Names and values in turn, closed by a null pointer.
    mutating func addHTML(_ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard let values = unsafe values else { return }
        var index = 0
        while let name = unsafe values[index] {
            let value = unsafe values[index + 1]
            let length = unsafe value.map { unsafe strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) }
            unsafe add(name, UnsafeBufferPointer(start: value, count: length ?? 0))
            index += 2
        }
    }

    /// Values of attributes are never longer than an address or a title.
    private static let longestValue = 4_096

    private mutating func add(_ name: UnsafePointer<xmlChar>, _ value: UnsafeBufferPointer<xmlChar>) {
        guard let attribute = unsafe attribute(of: name) else { return }
        let first = collected.values.count
        unsafe collected.values.append(contentsOf: UnsafeBufferPointer(rebasing: value.prefix(Self.longestValue)))
        collected.attributes.append(MarkupEvents.Attribute(name: attribute, value: first..<collected.values.count))
    }

    // MARK: - Text

    mutating func text(_ text: UnsafePointer<xmlChar>?, _ length: Int32, _ context: UnsafeMutableRawPointer?) {
        guard let text = unsafe text, length > 0, !isTooDeep else { return }
        let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(length))
        takeLoneAmpersand()
        let position = unsafe position(context)
        if let start = unsafe start(of: bytes, near: position) {
            let range = start..<start + bytes.count
            add(.text, range, at: start)
            lastEnd = range.upperBound
        } else {
            let first = collected.spelled.count
            unsafe collected.spelled.append(contentsOf: bytes)
            add(.spelled, first..<collected.spelled.count, at: ampersand(before: position))
            lastEnd = max(lastEnd, position)
        }
    }

    private mutating func add(_ kind: MarkupEvents.Event.Kind, _ range: Range<Int>, at byte: Int) {
        lastStart = byte
        collected.events.append(MarkupEvents.Event(kind: kind, name: open.last ?? -1, range: range, byte: byte))
    }

    /// Bytes by which libxml2 may be ahead of or behind a text that it reports: one character.
    private static let slack = 4

    /// Where the source has this text; nil if it spells it otherwise.
    ///
    /// libxml2 reports a text before or after it has stepped over it, as its kinds of loops go, so the few positions that
    /// can be meant are compared. A match ahead of the last one is always taken for the text itself.
    private mutating func start(of text: UnsafeBufferPointer<xmlChar>, near position: Int) -> Int? {
        for shift in 0...Self.slack {
            for start in [position - text.count + shift, position - shift] where start >= lastEnd {
                if unsafe matches(text, at: start) { return start }
            }
        }
        return nil
    }

    private mutating func matches(_ text: UnsafeBufferPointer<xmlChar>, at start: Int) -> Bool {
        guard start + text.count <= clean.count else { return false }
        // Both stretches are inside their buffers: the check above, and the count of the buffer itself.
        return unsafe clean.withUnsafeBytes { bytes in
            guard let mine = bytes.baseAddress, let theirs = text.baseAddress else { return false }
            return unsafe memcmp(mine + start, theirs, text.count) == 0
        }
    }

    /// `Drie & vier`: no XML, which the parser tells and leaves out.
    private mutating func takeLoneAmpersand() {
        guard language == .xml, lastEnd < clean.count, clean[lastEnd] == UInt8(ascii: "&"),
            lastEnd + 1 < clean.count, clean[lastEnd + 1] <= .space || clean[lastEnd + 1] == UInt8(ascii: "<")
        else { return }
        add(.text, lastEnd..<lastEnd + 1, at: lastEnd)
        lastEnd += 1
    }

    private mutating func ampersand(before position: Int) -> Int {
        let end = min(max(lastEnd, position + 1), clean.count)
        return clean[lastEnd..<end].firstIndex(of: UInt8(ascii: "&")) ?? lastEnd
    }

    /// How far the parser has read.
    @inline(__always)
    private mutating func position(_ context: UnsafeMutableRawPointer?) -> Int {
        guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
            let input = unsafe parser.pointee.input, let base = unsafe input.pointee.base,
            let current = unsafe input.pointee.cur
        else { return lastEnd }
        return unsafe min(Int(clamping: input.pointee.consumed) + (current - base), clean.count)
    }

    // MARK: - Errors

    /// Errors told at most; a document with more is broken throughout.
    private static let mostErrors = 20

    mutating func error(_ error: UnsafeMutablePointer<xmlError>?) {
        guard let error = unsafe error, !isTooDeep, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else {
            return
        }
        let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "no well-formed XML"
        let line = unsafe Int(error.pointee.line)
        let column = unsafe Int(error.pointee.int2)
        report(
            String(message.split(whereSeparator: \.isNewline).first ?? "no well-formed XML"),
            at: Place(byte: lastEnd, line: max(1, line), column: max(1, column), page: 1))
    }

    mutating func report(_ detail: String, at place: Place) {
        guard collected.damage.count < Self.mostErrors else { return }
        collected.damage.append(Diagnostic(kind: .markupDamage, place: place, detail: detail))
    }
}
