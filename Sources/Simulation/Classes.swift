/// The classes of vehicles and weapons that are counted apart, in the order of every list.
public enum VehicleClass: UInt8, CaseIterable, Sendable {
  case tank, ifv, apc, gun, rocketLauncher, antiTank, airDefence, helicopter, aircraft, truck

  /// The name in files and JSON.
  public var key: String {
    switch self {
    case .tank: "tank"
    case .ifv: "ifv"
    case .apc: "apc"
    case .gun: "gun"
    case .rocketLauncher: "rocket_launcher"
    case .antiTank: "anti_tank"
    case .airDefence: "air_defence"
    case .helicopter: "helicopter"
    case .aircraft: "aircraft"
    case .truck: "truck"
    }
  }

  /// How many classes there are.
  public static let count = 10
}

/// What a unit is for; it decides which rules apply to it.
public enum Arm: UInt8, CaseIterable, Sendable {
  case armor, mechanized, infantry, reconnaissance, artillery, rocketArtillery, mortar, antiTank
  case airDefence, engineer, headquarters, supply, attackHelicopter, transportHelicopter
  case attackAircraft, airAssault, police, militia, partisans, leader, press

  /// The name in files: snake_case.
  public var key: String {
    switch self {
    case .armor: "armor"
    case .mechanized: "mechanized"
    case .infantry: "infantry"
    case .reconnaissance: "reconnaissance"
    case .artillery: "artillery"
    case .rocketArtillery: "rocket_artillery"
    case .mortar: "mortar"
    case .antiTank: "anti_tank"
    case .airDefence: "air_defence"
    case .engineer: "engineer"
    case .headquarters: "headquarters"
    case .supply: "supply"
    case .attackHelicopter: "attack_helicopter"
    case .transportHelicopter: "transport_helicopter"
    case .attackAircraft: "attack_aircraft"
    case .airAssault: "air_assault"
    case .police: "police"
    case .militia: "militia"
    case .partisans: "partisans"
    case .leader: "leader"
    case .press: "press"
    }
  }

  /// Whether it fights from the air and stands on a base between missions.
  public var isAircraft: Bool {
    self == .attackHelicopter || self == .transportHelicopter || self == .attackAircraft
  }

  /// Whether it shells places beyond what it sees itself.
  public var isIndirect: Bool {
    self == .artillery || self == .rocketArtillery || self == .mortar
  }
}

/// Where a unit is in its life.
public enum Status: UInt8, CaseIterable, Sendable {
  /// Has not come onto the map yet.
  case expected
  /// Present and in hand.
  case active
  /// Its cohesion has gone: it withdraws and takes no orders but to reform.
  case broken
  /// Flees in disorder.
  case routed
  /// Carried by helicopters.
  case embarked
  /// No longer there: destroyed, dissolved, captured or merged into another.
  case gone
  /// Has left the map.
  case departed

  /// The name in JSON.
  public var key: String { "\(self)" }
}

/// What a unit is doing with its body.
public enum Posture: UInt8, CaseIterable, Sendable {
  /// On the road in column: fast, weak.
  case column
  /// Deployed and moving.
  case advancing
  /// Deployed, moving to fight.
  case attacking
  /// Deployed and still.
  case holding
  /// Working on its positions.
  case diggingIn
  /// Falling back.
  case withdrawing
  /// Off the road, dispersed, resting.
  case camped
  /// Firing from a fire position.
  case firing
  /// Merging and restoring itself.
  case reforming
  /// Out of hand.
  case fleeing

  /// The name in JSON: snake_case.
  public var key: String {
    switch self {
    case .column: "column"
    case .advancing: "advancing"
    case .attacking: "attacking"
    case .holding: "holding"
    case .diggingIn: "digging_in"
    case .withdrawing: "withdrawing"
    case .camped: "camped"
    case .firing: "firing"
    case .reforming: "reforming"
    case .fleeing: "fleeing"
    }
  }
}

/// How far a unit is from being able to fight.
public enum Readiness: UInt8, CaseIterable, Sendable {
  /// In column on the move, or not yet out of it.
  case march
  /// Gathered and resting: camped or re-forming.
  case assembly
  /// Spread out to fight.
  case deployed

  /// The readiness that a posture ends in.
  public init(at posture: Posture) {
    switch posture {
    case .column, .fleeing: self = .march
    case .camped, .reforming: self = .assembly
    case .advancing, .attacking, .holding, .diggingIn, .withdrawing, .firing: self = .deployed
    }
  }

  /// The name in JSON.
  public var key: String { "\(self)" }
}

/// Whom a side may fire on.
public enum RulesOfEngagement: UInt8, CaseIterable, Sendable, Comparable {
  /// Under truce: no fire, no crossing of the line.
  case truce
  /// Fire only on who fires or attacks.
  case returnFire
  /// Fire freely.
  case free
  /// Stricter before freer.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  /// The name in files: snake_case.
  public var key: String {
    switch self {
    case .truce: "truce"
    case .returnFire: "return_fire"
    case .free: "free"
    }
  }
}
