public import Simulation

/// A line of the help: what can be done and the keys that do it.
public struct HelpRow: Hashable, Sendable {
  /// The heading it stands under.
  public var section: String
  /// The keys as people read them: `Ctrl+G`; more than one are set apart by spaces.
  public var keys: String
  /// What they do.
  public var name: String
  /// The order that they arm, if it is one.
  public var order: OrderKind?

  /// A line of the help.
  public init(section: String, keys: String, name: String, order: OrderKind? = nil) {
    self.section = section
    self.keys = keys
    self.name = name
    self.order = order
  }
}
