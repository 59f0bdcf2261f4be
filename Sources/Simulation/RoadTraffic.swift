/// Which stretches of road columns on the march fill: a column reaches back from its head along the
/// way that it came for its whole length. Rebuilt at the start of each tick's movement.
struct RoadTraffic: Sendable {
  /// By hex and edge of leaving: metres of column that are to leave the hex by that edge.
  private var meters: [Int32]
  /// By hex and edge: how many columns span the edge, part on this side and part beyond.
  private var spans: [UInt8]
  private var touched: [Int32] = []

  /// Empty roads.
  init(hexes: Int) {
    meters = Array(repeating: 0, count: hexes * 6)
    spans = Array(repeating: 0, count: hexes * 6)
  }

  /// Nobody is on the road.
  mutating func clear() {
    for entry in touched {
      meters[Int(entry)] = 0
      spans[Int(entry)] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// Adds a stretch of column in a hex that leaves by an edge; `isSpanning` where its front part is
  /// across already.
  mutating func add(_ length: Int32, in hex: Int, leavingBy side: HexSide, isSpanning: Bool) {
    let entry = hex * 6 + Int(side.rawValue)
    if meters[entry] == 0, spans[entry] == 0 { touched.append(Int32(entry)) }
    meters[entry] += length
    if isSpanning, spans[entry] < 255 { spans[entry] += 1 }
  }

  /// Metres of column in a hex that are in the way of one that comes in by an edge: all but those
  /// that drive out by that edge, who have the other side of the road.
  func meters(in hex: Int, enteredBy side: HexSide) -> Int32 {
    var sum: Int32 = 0
    for exit in HexSide.allCases where exit != side {
      sum += meters[hex * 6 + Int(exit.rawValue)]
    }
    return sum
  }

  /// Whether a column is on its way over the edge of a hex, from here or from beyond.
  func isSpanned(_ hex: Int, _ side: HexSide, beyond: Int) -> Bool {
    spans[hex * 6 + Int(side.rawValue)] > 0
      || spans[beyond * 6 + Int(side.opposite.rawValue)] > 0
  }
}
