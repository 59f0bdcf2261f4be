extension World {
  /// Who sees whom: each unit is looked for every few minutes by every side that fights its own,
  /// and the ground around each unit is looked over now and then.
  mutating func stepSpotting(scratch: inout Scratch, events: inout [Event]) {
    scratch.combat.begin(self)
    feelForEnemies(&scratch.combat)
    lookForAll(&scratch.combat)
    for index in scratch.combat.looks.indices {
      take(scratch.combat.looks[index], events: &events)
    }
    seeFromTheAir(&scratch.combat, events: &events)
    lookAround(scratch.combat)
    seekPartisans(scratch.combat, events: &events)
    patrol(scratch.combat, events: &events)
  }

  /// Looks for every unit that is due, with the eyes of every side that fights its own. Nothing of
  /// the state changes here, so that the loop needs no copy of it for each call.
  private func lookForAll(_ scratch: inout CombatScratch) {
    scratch.looks.removeAll(keepingCapacity: true)
    let period = max(1, setup.rules.spotting[.checkMinutes])
    let sides = setup.sides.count
    var phase = tick.rawValue % period
    for target in 0..<units.count {
      let isDue = phase == 0 || units.sinceFired[target] == 0
      phase = phase + 1 < period ? phase + 1 : 0
      let isThere = standsOnGround(target)
      guard isDue || !isThere else { continue }
      let side = scratch.facts[target].side
      for viewer in 0..<sides where viewer != side {
        guard setup.sides[viewer].enemy == UInt8(side) else { continue }
        look(for: target, by: viewer, isThere: isThere, &scratch)
      }
    }
  }

  /// Looks for one unit with the eyes of all units of a side.
  private func look(
    for target: Int, by viewer: Int, isThere: Bool, _ scratch: inout CombatScratch
  ) {
    let wasInSight = knowledge[viewer].inSight[target] == 1
    var look = Look(target: Int32(target), viewer: Int32(viewer), clearness: Look.nothing)
    if isThere, units.hidden[target] == 0,
      scratch.touching[target] & (1 << UInt8(truncatingIfNeeded: viewer)) != 0
    {
      look.clearness = 1000
    } else if isThere, units.hidden[target] == 0 {
      let keep = Int64(setup.rules.spotting[.holdFactor])
      let least = max(-1000, min(0, wasInSight ? 1000 - keep : 0))
      look.clearness = bestClearness(of: target, by: viewer, above: least, &scratch)
    }
    // Who neither is nor was seen is no news.
    if wasInSight || look.clearness > 0 { scratch.looks.append(look) }
  }

  /// Takes over what a look showed. Clearness is 1,000 at half the range and nearer, 0 at the
  /// range; a contact is kept a little beyond the range at which it is found.
  private mutating func take(_ look: Look, events: inout [Event]) {
    let (target, viewer, best) = (Int(look.target), Int(look.viewer), look.clearness)
    let wasInSight = knowledge[viewer].inSight[target] == 1
    let isSeen =
      best >= 1000 || (wasInSight && best > 1000 - Int64(setup.rules.spotting[.holdFactor]))
      || (best > 0 && Int64(chance(.detection, target * 8 + viewer, below: 1000)) < best)
    if isSeen {
      see(target, by: viewer, clearness: best, events: &events)
    } else if wasInSight {
      loseSight(of: target, by: viewer, events: &events)
    }
  }

  /// How well the best observer of a side sees a target: 1,000 at half its range and nearer,
  /// falling to 0 at the range and below 0 beyond it; -1,000 where nobody sees it better than
  /// `least`, which is 0 or less, or where the ground lies between.
  private func bestClearness(
    of target: Int, by viewer: Int, above least: Int64, _ scratch: inout CombatScratch
  ) -> Int64 {
    let table = setup.rules.spotting
    let size = sightSize(of: target, scratch.facts[target])
    let contact = Int64(table[.contactMeters])
    let isFlashing = units.sinceFired[target] < 2
    let haze = scratch.haze
    let to = Int(units.hex[target])
    // Nobody sees farther than an observer would who had the best of everything.
    var keenest = scratch.grid.keenest[viewer]
    keenest.multiplier = max(1000, keenest.multiplier)
    keenest.alertness = max(1000, keenest.alertness)
    keenest.light = max(isFlashing ? 1000 : 0, keenest.light)
    let longest =
      Self.sightRange(keenest, size: size, contact: contact, isFlashing: isFlashing, haze: haze)
    (keenest.multiplier, keenest.floor) = (1000, 0)
    let ordinary =
      Self.sightRange(keenest, size: size, contact: contact, isFlashing: isFlashing, haze: haze)
    let farthest = longest * (2000 - least) / 2000
    let radius = Int(min(farthest, Int64(table[.ceilingMeters])) / 1000)
    // Who saw it best last time sees it well now, more often than not.
    let last = viewer * units.count + target
    if let observer = scratch.grid.entry(of: Int(scratch.observers[last])),
      observer.eyes.multiplier >= 0
    {
      let range = Self.sightRange(
        observer.eyes, size: size, contact: contact, isFlashing: isFlashing, haze: haze)
      let distance = scratch.grid.distance(to, observer)
      if distance <= radius, Self.isClearer(range, at: distance, than: 999),
        units.roster.side[Int(observer.row)].index == viewer,
        distance < 2
          || scratch.lines.isClear(Int(observer.hex), to, { hasLineOfSight(Int(observer.hex), to) })
      {
        return 1000
      }
    }
    var best: Int64 = -1000
    // Most who are seen well are seen from nearby: a look there first saves the wide one.
    var reach = min(1, radius)
    while true {
      scratch.grid.visit(
        viewer, around: to, within: reach, watchersOnly: true,
        while: { Self.isClearer($1 ? longest : ordinary, at: $0, than: max(best, least)) }
      ) { observer, distance in
        guard observer.eyes.multiplier >= 0 else { return true }
        let range = Self.sightRange(
          observer.eyes, size: size, contact: contact, isFlashing: isFlashing, haze: haze)
        guard Self.isClearer(range, at: distance, than: max(best, least)) else { return true }
        let from = Int(observer.hex)
        if distance < 2 || scratch.lines.isClear(from, to, { hasLineOfSight(from, to) }) {
          best = Self.clearness(range, at: distance)
          scratch.observers[last] = observer.row
        }
        return best < 1000
      }
      guard best < 1000, reach < radius else { return best }
      reach = radius
    }
  }

  /// How well an observer of a range sees what is some hexes away: at most 1,000.
  @inline(__always)
  private static func clearness(_ range: Int64, at distance: Int) -> Int64 {
    let meters = distance == 0 ? 300 : Int64(distance) * 1000
    return min(1000, (range - meters) * 2000 / max(1, range))
  }

  /// Whether `clearness` would be above a bound (below 1,000), without a division.
  @inline(__always)
  private static func isClearer(_ range: Int64, at distance: Int, than bound: Int64) -> Bool {
    let meters = distance == 0 ? 300 : Int64(distance) * 1000
    let width = max(1, range)
    let above = (range - meters) * 2000
    // Quotients are cut towards 0.
    return bound >= 0 ? above >= (bound + 1) * width : above > bound * width
  }

  /// Notes a sighting: place, time, and now and then more of what it is.
  mutating func see(
    _ target: Int, by viewer: Int, clearness: Int64, events: inout [Event]
  ) {
    let hex = units.hex[target]
    let isNew = knowledge[viewer].serial[target] == 0
    if isNew {
      knowledge[viewer].serial[target] = knowledge[viewer].nextSerial
      knowledge[viewer].nextSerial += 1
    }
    if knowledge[viewer].inSight[target] == 0 {
      knowledge[viewer].inSight[target] = 1
      let since = tick.rawValue - knowledge[viewer].lastSeen[target]
      if isNew || since >= 60 {
        events.append(
          Event(
            tick: tick, kind: .contactMade, side: SideID(viewer), unit: UnitID(target), hex: hex))
      }
      knowledge[viewer].detail[target] = max(
        knowledge[viewer].detail[target], clearness >= 500 ? 1 : 0)
    }
    knowledge[viewer].lastSeen[target] = tick.rawValue
    knowledge[viewer].lastHex[target] = hex
    learn(target, by: viewer, clearness: clearness, isNew: isNew)
  }

  /// Makes out more of a contact, the nearer it is, and estimates its strength anew.
  private mutating func learn(_ target: Int, by viewer: Int, clearness: Int64, isNew: Bool) {
    let key = target * 8 + viewer
    let ceiling: UInt8 = clearness >= 1000 ? 3 : clearness >= 400 ? 2 : 1
    let old = knowledge[viewer].detail[target]
    var isBetter = isNew
    if old < ceiling,
      chance(.detail, key, below: 1000) < setup.rules.spotting[.detailChance]
    {
      knowledge[viewer].detail[target] = old + 1
      isBetter = true
    }
    guard isBetter || (tick.rawValue + Int32(target)) % 30 == 0 else { return }
    let noise = max(0, min(900, setup.rules.spotting[.strengthNoise]))
    let share = 1000 - noise + chance(.estimate, key, below: 2 * noise + 1)
    knowledge[viewer].believedPersonnel[target] = max(1, men(target) * share / 1000)
    knowledge[viewer].believedVehicles[target] = (armoredVehicles(target) * share + 500) / 1000
  }

  /// Notes that a unit is out of sight.
  mutating func loseSight(of target: Int, by viewer: Int, events: inout [Event]) {
    guard knowledge[viewer].inSight[target] == 1 else { return }
    knowledge[viewer].inSight[target] = 0
    // What is gone for good or about to be found again is not worth a report.
    guard standsOnGround(target) else { return }
    events.append(
      Event(
        tick: tick, kind: .contactLost, side: SideID(viewer), unit: UnitID(target),
        hex: knowledge[viewer].lastHex[target]))
  }

  /// Aircraft see what stands at their target and next to it once they have made a pass over it.
  private mutating func seeFromTheAir(
    _ scratch: inout CombatScratch, events: inout [Event]
  ) {
    for index in fireMissions.indices {
      let mission = fireMissions[index]
      let facts = scratch.facts[mission.unit.row]
      guard facts.arm.isAircraft, mission.start.rawValue < tick.rawValue else { continue }
      knowledge[facts.side].seenHex[Int(mission.target)] = tick.rawValue
      for row in 0..<units.count where standsOnGround(row) && units.hidden[row] == 0 {
        guard scratch.facts[row].side == facts.enemy else { continue }
        let distance = setup.terrain.grid.distance(Int(units.hex[row]), Int(mission.target))
        if distance <= 1 { see(row, by: facts.side, clearness: 500, events: &events) }
      }
    }
  }
}
