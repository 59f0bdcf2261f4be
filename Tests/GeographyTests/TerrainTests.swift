import Geography
import Simulation
import Testing

@Suite struct TerrainTests {
  let theatre: Theatre
  var terrain: Terrain { theatre.terrain }

  init() throws { theatre = try ShippedTheatre.load() }

  func town(_ id: String) throws -> Town {
    try #require(terrain.towns.first { $0.id == id }, "\(id)")
  }

  @Test func hasAboutSeventyThousandHexes() {
    #expect(theatre.grid == HexGrid(columns: 232, rows: 316))
    let inside = (0..<theatre.grid.count).filter {
      theatre.contains(PlanePoint(theatre.grid.center(of: $0)))
    }
    #expect(inside.count > 68_500 && inside.count < 70_500)
    let isInside = Set(inside)
    for index in 0..<theatre.grid.count where !isInside.contains(index) {
      #expect(terrain.cover[index] == .sea || terrain.quarter[index] >= 0)
    }
  }

  /// Re-record only with a rise of the rules' version: journals carry this hash.
  @Test func hashIsTheSameEverywhere() {
    #expect(String(theatre.terrainHash, radix: 16) == "b0109c0add980ba6")
  }

  @Test func everySettlementStandsOnLandInItsCountry() {
    #expect(terrain.towns.count == theatre.layers.settlements.count)
    for settlement in theatre.layers.settlements {
      guard let id = settlement.townID else {
        Issue.record("\(settlement.id) has no town")
        continue
      }
      let town = terrain.towns[id.index]
      let center = Int(town.center)
      #expect(town.id == settlement.id)
      #expect(!terrain.isWater(center))
      #expect(terrain.neutral[center] == (settlement.country == "IR" ? 1 : 0), "\(town.id)")
      #expect(terrain.quarter[center] >= 0)
    }
  }

  @Test func everyTownOfAzerbaijanLiesOnTheRoadNet() throws {
    let reached = ShippedTheatre.reachable(terrain, from: Int(try town("calilabad").center))
    for town in terrain.towns where terrain.neutral[Int(town.center)] == 0 {
      #expect(reached.contains(Int(town.center)), "\(town.id)")
    }
  }

  @Test func roadsLieOnLandAndHaveTwoEnds() {
    for index in 0..<theatre.grid.count where terrain.roads[index] != 0 {
      #expect(!terrain.isWater(index))
      for side in HexSide.allCases where terrain.road(index, side) != .none {
        let other = theatre.grid.neighbor(of: index, side)
        #expect(terrain.road(other, side.opposite) == terrain.road(index, side))
      }
    }
  }

  @Test func roadsCrossRiversByBridgesOnly() {
    for index in 0..<theatre.grid.count {
      for side in HexSide.allCases {
        let both = terrain.road(index, side) != .none && terrain.river(index, side) != .none
        #expect(terrain.hasBridge(index, side) == both)
      }
    }
  }

  @Test func theKuraPartsItsBanks() throws {
    // Over land and without bridges, nobody comes from Salyan to Alat: the Kura lies between, from
    // the edge of the map to the sea.
    let start = Int(try town("salyan").center)
    let goal = Int(try town("alat").center)
    func reaches(overBridges: Bool) -> Bool {
      var seen: Set<Int> = [start]
      var stack = [start]
      while let hex = stack.popLast() {
        for side in HexSide.allCases {
          let next = theatre.grid.neighbor(of: hex, side)
          guard next >= 0, !terrain.isWater(next) else { continue }
          let isOpen =
            terrain.river(hex, side) != .major || overBridges && terrain.hasBridge(hex, side)
          if isOpen, seen.insert(next).inserted { stack.append(next) }
        }
      }
      return seen.contains(goal)
    }
    #expect(!reaches(overBridges: false))
    #expect(reaches(overBridges: true))
  }

  @Test func iranIsNeutral() throws {
    for id in ["parsabad", "bileh-savar", "germi", "namin", "astara-iran"] {
      #expect(terrain.neutral[Int(try town(id).center)] == 1)
    }
    for id in ["calilabad", "bilasuvar", "astara", "yardimli", "lerik", "baku"] {
      #expect(terrain.neutral[Int(try town(id).center)] == 0)
    }
    let share = terrain.neutral.reduce(0) { $0 + Int($1) }
    #expect(share > 9000 && share < 16_000)
  }

  @Test func calilabadHasFiveQuartersAndOutskirts() throws {
    let town = try town("calilabad")
    #expect(town.name == "Cəlilabad")
    let quarters = terrain.quarters[town.quarters]
    #expect(quarters.map(\.id) == ["center", "north", "east", "south", "west", "outskirts"])
    #expect(quarters.map(\.name).first == "Cəlilabad centre")
    let inner = quarters.dropLast().map(\.hexes.count)
    #expect(inner == [2, 2, 2, 2, 2])
    #expect((8...20).contains(quarters[quarters.endIndex - 1].hexes.count))
    for quarter in quarters.dropLast() {
      for hex in quarter.hexes { #expect(terrain.cover[Int(hex)] == .urban) }
    }
    let middle = theatre.grid.center(of: Int(town.center))
    func mean(_ quarter: Quarter, _ part: (MapPoint) -> Int32) -> Int {
      quarter.hexes.reduce(0) { $0 + Int(part(theatre.grid.center(of: Int($1)))) }
        / quarter.hexes.count
    }
    let first = quarters.startIndex
    #expect(mean(quarters[first + 1], \.y) > Int(middle.y))
    #expect(mean(quarters[first + 2], \.x) > Int(middle.x))
    #expect(mean(quarters[first + 3], \.y) < Int(middle.y))
    #expect(mean(quarters[first + 4], \.x) < Int(middle.x))
  }

  @Test func noHexBelongsToTwoTowns() {
    var seen: Set<Int32> = []
    for (number, quarter) in terrain.quarters.enumerated() {
      #expect(!quarter.hexes.isEmpty)
      #expect(quarter.hexes == quarter.hexes.sorted())
      #expect(terrain.towns[quarter.town.index].quarters.contains(number))
      for hex in quarter.hexes {
        #expect(seen.insert(hex).inserted)
        #expect(Int(terrain.quarter[Int(hex)]) == number)
        #expect(!terrain.isWater(Int(hex)))
      }
    }
  }

  @Test func villagesLieWithinGunRangeOfCalilabad() throws {
    let center = Int(try town("calilabad").center)
    for id in [
      "ocaqli", "aliqasimli", "zubanli", "alar", "tazakand", "uctepe", "silavanga", "abisabad",
      "adnali", "kurdlar", "astanli", "pokrovka",
    ] {
      let village = try town(id)
      let distance = theatre.grid.distance(center, Int(village.center))
      #expect((5...17).contains(distance), "\(id): \(distance)")
      #expect(village.quarters.count == 1 && village.rank == 5)
    }
  }

  @Test func heightsFitTheLand() throws {
    #expect((100...400).contains(terrain.heightMeters[Int(try town("yardimli").center)] - 500))
    #expect(terrain.heightMeters[Int(try town("lerik").center)] > 700)
    #expect(abs(Int(terrain.heightMeters[Int(try town("salyan").center)])) < 40)
    let astara = try #require(theatre.settlement(id: "astara"))
    let sea = PlanePoint(x: astara.point.x + 20_000, y: astara.point.y)
    #expect(abs(theatre.elevation.meters(at: sea) + 28) < 1)
    #expect(theatre.landCover.cover(at: sea) == .sea)
  }
}
