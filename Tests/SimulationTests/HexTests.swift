import Simulation
import Testing

@Suite struct HexTests {
  let grid = HexGrid(columns: 7, rows: 6)

  @Test func neighboursAreMutualAndOneApart() {
    for hex in 0..<grid.count {
      for side in HexSide.allCases {
        let other = grid.neighbor(of: hex, side)
        guard other >= 0 else { continue }
        #expect(grid.neighbor(of: other, side.opposite) == hex)
        #expect(grid.distance(hex, other) == 1)
      }
    }
  }

  @Test func distanceIsTheFewestSteps() {
    for start in 0..<grid.count {
      var steps = [Int](repeating: -1, count: grid.count)
      steps[start] = 0
      var queue = [start]
      while !queue.isEmpty {
        let hex = queue.removeFirst()
        for side in HexSide.allCases {
          let other = grid.neighbor(of: hex, side)
          guard other >= 0, steps[other] < 0 else { continue }
          steps[other] = steps[hex] + 1
          queue.append(other)
        }
      }
      for hex in 0..<grid.count { #expect(grid.distance(start, hex) == steps[hex]) }
    }
  }

  @Test func aHexHoldsItsCentre() {
    for hex in 0..<grid.count { #expect(grid.index(at: grid.center(of: hex)) == hex) }
    #expect(grid.index(at: MapPoint(-3000, 0)) == nil)
  }
}
