import CLibXML2

#if canImport(Glibc)
    import Glibc
#endif

/// Reads XML or HTML with libxml2 into events.
///
/// The parser never reaches for anything outside the bytes it is given: no network, no external entity, no DTD. Entities of
/// a document's own are refused before (`MarkupProlog`), depth and attributes are limited (`MarkupLimits`), and what a broken document still says is kept.
///
/// All calls into libxml2 stand in this file. Its safety rests on this: the parser runs inside `parse`, which keeps the
/// session and the bytes alive for that time and frees the parser's context at its end; each callback gets that
/// context, whose `_private` is the session; the texts, names and attributes that libxml2 hands out are copied before the
/// callback returns. Names are interned by libxml2's dictionary, so one address is one name for as long as the context
/// lives.
enum MarkupParser {
    enum Language {
        case xml, html
    }

    private static let isInitialised: Bool = {
        kamerspoor_xml_initialise()
        return true
    }()

    /// The events of a document. Linear in its size.
    ///
    /// - Parameter source: UTF-8, valid or not; bytes that no document may hold are read as spaces or question marks.
    static func parse(_ source: [UInt8], as language: Language) -> MarkupEvents {
        let limited = MarkupLimits.withinAttributes(source, language)
        var (events, isTooDeep) = run(limited?.bytes ?? source, as: language)
        var damage = limited?.damage ?? []
        if isTooDeep {
            // Seldom enough for a second run.
            let flat = MarkupLimits.withinDepth(limited?.bytes ?? source, language)
            damage += flat.damage
            (events, isTooDeep) = run(flat.bytes, as: language)
            if isTooDeep, let last = events.events.last {
                let detail = "elements nested too deep by tags that do not match; the rest is not read"
                damage.append(Diagnostic(kind: .markupDamage, place: last.place, detail: detail))
            }
        }
        events.damage = damage + events.damage
        return events
    }

    /// One run of libxml2 over the bytes; whether it stopped because elements are nested too deep.
    private static func run(_ source: [UInt8], as language: Language) -> (events: MarkupEvents, isTooDeep: Bool) {
        precondition(isInitialised)
        let session = MarkupSession(source, language)
        guard let context = unsafe language == .xml ? xmlNewParserCtxt() : htmlNewParserCtxt() else {
            session.report("libxml2 has no memory for it", at: .start)
            return (session.finished, false)
        }
        defer { unsafe xmlFreeParserCtxt(context) }
        unsafe context.pointee._private = unsafe Unmanaged.passUnretained(session).toOpaque()
        if let handler = unsafe context.pointee.sax { unsafe handler.pointee = callbacks(language) }
        let size = Int32(clamping: session.clean.count)
        unsafe session.clean.withUnsafeBytes { buffer in
            guard let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
            if language == .xml {
                let options =
                    XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_RECOVER.rawValue
                    | XML_PARSE_IGNORE_ENC.rawValue
                unsafe xmlCtxtReadMemory(context, start, size, nil, "UTF-8", Int32(bitPattern: options))
            } else {
                let options =
                    HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
                unsafe htmlCtxtReadMemory(context, start, size, nil, "UTF-8", Int32(bitPattern: options))
            }
        }
        return withExtendedLifetime(session) { (session.finished, session.isTooDeep) }
    }

    // MARK: - Callbacks

    private static func callbacks(_ language: Language) -> xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.characters = { unsafe session($0)?.text($1, $2, $0) }
        unsafe handler.ignorableWhitespace = handler.characters
        if language == .xml {
            unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
            unsafe handler.cdataBlock = handler.characters
            unsafe handler.startElementNs = { context, name, _, _, _, _, count, _, values in
                unsafe session(context)?.start(name, context) { unsafe $0.addXML(values, count: count) }
            }
            unsafe handler.endElementNs = { context, _, _, _ in unsafe session(context)?.end(context) }
            unsafe handler.serror = { context, error in unsafe session(context)?.error(error) }
        } else {
            // What stands in `script` and `style` comes as CDATA, and is no text.
            unsafe handler.startElement = { context, name, values in
                unsafe session(context)?.start(name, context) { unsafe $0.addHTML(values) }
            }
            unsafe handler.endElement = { context, _ in unsafe session(context)?.end(context) }
        }
        return unsafe handler
    }
}

/// The session of a parser's context, which libxml2 passes to every callback.
private func session(_ context: UnsafeMutableRawPointer?) -> MarkupSession? {
    guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
        let opaque = unsafe parser.pointee._private
    else { return nil }
    return unsafe Unmanaged<MarkupSession>.fromOpaque(opaque).takeUnretainedValue()
}

/// What one run of the parser collects.
private final class MarkupSession {
    /// The source with what no document may hold made harmless, byte for byte at the same positions.
    let clean: [UInt8]
    private var collected: MarkupEvents
    private var places: PlaceCursor
    /// By the address of the name.
    private var nameIDs: [UInt: Int] = [:]
    private var open: [Int] = []
    /// Behind the last text or tag.
    private var lastEnd = 0
    /// Whether the document nests so deep that it has to be read again without the tags that do.
    private(set) var isTooDeep = false
    private let language: MarkupParser.Language
    /// Open elements of a page beyond the limit, whose text is taken for that of the last one within it.
    private var excess = 0
    private var isDepthTold = false

    init(_ source: [UInt8], _ language: MarkupParser.Language) {
        self.language = language
        collected = MarkupEvents(source: source)
        collected.events.reserveCapacity(source.count / 64)
        places = PlaceCursor(source)
        clean = MarkupBytes.cleaned(source)
    }

    var finished: MarkupEvents { collected }

    // MARK: - Elements

    func start(
        _ name: UnsafePointer<xmlChar>?, _ context: UnsafeMutableRawPointer?, attributes: (MarkupSession) -> Void
    ) {
        guard let name = unsafe name, !isTooDeep else { return }
        if open.count >= MarkupLimits.deepest { return unsafe goTooDeep(context) }
        let id = unsafe id(of: name)
        let first = collected.attributes.count
        attributes(self)
        let position = unsafe position(context)
        lastEnd = max(lastEnd, position)
        collected.events.append(
            MarkupEvents.Event(
                kind: .start, name: id, range: lastEnd..<lastEnd, attributes: first..<collected.attributes.count,
                place: places.place(of: lastEnd)))
        open.append(id)
    }

    private func goTooDeep(_ context: UnsafeMutableRawPointer?) {
        if language == .xml || excess >= MarkupLimits.mostExcess {
            isTooDeep = true
            return unsafe xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
        }
        if !isDepthTold {
            isDepthTold = true
            let detail = "elements nested more than \(MarkupLimits.deepest) deep; their text is kept without them"
            unsafe report(detail, at: places.place(of: max(lastEnd, position(context))))
        }
        excess += 1
        // Parts the words on either side.
        collected.spelled.append(.space)
        add(.spelled, collected.spelled.count - 1..<collected.spelled.count, at: places.place)
    }

    func end(_ context: UnsafeMutableRawPointer?) {
        if excess > 0 {
            excess -= 1
            return
        }
        guard let id = open.popLast(), !isTooDeep else { return }
        lastEnd = max(lastEnd, unsafe position(context))
        collected.events.append(
            MarkupEvents.Event(kind: .end, name: id, range: lastEnd..<lastEnd, place: places.place))
    }

    private func id(of name: UnsafePointer<xmlChar>) -> Int {
        let address = UInt(bitPattern: name)
        if let known = nameIDs[address] { return known }
        let text = unsafe String(cString: name)
        let id = collected.names.firstIndex(of: text) ?? collected.names.count
        if id == collected.names.count { collected.names.append(text) }
        nameIDs[address] = id
        return id
    }

    // MARK: - Attributes

    /// Five pointers an attribute: name, prefix, namespace, and the value's start and end.
    func addXML(_ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32) {
        guard let values = unsafe values else { return }
        for index in 0..<Int(count) {
            guard let name = unsafe values[index * 5], let start = unsafe values[index * 5 + 3],
                let end = unsafe values[index * 5 + 4]
            else { continue }
            let value = unsafe UnsafeBufferPointer(start: start, count: max(0, end - start))
            unsafe add(String(cString: name), String(decoding: value, as: UTF8.self))
        }
    }

    /// Names and values in turn, closed by a null pointer.
    func addHTML(_ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard let values = unsafe values else { return }
        var index = 0
        while let name = unsafe values[index] {
            unsafe add(String(cString: name), values[index + 1].map { unsafe String(cString: $0) } ?? "")
            index += 2
        }
    }

    /// Values of attributes are never longer than an address or a title.
    private static let longestValue = 4_096

    private func add(_ name: String, _ value: String) {
        let value = value.utf8.count > Self.longestValue ? String(value.prefix(Self.longestValue)) : value
        collected.attributes.append(MarkupEvents.Attribute(name: name.lowercased(), value: value))
    }

    // MARK: - Text

    func text(_ text: UnsafePointer<xmlChar>?, _ length: Int32, _ context: UnsafeMutableRawPointer?) {
        guard let text = unsafe text, length > 0, !isTooDeep else { return }
        let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(length))
        let position = unsafe position(context)
        if let start = unsafe start(of: bytes, near: position) {
            let range = start..<start + bytes.count
            add(.text, range, at: places.place(of: start))
            lastEnd = range.upperBound
        } else {
            let first = collected.spelled.count
            unsafe collected.spelled.append(contentsOf: bytes)
            add(.spelled, first..<collected.spelled.count, at: places.place(of: ampersand(before: position)))
            lastEnd = max(lastEnd, position)
        }
    }

    private func add(_ kind: MarkupEvents.Event.Kind, _ range: Range<Int>, at place: Place) {
        collected.events.append(MarkupEvents.Event(kind: kind, name: open.last ?? -1, range: range, place: place))
    }

    /// Bytes by which libxml2 may be ahead of or behind a text that it reports: one character.
    private static let slack = 4

    /// Where the source has this text; nil if it spells it otherwise.
    ///
    /// libxml2 reports a text before or after it has stepped over it, as its kinds of loops go, so the few positions that
    /// can be meant are compared. A match ahead of the last one is always taken for the text itself.
    private func start(of text: UnsafeBufferPointer<xmlChar>, near position: Int) -> Int? {
        for shift in 0...Self.slack {
            for start in [position - text.count + shift, position - shift] where start >= lastEnd {
                if unsafe matches(text, at: start) { return start }
            }
        }
        return nil
    }

    private func matches(_ text: UnsafeBufferPointer<xmlChar>, at start: Int) -> Bool {
        guard start + text.count <= clean.count else { return false }
        // Both stretches are inside their buffers: the check above, and the count of the buffer itself.
        return unsafe clean.withUnsafeBytes { bytes in
            guard let mine = bytes.baseAddress, let theirs = text.baseAddress else { return false }
            return unsafe memcmp(mine + start, theirs, text.count) == 0
        }
    }

    private func ampersand(before position: Int) -> Int {
        let end = min(max(lastEnd, position + 1), clean.count)
        return clean[lastEnd..<end].firstIndex(of: UInt8(ascii: "&")) ?? lastEnd
    }

    /// How far the parser has read.
    private func position(_ context: UnsafeMutableRawPointer?) -> Int {
        guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
            let input = unsafe parser.pointee.input, let base = unsafe input.pointee.base,
            let current = unsafe input.pointee.cur
        else { return lastEnd }
        return unsafe min(Int(clamping: input.pointee.consumed) + (current - base), clean.count)
    }

    // MARK: - Errors

    /// Errors told at most; a document with more is broken throughout.
    private static let mostErrors = 20

    func error(_ error: UnsafeMutablePointer<xmlError>?) {
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

    func report(_ detail: String, at place: Place) {
        guard collected.damage.count < Self.mostErrors else { return }
        collected.damage.append(Diagnostic(kind: .markupDamage, place: place, detail: detail))
    }
}
