import Testing

@testable import Simulation

@Suite struct PathTests {
  /// The cheapest cost from a hex to every other, by relaxing until nothing changes.
  private func costs(
    from start: Int, _ terrain: Terrain, _ table: MovementCosts, _ mobility: Mobility,
    _ mode: MarchMode
  ) -> [Int32?] {
    var best = [Int32?](repeating: nil, count: terrain.grid.count)
    best[start] = 0
    var changed = true
    while changed {
      changed = false
      for hex in 0..<terrain.grid.count {
        guard let here = best[hex] else { continue }
        for side in HexSide.allCases {
          let other = terrain.grid.neighbor(of: hex, side)
          guard other >= 0,
            let step = table.step(terrain, from: hex, side, to: other, mobility, mode)
          else { continue }
          if best[other].map({ here + step < $0 }) ?? true {
            best[other] = here + step
            changed = true
          }
        }
      }
    }
    return best
  }

  private func randomTerrain(_ seed: UInt64) -> Terrain {
    var numbers = TestNumbers(seed)
    var terrain = Terrain(grid: HexGrid(columns: 8, rows: 7))
    for hex in 0..<terrain.grid.count {
      terrain.cover[hex] = Cover.allCases[numbers.below(10)]
      terrain.slopePermille[hex] = UInt16(numbers.below(200))
      terrain.neutral[hex] = numbers.below(12) == 0 ? 1 : 0
      for side in HexSide.allCases {
        if numbers.below(4) == 0 {
          terrain.setRoad(hex, side, [.secondary, .primary, .motorway][numbers.below(3)])
        }
        if numbers.below(5) == 0 {
          terrain.setRiver(hex, side, [.minor, .major][numbers.below(2)])
        }
        if numbers.below(6) == 0 { terrain.setBridge(hex, side) }
      }
    }
    return terrain
  }

  @Test(arguments: 1...12) func pathsAreTheCheapest(seed: Int) {
    let terrain = randomTerrain(UInt64(seed))
    let table = MovementCosts(Tables.rules)
    let regions = Regions(terrain)
    var search = PathSearch(hexes: terrain.grid.count)
    for mobility in Mobility.allCases {
      for mode in MarchMode.allCases {
        let start = seed * 3
        guard MovementCosts.isOpen(terrain, start) else { continue }
        let expected = costs(from: start, terrain, table, mobility, mode)
        for goal in 0..<terrain.grid.count {
          let found = search.find(from: start, to: goal, in: terrain, table, mobility, mode)
          #expect(found == expected[goal], "seed \(seed), goal \(goal)")
          #expect((found != nil) == regions.areJoined(start, goal), "seed \(seed), goal \(goal)")
          var hex = start
          for step in search.steps {
            hex = HexSide(rawValue: step).map { terrain.grid.neighbor(of: hex, $0) } ?? -1
          }
          if found != nil { #expect(hex == goal) }
        }
      }
    }
  }

  @Test func knownEnemiesAreGoneRound() {
    let terrain = Terrain(grid: HexGrid(columns: 12, rows: 10))
    let rules = Tables.rules
    var search = PathSearch(hexes: terrain.grid.count)
    let (start, goal) = (5 * 12 + 1, 5 * 12 + 9)
    let enemy = 5 * 12 + 5
    search.avoid(enemy, terrain.grid, rules)
    #expect(
      search.find(from: start, to: goal, in: terrain, MovementCosts(rules), .foot, .deployed) != nil
    )
    var hex = start
    for step in search.steps {
      hex = HexSide(rawValue: step).map { terrain.grid.neighbor(of: hex, $0) } ?? -1
      #expect(hex != enemy)
    }
    search.clearPenalties()
    #expect(
      search.find(from: start, to: goal, in: terrain, MovementCosts(rules), .foot, .deployed)
        == 8 * MovementCosts(rules).leastCost(.foot, .deployed))
  }
}
