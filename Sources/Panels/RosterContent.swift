import MapTable
import Simulation

/// A row of the order of battle.
struct RosterRow: Equatable {
  /// What it stands for.
  enum Subject: Equatable { case side, formation(FormationID), unit(UnitID) }
  var subject: Subject
  var depth: Int
  var name: String
  var value: String
  /// Nil where there is nothing to fold.
  var isFolded: Bool?
  var isSelected: Bool
  var isBroken: Bool
  /// Not on the map: expected, gone or departed.
  var isAbsent: Bool
}

/// The order of battle as rows, as far as the picture's own units go.
struct RosterContent {
  let picture: Picture
  let view: ViewState
  private var unitsByFormation: [Int: [UnitReport]] = [:]
  private var partsByFormation: [Int: [Int]] = [:]
  private let selection: Set<UnitID>

  init(picture: Picture, view: ViewState) {
    self.picture = picture
    self.view = view
    selection = Set(view.selection)
    for unit in picture.units where picture.setup.units.indices.contains(unit.id.row) {
      unitsByFormation[picture.setup.units[unit.id.row].formation.index, default: []].append(unit)
    }
    for (index, formation) in picture.setup.formations.enumerated() {
      if let parent = formation.parent { partsByFormation[parent.index, default: []].append(index) }
    }
  }

  /// The rows that are not folded away, from the top.
  var rows: [RosterRow] {
    var rows: [RosterRow] = []
    for (side, setup) in picture.setup.sides.enumerated() {
      let tops = picture.setup.formations.indices.filter {
        picture.setup.formations[$0].side.index == side
          && picture.setup.formations[$0].parent == nil
      }
      var own: [RosterRow] = []
      for top in tops { add(top, depth: 0, to: &own) }
      if own.isEmpty { continue }
      if picture.viewpoint == .umpire {
        rows.append(
          RosterRow(
            subject: .side, depth: 0, name: setup.name, value: "", isSelected: false,
            isBroken: false, isAbsent: false))
      }
      rows += own
    }
    return rows
  }

  private func add(_ index: Int, depth: Int, to rows: inout [RosterRow]) {
    let units = unitsBelow(index)
    // A chain of parents deeper than any army's would only come from a broken setup.
    guard !units.isEmpty, depth < 12 else { return }
    let formation = picture.setup.formations[index]
    let own = unitsByFormation[index] ?? []
    let parts = partsByFormation[index] ?? []
    let isLeaf = parts.isEmpty && own.count == 1
    let isFolded = view.foldedFormations.contains(FormationID(index))
    let present = units.filter(Self.isPresent)
    let broken = present.filter { $0.status == .broken || $0.status == .routed }
    rows.append(
      RosterRow(
        subject: .formation(FormationID(index)), depth: depth, name: formation.name,
        value: strength(of: units), isFolded: isLeaf ? nil : isFolded,
        isSelected: !present.isEmpty && present.allSatisfy { selection.contains($0.id) }
          || ((isFolded || isLeaf) && units.contains { selection.contains($0.id) }),
        isBroken: broken.count * 2 > present.count, isAbsent: present.isEmpty))
    if isFolded || isLeaf { return }
    for unit in own { rows.append(row(of: unit, depth: depth + 1)) }
    for part in parts { add(part, depth: depth + 1, to: &rows) }
  }

  private func row(of unit: UnitReport, depth: Int) -> RosterRow {
    RosterRow(
      subject: .unit(unit.id), depth: depth, name: picture.setup.units[unit.id.row].shortName,
      value: strength(of: [unit]), isSelected: selection.contains(unit.id),
      isBroken: unit.status == .broken || unit.status == .routed,
      isAbsent: !Self.isPresent(unit))
  }

  private func unitsBelow(_ index: Int, depth: Int = 0) -> [UnitReport] {
    guard depth < 12 else { return [] }
    return (unitsByFormation[index] ?? [])
      + (partsByFormation[index] ?? []).flatMap { unitsBelow($0, depth: depth + 1) }
  }

  /// `88 %` of men at the start; aircraft by number; when it comes, or that it is gone.
  private func strength(of units: [UnitReport]) -> String {
    let present = units.filter(Self.isPresent)
    if present.isEmpty {
      let arrival = units.filter { $0.status == .expected }.compactMap(\.arrival).min()
      if let arrival { return ClockText(picture.setup.clock).time(arrival) }
      return units.contains { $0.status == .expected } ? "later" : "–"
    }
    let areAircraft = present.allSatisfy { picture.setup.units[$0.id.row].arm.isAircraft }
    if areAircraft {
      let machines = [Int(VehicleClass.helicopter.rawValue), Int(VehicleClass.aircraft.rawValue)]
      func sum(_ column: (UnitReport) -> [Int32]) -> Int32 {
        present.reduce(0) { total, unit in
          machines.reduce(total) { $0 + (column(unit).indices.contains($1) ? column(unit)[$1] : 0) }
        }
      }
      if sum(\.vehiclesAtStart) > 0 {
        return Figures.share(sum(\.vehicles), of: sum(\.vehiclesAtStart))
      }
    }
    var weighted: Int64 = 0
    var weight: Int64 = 0
    for unit in units where unit.status != .expected {
      let men = Int64(max(1, unit.personnelAtStart))
      weighted += (Self.isPresent(unit) ? Int64(unit.strengthPermille) : 0) * men
      weight += men
    }
    return Figures.percent(Int32(weighted / max(1, weight)))
  }

  private static func isPresent(_ unit: UnitReport) -> Bool {
    switch unit.status {
    case .active, .broken, .routed, .embarked: true
    case .expected, .gone, .departed: false
    }
  }
}
