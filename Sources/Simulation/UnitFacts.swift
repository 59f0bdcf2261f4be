/// What the fighting half of a tick asks of a unit again and again, worked out once from its setup.
struct UnitFacts: Sendable {
  /// Its arm.
  var arm: Arm
  private var sideNumber: Int8
  private var enemyNumber: Int8
  private var direct: Int8
  private var gear: Int8
  private var indirect: Int16
  private var minimum: Int16
  private var airDefence: Int16
  /// Rounds a minute of one of its indirect weapons, times 10.
  var roundsTenths: Int32
  /// Lethal area of one of its rounds or loads against standing men, square metres.
  var lethalArea: Int32
  /// The class of its indirect weapon.
  var indirectClass: VehicleClass
  /// Men that all its helicopters carry at once, when all are there.
  var seats: Int32
  /// Speed in the air, km/h; 0 for the table's.
  var speedKmh: Int32
  private var formationNumber: Int32

  /// Its side's index.
  var side: Int { Int(sideNumber) }
  /// The index of the side it fights, -1 for none.
  var enemy: Int { Int(enemyNumber) }
  /// Reach of its direct fire in hexes, 1 or 2.
  var directHexes: Int { Int(direct) }
  /// Reach of its indirect fire in hexes, 0 for none.
  var indirectHexes: Int { Int(indirect) }
  /// Nearer than this it does not reach indirectly, in hexes.
  var minimumHexes: Int { Int(minimum) }
  /// Reach against aircraft in hexes, 0 for none.
  var airDefenceHexes: Int { Int(airDefence) }
  /// Night gear, 0…3.
  var nightGear: Int { Int(gear) }
  /// Its formation's index.
  var formation: Int { Int(formationNumber) }

  /// Whether it is fired on and fires: all but reporters and leaders, and nothing in the air.
  let fights: Bool
  /// Whether it belongs to the rear and fights only for its life.
  let isRear: Bool
  /// Whether it is no regular unit.
  let isIrregular: Bool

  /// The facts of a unit of a setup.
  init(_ setup: BattleSetup, _ row: Int) {
    let unit = setup.units[row]
    arm = unit.arm
    fights = arm != .press && arm != .leader && !arm.isAircraft
    isRear = arm.isRear
    isIrregular = arm == .police || arm == .militia || arm == .partisans
    sideNumber = Int8(unit.side.index)
    let foe = setup.sides[unit.side.index].enemy
    enemyNumber = foe == 255 ? -1 : Int8(foe)
    gear = Int8(min(3, unit.nightGear))
    formationNumber = Int32(unit.formation.index)
    (direct, indirect, minimum, airDefence) = (1, 0, 0, 0)
    (roundsTenths, lethalArea, seats, speedKmh) = (0, 0, 0, 0)
    indirectClass = .gun
    for holding in unit.vehicles {
      add(setup.rules.equipment[Int(holding.equipment)], holding.count)
    }
  }

  private mutating func add(_ kind: Equipment, _ count: Int32) {
    // 1,600 m reach from one hex over the next; dismounted weapons and carriers do not count.
    if kind.directRangeMeters >= 1600, kind.vehicleClass == .tank || kind.vehicleClass == .antiTank
    {
      direct = 2
    }
    let reach = Int(kind.indirectRangeMeters / HexGrid.spacingMeters)
    if reach > indirectHexes {
      indirect = Int16(clamping: reach)
      minimum = Int16(clamping: (kind.minimumRangeMeters + 999) / HexGrid.spacingMeters)
      indirectClass = kind.vehicleClass
      roundsTenths = kind.roundsPerMinuteTenths
      lethalArea = kind.lethalAreaSquareMeters
    }
    if arm.isAircraft {
      lethalArea = max(lethalArea, kind.lethalAreaSquareMeters)
      speedKmh = max(speedKmh, kind.speedKmh)
    }
    airDefence = max(
      airDefence, Int16(clamping: kind.airDefenceRangeMeters / HexGrid.spacingMeters))
    if kind.vehicleClass == .helicopter { seats += kind.seats * count }
  }
}

extension Arm {
  /// Whether units of the arm belong to the rear.
  fileprivate var isRear: Bool {
    switch self {
    case .artillery, .rocketArtillery, .mortar, .headquarters, .supply, .airDefence: true
    default: false
    }
  }
}
