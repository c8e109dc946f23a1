import Foundation

/// JSON and back.
enum Coded {
    static func encoded(_ value: some Encodable) throws -> Data { try JSONEncoder().encode(value) }

    static func decoded<Value: Decodable>(_ data: Data) throws -> Value {
        try JSONDecoder().decode(Value.self, from: data)
    }
}
