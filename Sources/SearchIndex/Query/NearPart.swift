/// A part of what must stand near one another.
///
/// A term stands at each of its positions and takes one. A group stands at a position when its parts follow from there on,
/// each beginning where the one before ends or later, or, in any order, each beginning there or later; of several ways
/// the one that ends first counts. What it takes, from there to its end, is at most the number of its terms and the slop.
public indirect enum NearPart: Sendable, Equatable {
    case term(String)
    case group([NearPart], slop: UInt32, isOrdered: Bool)
}

/// The same with terms as numbers.
indirect enum PreparedNear {
    case term(Int)
    case group([PreparedNear], extent: UInt64, isOrdered: Bool)
}
