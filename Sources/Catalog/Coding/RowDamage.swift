/// What is wrong with a stored value; becomes `CatalogError.damaged` where the path is known.
struct RowDamage: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
