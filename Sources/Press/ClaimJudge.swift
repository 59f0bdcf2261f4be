public import Simulation

/// Holds claims against the world: for the time after the battle, since it knows everything.
public struct ClaimJudge: Sendable {
  private let setup: BattleSetup
  /// Men of a claim may be off by a fifth, as a roll call is.
  private static let rollCallPermille: Int64 = 800

  /// A judge of one battle's claims.
  public init(_ setup: BattleSetup) { self.setup = setup }

  /// The verdict on a side's dispatch at the moment when it comes; nil for lines that no side
  /// speaks. `events` are all that happened so far.
  public func check(
    _ dispatch: Dispatch, _ world: World, events: [Event], writer: inout PhraseWriter
  ) -> ClaimCheck? {
    guard let side = dispatch.side, let fact = dispatch.fact else { return nil }
    let (verdict, key, more) = finding(fact, by: side, at: dispatch.tick, world, events)
    var facts = EventWords.facts(of: fact.event, setup)
    facts.merge(more) { $1 }
    let truth = writer.say("truth_" + key, facts) ?? ""
    return ClaimCheck(dispatch: dispatch, verdict: verdict, truth: truth)
  }

  private typealias Finding = (ClaimCheck.Verdict, String, [String: String])

  private func finding(
    _ fact: Dispatch.Fact, by side: SideID, at tick: Tick, _ world: World, _ events: [Event]
  ) -> Finding {
    let event = fact.event
    let isActor = event.side == side
    switch event.kind {
    case .truceBroken: return isActor ? (.struck, "provocation", [:]) : (.confirmed, "truce", [:])
    case .townEntered:
      return holdsAny(of: Int(event.detail), side, world)
        ? (.confirmed, "entered", [:]) : (.struck, "entered_left", [:])
    case .townSecured:
      return isActor ? secured(fact, side, world) : leftInOrder(event, side, tick, events)
    case .quarterTaken:
      if isActor { return quarter(event, side, world) }
      return stillFought(event, side, tick, world, events)
    case .vehicleLosses:
      let count = PhraseWriter.number(Int64(event.amount))
      return fact.told > Int64(event.amount)
        ? (.struck, "vehicles", ["count": count])
        : (.confirmed, "vehicles_true", ["count": count])
    case .airDefenceHit:
      return event.amount > 0 ? (.confirmed, "shot_down", [:]) : (.struck, "hit", [:])
    case .firefight: return stopped(fact, world)
    case .unitBroke: return isActor ? (.confirmed, "broke", [:]) : (.partly, "regrouping", [:])
    default: return (.confirmed, event.kind.key, [:])
    }
  }

  private func secured(_ fact: Dispatch.Fact, _ side: SideID, _ world: World) -> Finding {
    let town = Int(fact.event.detail)
    let held = setup.terrain.towns[town].quarters.allSatisfy {
      world.ground.quarterControl[$0] == side.rawValue
    }
    if let claimed = fact.claimedTroops {
      let men = Self.men(of: side, in: town, world)
      let facts = ["men": PhraseWriter.number(men)]
      let isShort = men * 1000 < Int64(claimed) * Self.rollCallPermille
      return (isShort ? .struck : .confirmed, isShort ? "troops" : "troops_true", facts)
    }
    if held { return (.confirmed, "held", [:]) }
    return holdsAny(of: town, side, world) ? (.partly, "held_part", [:]) : (.struck, "lost", [:])
  }

  /// Whether a side's units left a town unbeaten in the twelve hours before it fell.
  private func leftInOrder(
    _ event: Event, _ side: SideID, _ tick: Tick, _ events: [Event]
  ) -> Finding {
    let broken = events.last {
      ($0.kind == .unitBroke || $0.kind == .unitDestroyed || $0.kind == .unitRouted)
        && tick - $0.tick <= 720 && isOfTroops($0.unit, side) && isNear($0.hex, event.hex, 6)
    }
    guard let broken else { return (.confirmed, "good_order", [:]) }
    return (.struck, "no_order", EventWords.facts(of: broken, setup))
  }

  private func quarter(_ event: Event, _ side: SideID, _ world: World) -> Finding {
    let holder = world.ground.quarterControl[Int(event.amount)]
    if holder == side.rawValue { return (.confirmed, "quarter", [:]) }
    return holder == 255 ? (.partly, "quarter_contested", [:]) : (.struck, "quarter_lost", [:])
  }

  private func stillFought(
    _ event: Event, _ side: SideID, _ tick: Tick, _ world: World, _ events: [Event]
  ) -> Finding {
    if holdsAny(of: Int(event.detail), side, world) { return (.confirmed, "still_there", [:]) }
    let fight = events.last {
      $0.kind == .firefight && tick - $0.tick <= 90 && isNear($0.hex, event.hex, 4)
    }
    return fight == nil ? (.struck, "gone", [:]) : (.confirmed, "still_fought", [:])
  }

  private func stopped(_ fact: Dispatch.Fact, _ world: World) -> Finding {
    guard let unit = fact.event.unit else { return (.confirmed, "firefight", [:]) }
    let lost = Int64(world.units.personnelLost[unit.row] / 256)
    let facts = lost > 1 ? ["lost": PhraseWriter.number(lost)] : [:]
    // The third text of this telling says that the enemy was stopped.
    let saysStopped = fact.text == 2
    if saysStopped, world.units.posture[unit.row] == .attacking {
      return (.struck, "not_stopped", [:])
    }
    return (.confirmed, "firefight", facts)
  }

  private func holdsAny(of town: Int, _ side: SideID, _ world: World) -> Bool {
    setup.terrain.towns[town].quarters.contains {
      setup.terrain.quarters[$0].hexes.contains {
        world.ground.control[Int($0)] == side.rawValue
      }
    }
  }

  private func isOfTroops(_ unit: UnitID?, _ side: SideID) -> Bool {
    unit.map { setup.units[$0.row].side == side && setup.units[$0.row].arm != .partisans } ?? false
  }

  private func isNear(_ a: Int32, _ b: Int32, _ hexes: Int) -> Bool {
    a >= 0 && b >= 0 && setup.terrain.grid.distance(Int(a), Int(b)) <= hexes
  }

  /// The men that a side has in a town's quarters.
  static func men(of side: SideID, in town: Int, _ world: World) -> Int64 {
    let terrain = world.setup.terrain
    var men: Int64 = 0
    for row in world.setup.units.indices
    where world.setup.units[row].side == side && world.units.status[row] == .active {
      let quarter = Int(terrain.quarter[Int(world.units.hex[row])])
      guard quarter >= 0, terrain.quarters[quarter].town.index == town else { continue }
      men += Int64(world.units.personnel[row] / 256)
    }
    return men
  }
}
