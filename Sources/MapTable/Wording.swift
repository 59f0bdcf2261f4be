public import Simulation

// The words that people read for the simulation's cases, in one place for panels and messages.

extension OrderKind {
  /// The order as people read it: `Road march`.
  public var title: String {
    switch self {
    case .move: "Move"
    case .march: "Road march"
    case .attack: "Attack"
    case .hold: "Hold"
    case .digIn: "Dig in"
    case .withdraw: "Withdraw"
    case .bombard: "Bombard"
    case .airStrike: "Air strike"
    case .airAssault: "Air assault"
    case .cordon: "Cordon"
    case .camp: "Camp"
    case .reform: "Reform"
    case .search: "Search"
    case .resupply: "Resupply"
    case .cancel: "Cancel"
    case .engage: "Rules of engagement"
    case .recall: "Recall"
    case .setHour: "Set H-hour"
    case .conduct: "Conduct"
    case .attach: "Attach"
    case .detach: "Detach"
    }
  }

  /// What it brings about, in a line, for the help and for hovering.
  public var purpose: String {
    switch self {
    case .move: "Go there deployed, ready for contact."
    case .march: "Go there in column on roads: fast, long, weak in contact."
    case .attack: "Go there and take it from whoever holds it."
    case .hold: "Stay and fight here."
    case .digIn: "Prepare positions here; they grow stronger by the hour."
    case .withdraw: "Fall back from contact along the line of supply."
    case .bombard: "Shell a place within range."
    case .airStrike: "Strike a place from the air."
    case .airAssault: "Fly troops in by helicopter and fight for the place."
    case .cordon: "Let people out of the town and nobody in."
    case .camp: "Leave the road, disperse and rest."
    case .reform: "Gather stragglers and restore cohesion, away from the enemy."
    case .search: "Search the town for those who hide in it."
    case .resupply: "Go to the nearest supply and fill up."
    case .cancel: "Strike off every order that waits or is queued; with none, stop."
    case .engage: "Set whom the side may fire on."
    case .recall: "Take back the newest order; if it is being carried out, stop."
    case .setHour: "Set or move the hour that tied orders follow."
    case .conduct: "Set how to fight: whom to fire on, guns, giving ground."
    case .attach: "Put it under another formation’s command."
    case .detach: "Put it back under its own formation."
    }
  }

  /// What the unit is said to be doing: `road march to`, `holding`.
  public var activity: String {
    switch self {
    case .move: "moving"
    case .march: "road march"
    case .attack: "attacking"
    case .hold: "holding"
    case .digIn: "digging in"
    case .withdraw: "withdrawing"
    case .bombard: "bombarding"
    case .airStrike: "air strike"
    case .airAssault: "air assault"
    case .cordon: "cordon"
    case .camp: "camped"
    case .reform: "reforming"
    case .search: "searching"
    case .resupply: "to supply"
    case .cancel: "waiting"
    case .engage: "waiting"
    case .recall: "recalled"
    case .setHour, .conduct, .attach, .detach: "waiting"
    }
  }
}

extension Posture {
  /// The posture as people read it.
  public var title: String {
    switch self {
    case .column: "column"
    case .advancing: "advancing"
    case .attacking: "attacking"
    case .holding: "holding"
    case .diggingIn: "digging in"
    case .withdrawing: "withdrawing"
    case .camped: "camped"
    case .firing: "firing"
    case .reforming: "reforming"
    case .fleeing: "fleeing"
    }
  }
}

extension VehicleClass {
  /// The class as people read it, more than one.
  public var title: String {
    switch self {
    case .tank: "Tanks"
    case .ifv: "Infantry fighting vehicles"
    case .apc: "Armoured carriers"
    case .gun: "Guns"
    case .rocketLauncher: "Rocket launchers"
    case .antiTank: "Anti-tank weapons"
    case .airDefence: "Air defence"
    case .helicopter: "Helicopters"
    case .aircraft: "Aircraft"
    case .truck: "Trucks"
    }
  }
}

extension Arm {
  /// The arm as people read it.
  public var title: String {
    switch self {
    case .armor: "tanks"
    case .mechanized: "mechanised infantry"
    case .infantry: "infantry"
    case .reconnaissance: "reconnaissance"
    case .artillery: "artillery"
    case .rocketArtillery: "rocket artillery"
    case .mortar: "mortars"
    case .antiTank: "anti-tank"
    case .airDefence: "air defence"
    case .engineer: "engineers"
    case .headquarters: "headquarters"
    case .supply: "supply"
    case .attackHelicopter: "attack helicopters"
    case .transportHelicopter: "transport helicopters"
    case .attackAircraft: "attack aircraft"
    case .airAssault: "air assault troops"
    case .police: "police"
    case .militia: "militia"
    case .partisans: "partisans"
    case .leader: "a leader"
    case .press: "press"
    }
  }
}

extension Cover {
  /// The cover as people read it.
  public var title: String {
    switch self {
    case .sea: "Sea"
    case .forest: "Forest"
    case .woodland: "Open woodland"
    case .cropland: "Fields"
    case .grassland: "Grassland"
    case .semiDesert: "Semi-desert"
    case .barren: "Bare ground"
    case .urban: "Built-up"
    case .wetland: "Wetland"
    case .lake: "Lake"
    }
  }
}

extension RoadClass {
  /// The road as people read it.
  public var title: String {
    switch self {
    case .none: "none"
    case .secondary: "secondary"
    case .primary: "main road"
    case .motorway: "motorway"
    }
  }
}

extension RulesOfEngagement {
  /// The rules as people read them.
  public var title: String {
    switch self {
    case .truce: "truce"
    case .returnFire: "return fire"
    case .free: "free fire"
    }
  }
}

extension Status {
  /// The status as people read it.
  public var title: String {
    switch self {
    case .expected: "expected"
    case .active: "in hand"
    case .broken: "broken"
    case .routed: "routed"
    case .embarked: "in the air"
    case .gone: "destroyed"
    case .departed: "off the map"
    }
  }
}

extension Readiness {
  /// The readiness as people read it.
  public var title: String {
    switch self {
    case .march: "on the march"
    case .assembly: "assembled"
    case .deployed: "deployed"
    }
  }
}

extension FireSupport {
  /// The fire support as people read it.
  public var title: String {
    switch self {
    case .save: "save shells"
    case .onCall: "guns on call"
    case .free: "guns free"
    }
  }
}

extension GiveGround {
  /// The giving of ground as people read it.
  public var title: String {
    switch self {
    case .never: "hold at all costs"
    case .pressed: "yield when pressed"
    case .delay: "delay"
    }
  }
}

extension OrderWait {
  /// Why an order waits, as people read it: `at H+30`, `when it is dark`.
  public func text(in setup: BattleSetup) -> String {
    func clock(_ tick: Tick) -> String { setup.clock.timeOfDayText(at: tick) }
    return switch self {
    case .onItsWay(let tick): "on its way until \(clock(tick))"
    case .time(let tick): "at \(clock(tick))"
    case .hour(let tie, let tick?): "at \(tie.text), \(clock(tick))"
    case .hour(let tie, nil): "at \(tie.text), not set yet"
    case .signal(let signal): signal.text(in: setup)
    case .queue: "then"
    }
  }
}

extension OrderSignal {
  /// The signal as people read it: `when it is dark`.
  public func text(in setup: BattleSetup) -> String {
    let who = unit.map { setup.units[$0.row].shortName } ?? "it"
    return switch kind {
    case .arrived: "when \(who) has arrived"
    case .done: "when \(who) is done"
    case .seen:
      within > 0
        ? "when an enemy is seen within \(within) km of \(who)"
        : "when an enemy is seen near \(who)"
    case .dark: "when it is dark"
    case .light: "when it is light"
    }
  }
}
