extension World {
  /// Whether an order may come into force: its delay, time and hour are over and its signal has
  /// come. `light` is worked out when first asked for.
  func isDue(_ record: PendingOrder, _ light: inout Sky.Light?) -> Bool {
    guard let due = record.due, due <= tick else { return false }
    guard let signal = record.order.signal else { return true }
    switch signal.kind {
    case .dark, .light:
      let now = light ?? setup.clock.light(at: tick)
      light = now
      return now.isDark == (signal.kind == .dark)
    case .arrived: return units.arrivedAt[subject(of: record)] >= record.given.rawValue
    case .done: return units.doneAt[subject(of: record)] >= record.given.rawValue
    case .seen: return isEnemySeen(near: subject(of: record), within: signal.within)
    }
  }

  /// The unit that a signal is about, as a row.
  private func subject(of record: PendingOrder) -> Int {
    (record.order.signal?.unit ?? record.order.unit).row
  }

  /// Whether an order can no longer come into force: who has it or whom it waits for is gone.
  func isHopeless(_ record: PendingOrder) -> Bool {
    guard isThere(record.order.unit.row) else { return true }
    guard let signal = record.order.signal, signal.kind.isOfUnit else { return false }
    return !isThere(subject(of: record))
  }

  private func isThere(_ row: Int) -> Bool {
    switch units.status[row] {
    case .gone, .departed: false
    case .expected, .active, .broken, .routed, .embarked: true
    }
  }

  /// Whether the side of a unit has an enemy in sight within so many kilometres of it.
  private func isEnemySeen(near row: Int, within kilometers: Int32) -> Bool {
    let reach = Int(kilometers > 0 ? kilometers : setup.rules.command[.seenKilometers])
    let side = units.roster.side[row]
    let inSight = knowledge[side.index].inSight
    for other in 0..<units.count where inSight[other] == 1 && units.roster.side[other] != side {
      if setup.terrain.grid.distance(Int(units.hex[other]), Int(units.hex[row])) <= reach {
        return true
      }
    }
    return false
  }
}

extension Sky.Light {
  /// Whether it is darker than civil twilight.
  public var isDark: Bool { rawValue >= Sky.Light.nauticalTwilight.rawValue }
}
