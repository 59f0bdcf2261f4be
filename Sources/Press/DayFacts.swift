public import Simulation

/// What one side knows of one stretch of a battle, as its spokesmen have it on the table.
public struct DayFacts: Sendable {
  /// Whose facts.
  public var side: SideID
  /// From when.
  public var start: Tick
  /// To when.
  public var end: Tick
  /// The events that the side knows of.
  public var events: [Event]
  /// What it has told in that time.
  public var told: [Dispatch]
  /// Who held each quarter as far as it knew, at the start.
  public var quartersBefore: [UInt8]
  /// The same at the end.
  public var quartersAfter: [UInt8]
  /// Its own men lost.
  public var menLost: Int64
  /// Its own fighting vehicles lost.
  public var vehiclesLost: Int64

  /// Facts from their parts.
  public init(
    side: SideID, start: Tick, end: Tick, events: [Event], told: [Dispatch],
    quartersBefore: [UInt8], quartersAfter: [UInt8], menLost: Int64, vehiclesLost: Int64
  ) {
    self.side = side
    self.start = start
    self.end = end
    self.events = events
    self.told = told
    self.quartersBefore = quartersBefore
    self.quartersAfter = quartersAfter
    self.menLost = menLost
    self.vehiclesLost = vehiclesLost
  }

  /// The towns where the side won or lost ground, the largest first.
  func towns(_ terrain: Terrain, changed: (UInt8, UInt8) -> Bool) -> [TownID] {
    let indices = quartersAfter.indices.filter { changed(quartersBefore[$0], quartersAfter[$0]) }
    let towns = Set(indices.map { terrain.quarters[$0].town })
    return towns.sorted {
      (terrain.towns[$1.index].population, $0) < (terrain.towns[$0.index].population, $1)
    }
  }

  /// The towns that it won ground in.
  func won(_ terrain: Terrain) -> [TownID] {
    towns(terrain) { $0 != side.rawValue && $1 == side.rawValue }
  }

  /// The towns that it lost ground in.
  func lost(_ terrain: Terrain) -> [TownID] {
    towns(terrain) { $0 == side.rawValue && $1 != side.rawValue }
  }

  /// Whether every quarter of a town was a side's at the end, or none.
  func holds(_ town: TownID, _ terrain: Terrain, wholly: Bool) -> Bool {
    terrain.towns[town.index].quarters.allSatisfy {
      (quartersAfter[$0] == side.rawValue) == wholly
    }
  }

  /// How many events of a kind are the side's own doing, or the other's.
  func count(_ kind: EventKind, own: Bool) -> Int {
    events.count { $0.kind == kind && ($0.side == side) == own }
  }

  /// The place of the last event of a kind of the side's own doing, or of the other's.
  func last(_ kind: EventKind, own: Bool) -> Event? {
    events.last { $0.kind == kind && ($0.side == side) == own }
  }
}
