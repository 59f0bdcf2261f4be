extension World {
  /// Notes where the columns are that drive along roads.
  func listTraffic(_ traffic: inout RoadTraffic) {
    traffic.clear()
    for row in 0..<units.count where isOnRoadMarch(row) {
      var left = columnLength(row)
      var hex = Int(units.hex[row])
      var step = Int(units.pathDone[row])
      let base = row * Self.pathCapacity
      var isHead = true
      while left > 0, let side = HexSide(rawValue: units.pathSteps[base + step]) {
        traffic.add(
          min(left, Self.hexMeters), in: hex, leavingBy: side, isSpanning: !isHead)
        left -= Self.hexMeters
        isHead = false
        guard step > 0, let last = HexSide(rawValue: units.pathSteps[base + step - 1]) else {
          break
        }
        step -= 1
        hex = setup.terrain.grid.neighbor(of: hex, last.opposite)
        guard hex >= 0 else { break }
      }
    }
  }

  private static let hexMeters = Int32(HexGrid.spacingMeters)

  /// Whether a unit drives or marches in column.
  private func isOnRoadMarch(_ row: Int) -> Bool {
    units.posture[row] == .column && units.pathDone[row] < units.pathCount[row]
      && standsOnGround(row)
  }

  /// Metres of road that a unit takes in column: by its vehicles, or by its men where they walk.
  func columnLength(_ row: Int) -> Int32 {
    let table = setup.rules.movement
    switch units.roster.arm[row] {
    case .leader, .press: return 0
    default: break
    }
    if mobility(row) == .foot {
      return men(row) * table[.columnMetersPerHundredMen] / 100
    }
    return vehicleCount(row) * table[.columnMetersPerVehicle]
  }

  /// Whether a column has to wait before the next hex of its road: other columns fill it, or one is
  /// still on the bridge. After a while the military police get it through.
  func isHeldUp(_ row: Int, _ side: HexSide, _ next: Int, _ traffic: borrowing RoadTraffic) -> Bool
  {
    let table = setup.rules.movement
    let hex = Int(units.hex[row])
    let road = setup.terrain.road(hex, side)
    guard units.posture[row] == .column, road != .none,
      units.heldUpMinutes[row] < table[.jamLimitMinutes]
    else { return false }
    let own = columnLength(row)
    guard own > 0 else { return false }
    if setup.terrain.hasBridge(hex, side), traffic.isSpanned(hex, side, beyond: next) {
      return true
    }
    // At its goal it leaves the road.
    guard units.pathDone[row] + 1 < units.pathCount[row] else { return false }
    let there = traffic.meters(in: next, enteredBy: side.opposite)
    let room = road == .motorway ? table[.motorwayRoomMeters] : table[.roadRoomMeters]
    return there > 0 && there + min(own, Self.hexMeters) > room
  }
}
