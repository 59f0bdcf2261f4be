import MapTable
import Screen
import Simulation

/// What the inspector says of the selection, as lines; drawing them is another matter.
struct InspectorContent {
  let picture: Picture
  let view: ViewState
  /// Why the staff orders the selected unit as it does.
  var reason: StaffRemark?

  var setup: BattleSetup { picture.setup }
  var clock: ClockText { ClockText(setup.clock) }
  var places: PlaceNames { PlaceNames(setup.terrain) }

  /// The lines for what is selected; empty where nothing is.
  var rows: [InspectorRow] {
    let units = view.selection.compactMap { id in picture.units.first { $0.id == id } }
    if let unit = units.first, units.count == 1 { return rows(of: unit) }
    if units.count > 1 { return rows(ofSeveral: units) }
    if let id = view.selectedContact, let contact = picture.contacts.first(where: { $0.id == id }) {
      return rows(of: contact)
    }
    if let hex = view.selectedHex, hex >= 0, Int(hex) < setup.terrain.grid.count {
      return rows(ofGround: hex)
    }
    return []
  }

  /// A side's frame colour.
  func frame(of side: SideID) -> Color? {
    setup.sides.indices.contains(side.index) ? Color(hex: setup.sides[side.index].color) : nil
  }

  func sideName(_ side: UInt8) -> String {
    setup.sides.indices.contains(Int(side)) ? setup.sides[Int(side)].name : "nobody"
  }

  /// The colour of a value that is better high, 0…1,000.
  func color(highIsGood permille: Int32) -> Color {
    permille < 350 ? Ink.red : permille < 600 ? Ink.amber : Ink.text
  }

  /// The colour of a value that is better low, 0…1,000.
  func color(lowIsGood permille: Int32) -> Color { color(highIsGood: 1000 - permille) }
}
