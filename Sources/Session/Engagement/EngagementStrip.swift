import Simulation

/// The measures by which a recorded battle becomes a strip of hexes with counters on it.
///
/// The attackers come from the west; every row of hexes is 866 m of front, every column 1 km of
/// depth.
struct EngagementStrip {
  /// Counters hold about so many men of infantry.
  static let battalionMen = 800.0
  /// Where battalions are fewer than rows of the strip, counters are companies of so many men at
  /// least.
  static let companyMen = 200.0
  /// The share of a force that can fight at all; the rest supports it and never fires.
  static let fightingShare = 0.6
  /// Tanks in a battalion.
  static let battalionTanks = 40.0
  /// Guns in a battalion.
  static let battalionGuns = 15.0
  /// Men who serve a tank or a gun on the field.
  static let crewPerTank = 4.0
  /// Men who serve a gun in its position.
  static let crewPerGun = 8.0
  /// Fronts beyond this are played as a slice of it with the same density, kilometres.
  static let largestFront = 40.0
  /// Counters of infantry a side at most; beyond, battalions grow.
  static let mostBattalions = 60.0
  /// The column in which the defender's forward line stands.
  static let line = 14
  /// Columns in all.
  static let columns = 48
  /// How deep the attack is meant to go, hexes: recorded attacks make some five kilometres in all,
  /// whether they last a day or a week.
  static let objectiveDepth = 5

  /// The infantry of a brigade, all of which is committed with one battalion in three in reserve.
  static let brigadeMen = 2400.0
  /// How far behind the forward line the second echelon waits, hexes.
  static let secondEchelonDepth = 7

  /// The share of a force that is committed from the start: two up, one back at every level above
  /// the brigade, each of them three times the one below; between the levels by the power between.
  static func firstEchelon(infantry: Double) -> Double {
    guard infantry > brigadeMen else { return 1 }
    let levels = NaturalLogarithm.of(infantry / brigadeMen) / NaturalLogarithm.of(3)
    return NaturalLogarithm.exponential(levels * NaturalLogarithm.of(2.0 / 3))
  }

  /// The battle.
  let item: EngagementCase
  /// Rows of hexes.
  let rows: Int
  /// The share of both forces that stands on the strip.
  let slice: Double

  /// The strip of a battle.
  init(_ item: EngagementCase) {
    self.item = item
    let front = min(Self.largestFront, item.frontKilometers)
    rows = max(1, Int((front / 0.866_025).rounded()))
    slice = min(1, Self.largestFront / item.frontKilometers)
  }

  /// The index of a hex.
  func hex(_ column: Int, _ row: Int) -> Int32 { Int32(row * Self.columns + column) }

  /// The row of the `index`th of `count` counters spread evenly along the front.
  func row(_ index: Int, of count: Int) -> Int {
    count >= 1 ? min(rows - 1, (2 * index + 1) * rows / (2 * count)) : 0
  }

  /// The ground: all hexes alike.
  var terrain: Terrain {
    let grid = HexGrid(columns: Self.columns, rows: rows)
    var terrain = Terrain(grid: grid, cover: cover)
    let slope: UInt16 =
      switch item.relief {
      case .flat: 0
      case .rolling: 40
      case .rugged: 120
      }
    terrain.slopePermille = Array(repeating: slope, count: grid.count)
    guard item.crossesRiver else { return terrain }
    for row in 0..<rows {
      let index = Int(hex(Self.line - 1, row))
      for side in [HexSide.east, .northEast, .southEast] {
        let other = grid.neighbor(of: index, side)
        guard other >= 0, other % Self.columns >= Self.line else { continue }
        terrain.setRiver(index, side, .minor)
      }
    }
    return terrain
  }

  private var cover: Cover {
    switch item.cover {
    case .bare: .grassland
    case .desert: .semiDesert
    case .mixed: .cropland
    case .wooded: .forest
    case .urban: .urban
    }
  }

  /// Who holds what at the start: the attacker all before the defender's line.
  var control: [UInt8] {
    (0..<rows * Self.columns).map { $0 % Self.columns < Self.line ? 0 : 1 }
  }
}
