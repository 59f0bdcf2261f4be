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
    /// What ground it is, as `MovementCosts` numbers it; 255 where nobody may stand.
    var ground: UInt8 = 0
  }

  private var nodes: [Node]
  private var penalized: [Int32] = []
  private var heap = HexHeap()
  private var generation: Int32 = 0
  /// Whether the nodes know their ground: found out by the first search.
  private var knowsGround = false

  /// A search over so many hexes; all its searches are on one and the same ground.
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
    if !knowsGround {
      for hex in nodes.indices { nodes[hex].ground = costs.groundNumber(terrain, hex) }
      knowsGround = true
    }
    let grid = terrain.grid
    let isFound = search(
      from: start, to: goal, terrain, costs.lines(mobility, mode),
      Aim(goal, grid, least: costs.leastCost(mobility, mode)))
    return isFound ? finish(start, goal, grid) : nil
  }

  /// Whether there is a way; then the nodes tell it from the goal back.
  private mutating func search(
    from start: Int, to goal: Int, _ terrain: borrowing Terrain, _ costs: CostLines, _ aim: Aim
  ) -> Bool {
    let (columns, rows) = (terrain.grid.columns, terrain.grid.rows)
    let width = UInt32(truncatingIfNeeded: columns)
    let (reached, done) = (2 * generation, 2 * generation + 1)
    return nodes.withUnsafeMutableBufferPointer { nodes in
      nodes[start].cost = 0
      nodes[start].stamp = reached
      heap.push(cost: aim.estimate(start / columns, start % columns), hex: Int32(start))
      while let hex = heap.pop().map({ Int($0) }) {
        if hex == goal { return true }
        guard nodes[hex].stamp != done else { continue }
        nodes[hex].stamp = done
        let sofar = nodes[hex].cost
        // Half as wide a division takes a fraction of the time.
        let row = Int(UInt32(truncatingIfNeeded: hex) / width)
        let column = hex - row * columns
        let leaving = costs.leaving(terrain, hex, nodes[hex].ground)
        for side in UInt8(0)..<6 {
          let (nextColumn, nextRow) = Self.step(column, row, side)
          guard nextColumn >= 0, nextColumn < columns, nextRow >= 0, nextRow < rows
          else { continue }
          let other = nextRow * columns + nextColumn
          guard nodes[other].stamp != done,
            let step = costs.step(leaving, across: side, into: nodes[other].ground)
          else { continue }
          let total = sofar + step + (other == goal ? 0 : nodes[other].penalty)
          guard nodes[other].stamp != reached || total < nodes[other].cost else { continue }
          nodes[other].cost = total
          nodes[other].stamp = reached
          nodes[other].arrivedBy = side
          heap.push(cost: total + aim.estimate(nextRow, nextColumn), hex: Int32(other))
        }
      }
      return false
    }
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

  /// The column and row across an edge (`HexSide.rawValue`), inside the grid or not.
  @inline(__always)
  private static func step(_ column: Int, _ row: Int, _ side: UInt8) -> (Int, Int) {
    let odd = row & 1
    return switch side {
    case 0: (column + 1, row)
    case 1: (column + odd, row + 1)
    case 2: (column + odd - 1, row + 1)
    case 3: (column - 1, row)
    case 4: (column + odd - 1, row - 1)
    default: (column + odd, row - 1)
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
