public import Simulation

/// Why a computer's staff orders a unit as it does.
public struct StaffRemark: Sendable, Equatable {
  /// When it decided so.
  public var tick: Tick
  /// A sentence.
  public var text: String

  /// A remark.
  public init(tick: Tick, text: String) {
    self.tick = tick
    self.text = text
  }
}
