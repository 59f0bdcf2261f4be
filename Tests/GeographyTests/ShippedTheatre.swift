import Simulation
import SourceText

@testable import Geography

/// The shipped theatre, loaded once for all tests.
enum ShippedTheatre {
  static let result: Result<Theatre, SourceFailure> = {
    do throws(SourceFailure) {
      return .success(try Theatre.load(folder: TheatreFolder.path))
    } catch { return .failure(error) }
  }()

  static func load() throws -> Theatre { try result.get() }

  /// The hexes that roads reach from a hex without entering a neutral country.
  static func reachable(_ terrain: Terrain, from start: Int) -> Set<Int> {
    var seen: Set<Int> = [start]
    var stack = [start]
    while let hex = stack.popLast() {
      for side in HexSide.allCases where terrain.road(hex, side) != .none {
        let next = terrain.grid.neighbor(of: hex, side)
        if terrain.neutral[next] == 0, seen.insert(next).inserted { stack.append(next) }
      }
    }
    return seen
  }
}
