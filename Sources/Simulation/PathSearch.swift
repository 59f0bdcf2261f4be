/// Finds cheapest paths over hexes: A* (Hart, Nilsson, Raphael 1968) with buffers that are used
/// again, so that a search allocates nothing once they are warm.
///
/// The heuristic is the distance times the least cost of a step, which never overestimates; among
/// equal costs the lower index goes first, so that a search has one answer.
struct PathSearch: Sendable {
  /// The steps of the last path found, `HexSide.rawValue` each.
  private(set) var steps: [UInt8] = []

  private var cost: [Int32]
  private var seen: [Int32]
  private var closed: [Int32]
  private var arrivedBy: [UInt8]
  private var penalty: [Int32]
  private var penalized: [Int32] = []
  private var heap = HexHeap()
  private var generation: Int32 = 0

  /// A search over so many hexes.
  init(hexes: Int) {
    cost = Array(repeating: 0, count: hexes)
    seen = Array(repeating: 0, count: hexes)
    closed = Array(repeating: 0, count: hexes)
    arrivedBy = Array(repeating: 0, count: hexes)
    penalty = Array(repeating: 0, count: hexes)
  }

  /// Forgets the penalties.
  mutating func clearPenalties() {
    for hex in penalized { penalty[Int(hex)] = 0 }
    penalized.removeAll(keepingCapacity: true)
  }

  /// Adds 1/100 minutes to the cost of entering a hex.
  mutating func addPenalty(_ amount: Int32, at hex: Int) {
    guard penalty[hex] < amount else { return }
    if penalty[hex] == 0 { penalized.append(Int32(hex)) }
    penalty[hex] = amount
  }

  /// Adds penalties at a known enemy's hex and its neighbours.
  mutating func avoid(_ hex: Int, _ grid: HexGrid, _ rules: Rules) {
    addPenalty(100 * rules.movement[.avoidEnemyMinutes], at: hex)
    for side in HexSide.allCases {
      let near = grid.neighbor(of: hex, side)
      if near >= 0 { addPenalty(100 * rules.movement[.avoidNearMinutes], at: near) }
    }
  }

  /// Finds the cheapest path and leaves its steps in `steps`; its cost in 1/100 minutes (penalties
  /// included), or nil where there is no way.
  mutating func find(
    from start: Int, to goal: Int, in terrain: borrowing Terrain, _ costs: MovementCosts,
    _ mobility: Mobility, _ mode: MarchMode
  ) -> Int32? {
    steps.removeAll(keepingCapacity: true)
    guard start != goal else { return 0 }
    generation += 1
    heap.removeAll()
    let grid = terrain.grid
    let least = costs.leastCost(mobility, mode)
    cost[start] = 0
    seen[start] = generation
    heap.push(cost: Int32(grid.distance(start, goal)) * least, hex: Int32(start))
    while let hex = heap.pop().map({ Int($0) }) {
      if hex == goal { return finish(start, goal, grid) }
      guard closed[hex] != generation else { continue }
      closed[hex] = generation
      let sofar = cost[hex]
      for side in HexSide.allCases {
        let other = grid.neighbor(of: hex, side)
        guard other >= 0, closed[other] != generation,
          let step = costs.step(terrain, from: hex, side, to: other, mobility, mode)
        else { continue }
        let total = sofar + step + (other == goal ? 0 : penalty[other])
        guard seen[other] != generation || total < cost[other] else { continue }
        seen[other] = generation
        cost[other] = total
        arrivedBy[other] = side.rawValue
        heap.push(cost: total + Int32(grid.distance(other, goal)) * least, hex: Int32(other))
      }
    }
    return nil
  }

  /// Walks back from the goal and turns the steps round.
  private mutating func finish(_ start: Int, _ goal: Int, _ grid: HexGrid) -> Int32 {
    var hex = goal
    while hex != start, let side = HexSide(rawValue: arrivedBy[hex]) {
      steps.append(side.rawValue)
      hex = grid.neighbor(of: hex, side.opposite)
    }
    steps.reverse()
    return cost[goal]
  }
}

/// A binary heap of hexes by cost, then by index.
struct HexHeap: Sendable {
  private var keys: [Int64] = []

  /// Forgets everything.
  mutating func removeAll() { keys.removeAll(keepingCapacity: true) }

  /// Adds a hex.
  mutating func push(cost: Int32, hex: Int32) {
    // Cost above, index below: one comparison orders by both.
    let key = Int64(cost) << 32 | Int64(hex)
    var place = keys.count
    keys.append(key)
    while place > 0 {
      let parent = (place - 1) / 2
      guard key < keys[parent] else { break }
      keys[place] = keys[parent]
      place = parent
    }
    keys[place] = key
  }

  /// Takes the cheapest hex.
  mutating func pop() -> Int32? {
    guard let top = keys.first, let last = keys.popLast() else { return nil }
    guard !keys.isEmpty else { return Int32(truncatingIfNeeded: top) }
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < keys.count else { break }
      if child + 1 < keys.count, keys[child + 1] < keys[child] { child += 1 }
      guard keys[child] < last else { break }
      keys[place] = keys[child]
      place = child
    }
    keys[place] = last
    return Int32(truncatingIfNeeded: top)
  }
}
