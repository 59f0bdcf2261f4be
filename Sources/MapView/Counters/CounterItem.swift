import Geography
import Screen
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
  /// What the layout needs of the symbol code.
  var symbol = CounterSymbol()

  var echelon: Int { symbol.echelon }
  var frame: Size { symbol.frame }
  var hasStaff: Bool { symbol.hasStaff }

  /// Reads echelon and frame out of the symbol code.
  mutating func readSymbol() { symbol = CounterSymbol(sidc) }
}

/// What the layout of counters needs of a symbol code, read once because sorting asks often.
struct CounterSymbol: Sendable, Hashable {
  /// Digits 9 and 10.
  var echelon = 0
  /// The frame's width and height in heights of a friend's frame (APP-6D, table of frame sizes).
  var frame = Size(1.5, 1)
  /// Whether a staff hangs from the frame's lower left corner.
  var hasStaff = false

  init() {}

  init(_ sidc: String) {
    var digits: (identity: UInt8, staff: UInt8) = (0, 0)
    var count = 0
    for byte in sidc.utf8.prefix(10) {
      switch count {
      case 3: digits.identity = byte
      case 7: digits.staff = byte
      case 8, 9: echelon = echelon * 10 + Int(byte) - 48
      default: break
      }
      count += 1
    }
    guard count == 10 else {
      echelon = 0
      return
    }
    hasStaff = [50, 51, 54, 55].contains(digits.staff)
    switch digits.identity {
    case 53, 54: frame = Size(1.44, 1.44)
    case 48, 49: frame = Size(1.5, 1.5)
    case 52: frame = Size(1.1, 1.1)
    default: frame = Size(1.5, 1)
    }
  }
}
