extension World {
  /// Where a unit's path leads next: its next waypoint, else its task's goal; -1 for nowhere.
  func legGoal(of row: Int) -> Int32 {
    let done = Int(units.wayDone[row])
    guard done < Int(units.wayCount[row]) else { return units.taskTarget[row] }
    return units.ways[row * Order.wayCapacity + done]
  }

  /// Gives a unit the waypoints of an order; those where it stands already count as passed.
  mutating func setWays(_ row: Int, _ ways: [Int32]) {
    let count = min(ways.count, Order.wayCapacity)
    for place in 0..<Order.wayCapacity {
      units.ways[row * Order.wayCapacity + place] = place < count ? ways[place] : -1
    }
    units.wayCount[row] = Int32(count)
    units.wayDone[row] = 0
    passWays(row)
  }

  /// Strikes off the waypoints that lie where a unit stands.
  mutating func passWays(_ row: Int) {
    while units.wayDone[row] < units.wayCount[row], legGoal(of: row) == units.hex[row] {
      units.wayDone[row] += 1
    }
  }

  /// Forgets a unit's waypoints.
  mutating func clearWays(_ row: Int) {
    guard units.wayCount[row] > 0 else { return }
    for place in 0..<Order.wayCapacity { units.ways[row * Order.wayCapacity + place] = -1 }
    units.wayCount[row] = 0
    units.wayDone[row] = 0
  }
}
