/// Finds cheapest paths over hexes: A* (Hart, Nilsson, Raphael 1968) with buffers that are used
/// again, so that a search allocates nothing once they are warm.
///
/// The heuristic is the distance times the least cost of a step, which never overestimates; among
/// equal costs the lower index goes first, so that a search has one answer.
struct PathSearch: Sendable {
  /// The steps of the last path found, `HexSide.rawValue` each.
  private(set) var steps: [UInt8] = []

  /// What a search knows of a hex; one entry holds all so that one look at memory finds it.
  private struct Node: Sendable {
    /// The least cost found so far.
    var cost: Int32 = 0
    /// The search that reached it, times 2; one more where it is done with.
    var stamp: Int32 = 0
    /// Added to the cost of entering it.
    var penalty: Int32 = 0
    /// The side by which it was reached.
    var arrivedBy: UInt8 = 0
  }

  private var nodes: [Node]
  private var penalized: [Int32] = []
  private var heap = HexHeap()
  private var generation: Int32 = 0

  /// A search over so many hexes.
  init(hexes: Int) {
    nodes = Array(repeating: Node(), count: hexes)
  }

  /// Forgets the penalties.
  mutating func clearPenalties() {
    for hex in penalized { nodes[Int(hex)].penalty = 0 }
    penalized.removeAll(keepingCapacity: true)
  }

  /// Adds 1/100 minutes to the cost of entering a hex.
  mutating func addPenalty(_ amount: Int32, at hex: Int) {
    guard nodes[hex].penalty < amount else { return }
    if nodes[hex].penalty == 0 { penalized.append(Int32(hex)) }
    nodes[hex].penalty = amount
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
    let aim = Aim(goal, grid, least: costs.leastCost(mobility, mode))
    let (reached, done) = (2 * generation, 2 * generation + 1)
    nodes[start].cost = 0
    nodes[start].stamp = reached
    heap.push(cost: aim.estimate(start / grid.columns, start % grid.columns), hex: Int32(start))
    while let hex = heap.pop().map({ Int($0) }) {
      if hex == goal { return finish(start, goal, grid) }
      guard nodes[hex].stamp != done else { continue }
      nodes[hex].stamp = done
      let sofar = nodes[hex].cost
      let row = hex / grid.columns
      let column = hex - row * grid.columns
      for side in HexSide.allCases {
        let (nextColumn, nextRow) = Self.step(column, row, side)
        guard nextColumn >= 0, nextColumn < grid.columns, nextRow >= 0, nextRow < grid.rows
        else { continue }
        let other = nextRow * grid.columns + nextColumn
        let node = nodes[other]
        guard node.stamp != done,
          let step = costs.step(terrain, from: hex, side, to: other, mobility, mode)
        else { continue }
        let total = sofar + step + (other == goal ? 0 : node.penalty)
        guard node.stamp != reached || total < node.cost else { continue }
        nodes[other] = Node(
          cost: total, stamp: reached, penalty: node.penalty, arrivedBy: side.rawValue)
        heap.push(cost: total + aim.estimate(nextRow, nextColumn), hex: Int32(other))
      }
    }
    return nil
  }

  /// The goal of a search, and what the way there costs at least.
  private struct Aim {
    private let q: Int
    private let r: Int
    private let least: Int32

    init(_ goal: Int, _ grid: HexGrid, least: Int32) {
      r = goal / grid.columns
      q = goal - r * grid.columns - (r - r & 1) / 2
      self.least = least
    }

    @inline(__always)
    func estimate(_ row: Int, _ column: Int) -> Int32 {
      let dq = column - (row - row & 1) / 2 - q
      let dr = row - r
      return Int32((abs(dq) + abs(dr) + abs(dq + dr)) / 2) * least
    }
  }

  /// The column and row across an edge, inside the grid or not.
  @inline(__always)
  private static func step(_ column: Int, _ row: Int, _ side: HexSide) -> (Int, Int) {
    let odd = row & 1
    return switch side {
    case .east: (column + 1, row)
    case .southEast: (column + odd, row + 1)
    case .southWest: (column + odd - 1, row + 1)
    case .west: (column - 1, row)
    case .northWest: (column + odd - 1, row - 1)
    case .northEast: (column + odd, row - 1)
    }
  }

  /// Walks back from the goal and turns the steps round.
  private mutating func finish(_ start: Int, _ goal: Int, _ grid: HexGrid) -> Int32 {
    var hex = goal
    while hex != start, let side = HexSide(rawValue: nodes[hex].arrivedBy) {
      steps.append(side.rawValue)
      hex = grid.neighbor(of: hex, side.opposite)
    }
    steps.reverse()
    return nodes[goal].cost
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
