/// Buffers for finding ways back. What they hold is good for the tick in which it was found.
struct RetreatScratch: Sendable {
  /// By side: whether its lines are known in this tick.
  private(set) var isTraced: [Bool]
  /// By side and hex: steps along the line of supply from its source, -1 where no line runs.
  private(set) var steps: [Int32]
  /// Where the side knows enemies near the unit in question.
  var enemies: [Int32] = []
  /// The queue of the tracing search.
  var queue: [Int32] = []
  /// How many hexes there are.
  let hexes: Int

  /// Buffers for so many sides and hexes.
  init(sides: Int, hexes: Int) {
    isTraced = Array(repeating: false, count: sides)
    steps = Array(repeating: -1, count: sides * hexes)
    self.hexes = hexes
  }

  /// A new tick: nothing is known.
  mutating func forget() {
    for side in isTraced.indices { isTraced[side] = false }
  }

  /// Starts to trace a side's lines.
  mutating func begin(_ side: Int) {
    for hex in 0..<hexes { steps[side * hexes + hex] = -1 }
    isTraced[side] = true
    queue.removeAll(keepingCapacity: true)
  }

  /// Notes a hex of a line unless it has a number already.
  mutating func reach(_ side: Int, _ hex: Int, steps number: Int32) {
    guard steps[side * hexes + hex] == -1 else { return }
    steps[side * hexes + hex] = number
    queue.append(Int32(hex))
  }

  /// Closes a hex to the lines of a side.
  mutating func close(_ side: Int, _ hex: Int) { steps[side * hexes + hex] = -2 }

  /// Steps from the source at a hex, below 0 where no line runs.
  func line(_ side: Int, _ hex: Int) -> Int32 { steps[side * hexes + hex] }
}
