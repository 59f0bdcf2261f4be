public import Simulation

/// What a lesson's condition is held against: how the learner looks, what was ordered, what the
/// side knows of the battle.
public struct LessonFacts {
  /// What the learner's side knows now.
  public var picture: Picture
  /// The learner's side.
  public var side: SideID
  /// The chosen units.
  public var selection: [UnitID]
  /// The N of the map's scale 1:N.
  public var scaleDenominator: Double
  /// Whether the clock stands.
  public var isPaused: Bool
  /// Whether the past is shown.
  public var showsPast: Bool
  /// Every order so far.
  public var orders: [Order]
  /// Everything that has happened.
  public var events: [Event]
  /// The moment of the battle, whatever moment is shown.
  public var now: Tick
  /// When the step began.
  public var since: Tick

  /// Facts from their parts.
  public init(
    picture: Picture, side: SideID, selection: [UnitID], scaleDenominator: Double, isPaused: Bool,
    showsPast: Bool, orders: [Order], events: [Event], now: Tick, since: Tick
  ) {
    self.picture = picture
    self.side = side
    self.selection = selection
    self.scaleDenominator = scaleDenominator
    self.isPaused = isPaused
    self.showsPast = showsPast
    self.orders = orders
    self.events = events
    self.now = now
    self.since = since
  }
}

extension LessonCondition {
  /// Whether it holds. What the learner must say is never seen from facts.
  public func holds(_ facts: LessonFacts) -> Bool {
    let grid = facts.picture.setup.terrain.grid
    func isNear(_ hex: Int32, _ place: Int32, _ hexes: Int) -> Bool {
      hex >= 0 && Int(hex) < grid.count && grid.distance(Int(hex), Int(place)) <= hexes
    }
    switch self {
    case .read: return false
    case .selected(let units): return units.allSatisfy(facts.selection.contains)
    case .closer(let denominator): return facts.scaleDenominator <= denominator
    case .paused(let isPaused): return facts.isPaused == isPaused
    case .past(let isPast): return facts.showsPast == isPast
    case .minutes(let minutes): return facts.now - facts.since >= minutes
    case .ordered(let units, let kinds, let place, let within):
      return units.allSatisfy { unit in
        facts.orders.contains { order in
          kinds.contains(order.kind) && order.reaches(unit, in: facts.picture.setup)
            && (place.map { place in order.target.map { isNear($0, place, within) } ?? false }
              ?? true)
        }
      }
    case .near(let unit, let place, let within):
      return facts.picture.units.contains { $0.id == unit && isNear($0.hex, place, within) }
    case .seen(let place, let within):
      return facts.picture.contacts.contains { isNear($0.hex, place, within) }
    case .held(let town):
      let quarters = facts.picture.setup.terrain.towns[town.index].quarters
      return !quarters.isEmpty
        && quarters.allSatisfy { facts.picture.quarterControl[$0] == facts.side.rawValue }
    case .happened(let kinds, let side):
      return facts.events.contains {
        kinds.contains($0.kind) && (side == nil || $0.side == side)
      }
    case .all(let parts): return parts.allSatisfy { $0.holds(facts) }
    case .any(let parts): return parts.contains { $0.holds(facts) }
    }
  }
}

extension Order {
  /// Whether it is for a unit, alone or by its formation.
  fileprivate func reaches(_ unit: UnitID, in setup: BattleSetup) -> Bool {
    guard let formation else { return self.unit == unit }
    var above: FormationID? = setup.units[unit.row].formation
    while let current = above {
      if current == formation { return true }
      above = setup.formations[current.index].parent
    }
    return false
  }
}
