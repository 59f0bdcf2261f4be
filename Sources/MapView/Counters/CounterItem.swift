import Geography
import Simulation

/// A counter before it has its place on the glass.
struct CounterItem: Sendable {
  var subject: CounterSubject
  var side: SideID
  var sidc: String
  /// The true place.
  var place: PlanePoint
  /// The units that it stands for, ascending; empty for contacts.
  var units: [UnitID]
  /// Shares of 1,000; nil where not known.
  var strength: Int32?
  var cohesion: Int32?
  var suppression: Int32 = 0
  var entrenchment: Int32 = 0
  var isSupplied = true
  /// How solid it is drawn, 0…255.
  var opacity: UInt8 = 255
  /// The name beside it, and a second line or "".
  var name: String
  var note: String = ""
  var isDoubtful = false
  var isSelected = false
  /// Digits 9 and 10 of the symbol code, read once because sorting asks often.
  var echelon = 0

  /// Reads the echelon out of the symbol code.
  mutating func readEchelon() {
    let digits = sidc.utf8.dropFirst(8).prefix(2)
    echelon = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }
}
