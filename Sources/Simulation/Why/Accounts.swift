/// What the last fights and changes of each unit were decided by, for panels and reports.
///
/// No part of the state: no rule reads it, neither the hash nor the written form holds it, and a
/// world that was read back starts with none.
struct Accounts: Sendable {
  /// Minutes of quiet after which a new fight's account begins.
  static let quiet: Int32 = 180

  /// By unit: its last fight; nil where it has not fought.
  private(set) var fights: [FightAccount?]
  /// By unit: its last change; nil where there was none.
  private(set) var changes: [UnitChange?]
  /// By unit and kind: cohesion lost since `since`, permille times 10^6.
  private var shocks: [Int64]
  /// By unit: when the shocks that are counted began.
  private(set) var since: [Int32]
  /// By unit: the last shock.
  private var last: [Int32]

  /// Nothing has happened to so many units.
  init(units: Int) {
    fights = Array(repeating: nil, count: units)
    changes = Array(repeating: nil, count: units)
    shocks = Array(repeating: 0, count: units * ShockKind.count)
    since = Array(repeating: -1, count: units)
    last = Array(repeating: -Self.quiet, count: units)
  }

  /// Notes a minute of a fight.
  mutating func note(_ fight: FightAccount, _ row: Int) { fights[row] = fight }

  /// Notes why a unit does something else.
  mutating func note(_ change: UnitChange, _ row: Int) { changes[row] = change }

  /// Adds cohesion lost to a kind of shock, permille times 10^6. After a while of quiet the count
  /// begins anew.
  mutating func shake(_ row: Int, _ kind: ShockKind, _ micro: Int64, _ tick: Int32) {
    if tick - last[row] >= Self.quiet {
      for other in 0..<ShockKind.count { shocks[row * ShockKind.count + other] = 0 }
      since[row] = tick
    }
    last[row] = tick
    shocks[row * ShockKind.count + Int(kind.rawValue)] += micro
  }

  /// The shocks of a unit in permille, the greatest first, without those below one.
  func shocks(_ row: Int) -> [Shock] {
    ShockKind.allCases.compactMap { kind in
      let sum = shocks[row * ShockKind.count + Int(kind.rawValue)] / 1_000_000
      return sum > 0 ? Shock(kind: kind, permille: Int32(clamping: sum)) : nil
    }.sorted { ($1.permille, $0.kind.rawValue) < ($0.permille, $1.kind.rawValue) }
  }
}

/// Cohesion that a unit lost by one kind of shock since its fight began.
public struct Shock: Sendable, Hashable {
  /// What shook it.
  public var kind: ShockKind
  /// How much cohesion it cost, permille.
  public var permille: Int32
}

/// What decided a unit's last fight and its last change.
public struct UnitWhy: Sendable, Hashable {
  /// The unit.
  public var unit: UnitID
  /// Its last fight, nil where it has not fought.
  public var fight: FightAccount?
  /// What shook it since that fight began, the greatest first.
  public var shocks: [Shock]
  /// When the count of shocks began, nil where there were none.
  public var since: Tick?
  /// Its last change that nobody ordered, nil where there was none.
  public var change: UnitChange?
}

extension Picture {
  /// What decided the last fight and the last change of a unit of this picture; nil for units that
  /// the viewer has no report of.
  public func why(_ unit: UnitID) -> UnitWhy? {
    guard report(unit) != nil, accounts.fights.indices.contains(unit.row) else { return nil }
    let since = accounts.since[unit.row]
    return UnitWhy(
      unit: unit, fight: accounts.fights[unit.row].map(masked),
      shocks: accounts.shocks(unit.row), since: since < 0 ? nil : Tick(rawValue: since),
      change: accounts.changes[unit.row])
  }

  /// A fight as the viewer may read it: a side knows its enemy as a contact and his power roughly.
  private func masked(_ fight: FightAccount) -> FightAccount {
    guard case .side = viewpoint else { return fight }
    var fight = fight
    if let opponent = fight.opponent, contactSerials.indices.contains(opponent.row) {
      let serial = contactSerials[opponent.row]
      fight.contact = serial > 0 ? ContactID(rawValue: serial) : nil
    }
    fight.opponent = nil
    var step: Int32 = 1
    while fight.enemyPower / step >= 100 { step *= 10 }
    fight.enemyPower = (fight.enemyPower + step / 2) / step * step
    return fight
  }
}
