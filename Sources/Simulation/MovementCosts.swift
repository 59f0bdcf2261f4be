/// What a kilometre of ground and road costs in 1/100 minutes by day, worked out once from the
/// rules.
struct MovementCosts: Sendable, Equatable {
  /// By mobility, mode, cover and slope (0 flat, 1 hills, 2 steep).
  private var ground: [Int32] = []
  /// By mobility and road class (entry 0 unused), in column.
  private var road: [Int32] = []
  /// By mobility: fording a minor river.
  private var ford: [Int32] = []
  /// By mobility and mode: the least that a kilometre can cost, for the heuristic.
  private var least: [Int32] = []
  private let hillSlope: UInt16
  private let steepSlope: UInt16

  /// Costs by the rules.
  init(_ rules: Rules) {
    let table = rules.movement
    hillSlope = UInt16(clamping: table[.hillSlope])
    steepSlope = UInt16(clamping: table[.steepSlope])
    for mobility in Mobility.allCases {
      for kind in 0..<4 { road.append(Self.cost(table[Self.roadKey(mobility, kind)])) }
      ford.append(
        100 * (mobility == .foot ? table[.fordFootMinutes] : table[.fordVehicleMinutes]))
      for mode in MarchMode.allCases {
        for cover in Cover.allCases {
          for slope in 0..<3 {
            let speed = Self.speed(table, mobility, mode)
            let share = Self.share(table, mobility, cover, slope)
            ground.append(Self.cost(Int32(Fixed.mulDiv(Int64(speed), Int64(share), 1000))))
          }
        }
        let open = Self.cost(Self.speed(table, mobility, mode))
        let roads = mode == .column ? road[(Int(mobility.rawValue) * 4 + 1)...].min() ?? open : open
        least.append(min(open, roads))
      }
    }
  }

  /// The least that a kilometre can cost.
  @inline(__always)
  func leastCost(_ mobility: Mobility, _ mode: MarchMode) -> Int32 {
    least[Int(mobility.rawValue) * 2 + Int(mode.rawValue)]
  }

  /// What the step from a hex across an edge into `other` costs in 1/100 minutes; nil where no
  /// ground unit can make it.
  @inline(__always)
  func step(
    _ terrain: borrowing Terrain, from hex: Int, _ side: HexSide, to other: Int,
    _ mobility: Mobility, _ mode: MarchMode
  ) -> Int32? {
    let lines = lines(mobility, mode)
    let from = lines.leaving(terrain, hex, groundNumber(terrain, hex))
    return lines.step(from, across: side.rawValue, into: groundNumber(terrain, other))
  }

  /// The costs of one mobility and mode.
  @inline(__always)
  func lines(_ mobility: Mobility, _ mode: MarchMode) -> CostLines {
    let kind = Int(mobility.rawValue)
    return CostLines(
      ground: ground, groundLine: (kind * 2 + Int(mode.rawValue)) * Cover.allCases.count * 3,
      road: road, roadLine: kind * 4, ford: ford[kind],
      deployedOnRoad: mode == .deployed ? leastCost(mobility, mode) : -1)
  }

  /// The number of a hex's kind of ground in a line of the table: cover times 3 plus slope; 255
  /// where no ground unit may stand.
  @inline(__always)
  func groundNumber(_ terrain: borrowing Terrain, _ hex: Int) -> UInt8 {
    guard Self.isOpen(terrain, hex) else { return CostLines.closed }
    let fall = terrain.slopePermille[hex]
    return terrain.cover[hex].rawValue * 3 + (fall >= steepSlope ? 2 : fall >= hillSlope ? 1 : 0)
  }

  /// Whether ground units may stand in a hex: no water, no neutral country.
  @inline(__always)
  static func isOpen(_ terrain: borrowing Terrain, _ hex: Int) -> Bool {
    !terrain.isWater(hex) && terrain.neutral[hex] == 0
  }

  /// 1/100 minutes for a kilometre at a speed in tenths of a km/h; at most a day.
  private static func cost(_ speed: Int32) -> Int32 {
    min(60_000 / max(1, speed), 144_000)
  }

  private static func roadKey(_ mobility: Mobility, _ kind: Int) -> MovementKey {
    guard mobility != .foot else { return .footRoad }
    return kind == 3 ? .columnMotorway : kind == 2 ? .columnPrimary : .columnSecondary
  }

  private static func speed(
    _ table: RuleTable<MovementKey>, _ mobility: Mobility, _ mode: MarchMode
  ) -> Int32 {
    let open: Int32 =
      switch mobility {
      case .foot: table[.footCountry]
      case .tracked: table[.trackedCountry]
      case .wheeled: table[.wheeledCountry]
      }
    guard mode == .deployed else { return open }
    let share = mobility == .foot ? table[.deployedFoot] : table[.deployedVehicle]
    return Int32(Fixed.mulDiv(Int64(open), Int64(share), 1000))
  }

  /// The share in permille of the speed in the open that cover and slope leave.
  private static func share(
    _ table: RuleTable<MovementKey>, _ mobility: Mobility, _ cover: Cover, _ slope: Int
  ) -> Int32 {
    let foot = mobility == .foot
    let covered: Int32 =
      switch cover {
      case .forest: foot ? table[.footForest] : table[.vehicleForest]
      case .woodland: foot ? table[.footWoodland] : table[.vehicleWoodland]
      case .cropland: foot ? 1000 : table[.vehicleCropland]
      case .barren: foot ? 1000 : table[.vehicleBarren]
      case .urban: foot ? table[.footUrban] : table[.vehicleUrban]
      case .wetland: foot ? table[.footWetland] : table[.vehicleWetland]
      case .sea, .lake, .grassland, .semiDesert: 1000
      }
    let sloped: Int32 =
      switch slope {
      case 1: foot ? table[.footHill] : table[.vehicleHill]
      case 2: foot ? table[.footSteep] : table[.vehicleSteep]
      default: 1000
      }
    return Int32(Fixed.mulDiv(Int64(covered), Int64(sloped), 1000))
  }
}
