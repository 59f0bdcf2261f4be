import MapTable
import Simulation

/// What a counter stands for.
enum CounterSubject: Hashable, Sendable {
  case unit(UnitID)
  case formation(FormationID)
  case contact(ContactID)

  /// What a click on it means.
  var target: Target {
    switch self {
    case .unit(let id): .unit(id)
    case .formation(let id): .formation(id)
    case .contact(let id): .contact(id)
    }
  }

  /// A fixed order: formations, units, contacts, each by number.
  var order: (Int, Int) {
    switch self {
    case .formation(let id): (0, Int(id.rawValue))
    case .unit(let id): (1, id.row)
    case .contact(let id): (2, Int(id.rawValue))
    }
  }
}
