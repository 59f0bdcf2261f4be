/// What covers a hex.
public enum Cover: UInt8, CaseIterable, Sendable {
  case sea, forest, woodland, cropland, grassland, semiDesert, barren, urban, wetland, lake
}

/// The class of a road.
public enum RoadClass: UInt8, Sendable, Comparable {
  case none, secondary, primary, motorway
  /// Better roads after worse ones.
  public static func < (a: RoadClass, b: RoadClass) -> Bool { a.rawValue < b.rawValue }
}

/// The size of a river along a hex's edge.
public enum RiverClass: UInt8, Sendable, Comparable {
  /// No river.
  case none
  /// A stream or canal that can be forded.
  case minor
  /// A river that needs a bridge.
  case major
  /// Larger after smaller.
  public static func < (a: RiverClass, b: RiverClass) -> Bool { a.rawValue < b.rawValue }
}

/// A town or village with people.
public struct Town: Sendable, Hashable {
  /// A short ASCII name for files and JSON, unique: `calilabad`.
  public var id: String
  /// The name as the map writes it: `Cəlilabad`.
  public var name: String
  /// Inhabitants before the battle.
  public var population: Int32
  /// The hex index of its middle.
  public var center: Int32
  /// Its quarters, as indices into `Terrain.quarters`.
  public var quarters: Range<Int>
  /// 1 (metropolis) … 5 (village).
  public var rank: UInt8

  /// A town from its parts.
  public init(
    id: String, name: String, population: Int32, center: Int32, quarters: Range<Int>, rank: UInt8
  ) {
    self.id = id
    self.name = name
    self.population = population
    self.center = center
    self.quarters = quarters
    self.rank = rank
  }
}

/// A named part of a town that is held or lost as one.
public struct Quarter: Sendable, Hashable {
  /// Unique within the town: `center`, `north`, `outskirts`…; a village has the one quarter
  /// `center`.
  public var id: String
  /// The name as people read it.
  public var name: String
  /// The town.
  public var town: TownID
  /// Its hexes, as indices, ascending; at least one.
  public var hexes: [Int32]

  /// A quarter from its parts.
  public init(id: String, name: String, town: TownID, hexes: [Int32]) {
    self.id = id
    self.name = name
    self.town = town
    self.hexes = hexes
  }
}

/// The ground that a battle is fought on: one entry a hex in every column (`count == grid.count`).
/// It does not change during a battle.
public struct Terrain: Sendable {
  /// The grid.
  public var grid: HexGrid
  /// What covers each hex.
  public var cover: [Cover]
  /// Metres above the sea (the Caspian lies at -28).
  public var heightMeters: [Int16]
  /// The mean fall of the ground in metres a kilometre.
  public var slopePermille: [UInt16]
  /// Road class across each edge: 2 bits an edge, edge `HexSide.rawValue` at bits 2k…2k+1.
  public var roads: [UInt16]
  /// River class along each edge: 2 bits an edge as in `roads`.
  public var rivers: [UInt16]
  /// One bit an edge: a bridge carries a road across the river there.
  public var bridges: [UInt8]
  /// 1 where the ground belongs to a neutral country, else 0.
  public var neutral: [UInt8]
  /// The index of the quarter that a hex belongs to, -1 for none.
  public var quarter: [Int16]
  /// Towns and villages.
  public var towns: [Town]
  /// All quarters, those of one town in a row.
  public var quarters: [Quarter]

  /// Bare ground of one cover at sea level without roads, rivers or towns.
  public init(grid: HexGrid, cover: Cover = .grassland) {
    self.grid = grid
    self.cover = Array(repeating: cover, count: grid.count)
    heightMeters = Array(repeating: 0, count: grid.count)
    slopePermille = Array(repeating: 0, count: grid.count)
    roads = Array(repeating: 0, count: grid.count)
    rivers = Array(repeating: 0, count: grid.count)
    bridges = Array(repeating: 0, count: grid.count)
    neutral = Array(repeating: 0, count: grid.count)
    quarter = Array(repeating: -1, count: grid.count)
    towns = []
    quarters = []
  }

  /// The road across an edge of a hex.
  @inlinable
  public func road(_ index: Int, _ side: HexSide) -> RoadClass {
    RoadClass(rawValue: UInt8((roads[index] >> (2 * UInt16(side.rawValue))) & 3)) ?? .none
  }

  /// The river along an edge of a hex.
  @inlinable
  public func river(_ index: Int, _ side: HexSide) -> RiverClass {
    RiverClass(rawValue: UInt8((rivers[index] >> (2 * UInt16(side.rawValue))) & 3)) ?? .none
  }

  /// Whether a bridge crosses an edge of a hex.
  @inlinable
  public func hasBridge(_ index: Int, _ side: HexSide) -> Bool {
    bridges[index] & (1 << side.rawValue) != 0
  }

  /// Whether a hex is water that no ground unit enters.
  @inlinable
  public func isWater(_ index: Int) -> Bool { cover[index] == .sea || cover[index] == .lake }

  /// Sets the road class across an edge, on both hexes.
  public mutating func setRoad(_ index: Int, _ side: HexSide, _ road: RoadClass) {
    Self.set(&roads, grid, index, side, UInt16(road.rawValue))
  }

  /// Sets the river class along an edge, on both hexes.
  public mutating func setRiver(_ index: Int, _ side: HexSide, _ river: RiverClass) {
    Self.set(&rivers, grid, index, side, UInt16(river.rawValue))
  }

  /// Puts a bridge across an edge, on both hexes.
  public mutating func setBridge(_ index: Int, _ side: HexSide) {
    bridges[index] |= 1 << side.rawValue
    let other = grid.neighbor(of: index, side)
    if other >= 0 { bridges[other] |= 1 << side.opposite.rawValue }
  }

  private static func clearedAndSet(_ old: UInt16, _ side: HexSide, _ value: UInt16) -> UInt16 {
    let shift = 2 * UInt16(side.rawValue)
    return (old & ~(3 << shift)) | (value << shift)
  }

  private static func set(
    _ column: inout [UInt16], _ grid: HexGrid, _ index: Int, _ side: HexSide, _ value: UInt16
  ) {
    column[index] = clearedAndSet(column[index], side, value)
    let other = grid.neighbor(of: index, side)
    if other >= 0 { column[other] = clearedAndSet(column[other], side.opposite, value) }
  }
}
