import MapTable
import Simulation

/// How the buttons of the order bar are written: all alike.
struct BarLabel {
  /// From the order's own title to the shortest word for it.
  enum Length: CaseIterable { case full, short, word }

  var style: TextStyle
  var length: Length

  /// What stands on an order's button.
  func text(_ kind: OrderKind) -> String {
    switch length {
    case .full: kind.title
    case .short: Self.short[kind] ?? kind.title
    case .word: Self.word[kind] ?? Self.short[kind] ?? kind.title
    }
  }

  private static let short: [OrderKind: String] = [
    .march: "March", .withdraw: "Retire", .bombard: "Shell", .airStrike: "Strike",
    .airAssault: "Land", .resupply: "Supply",
  ]
  private static let word: [OrderKind: String] = [
    .march: "Road", .attack: "Atk", .withdraw: "Back", .bombard: "Fire", .airStrike: "Air",
    .cordon: "Ring", .reform: "Form", .resupply: "Fill", .digIn: "Dig",
  ]
}
