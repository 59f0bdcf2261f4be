/// How hard units fight each other in a tick: what the table says, looked up once.
struct FireTempo: Sendable {
  /// What weapons against vehicles reach.
  let antiTank: AntiTankReach
  /// Whether it is too dark to see without night gear.
  let isNight: Bool
  /// Fire into the next hex where neither side attacks or moves, permille.
  private let quiet: Int32
  /// Fire at close range without an assault, permille.
  private let close: Int32
  /// Fire over two hexes, permille.
  private let long: Int32
  /// The tempo of a night fight by the better of two night gears, permille.
  private let night: (Int32, Int32, Int32, Int32)
  /// What a level of night gear more than the target's adds, permille.
  private let lead: Int64

  /// The tempo of a tick.
  init(_ table: RuleTable<CombatKey>, isNight: Bool) {
    self.isNight = isNight
    antiTank = AntiTankReach(table)
    quiet = table[.quietIntensity]
    close = table[.closeIntensity]
    long = table[.longIntensity]
    lead = Int64(table[.nightLead])
    let image = table[.nightTempoTwo]
    night = (
      table[.nightTempo], Int32((Int64(table[.nightTempo]) + Int64(image)) / 2), image,
      table[.nightTempoThree]
    )
  }

  /// How hard a unit fights a target, permille of full contact; 0 where it holds its fire.
  @inline(__always)
  func intensity(isAssault: Bool, isOpen: Bool, distance: Int, gears: (UInt8, UInt8)) -> Int32 {
    let byDay: Int32 =
      switch distance {
      case 0: isAssault || isOpen ? 1000 : close
      case 1: isAssault ? 1000 : isOpen ? close : quiet
      default: isAssault || isOpen ? long : 0
      }
    guard isNight else { return byDay }
    let tempo =
      switch max(gears.0, gears.1) {
      case 0: night.0
      case 1: night.1
      case 2: night.2
      default: night.3
      }
    return Int32(clamping: Int64(byDay) * Int64(tempo) / 1000)
  }

  /// The strength that tells by night: who sees better hits better.
  @inline(__always)
  func effect(of strength: Int64, gears: (UInt8, UInt8)) -> Int64 {
    guard isNight else { return strength }
    let gain = 1000 + (Int64(gears.0) - Int64(gears.1)) * lead
    return strength * max(400, gain) / 1000
  }
}
