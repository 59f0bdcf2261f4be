/// A unit: its row in every column of `UnitColumns`.
public struct UnitID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The row, 0…`unitCount - 1`.
  public var rawValue: Int32
  /// An id from its row.
  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }
  /// An id from its row.
  @inlinable
  public init(_ row: Int) { rawValue = Int32(row) }
  /// The row as an array index.
  @inlinable
  public var row: Int { Int(rawValue) }
  /// Ordered by row.
  @inlinable
  public static func < (a: UnitID, b: UnitID) -> Bool { a.rawValue < b.rawValue }
}

/// A side: its index in `BattleSetup.sides`.
public struct SideID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The index, 0…`sides.count - 1`; at most 7 sides.
  public var rawValue: UInt8
  /// An id from its index.
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// An id from its index.
  @inlinable
  public init(_ index: Int) { rawValue = UInt8(index) }
  /// The index as an array index.
  @inlinable
  public var index: Int { Int(rawValue) }
  /// Ordered by index.
  @inlinable
  public static func < (a: SideID, b: SideID) -> Bool { a.rawValue < b.rawValue }
}

/// A formation of the order of battle: its index in `BattleSetup.formations`.
public struct FormationID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The index, 0…`formations.count - 1`.
  public var rawValue: Int16
  /// An id from its index.
  @inlinable
  public init(rawValue: Int16) { self.rawValue = rawValue }
  /// An id from its index.
  @inlinable
  public init(_ index: Int) { rawValue = Int16(index) }
  /// The index as an array index.
  @inlinable
  public var index: Int { Int(rawValue) }
  /// Ordered by index.
  @inlinable
  public static func < (a: FormationID, b: FormationID) -> Bool { a.rawValue < b.rawValue }
}

/// A town or village: its index in `Terrain.towns`.
public struct TownID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The index, 0…`towns.count - 1`.
  public var rawValue: Int16
  /// An id from its index.
  public init(rawValue: Int16) { self.rawValue = rawValue }
  /// An id from its index.
  public init(_ index: Int) { rawValue = Int16(index) }
  /// The index as an array index.
  public var index: Int { Int(rawValue) }
  /// Ordered by index.
  public static func < (a: TownID, b: TownID) -> Bool { a.rawValue < b.rawValue }
}

/// A quarter of a town (a village is one quarter): its index in `Terrain.quarters`.
public struct QuarterID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The index, 0…`quarters.count - 1`.
  public var rawValue: Int16
  /// An id from its index.
  public init(rawValue: Int16) { self.rawValue = rawValue }
  /// An id from its index.
  public init(_ index: Int) { rawValue = Int16(index) }
  /// The index as an array index.
  public var index: Int { Int(rawValue) }
  /// Ordered by index.
  public static func < (a: QuarterID, b: QuarterID) -> Bool { a.rawValue < b.rawValue }
}

/// What a side calls an enemy unit that it has seen: a serial number that says nothing of the unit.
public struct ContactID: RawRepresentable, Hashable, Comparable, Sendable {
  /// 1, 2, 3 … in the order in which the side found them.
  public var rawValue: Int32
  /// An id from its serial number.
  public init(rawValue: Int32) { self.rawValue = rawValue }
  /// Ordered by serial number.
  public static func < (a: ContactID, b: ContactID) -> Bool { a.rawValue < b.rawValue }
}

/// A moment of the battle in simulated minutes from its start.
public struct Tick: RawRepresentable, Hashable, Comparable, Sendable {
  /// Minutes from the start, 0 or more.
  public var rawValue: Int32
  /// A moment from its minutes.
  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }
  /// A moment from its minutes.
  @inlinable
  public init(_ minutes: Int) { rawValue = Int32(minutes) }
  /// Earlier before later.
  @inlinable
  public static func < (a: Tick, b: Tick) -> Bool { a.rawValue < b.rawValue }
  /// The moment `minutes` later.
  @inlinable
  public static func + (a: Tick, minutes: Int32) -> Tick { Tick(rawValue: a.rawValue + minutes) }
  /// The minutes from `b` to `a`.
  @inlinable
  public static func - (a: Tick, b: Tick) -> Int32 { a.rawValue - b.rawValue }
}
