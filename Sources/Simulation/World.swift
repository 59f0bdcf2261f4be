/// The battle at one moment: everything that a replay must reproduce.
///
/// One owner, passed `inout`; `step` is its one mutator. `setup` never changes and its arrays are
/// shared between copies, so a copy of a world costs its columns alone.
public struct World: Sendable {
  /// What the battle is made from.
  public let setup: BattleSetup
  /// The seed of all chance.
  public internal(set) var seed: UInt64
  /// Minutes since the start.
  public internal(set) var tick: Tick
  /// The units' columns.
  public internal(set) var units: UnitColumns
  /// Hex data that changes.
  public internal(set) var ground: GroundColumns
  /// What each side knows, by side index.
  public internal(set) var knowledge: [SideKnowledge]
  /// Rules of engagement, politics and score, by side index.
  public internal(set) var politics: [SidePolitics]
  /// Orders given and not yet in force, in the order in which they were accepted.
  public internal(set) var pending: [PendingOrder]
  /// Orders queued behind what a unit does now, in the order in which they were accepted.
  public internal(set) var queued: [PendingOrder]
  /// Who commands whom, named hours and the count of orders.
  public internal(set) var command: CommandColumns
  /// Fire missions that are running or called.
  public internal(set) var fireMissions: [FireMission]
  /// Civilians by town.
  public internal(set) var civilians: CivilianColumns
  /// People on the road, in the order in which they left.
  public internal(set) var treks: [RefugeeTrek]
  /// A running mix of every order accepted so far, part of the state hash.
  public internal(set) var orderDigest: UInt64
  /// The tick of the cease-fire as drawn; no side may see it.
  public internal(set) var ceaseFireTick: Tick
  /// Whether the truce still holds.
  public internal(set) var truceHolds: Bool
  /// Set when the battle is over.
  public internal(set) var outcome: Outcome?
  /// Whether it is a side's belief, played for some hours at most; no part of the state. Its lines
  /// of supply stay as they were reported.
  var isBelieved = false
  /// What pictures show of the past; no part of the state.
  var traces: Traces
  /// What fights and changes were decided by; no part of the state.
  var accounts: Accounts
}

extension World {
  /// The same moment with other chance from now on, for runs that ask what else could come of it.
  /// What was drawn at the start stays as it is.
  public func reseeded(by number: UInt64) -> World {
    var other = self
    other.seed = Chance.bits(
      seed: seed &+ number, tick: tick, unit: Int(truncatingIfNeeded: number), purpose: .belief)
    return other
  }
}

/// The hot state of all units: one entry a unit in every column (`count` of each is `unitCount`),
/// but for `vehicles`, which has `VehicleClass.count` entries a unit.
///
/// Quantities of men and vehicles are Q8 fixed point (256 = one) so that small rates are not lost.
public struct UnitColumns: Sendable, Equatable {
  /// How many units there are.
  public let count: Int
  /// What the setup says of them, for quick reading; no part of the state.
  let roster: UnitRoster
  /// Life.
  public var status: [Status]
  /// Body.
  public var posture: [Posture]
  /// How far it is from being able to fight.
  public var readiness: [Readiness]
  /// The hex it stands in, as an index; for aircraft the base; -1 never.
  public var hex: [Int32]
  /// The hex that it is moving into, or `hex`.
  public var nextHex: [Int32]
  /// How far it has come towards `nextHex`, 0…65,535 of the way.
  public var progress: [Int32]
  /// Men, Q8.
  public var personnel: [Int32]
  /// Vehicles by class, Q8: entry `unit * VehicleClass.count + class`.
  public var vehicles: [Int32]
  /// Men lost so far, Q8: start = present + lost + detached, always.
  public var personnelLost: [Int32]
  /// Vehicles lost so far, Q8, laid out as `vehicles`.
  public var vehiclesLost: [Int32]
  /// Vehicles damaged or broken down and still with the unit, Q8, laid out as `vehicles`: start =
  /// present + damaged + lost + detached, always.
  public var vehiclesDamaged: [Int32]
  /// Men merged into another unit, less men taken in, Q8.
  public var personnelDetached: [Int32]
  /// Vehicles merged into another unit, less vehicles taken in, Q8, laid out as `vehicles`.
  public var vehiclesDetached: [Int32]
  /// Men at the start (drawn from the band), Q8.
  public var personnelAtStart: [Int32]
  /// Vehicles at the start, Q8, laid out as `vehicles`.
  public var vehiclesAtStart: [Int32]
  /// Quality, -3…3.
  public var quality: [Int32]
  /// Suppression, 0…1,000.
  public var suppression: [Int32]
  /// Cohesion, 0…1,000.
  public var cohesion: [Int32]
  /// Fatigue, 0…1,000.
  public var fatigue: [Int32]
  /// Ammunition in permille of a basic load, times 256 (Q8), 0…256,000.
  public var ammunition: [Int32]
  /// Fuel as range in tenths of a kilometre, 0…10,000.
  public var fuel: [Int32]
  /// Entrenchment, 0…4.
  public var entrenchment: [Int32]
  /// Minutes of work towards the next level of entrenchment.
  public var entrenchmentMinutes: [Int32]
  /// Minutes in which it cannot move or fight while it changes posture (breaking camp, mounting…).
  public var busyMinutes: [Int32]
  /// Minutes that traffic has held it up on the road where it is.
  public var heldUpMinutes: [Int32]
  /// Whether a line of supply reaches it: minutes since it last did, 0 while it does.
  public var cutOffMinutes: [Int32]
  /// Whether its headquarters reaches it: 0 no, 1 yes.
  public var inCommand: [Int32]
  /// Minutes since it last fired (its own fire gives it away), capped at 1,000.
  public var sinceFired: [Int32]
  /// Minutes since it was last fired on, capped at 1,000.
  public var sinceHit: [Int32]
  /// Minutes suppressed beyond 700 without a break.
  public var neutralizedMinutes: [Int32]
  /// Whether it hides among civilians: 0 no, 1 yes.
  public var hidden: [Int32]
  /// What it was told to do last (`hold` at the start).
  public var task: [OrderKind]
  /// Where the task leads, as a hex index; -1 for none.
  public var taskTarget: [Int32]
  /// When the task came into force.
  public var taskSince: [Int32]
  /// Minutes left of a timed task (fire, search, reform), 0 for none.
  public var taskMinutes: [Int32]
  /// The formation that commands it now, as an index.
  public var formation: [Int32]
  /// The serial number of the order that came into force last, 0 for none.
  public var orderSerial: [Int32]
  /// How far that has got.
  public var orderStage: [OrderStage]
  /// When it last came to where it was sent, -1 never.
  public var arrivedAt: [Int32]
  /// When it last had done what it was told, -1 never.
  public var doneAt: [Int32]
  /// Its own rules of engagement, beside those of its side.
  public var rules: [RulesOfEngagement]
  /// Whether guns fire for it, or it fires for others.
  public var fireSupport: [FireSupport]
  /// When it gives up ground.
  public var giveGround: [GiveGround]
  /// Hexes to pass before its task's goal: `Order.wayCapacity` entries a unit, -1 for none.
  public var ways: [Int32]
  /// How many there are.
  public var wayCount: [Int32]
  /// How many of them it has passed.
  public var wayDone: [Int32]
  /// Sorties flown today.
  public var sorties: [Int32]
  /// The unit it is carried by or attached to, as a row; -1 for none.
  public var carrier: [Int32]
  /// The tick at which it comes onto the map (0: from the start).
  public var arrival: [Int32]
  /// Planned steps: `World.pathCapacity` entries a unit, each a `HexSide.rawValue`.
  public var pathSteps: [UInt8]
  /// How many steps are planned.
  public var pathCount: [Int32]
  /// How many of them have been made.
  public var pathDone: [Int32]
}

/// The changing state of hexes, one entry a hex.
public struct GroundColumns: Sendable, Equatable {
  /// Who holds it: side index, 255 for nobody.
  public var control: [UInt8]
  /// Who held each quarter when last looked, by `QuarterID`: side index, 255 for contested or
  /// nobody.
  public var quarterControl: [UInt8]
}

/// What a side knows of the enemy and of the ground.
public struct SideKnowledge: Sendable, Equatable {
  /// By enemy unit row: the serial number of the contact, 0 where never seen.
  public var serial: [Int32]
  /// By enemy unit row: the tick at which it was last seen.
  public var lastSeen: [Int32]
  /// By enemy unit row: where it was last seen, as a hex index; -1 never.
  public var lastHex: [Int32]
  /// By enemy unit row: how much is known: 0 something, 1 its arm, 2 its strength, 3 its name.
  public var detail: [UInt8]
  /// By enemy unit row: men believed, whole men, when `detail` ≥ 2.
  public var believedPersonnel: [Int32]
  /// By enemy unit row: armoured vehicles believed, when `detail` ≥ 1.
  public var believedVehicles: [Int32]
  /// By enemy unit row: 1 where it is in sight now.
  public var inSight: [UInt8]
  /// The next serial number to give.
  public var nextSerial: Int32
  /// By hex: the tick at which the side last saw it, -1 never.
  public var seenHex: [Int32]
  /// By hex: who holds it as far as the side knows (255 nobody).
  public var believedControl: [UInt8]
}

/// A side's politics and score.
public struct SidePolitics: Sendable, Equatable {
  /// Whom it may fire on now.
  public var rulesOfEngagement: RulesOfEngagement
  /// The tick at which free fire is released, -1 for never.
  public var releaseTick: Int32
  /// Points for ground held so far.
  public var heldPoints: Int64
  /// Points lost to political events so far.
  public var politicalCost: Int64
  /// Civilians killed by its fire.
  public var civiliansKilled: Int32
  /// Civilians injured by its fire.
  public var civiliansInjured: Int32
  /// Whether it broke the truce: 0 or 1.
  public var brokeTruce: Int32
  /// For the grade: permille-minutes of the decisive town's value held so far.
  public var townMinutes: Int64
}

/// Who commands whom, and the sides' named hours.
public struct CommandColumns: Sendable, Equatable {
  /// The tick of each named hour, -1 where it is not set: entry `side * HourName.count + hour`.
  public var hours: [Int32]
  /// By formation: the formation that commands it now, as an index; -1 at the top.
  public var superior: [Int32]
  /// The serial number that the next order gets, from 1.
  public var nextSerial: Int32
}

/// Fire by one battery, or a sortie, on one hex.
public struct FireMission: Sendable, Hashable {
  /// Who fires.
  public var unit: UnitID
  /// Where, as a hex index.
  public var target: Int32
  /// When the first round lands.
  public var start: Tick
  /// Minutes of fire left.
  public var minutesLeft: Int32
  /// Whether the place was seen by someone of the side when the mission was called.
  public var isObserved: Bool
}

/// Civilians by town, one entry a town.
public struct CivilianColumns: Sendable, Equatable {
  /// People present.
  public var present: [Int32]
  /// People who fled so far.
  public var displaced: [Int32]
  /// People who came from other towns and are here now.
  public var sheltered: [Int32]
  /// Killed so far.
  public var killed: [Int32]
  /// Injured so far.
  public var injured: [Int32]
  /// Minutes of shelling in the last day, decaying.
  public var shellingMinutes: [Int32]
  /// Side index that holds a cordon around it, 255 for none.
  public var cordon: [UInt8]
  /// People from the town who reached a neutral country.
  public var abroad: [Int32] = []
  /// Killed so far by cause: entry `town * HarmCause.allCases.count + cause`.
  public var killedByCause: [Int32] = []
  /// Injured so far by cause, laid out as `killedByCause`.
  public var injuredByCause: [Int32] = []
  /// Remainders of flows and of harm, so that small rates are not lost (Q16).
  public var remainder: [Int32]
}

/// How a battle ended.
public struct Outcome: Sendable, Hashable {
  /// The grades from the holder's best to its worst.
  public enum Grade: UInt8, CaseIterable, Sendable {
    case holdDecisive, holdMarginal, contested, takeMarginal, takeDecisive
    /// The name in JSON: snake_case.
    public var key: String {
      switch self {
      case .holdDecisive: "hold_decisive"
      case .holdMarginal: "hold_marginal"
      case .contested: "contested"
      case .takeMarginal: "take_marginal"
      case .takeDecisive: "take_decisive"
      }
    }
  }

  /// The grade.
  public var grade: Grade
  /// The winner; nil where it is contested.
  public var winner: SideID?
  /// Points by side index, political cost taken off.
  public var score: [Int64]

  /// An outcome from its parts.
  public init(grade: Grade, winner: SideID?, score: [Int64]) {
    self.grade = grade
    self.winner = winner
    self.score = score
  }
}
