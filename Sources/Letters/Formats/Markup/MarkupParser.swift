import CLibXML2

/// Reads XML or HTML with libxml2 into events.
///
/// The parser never reaches for anything outside the bytes it is given: no network, no external entity, no DTD.
/// Entities of a document's own are refused before (`MarkupProlog`), depth and attributes are limited (`MarkupLimits`),
/// and what a broken document still says is kept.
///
/// All calls into libxml2 stand in this file and in `MarkupCollector`. Its safety rests on this: the parser runs inside
/// `run`, which keeps the collector and the bytes alive for that time, touches neither, and frees the parser's context
/// at its end; each callback gets that context, whose `_private` is the address of the collector, and libxml2 calls one
/// at a time; the texts, names and attributes that libxml2 hands out are copied before the callback returns. Names are
/// interned by libxml2's dictionary, so one address is one name for as long as the context lives.
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
                damage.append(Diagnostic(kind: .markupDamage, place: events.place(of: last), detail: detail))
            }
        }
        events.damage = damage + events.damage
        return events
    }

    /// One run of libxml2 over the bytes; whether it stopped because elements are nested too deep.
    private static func run(_ source: [UInt8], as language: Language) -> (events: MarkupEvents, isTooDeep: Bool) {
        precondition(isInitialised)
        var collector = MarkupCollector(source, language)
        guard let context = unsafe language == .xml ? xmlNewParserCtxt() : htmlNewParserCtxt() else {
            collector.report("libxml2 has no memory for it", at: .start)
            return (collector.finished, false)
        }
        defer { unsafe xmlFreeParserCtxt(context) }
        if let handler = unsafe context.pointee.sax { unsafe handler.pointee = callbacks(language) }
        let clean = collector.clean
        let size = Int32(clamping: clean.count)
        unsafe withUnsafeMutablePointer(to: &collector) { collector in
            unsafe context.pointee._private = UnsafeMutableRawPointer(collector)
            unsafe clean.withUnsafeBytes { buffer in
                guard let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
                if language == .xml {
                    let options =
                        XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_RECOVER.rawValue
                        | XML_PARSE_IGNORE_ENC.rawValue
                    // Without an encoding to convert from, it reads the bytes as they are: UTF-8, as `MarkupBytes` sees to.
                    unsafe xmlCtxtReadMemory(context, start, size, nil, nil, Int32(bitPattern: options))
                } else {
                    let options =
                        HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
                    unsafe htmlCtxtReadMemory(context, start, size, nil, "UTF-8", Int32(bitPattern: options))
                }
            }
        }
        return (collector.finished, collector.isTooDeep)
    }

    // MARK: - Callbacks

    private static func callbacks(_ language: Language) -> xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.characters = { unsafe collector($0)?.pointee.text($1, $2, $0) }
        unsafe handler.ignorableWhitespace = handler.characters
        if language == .xml {
            unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
            unsafe handler.cdataBlock = handler.characters
            unsafe handler.startElementNs = { context, name, _, _, _, _, count, _, values in
                unsafe collector(context)?.pointee.start(name, context) { unsafe $0.addXML(values, count: count) }
            }
            unsafe handler.endElementNs = { context, _, _, _ in unsafe collector(context)?.pointee.end(context) }
            unsafe handler.serror = { context, error in unsafe collector(context)?.pointee.error(error) }
        } else {
            // What stands in `script` and `style` comes as CDATA, and is no text.
            unsafe handler.startElement = { context, name, values in
                unsafe collector(context)?.pointee.start(name, context) { unsafe $0.addHTML(values) }
            }
            unsafe handler.endElement = { context, _ in unsafe collector(context)?.pointee.end(context) }
        }
        return unsafe handler
    }
}

/// What the run of a parser's context collects, which libxml2 passes to every callback.
private func collector(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<MarkupCollector>? {
    guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return nil }
    return unsafe parser.pointee._private?.assumingMemoryBound(to: MarkupCollector.self)
}
