import Simulation

/// Who holds which hex, freed of what only passed: a column's track one hex wide and islands of a
/// few hexes count as ground of whoever holds the ground around.
enum HeldGround {
  /// How much is smoothed away.
  struct Grain: Sendable, Equatable {
    /// Rounds in which a hex takes the side of most of its neighbours.
    var rounds: Int
    /// Islands of fewer hexes go.
    var smallest: Int

    /// Near by, only stray hexes go.
    static let fine = Grain(rounds: 1, smallest: 3)
    /// Far out, what is smaller than a battalion's ground goes.
    static let coarse = Grain(rounds: 2, smallest: 9)
  }

  /// The control column smoothed; hexes of towns keep their holder until the islands go.
  static func smoothed(_ control: [UInt8], _ terrain: Terrain, _ grain: Grain) -> [UInt8] {
    var held = control
    for _ in 0..<grain.rounds { vote(&held, terrain) }
    dropIslands(&held, terrain, grain.smallest)
    return held
  }

  /// Where another side holds more of a hex's neighbours than its own side with the hex itself, the
  /// hex goes over.
  private static func vote(_ held: inout [UInt8], _ terrain: Terrain) {
    let grid = terrain.grid
    var changes: [(hex: Int, side: UInt8)] = []
    for hex in held.indices where held[hex] != 255 && terrain.quarter[hex] < 0 {
      let own = held[hex]
      var (same, others, rival) = (1, 0, own)
      for side in HexSide.allCases {
        let next = grid.neighbor(of: hex, side)
        guard next >= 0, held[next] != 255 else { continue }
        if held[next] == own {
          same += 1
        } else {
          others += 1
          rival = held[next]
        }
      }
      if others > same { changes.append((hex, rival)) }
    }
    for change in changes { held[change.hex] = change.side }
  }

  /// Islands below the size go over to the side that they touch, but for towns of three hexes on.
  private static func dropIslands(_ held: inout [UInt8], _ terrain: Terrain, _ smallest: Int) {
    let grid = terrain.grid
    var seen = [Bool](repeating: false, count: held.count)
    var island: [Int] = []
    for start in held.indices where held[start] != 255 && !seen[start] {
      let own = held[start]
      var rival: UInt8 = 255
      var built = 0
      island.removeAll(keepingCapacity: true)
      island.append(start)
      seen[start] = true
      var next = 0
      while next < island.count {
        let hex = island[next]
        next += 1
        if terrain.quarter[hex] >= 0 { built += 1 }
        for side in HexSide.allCases {
          let other = grid.neighbor(of: hex, side)
          guard other >= 0 else { continue }
          if held[other] == own {
            guard !seen[other] else { continue }
            seen[other] = true
            island.append(other)
          } else if held[other] != 255 {
            rival = held[other]
          }
        }
      }
      guard island.count < smallest, built < 3, rival != 255 else { continue }
      for hex in island { held[hex] = rival }
    }
  }
}
