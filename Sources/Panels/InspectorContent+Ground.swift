import MapTable
import Screen
import Simulation

extension InspectorContent {
  /// The lines of an enemy contact: what, when, how sure.
  func rows(of contact: Contact) -> [InspectorRow] {
    let age = max(0, picture.tick - contact.lastSeen)
    let name = contact.name.isEmpty ? contact.arm.map { Self.capitalized($0.title) } : contact.name
    var rows: [InspectorRow] = [
      .head(
        sidc: contact.sidc, frame: frame(of: contact.side), name: name ?? "Unknown unit",
        detail: "\(sideName(contact.side.rawValue)) · contact \(contact.id.rawValue)")
    ]
    rows.append(
      contact.isInSight
        ? .pair("Seen", "in sight now", Ink.green)
        : .pair("Seen", "\(clock.time(contact.lastSeen)), \(ClockText.span(minutes: age)) ago"))
    rows.append(.pair("Where", places.text(contact.hex)))
    rows.append(.pair("Taken for", contact.arm?.title ?? "not known"))
    rows.append(.pair("Men", contact.personnelBand.map(Figures.band) ?? "not known"))
    rows.append(.pair("Vehicles", contact.vehicleBand.map(Figures.band) ?? "not known"))
    rows.append(.pair("How sure", certainty(of: contact, age: age)))
    if let nearest = nearestUnit(to: contact.hex) { rows.append(.pair("Nearest of ours", nearest)) }
    return rows
  }

  /// The lines of a hex: what the ground is like, who holds it, who lives there.
  func rows(ofGround hex: Int32) -> [InspectorRow] {
    let terrain = setup.terrain
    let index = Int(hex)
    let quarter = places.quarter(at: hex)
    let town = quarter.flatMap { terrain.towns.indices.contains($0.town.index) ? $0.town : nil }
    var rows: [InspectorRow] = [
      .head(
        sidc: "", frame: nil,
        name: town.map { terrain.towns[$0.index].name } ?? terrain.cover[index].title,
        detail: quarter.map { "\($0.name) · \(terrain.cover[index].title.lowercased())" }
          ?? places.text(hex))
    ]
    rows.append(.pair("Ground", terrain.cover[index].title))
    let road = HexSide.allCases.map { terrain.road(index, $0) }.max() ?? .none
    rows.append(.pair("Road", road.title))
    let river = HexSide.allCases.map { terrain.river(index, $0) }.max() ?? .none
    if river != .none {
      let hasBridge = HexSide.allCases.contains { terrain.hasBridge(index, $0) }
      let name = river == .major ? "river" : "stream"
      rows.append(.pair("Water", hasBridge ? "\(name), bridged" : name))
    }
    rows.append(.pair("Height", "\(terrain.heightMeters[index]) m"))
    rows.append(.pair("Slope", Self.slope(terrain.slopePermille[index])))
    if terrain.neutral[index] != 0 {
      rows.append(.pair("Country", "neutral", Ink.amber))
    }
    rows += holderRows(index)
    if let town { rows += civilianRows(town) }
    return rows
  }

  private func holderRows(_ index: Int) -> [InspectorRow] {
    var rows: [InspectorRow] = []
    if picture.control.indices.contains(index) {
      let holder = picture.control[index]
      let color =
        setup.sides.indices.contains(Int(holder))
        ? Ink.side(setup.sides[Int(holder)].color) : Ink.text
      rows.append(.pair("Held by", sideName(holder), color))
    }
    if picture.seenHex.indices.contains(index) {
      let seen = picture.seenHex[index]
      let age = picture.tick.rawValue - seen
      let text =
        seen < 0 ? "never" : age <= 1 ? "now" : "\(ClockText.span(minutes: age)) ago"
      rows.append(.pair("Seen", text))
    }
    return rows
  }

  private func civilianRows(_ town: TownID) -> [InspectorRow] {
    let civilians = picture.civilians
    func value(_ column: [Int32]) -> Int32 {
      column.indices.contains(town.index) ? column[town.index] : 0
    }
    var rows: [InspectorRow] = [.heading("Civilians of \(setup.terrain.towns[town.index].name)")]
    rows.append(.pair("Present", Figures.grouped(value(civilians.present))))
    rows.append(.pair("Fled", Figures.grouped(value(civilians.displaced))))
    if value(civilians.sheltered) > 0 {
      rows.append(.pair("Sheltered here", Figures.grouped(value(civilians.sheltered))))
    }
    let killed = value(civilians.killed)
    rows.append(
      .pair(
        "Killed, injured",
        "\(Figures.grouped(killed)), \(Figures.grouped(value(civilians.injured)))",
        killed > 0 ? Ink.red : Ink.text))
    if civilians.cordon.indices.contains(town.index), civilians.cordon[town.index] != 255 {
      rows.append(.pair("Cordon", sideName(civilians.cordon[town.index]), Ink.amber))
    }
    return rows
  }

  private func certainty(of contact: Contact, age: Int32) -> String {
    let kind = contact.arm == nil ? "type doubtful" : "type known"
    let place = contact.isInSight ? "place exact" : age <= 60 ? "place recent" : "place may be old"
    return "\(kind), \(place)"
  }

  private func nearestUnit(to hex: Int32) -> String? {
    let grid = setup.terrain.grid
    guard hex >= 0, Int(hex) < grid.count else { return nil }
    let present = picture.units.filter {
      $0.status == .active && $0.hex >= 0 && setup.units.indices.contains($0.id.row)
    }
    let near = present.min {
      (grid.distance(Int($0.hex), Int(hex)), $0.id) < (grid.distance(Int($1.hex), Int(hex)), $1.id)
    }
    return near.map {
      "\(setup.units[$0.id.row].shortName), \(grid.distance(Int($0.hex), Int(hex))) km"
    }
  }

  private static func slope(_ permille: UInt16) -> String {
    switch permille {
    case ..<15: "flat"
    case ..<50: "gentle"
    case ..<120: "hilly"
    default: "steep"
    }
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
