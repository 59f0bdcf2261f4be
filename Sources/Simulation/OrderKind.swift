/// What an order tells a unit to do.
public enum OrderKind: UInt8, CaseIterable, Sendable {
  case move, march, attack, hold, digIn, withdraw, bombard, airStrike, airAssault, cordon, camp
  case reform, search, resupply
  /// Strikes every order that waits, is on its way or is queued; where there is none the unit
  /// stops.
  case cancel
  /// Sets the rules of engagement of a side (given to any headquarters of it).
  case engage
  /// Follows the newest order and takes it back; where that is being carried out the unit stops.
  case recall
  /// Sets, moves or clears a named hour of the side (given to any headquarters of it).
  case setHour
  /// Sets how a unit fights: rules of engagement, fire support, giving ground.
  case conduct
  /// Puts a unit, or a whole formation, under another formation.
  case attach
  /// Puts it back under its own.
  case detach

  /// The word in the order's text line: snake_case.
  public var key: String {
    switch self {
    case .move: "move"
    case .march: "march"
    case .attack: "attack"
    case .hold: "hold"
    case .digIn: "dig_in"
    case .withdraw: "withdraw"
    case .bombard: "bombard"
    case .airStrike: "air_strike"
    case .airAssault: "air_assault"
    case .cordon: "cordon"
    case .camp: "camp"
    case .reform: "reform"
    case .search: "search"
    case .resupply: "resupply"
    case .cancel: "cancel"
    case .engage: "engage"
    case .recall: "recall"
    case .setHour: "set_hour"
    case .conduct: "conduct"
    case .attach: "attach"
    case .detach: "detach"
    }
  }

  /// Whether it needs a target hex.
  public var needsTarget: Bool {
    switch self {
    case .move, .march, .attack, .bombard, .airStrike, .airAssault: true
    case .withdraw, .hold, .digIn, .cordon, .camp, .reform, .search, .resupply, .cancel, .engage,
      .recall, .setHour, .conduct, .attach, .detach:
      false
    }
  }

  /// Whether it gives a unit something to do; the others set how, under whom or what counts.
  public var isTask: Bool {
    switch self {
    case .move, .march, .attack, .hold, .digIn, .withdraw, .bombard, .airStrike, .airAssault,
      .cordon, .camp, .reform, .search, .resupply:
      true
    case .cancel, .engage, .recall, .setHour, .conduct, .attach, .detach: false
    }
  }

  /// Whether a broken unit takes it.
  var isForBroken: Bool {
    switch self {
    case .reform, .withdraw, .cancel, .recall, .conduct, .attach, .detach: true
    case .move, .march, .attack, .hold, .digIn, .bombard, .airStrike, .airAssault, .cordon, .camp,
      .search, .resupply, .engage, .setHour:
      false
    }
  }

  /// Whether the unit goes somewhere on the ground for it, so that it may go by waypoints.
  public var isTravel: Bool {
    switch self {
    case .move, .march, .attack, .withdraw, .hold, .digIn, .cordon, .camp, .reform, .search,
      .resupply:
      true
    case .bombard, .airStrike, .airAssault, .cancel, .engage, .recall, .setHour, .conduct,
      .attach, .detach:
      false
    }
  }
}
