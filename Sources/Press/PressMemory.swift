import Simulation

/// What the press has told so far and still has to tell.
public struct PressMemory: Sendable, Equatable {
  /// Dispatches that wait for their moment, in the order in which they were written.
  var waiting: [Dispatch] = []
  /// When a telling was last used of a town.
  var lastTold: [Key: Tick] = [:]
  /// How often each telling was used.
  var uses: [Int: Int] = [:]
  /// The lines written last with their sources, so that none is told twice.
  var recent: [String] = []

  /// What has added up since a telling was last used of a town.
  var sums: [Key: Sum] = [:]

  struct Sum: Equatable, Sendable {
    var amount: Int32 = 0
    var detail: Int32 = 0
  }

  struct Key: Hashable, Sendable {
    var telling: Int
    var town: TownID?
  }

  /// Nothing told yet.
  public init() {}
}
