/// What steps cost one mobility and march mode: the lines of `MovementCosts` that a search asks
/// for.
struct CostLines {
  /// The ground's number where no ground unit may stand.
  static let closed: UInt8 = 255

  /// The costs of ground; the line used starts at `groundLine`.
  let ground: [Int32]
  /// Where the line of `ground` starts.
  let groundLine: Int
  /// The costs of roads; the line used starts at `roadLine`.
  let road: [Int32]
  /// Where the line of `road` starts.
  let roadLine: Int
  /// What fording costs.
  let ford: Int32
  /// What a step along a road costs deployed; -1 in column, where `road` tells.
  let deployedOnRoad: Int32

  /// What a hex says of all steps out of it.
  struct Leaving {
    fileprivate let roads: UInt16
    fileprivate let rivers: UInt16
    fileprivate let bridges: UInt8
    fileprivate let ground: Int32
  }

  /// What a hex whose ground has a number says of all steps out of it.
  @inline(__always)
  func leaving(_ terrain: borrowing Terrain, _ hex: Int, _ number: UInt8) -> Leaving {
    Leaving(
      roads: terrain.roads[hex], rivers: terrain.rivers[hex], bridges: terrain.bridges[hex],
      ground: number == Self.closed ? 0 : ground[groundLine + Int(number)])
  }

  /// What the step out of a hex across an edge (`HexSide.rawValue`) into ground of a number costs
  /// in 1/100 minutes; nil where no ground unit can make it.
  @inline(__always)
  func step(_ from: Leaving, across side: UInt8, into number: UInt8) -> Int32? {
    guard number != Self.closed else { return nil }
    var cost: Int32 = 0
    let shift = 2 * UInt16(side)
    let river = UInt8(truncatingIfNeeded: from.rivers >> shift) & 3
    if river != 0, from.bridges & (1 << side) == 0 {
      guard river == RiverClass.minor.rawValue else { return nil }
      cost = ford
    }
    let kind = Int(from.roads >> shift) & 3
    guard kind != 0 else { return cost + (from.ground + ground[groundLine + Int(number)]) / 2 }
    return cost + (deployedOnRoad < 0 ? road[roadLine + kind] : deployedOnRoad)
  }
}
