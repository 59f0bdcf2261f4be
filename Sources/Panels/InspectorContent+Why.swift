import MapTable
import Screen
import Simulation

extension InspectorContent {
  /// Terms and shocks of less than so many permille are left out of a card.
  private static let smallestShare: Int32 = 60
  private static let smallestShock: Int32 = 20
  /// Minutes for which a fight is told of.
  private static let memory: Int32 = 720

  /// Conduct, commander, readiness, what is damaged.
  func stateRows(_ unit: UnitReport, _ cold: UnitSetup) -> [InspectorRow] {
    var rows: [InspectorRow] = []
    let conduct = unit.conduct
    let name = setup.rules.preset(of: conduct)?.name
    rows.append(
      .pair(
        "Conduct",
        name ?? "\(conduct.rules.title), \(conduct.giveGround.title)"))
    if conduct.fireSupport != .onCall { rows.append(.pair("Guns", conduct.fireSupport.title)) }
    if let commander = unit.commander, commander != cold.formation {
      rows.append(.pair("Attached to", formationName(commander), Ink.amber))
    }
    if unit.readiness != .deployed || unit.busyMinutes > 0 {
      let rest = unit.busyMinutes > 0 ? ", \(ClockText.span(minutes: unit.busyMinutes)) more" : ""
      rows.append(.pair("Readiness", unit.readiness.title + rest))
    }
    if unit.heldUpMinutes > 0 {
      rows.append(
        .pair("Held up by traffic", ClockText.span(minutes: unit.heldUpMinutes), Ink.amber))
    }
    let damaged = VehicleClass.allCases.compactMap { kind -> String? in
      let index = Int(kind.rawValue)
      guard unit.vehiclesDamaged.indices.contains(index), unit.vehiclesDamaged[index] > 0
      else { return nil }
      return "\(unit.vehiclesDamaged[index]) \(kind.title.lowercased())"
    }
    if !damaged.isEmpty {
      rows.append(.pair("Damaged", damaged.joined(separator: ", "), Ink.amber))
    }
    return rows
  }

  /// What an order waits for beyond its time, and whether it will be late; nil where its time says
  /// it all.
  func waitWords(_ pending: PendingOrder) -> String? {
    let late = picture.lateness(of: pending)
    var words: String?
    switch picture.wait(of: pending) {
    case .onItsWay(let until):
      let minutes = max(0, until - picture.tick)
      words = "on its way, \(ClockText.span(minutes: minutes)) more"
      if let tie = pending.order.hour { words = "\(words ?? ""), then \(tie.text)" }
      if let signal = pending.order.signal {
        words = "\(words ?? ""), then \(signal.text(in: setup))"
      }
    case .hour(let tie, nil): words = "waits for \(tie.text), not set yet"
    case .hour(let tie, _): words = "waits for \(tie.text)"
    case .signal(let signal): words = signal.text(in: setup)
    case .time, .queue: break
    }
    if late > 0 {
      let text = "\(ClockText.span(minutes: late)) late"
      words = words.map { "\($0), \(text)" } ?? text
    }
    return words
  }

  /// Why the last fight or stop went as it did: what spoke for the unit and what against it.
  func whyRows(_ unit: UnitReport) -> [InspectorRow] {
    guard let why = picture.why(unit.id) else { return [] }
    var rows: [InspectorRow] = []
    if let change = why.change, picture.tick - change.tick <= Self.memory {
      rows.append(.item(clock.time(change.tick), change.cause.words))
    }
    if let fight = why.fight, picture.tick - fight.tick <= Self.memory {
      rows.append(.item(clock.time(fight.tick), Self.balance(fight.balance)))
      let terms = fight.terms.filter { abs($0.share) >= Self.smallestShare }
        .sorted { (abs($1.share), $0.term.rawValue) < (abs($0.share), $1.term.rawValue) }
      let good = terms.filter { $0.share > 0 }.prefix(3).map(\.term.words)
      let bad = terms.filter { $0.share < 0 }.prefix(3).map(\.term.words)
      if !good.isEmpty { rows.append(.item("+", good.joined(separator: ", "))) }
      if !bad.isEmpty { rows.append(.item("−", bad.joined(separator: ", "))) }
    }
    if let since = why.since, picture.tick - since <= 2 * Self.memory {
      let shocks = why.shocks.filter { $0.permille >= Self.smallestShock }.prefix(3)
      if !shocks.isEmpty {
        rows.append(
          .item(
            "shaken",
            shocks.map { "\($0.kind.words) \(max(1, ($0.permille + 5) / 10)) %" }
              .joined(separator: ", ")))
      }
    }
    return rows.isEmpty ? [] : [.heading("Why")] + rows
  }

  /// The balance of powers in words; `share` is its logarithm in permille.
  private static func balance(_ share: Int32) -> String {
    switch share {
    case 700...: "far stronger than what faces it"
    case 220...: "stronger than what faces it"
    case (-220)...: "about as strong as what faces it"
    case (-700)...: "weaker than what faces it"
    default: "far weaker than what faces it"
    }
  }
}

extension PowerTerm {
  /// The term as people read it.
  var words: String {
    switch self {
    case .numbers: "numbers"
    case .suppression: "suppression"
    case .cohesion: "cohesion"
    case .fatigue: "fatigue"
    case .state: "state and ammunition"
    case .quality: "quality"
    case .positions: "positions"
    case .ground: "ground"
    case .conditions: "surprise and the air"
    }
  }
}

extension ShockKind {
  /// The shock as people read it.
  var words: String {
    switch self {
    case .losses: "losses"
    case .pressure: "pressure"
    case .neutralized: "pinned down"
    case .flank: "fire from the flank"
    case .surprise: "surprise"
    case .reinforced: "another enemy"
    case .bombardment: "shelling"
    case .airStrike: "bombs"
    case .neighborBroke: "a neighbour broke"
    case .groundLost: "ground lost"
    case .leaderLost: "leader lost"
    case .headquartersLost: "headquarters lost"
    case .cutOff: "cut off"
    }
  }
}

extension ChangeCause {
  /// The cause as people read it.
  var words: String {
    switch self {
    case .noWay: "stopped: no way on"
    case .outOfFuel: "stopped: no fuel"
    case .enemyAhead: "stopped: an enemy bars the way"
    case .enemyBeside: "stopped: an enemy beside it"
    case .attackSpent: "broke off its attack: cohesion spent"
    case .broke: "broke"
    case .routed: "fled"
    case .overmatched: "yielded to a stronger enemy"
    case .gaveGround: "gave ground as told"
    case .outOfRange: "gave up: out of range"
    case .outOfAmmunition: "gave up: no ammunition"
    case .noSorties: "gave up: no sorties left"
    case .tooDark: "gave up: too dark to fly"
    case .noAirlift: "gave up: no helicopters or nowhere to land"
    case .notInHand: "could not obey: out of hand"
    case .impossible: "could not obey: not possible by then"
    case .rallied: "rallied"
    case .reformed: "re-formed"
    }
  }
}
