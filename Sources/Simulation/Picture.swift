/// Whose eyes a picture is seen with.
public enum Viewpoint: Hashable, Sendable {
  /// A side's: its own units exactly, the enemy as far as it knows.
  case side(SideID)
  /// The umpire's: the truth.
  case umpire
}

/// The battle as one viewer knows it. Everything above `Simulation` but the session works from
/// this, never from the `World`: what is not in here cannot leak.
public struct Picture: Sendable {
  /// Whose picture it is.
  public var viewpoint: Viewpoint
  /// The moment.
  public var tick: Tick
  /// Sun, moon and date at the moment.
  public var sky: Sky
  /// The ground and the order of battle's cold facts. A side's picture holds the whole setup, but
  /// viewers read of the enemy only sides and colours from it, never units.
  public var setup: BattleSetup
  /// Own units that are on the map or expected; all units for the umpire. Ordered by id.
  public var units: [UnitReport]
  /// Enemy units as known; empty for the umpire. Ordered by id.
  public var contacts: [Contact]
  /// Who holds each hex as far as known: side index, 255 nobody. `count == grid.count`.
  public var control: [UInt8]
  /// The tick at which each hex was last seen, -1 never; empty for the umpire (all is seen).
  public var seenHex: [Int32]
  /// Who holds each quarter as far as known: side index, 255 nobody or contested.
  public var quarterControl: [UInt8]
  /// Civilians by town as known.
  public var civilians: CivilianColumns
  /// People on the road to a refuge.
  public var treks: [RefugeeTrek] = []
  /// Rules of engagement by side index, as known (an enemy's is its last seen conduct).
  public var rulesOfEngagement: [RulesOfEngagement]
  /// Whether the truce still holds.
  public var truceHolds: Bool
  /// Own score by side index; an enemy's is 0 in a side's picture.
  public var score: [Int64]
  /// Own fire missions that are running; all for the umpire.
  public var fireMissions: [FireMission]
  /// The tick of each named hour, -1 where it is not set or not known: entry
  /// `side * HourName.count + hour`.
  public var hours: [Int32] = []
  /// By formation: the formation that commands it now, as an index; -1 at the top.
  public var superiors: [Int32] = []
  /// What happened since the last picture that this viewer knows of.
  public var events: [Event]
  /// The outcome, once the battle is over.
  public var outcome: Outcome?
  /// Trails and flights; `trail(of:)` gives out what the viewer may know.
  var traces = Traces(units: 0)
  /// What fights and changes were decided by, for `why`.
  var accounts = Accounts(units: 0)
  /// By unit row: the number of the side's contact with it; empty for the umpire.
  var contactSerials: [Int32] = []
}

/// A unit as its own side knows it.
public struct UnitReport: Sendable, Hashable {
  /// The unit: its cold facts stand in `setup.units[id.row]`.
  public var id: UnitID
  /// Its side.
  public var side: SideID
  /// Life.
  public var status: Status
  /// Body.
  public var posture: Posture
  /// How far it is from being able to fight.
  public var readiness: Readiness = .deployed
  /// Where it is, as a hex index.
  public var hex: Int32
  /// Where it is in metres, between hexes while it moves.
  public var position: MapPoint
  /// Men present.
  public var personnel: Int32
  /// Men at the start.
  public var personnelAtStart: Int32
  /// Vehicles present by class, `VehicleClass.count` entries.
  public var vehicles: [Int32]
  /// Vehicles damaged or broken down and still with the unit, by class.
  public var vehiclesDamaged: [Int32] = []
  /// Vehicles at the start by class.
  public var vehiclesAtStart: [Int32]
  /// Strength as a share of the start, 0…1,000: the mean of men and of fighting vehicles.
  public var strengthPermille: Int32
  /// Cohesion, 0…1,000.
  public var cohesion: Int32
  /// Suppression, 0…1,000.
  public var suppression: Int32
  /// Fatigue, 0…1,000.
  public var fatigue: Int32
  /// Ammunition in permille of a basic load.
  public var ammunition: Int32
  /// Fuel in permille of a full load.
  public var fuel: Int32
  /// Entrenchment, 0…4.
  public var entrenchment: Int32
  /// Minutes until it has changed over and can move or fight again.
  public var busyMinutes: Int32 = 0
  /// Minutes that traffic has held it up on its road.
  public var heldUpMinutes: Int32 = 0
  /// Whether a line of supply reaches it.
  public var isSupplied: Bool
  /// Whether its headquarters reaches it.
  public var isInCommand: Bool
  /// Whether it is hidden among civilians.
  public var isHidden: Bool
  /// What it does.
  public var task: OrderKind
  /// Where the task leads, nil for nowhere.
  public var taskTarget: Int32?
  /// The rest of its path as hex indices, from the next hex on.
  public var path: [Int32]
  /// Orders on their way to it or queued, in order.
  public var orders: [PendingOrder]
  /// The serial number of the order that came into force last, 0 for none.
  public var orderSerial: Int32 = 0
  /// How far that has got.
  public var orderStage = OrderStage.none
  /// Minutes that an order given now would take to come into force, give or take the rules' spread.
  public var orderDelay: Int32 = 0
  /// Waypoints still to be passed, as hex indices.
  public var ways: [Int32] = []
  /// How it fights.
  public var conduct = Conduct()
  /// The formation that commands it now; nil for its own.
  public var commander: FormationID?
  /// When it comes, for `expected` units; an estimate where the seed decides.
  public var arrival: Tick?
  /// Minutes since it fired, capped at 1,000.
  public var sinceFired: Int32
  /// Minutes since it was fired on, capped at 1,000.
  public var sinceHit: Int32
  /// Sorties left today, for aircraft.
  public var sortiesLeft: Int32
}

/// An enemy unit as a side knows it.
public struct Contact: Sendable, Hashable {
  /// The side's own number for it.
  public var id: ContactID
  /// Whose it is taken to be.
  public var side: SideID
  /// Where it was last seen, as a hex index.
  public var hex: Int32
  /// Where it was last seen in metres.
  public var position: MapPoint
  /// When.
  public var lastSeen: Tick
  /// Whether it is in sight now.
  public var isInSight: Bool
  /// What it is taken for, nil where that is not known.
  public var arm: Arm?
  /// Its symbol code as believed: unknown entity where the arm is not known; 20 digits.
  public var sidc: String
  /// Its name where that is known, else empty.
  public var name: String
  /// Men as a band, nil where not known.
  public var personnelBand: ClosedRange<Int32>?
  /// Armoured vehicles as a band, nil where not known.
  public var vehicleBand: ClosedRange<Int32>?
}

/// Date, sun and moon at a moment and place.
public struct Sky: Sendable, Hashable {
  /// How light it is.
  public enum Light: UInt8, CaseIterable, Sendable {
    /// Sun above the horizon.
    case day
    /// Sun 0…6° below.
    case civilTwilight
    /// Sun 6…12° below.
    case nauticalTwilight
    /// Darker, with a moon of more than a quarter above the horizon.
    case moonlitNight
    /// Darker, without.
    case darkNight
  }

  /// Local year.
  public var year: Int32
  /// Local month, 1…12.
  public var month: Int32
  /// Local day, 1…31.
  public var day: Int32
  /// Minutes after local midnight, 0…1,439.
  public var minuteOfDay: Int32
  /// 0 Sunday … 6 Saturday.
  public var weekday: Int32
  /// The sun's altitude in 1/100 degree, refraction included.
  public var sunAltitudeCentidegrees: Int32
  /// The moon's altitude in 1/100 degree.
  public var moonAltitudeCentidegrees: Int32
  /// The lit share of the moon, 0…1,000.
  public var moonIlluminationPermille: Int32
  /// Sunrise today in minutes after local midnight, -1 if none.
  public var sunriseMinute: Int32
  /// Sunset today in minutes after local midnight, -1 if none.
  public var sunsetMinute: Int32
  /// How light it is.
  public var light: Light
}
