public import Simulation

/// What the clock does at news of a kind.
public enum AlertReaction: String, Sendable, CaseIterable {
  /// It runs on.
  case ignore
  /// It goes down to its slowest step.
  case slow
  /// It stands.
  case stop

  /// The reaction after this one, the first after the last.
  public var next: AlertReaction {
    switch self {
    case .ignore: .slow
    case .slow: .stop
    case .stop: .ignore
    }
  }
}

/// Kinds of news that the clock can heed.
public enum AlertKind: String, Sendable, CaseIterable {
  case contact
  case underFire = "under_fire"
  case fight
  case unitBroken = "unit_broken"
  case unitLost = "unit_lost"
  case ground, arrival, order, politics, light

  /// The kind as people read it.
  public var title: String {
    switch self {
    case .contact: "An enemy is seen"
    case .underFire: "A unit comes under fire"
    case .fight: "A firefight"
    case .unitBroken: "A unit breaks"
    case .unitLost: "A unit or a leader is lost"
    case .ground: "A town or a quarter changes hands"
    case .arrival: "A unit arrives"
    case .order: "An order comes into force"
    case .politics: "Truces, releases, risings"
    case .light: "Dusk and dawn"
    }
  }

  /// The kind that an event belongs to for a side, or for the umpire; nil for none. What another
  /// side suffers is no news of being under fire, of breaking or of losing a unit.
  public init?(_ event: Event, own: SideID?, in setup: BattleSetup) {
    func isOwn(_ unit: UnitID?) -> Bool {
      guard let own else { return true }
      guard let unit, setup.units.indices.contains(unit.row) else { return false }
      return setup.units[unit.row].side == own
    }
    switch event.kind {
    case .contactMade: self = .contact
    case .bombardment, .counterBattery, .airStrike, .airDefenceHit, .partisanAmbush:
      guard own == nil || event.side != own, isOwn(event.unit) || isOwn(event.other) else {
        return nil
      }
      self = .underFire
    case .firefight: self = .fight
    case .unitBroke, .unitRouted:
      guard isOwn(event.unit) else { return nil }
      self = .unitBroken
    case .unitDestroyed, .leaderLost: self = .unitLost
    case .quarterTaken, .townEntered, .townSecured: self = .ground
    case .arrived, .reinforcementArrived, .airAssaultLanded, .leaderArrived: self = .arrival
    case .orderInForce, .orderAbandoned: self = .order
    case .truceBroken, .fireReleased, .capitalStruck, .neutralStruck, .partisansRose, .ceaseFire:
      self = .politics
    default: return nil
    }
  }
}

/// How much the clock heeds: three sets of reactions by kind of news.
public enum AlertPreset: String, Sendable, CaseIterable {
  /// It runs through everything.
  case quiet
  /// It stands at losses and politics and slows down where things turn.
  case usual
  /// It stands at all that may ask for an order.
  case careful

  /// What the clock does at news of a kind.
  public func reaction(to kind: AlertKind) -> AlertReaction {
    switch self {
    case .quiet: .ignore
    case .usual:
      switch kind {
      case .unitLost, .politics: .stop
      case .unitBroken, .ground: .slow
      case .contact, .underFire, .fight, .arrival, .order, .light: .ignore
      }
    case .careful:
      switch kind {
      case .fight, .light: .slow
      case .contact, .underFire, .unitBroken, .unitLost, .ground, .arrival, .order, .politics:
        .stop
      }
    }
  }

  /// The preset after this one, the first after the last.
  public var next: AlertPreset {
    switch self {
    case .quiet: .usual
    case .usual: .careful
    case .careful: .quiet
    }
  }
}

/// What the clock is to run up to.
public enum RunGoal: String, Sendable, CaseIterable {
  case event, arrival, order, dusk

  /// The goal as people read it.
  public var title: String {
    switch self {
    case .event: "next event"
    case .arrival: "next arrival"
    case .order: "next order in force"
    case .dusk: "dusk or dawn"
    }
  }

  /// The goal after this one, the first after the last.
  public var next: RunGoal {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// Whether news of a kind reaches the goal.
  func isReached(by kind: AlertKind) -> Bool {
    switch self {
    case .event: [.contact, .unitBroken, .unitLost, .ground, .politics].contains(kind)
    case .arrival: kind == .arrival
    case .order: kind == .order
    case .dusk: kind == .light
    }
  }
}
