extension World {
  /// Shows every number of the state but setup and seed to a visitor, in the order that is the
  /// order of the hash and of the written form.
  mutating func walk<Visitor: ColumnVisitor>(_ visitor: inout Visitor) {
    visitor.begin("world", -1)
    visitor.visit(scalar: "tick", &tick.rawValue, 0...Self.lastTick)
    visitor.visit(scalar: "cease_fire_tick", &ceaseFireTick.rawValue, 0...Self.lastTick)
    var holds: Int32 = truceHolds ? 1 : 0
    visitor.visit(scalar: "truce_holds", &holds, 0...1)
    truceHolds = holds != 0
    var digest = Int64(bitPattern: orderDigest)
    visitor.visit(scalar: "order_digest", &digest)
    orderDigest = UInt64(bitPattern: digest)
    walkLists(&visitor)
    visitor.begin("command", -1)
    command.walk(&visitor, setup)
    visitor.begin("units", -1)
    units.walk(&visitor, setup)
    visitor.begin("ground", -1)
    ground.walk(&visitor, setup)
    for side in knowledge.indices {
      visitor.begin("knowledge", side)
      knowledge[side].walk(&visitor, setup)
    }
    for side in politics.indices {
      visitor.begin("politics", side)
      politics[side].walk(&visitor)
    }
    visitor.begin("civilians", -1)
    civilians.walk(&visitor, setup)
  }

  /// The last tick that a state may have: two years.
  static let lastTick: Int32 = 1_051_200

  private mutating func walkLists<Visitor: ColumnVisitor>(_ visitor: inout Visitor) {
    walk(&visitor, "pending", &pending, PendingOrder.width)
    walk(&visitor, "queued", &queued, PendingOrder.width)
    walk(&visitor, "fire_missions", &fireMissions, FireMission.width)
    walk(&visitor, "treks", &treks, RefugeeTrek.width)
    var end = outcome.map { $0.numbers } ?? []
    visitor.visit("outcome", &end, count: nil)
    outcome = Outcome(numbers: end, sides: setup.sides.count)
  }

  /// A list of records as a column of their numbers.
  private func walk<Visitor: ColumnVisitor, Element: NumberedRecord>(
    _ visitor: inout Visitor, _ name: StaticString, _ list: inout [Element], _ width: Int
  ) {
    var column: [Int32] = []
    column.reserveCapacity(list.count * width)
    for element in list { element.append(to: &column) }
    visitor.visit(name, &column, Int32.min...Int32.max, count: nil)
    list = []
    for start in stride(from: 0, to: column.count - width + 1, by: width) {
      guard let element = Element(column[start..<(start + width)], setup) else { continue }
      list.append(element)
    }
  }
}

extension UnitColumns {
  mutating func walk<Visitor: ColumnVisitor>(_ visitor: inout Visitor, _ setup: BattleSetup) {
    walkPlaces(&visitor, Int32(setup.terrain.grid.count - 1))
    walkStrength(&visitor)
    walkCondition(&visitor)
    walkTasks(&visitor, Int32(setup.terrain.grid.count - 1))
    walkOrders(&visitor, setup)
  }

  private mutating func walkPlaces<Visitor: ColumnVisitor>(
    _ visitor: inout Visitor, _ lastHex: Int32
  ) {
    visitor.visit(cases: "status", &status, count: count)
    visitor.visit(cases: "posture", &posture, count: count)
    visitor.visit(cases: "readiness", &readiness, count: count)
    visitor.visit("hex", &hex, 0...lastHex, count: count)
    visitor.visit("next_hex", &nextHex, 0...lastHex, count: count)
    visitor.visit("progress", &progress, 0...65_535, count: count)
  }

  private mutating func walkStrength<Visitor: ColumnVisitor>(_ visitor: inout Visitor) {
    let many: ClosedRange<Int32> = 0...51_200_000
    let either: ClosedRange<Int32> = -51_200_000...51_200_000
    let cells = count * VehicleClass.count
    visitor.visit("personnel", &personnel, many, count: count)
    visitor.visit("vehicles", &vehicles, many, count: cells)
    visitor.visit("personnel_lost", &personnelLost, many, count: count)
    visitor.visit("vehicles_lost", &vehiclesLost, many, count: cells)
    visitor.visit("vehicles_damaged", &vehiclesDamaged, many, count: cells)
    visitor.visit("personnel_detached", &personnelDetached, either, count: count)
    visitor.visit("vehicles_detached", &vehiclesDetached, either, count: cells)
    visitor.visit("personnel_at_start", &personnelAtStart, many, count: count)
    visitor.visit("vehicles_at_start", &vehiclesAtStart, many, count: cells)
  }

  private mutating func walkCondition<Visitor: ColumnVisitor>(_ visitor: inout Visitor) {
    visitor.visit("quality", &quality, -3...3, count: count)
    visitor.visit("suppression", &suppression, 0...1000, count: count)
    visitor.visit("cohesion", &cohesion, 0...1000, count: count)
    visitor.visit("fatigue", &fatigue, 0...1000, count: count)
    visitor.visit("ammunition", &ammunition, 0...256_000, count: count)
    visitor.visit("fuel", &fuel, 0...10_000, count: count)
    visitor.visit("entrenchment", &entrenchment, 0...4, count: count)
    visitor.visit("entrenchment_minutes", &entrenchmentMinutes, 0...100_000, count: count)
    visitor.visit("busy_minutes", &busyMinutes, 0...100_000, count: count)
    visitor.visit("held_up_minutes", &heldUpMinutes, 0...1000, count: count)
    visitor.visit("cut_off_minutes", &cutOffMinutes, 0...World.lastTick, count: count)
    visitor.visit("in_command", &inCommand, 0...1, count: count)
    visitor.visit("since_fired", &sinceFired, 0...1000, count: count)
    visitor.visit("since_hit", &sinceHit, 0...1000, count: count)
    visitor.visit("neutralized_minutes", &neutralizedMinutes, 0...World.lastTick, count: count)
    visitor.visit("hidden", &hidden, 0...1, count: count)
  }

  private mutating func walkTasks<Visitor: ColumnVisitor>(
    _ visitor: inout Visitor, _ lastHex: Int32
  ) {
    visitor.visit(cases: "task", &task, count: count)
    visitor.visit("task_target", &taskTarget, -1...lastHex, count: count)
    visitor.visit("task_since", &taskSince, 0...World.lastTick, count: count)
    visitor.visit("task_minutes", &taskMinutes, 0...World.lastTick, count: count)
    visitor.visit("sorties", &sorties, 0...100_000, count: count)
    visitor.visit("carrier", &carrier, -1...Int32(max(0, count - 1)), count: count)
    visitor.visit("arrival", &arrival, 0...World.lastTick, count: count)
    visitor.visit("path_steps", &pathSteps, 0...5, count: count * World.pathCapacity)
    visitor.visit("path_count", &pathCount, 0...Int32(World.pathCapacity), count: count)
    visitor.visit("path_done", &pathDone, 0...Int32(World.pathCapacity), count: count)
  }
}

extension UnitColumns {
  private mutating func walkOrders<Visitor: ColumnVisitor>(
    _ visitor: inout Visitor, _ setup: BattleSetup
  ) {
    let lastFormation = Int32(max(0, setup.formations.count - 1))
    let lastHex = Int32(setup.terrain.grid.count - 1)
    let ways = Int32(Order.wayCapacity)
    visitor.visit("formation", &formation, 0...lastFormation, count: count)
    visitor.visit("order_serial", &orderSerial, 0...Int32.max, count: count)
    visitor.visit(cases: "order_stage", &orderStage, count: count)
    visitor.visit("arrived_at", &arrivedAt, -1...World.lastTick, count: count)
    visitor.visit("done_at", &doneAt, -1...World.lastTick, count: count)
    visitor.visit(cases: "rules", &rules, count: count)
    visitor.visit(cases: "fire_support", &fireSupport, count: count)
    visitor.visit(cases: "give_ground", &giveGround, count: count)
    visitor.visit("ways", &self.ways, -1...lastHex, count: count * Order.wayCapacity)
    visitor.visit("way_count", &wayCount, 0...ways, count: count)
    visitor.visit("way_done", &wayDone, 0...ways, count: count)
  }
}

extension CommandColumns {
  mutating func walk<Visitor: ColumnVisitor>(_ visitor: inout Visitor, _ setup: BattleSetup) {
    let last = Int32(setup.formations.count - 1)
    visitor.visit(
      "hours", &hours, -1...World.lastTick, count: setup.sides.count * HourName.count)
    visitor.visit("superior", &superior, -1...last, count: setup.formations.count)
    visitor.visit(scalar: "next_serial", &nextSerial, 1...Int32.max)
  }
}

extension GroundColumns {
  mutating func walk<Visitor: ColumnVisitor>(_ visitor: inout Visitor, _ setup: BattleSetup) {
    visitor.visit("control", &control, 0...255, count: setup.terrain.grid.count)
    visitor.visit(
      "quarter_control", &quarterControl, 0...255, count: setup.terrain.quarters.count)
  }
}

extension SideKnowledge {
  mutating func walk<Visitor: ColumnVisitor>(_ visitor: inout Visitor, _ setup: BattleSetup) {
    let units = setup.units.count
    let hexes = setup.terrain.grid.count
    let men: ClosedRange<Int32> = 0...1_000_000
    visitor.visit("serial", &serial, 0...Int32.max, count: units)
    visitor.visit("last_seen", &lastSeen, 0...World.lastTick, count: units)
    visitor.visit("last_hex", &lastHex, -1...Int32(hexes - 1), count: units)
    visitor.visit("detail", &detail, 0...3, count: units)
    visitor.visit("believed_personnel", &believedPersonnel, men, count: units)
    visitor.visit("believed_vehicles", &believedVehicles, men, count: units)
    visitor.visit("in_sight", &inSight, 0...1, count: units)
    visitor.visit(scalar: "next_serial", &nextSerial, 1...Int32.max)
    visitor.visit("seen_hex", &seenHex, -1...World.lastTick, count: hexes)
    visitor.visit("believed_control", &believedControl, 0...255, count: hexes)
  }
}

extension SidePolitics {
  mutating func walk<Visitor: ColumnVisitor>(_ visitor: inout Visitor) {
    var rules = [rulesOfEngagement]
    visitor.visit(cases: "rules_of_engagement", &rules, count: 1)
    rulesOfEngagement = rules.first ?? rulesOfEngagement
    visitor.visit(scalar: "release_tick", &releaseTick, -1...World.lastTick)
    visitor.visit(scalar: "held_points", &heldPoints)
    visitor.visit(scalar: "political_cost", &politicalCost)
    visitor.visit(scalar: "civilians_killed", &civiliansKilled, 0...Int32.max)
    visitor.visit(scalar: "civilians_injured", &civiliansInjured, 0...Int32.max)
    visitor.visit(scalar: "broke_truce", &brokeTruce, 0...1)
    visitor.visit(scalar: "town_minutes", &townMinutes)
  }
}

extension CivilianColumns {
  mutating func walk<Visitor: ColumnVisitor>(_ visitor: inout Visitor, _ setup: BattleSetup) {
    let towns = setup.civilians.count
    let people: ClosedRange<Int32> = 0...Int32.max
    visitor.visit("present", &present, people, count: towns)
    visitor.visit("displaced", &displaced, people, count: towns)
    visitor.visit("sheltered", &sheltered, people, count: towns)
    visitor.visit("killed", &killed, people, count: towns)
    visitor.visit("injured", &injured, people, count: towns)
    visitor.visit("shelling_minutes", &shellingMinutes, people, count: towns)
    visitor.visit("cordon", &cordon, 0...255, count: towns)
    let causes = towns * HarmCause.allCases.count
    visitor.visit("abroad", &abroad, people, count: towns)
    visitor.visit("killed_by_cause", &killedByCause, people, count: causes)
    visitor.visit("injured_by_cause", &injuredByCause, people, count: causes)
    visitor.visit("remainder", &remainder, Int32.min...Int32.max, count: remainder.count)
  }
}
