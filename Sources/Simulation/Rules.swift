/// One group of rule parameters: an integer for each key, in the unit that the key's comment says.
///
/// The keys are an enumeration so that a rule cannot name a parameter that no table gives.
public struct RuleTable<Key: RuleKey>: Sendable, Equatable {
  /// The values in the order of `Key.allCases`.
  public private(set) var values: [Int32]

  /// A table of zeros, to be filled from `Assets/Tables`.
  public init() { values = Array(repeating: 0, count: Key.allCases.count) }

  /// The value of a parameter.
  @inlinable
  public subscript(key: Key) -> Int32 {
    get { values[key.rawValue] }
    set { set(key, newValue) }
  }

  @usableFromInline
  mutating func set(_ key: Key, _ value: Int32) { values[key.rawValue] = value }
}

/// The keys of a group: `Int`-numbered from 0 without gaps, named as in the table file but in
/// camelCase.
public protocol RuleKey: CaseIterable, Sendable, Equatable {
  /// The place in the table, 0, 1, 2 …
  var rawValue: Int { get }
}

extension RuleKey {
  /// The name in the table file: snake_case.
  public var key: String { snakeCased("\(self)") }
}

/// A kind of vehicle or weapon; one row of `Assets/Tables/equipment.yaml`.
public struct Equipment: Sendable, Hashable {
  /// Unique: `t72`.
  public var id: String
  /// The name for people: `T-72`.
  public var name: String
  /// Its class.
  public var vehicleClass: VehicleClass
  /// How far it fires directly, in metres; 0 for not at all.
  public var directRangeMeters: Int32
  /// How far it fires indirectly, in metres; 0 for not at all.
  public var indirectRangeMeters: Int32
  /// How far it does not reach indirectly, in metres.
  public var minimumRangeMeters: Int32
  /// Rounds a minute in sustained fire, indirect or at vehicles, times 10.
  public var roundsPerMinuteTenths: Int32
  /// Lethal area of a round against standing men, in square metres (SIMULATION.md: A_L).
  public var lethalAreaSquareMeters: Int32
  /// The chance in permille that a shot at an armoured vehicle at its usual range kills.
  public var killPermille: Int32
  /// What its armour leaves of a shaped charge's chance to kill it, permille: 1,000 without
  /// reactive armour.
  public var shapedChargePermille: Int32
  /// Reach against aircraft in metres; 0 for none.
  public var airDefenceRangeMeters: Int32
  /// Men carried beside the crew.
  public var seats: Int32
  /// Its speed in the air or on the road, km/h; 0 to use its arm's.
  public var speedKmh: Int32

  /// A row; what is not given is 0.
  public init(
    id: String, name: String, vehicleClass: VehicleClass, directRangeMeters: Int32 = 0,
    indirectRangeMeters: Int32 = 0, minimumRangeMeters: Int32 = 0,
    roundsPerMinuteTenths: Int32 = 0, lethalAreaSquareMeters: Int32 = 0, killPermille: Int32 = 0,
    shapedChargePermille: Int32 = 1000, airDefenceRangeMeters: Int32 = 0, seats: Int32 = 0,
    speedKmh: Int32 = 0
  ) {
    self.id = id
    self.name = name
    self.vehicleClass = vehicleClass
    self.directRangeMeters = directRangeMeters
    self.indirectRangeMeters = indirectRangeMeters
    self.minimumRangeMeters = minimumRangeMeters
    self.roundsPerMinuteTenths = roundsPerMinuteTenths
    self.lethalAreaSquareMeters = lethalAreaSquareMeters
    self.killPermille = killPermille
    self.shapedChargePermille = shapedChargePermille
    self.airDefenceRangeMeters = airDefenceRangeMeters
    self.seats = seats
    self.speedKmh = speedKmh
  }
}

/// Every number of the model that is not code, from `Assets/Tables`.
public struct Rules: Sendable, Equatable {
  /// Speeds, terrain costs, traffic.
  public var movement = RuleTable<MovementKey>()
  /// Delays of orders.
  public var command = RuleTable<CommandKey>()
  /// Who sees whom.
  public var spotting = RuleTable<SpottingKey>()
  /// Direct and indirect fire, air, losses, suppression.
  public var combat = RuleTable<CombatKey>()
  /// Cohesion, shocks, rally, fatigue, entrenchment.
  public var morale = RuleTable<MoraleKey>()
  /// Ammunition, fuel, lines of supply.
  public var supply = RuleTable<SupplyKey>()
  /// Civilians and partisans.
  public var civilians = RuleTable<CivilianKey>()
  /// Kinds of vehicles and weapons.
  public var equipment: [Equipment] = []
  /// Ways to fight by name, at most 64.
  public var conducts: [ConductPreset] = []

  /// Rules with every parameter 0, to be filled.
  public init() {}

  /// The groups by their file's name in `Assets/Tables`, with the keys that each must give.
  public static let groups: [(name: String, keys: [String])] = [
    ("movement", MovementKey.allCases.map(\.key)),
    ("command", CommandKey.allCases.map(\.key)),
    ("spotting", SpottingKey.allCases.map(\.key)),
    ("combat", CombatKey.allCases.map(\.key)),
    ("morale", MoraleKey.allCases.map(\.key)),
    ("supply", SupplyKey.allCases.map(\.key)),
    ("civilians", CivilianKey.allCases.map(\.key)),
  ]

  /// Sets a parameter by the names that its file uses; false if there is no such parameter.
  public mutating func set(group: String, key: String, to value: Int32) -> Bool {
    switch group {
    case "movement": Self.set(&movement, key, value)
    case "command": Self.set(&command, key, value)
    case "spotting": Self.set(&spotting, key, value)
    case "combat": Self.set(&combat, key, value)
    case "morale": Self.set(&morale, key, value)
    case "supply": Self.set(&supply, key, value)
    case "civilians": Self.set(&civilians, key, value)
    default: false
    }
  }

  /// A parameter by the names that its file uses; nil if there is no such parameter.
  public func value(group: String, key: String) -> Int32? {
    switch group {
    case "movement": Self.value(movement, key)
    case "command": Self.value(command, key)
    case "spotting": Self.value(spotting, key)
    case "combat": Self.value(combat, key)
    case "morale": Self.value(morale, key)
    case "supply": Self.value(supply, key)
    case "civilians": Self.value(civilians, key)
    default: nil
    }
  }

  private static func value<Key>(_ table: RuleTable<Key>, _ key: String) -> Int32? {
    Key.allCases.first { $0.key == key }.map { table[$0] }
  }

  private static func set<Key>(_ table: inout RuleTable<Key>, _ key: String, _ value: Int32) -> Bool
  {
    guard let found = Key.allCases.first(where: { $0.key == key }) else { return false }
    table[found] = value
    return true
  }
}
