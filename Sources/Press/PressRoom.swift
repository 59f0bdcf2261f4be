public import Simulation
public import SourceText

/// What the press has told so far and still has to tell.
public struct PressMemory: Sendable, Equatable {
  /// Nothing told yet.
  public init() {}
}

/// The newsroom: facts → dispatches.
public struct PressRoom: Sendable {
  /// Loads the phrases from a file.
  public static func load(path: String, setup: BattleSetup) throws(SourceFailure) -> PressRoom {
    PressRoom()
  }

  /// The dispatches that the events of one tick lead to, and those that have become due.
  public func dispatches(
    for events: [Event], setup: BattleSetup, memory: inout PressMemory
  ) -> [Dispatch] { [] }
}
