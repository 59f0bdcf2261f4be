extension Picture {
  /// How something is taken to get about where not all is known of it.
  public enum Pace: String, Sendable, CaseIterable {
    case foot, tracked, wheeled

    /// The pace in words.
    public var title: String {
      switch self {
      case .foot: "on foot"
      case .tracked: "on tracks"
      case .wheeled: "on wheels"
      }
    }

    fileprivate var mobility: Mobility {
      switch self {
      case .foot: .foot
      case .tracked: .tracked
      case .wheeled: .wheeled
      }
    }

    fileprivate init(_ mobility: Mobility) {
      switch mobility {
      case .foot: self = .foot
      case .tracked: self = .tracked
      case .wheeled: self = .wheeled
      }
    }
  }

  /// How a unit of this picture marches; nil for aircraft and for units that it does not show.
  public func pace(of unit: UnitID) -> Pace? {
    guard let report = report(unit), !setup.units[unit.row].arm.isAircraft else { return nil }
    return Pace(mobility(of: report))
  }

  /// How a contact is taken to march: by its arm as believed, on wheels where that is not known,
  /// since it might. Nil for aircraft.
  public func pace(of contact: Contact) -> Pace? {
    guard let arm = contact.arm else { return .wheeled }
    let armoured = contact.vehicleBand?.upperBound ?? 0
    switch arm {
    case .attackHelicopter, .transportHelicopter, .attackAircraft: return nil
    case .armor, .mechanized: return .tracked
    case .infantry, .militia, .partisans, .police, .airAssault:
      return armoured > 0 ? .tracked : .foot
    case .artillery, .rocketArtillery, .mortar, .antiTank, .airDefence, .engineer,
      .reconnaissance, .headquarters, .supply, .leader, .press:
      return .wheeled
    }
  }

  /// The minutes to every hex from one, in column, by day and without enemies, as far as the time
  /// goes; -1 for farther. `count == grid.count`.
  public func travelMinutes(
    from start: Int32, _ pace: Pace, within minutes: Int32
  ) -> [Int32] {
    let terrain = setup.terrain
    let grid = terrain.grid
    var result = [Int32](repeating: -1, count: grid.count)
    guard (0..<grid.count).contains(Int(start)) else { return result }
    let costs = MovementCosts(setup.rules)
    let lines = costs.lines(pace.mobility, .column)
    // In 1/100 minutes, as the paths are searched (Dijkstra 1959).
    let limit = min(100_000, max(0, minutes)) * 100
    var least = [Int32](repeating: .max, count: grid.count)
    var heap = HexHeap()
    least[Int(start)] = 0
    heap.push(cost: 0, hex: start)
    while let hex = heap.pop().map({ Int($0) }) {
      guard result[hex] < 0 else { continue }
      let sofar = least[hex]
      result[hex] = sofar / 100
      let leaving = lines.leaving(terrain, hex, costs.groundNumber(terrain, hex))
      for side in HexSide.allCases {
        let next = grid.neighbor(of: hex, side)
        guard next >= 0, result[next] < 0,
          let step = lines.step(
            leaving, across: side.rawValue, into: costs.groundNumber(terrain, next))
        else { continue }
        let total = sofar + step
        guard total <= limit, total < least[next] else { continue }
        least[next] = total
        heap.push(cost: total, hex: Int32(next))
      }
    }
    return result
  }
}
