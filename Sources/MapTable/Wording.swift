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
    case .cancel: "Recall"
    case .engage: "Rules of engagement"
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
    case .cancel: "Take back orders that are still on their way."
    case .engage: "Set whom the side may fire on."
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
    case .cancel: "recalled"
    case .engage: "waiting"
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
