import Geography
import MapTable
import Simulation

extension MapView {
  /// Every counter of the picture before stacking: formations where parts cannot be told apart,
  /// else their parts; and contacts.
  mutating func counterItems(_ frame: MapFrame, gap: Double) -> [CounterItem] {
    plan.update(frame.picture)
    let places = unitPlaces(frame)
    var items: [CounterItem] = []
    for (index, formation) in frame.picture.setup.formations.enumerated()
    where formation.parent == nil {
      appendItems(of: FormationID(index), frame, gap: gap, places, to: &items)
    }
    let contacts = ContactPlaces(frame)
    for contact in frame.picture.contacts {
      items.append(contactItem(contact, frame, place: contacts.place(of: contact)))
    }
    for index in items.indices { items[index].readSymbol() }
    return items
  }

  /// Where every unit of the picture is now, gliding from the previous picture; by row in `units`.
  private func unitPlaces(_ frame: MapFrame) -> [PlanePoint] {
    let units = frame.picture.units
    guard let before = frame.previous?.units, frame.fraction < 1 else {
      return units.map { PlanePoint($0.position) }
    }
    var row = 0
    return units.map { unit in
      while row < before.count, before[row].id < unit.id { row += 1 }
      let now = PlanePoint(unit.position)
      guard row < before.count, before[row].id == unit.id, CounterPlan.isOnMap(before[row]) else {
        return now
      }
      return Self.between(PlanePoint(before[row].position), now, frame.fraction)
    }
  }

  /// A place on the way; a jump of more than 20 km is no movement.
  static func between(_ a: PlanePoint, _ b: PlanePoint, _ fraction: Double) -> PlanePoint {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    guard dx * dx + dy * dy < 20_000 * 20_000 else { return b }
    return PlanePoint(x: a.x + dx * fraction, y: a.y + dy * fraction)
  }

  private func appendItems(
    of id: FormationID, _ frame: MapFrame, gap: Double, _ places: [PlanePoint],
    to items: inout [CounterItem]
  ) {
    let count = plan.counts[id.index]
    guard count > 0 else { return }
    // From 14 m a point (1:53,000) on, everything parts: what still shares a place is a stack.
    // Armies and corps part much sooner: their counters say little of what is where.
    let isLarge = frame.picture.setup.formations[id.index].isArmy
    let parting = max(plan.spread[id.index] / gap, (isLarge ? 150 : 14) / frame.scale)
    guard count > 1, frame.metersPerPixel > parting else {
      for row in plan.members[id.index] { items.append(unitItem(row, frame, places[row])) }
      for child in plan.children[id.index] {
        appendItems(of: child, frame, gap: gap, places, to: &items)
      }
      return
    }
    // One counter stands for what lies within two and a half counters; the rest is shown apart.
    let core = plan.core(
      of: id, frame.picture.units, reach: gap * 2.5 * frame.metersPerPixel)
    var single = core.far
    var rows = core.farRows
    if core.rows.count + core.parts.count > 1 {
      var melted = core.rows
      for part in core.parts { collect(part, &melted) }
      items.append(formationItem(id, melted.sorted(), frame, places))
    } else {
      single += core.parts
      rows += core.rows
    }
    for row in rows { items.append(unitItem(row, frame, places[row])) }
    for part in single { appendItems(of: part, frame, gap: gap, places, to: &items) }
  }

  private func unitItem(_ row: Int, _ frame: MapFrame, _ place: PlanePoint) -> CounterItem {
    let unit = frame.picture.units[row]
    let setup = frame.picture.setup.units[unit.id.row]
    let formation = frame.picture.setup.formations[setup.formation.index]
    // Many short names tell the higher formation already: 3/3 MR.
    let isTold = Self.ends(setup.shortName, with: formation.shortName)
    let higher = formation.shortName.isEmpty || isTold ? "" : "/" + formation.shortName
    return CounterItem(
      subject: .unit(unit.id), side: unit.side, sidc: setup.sidc, place: place, units: [unit.id],
      strength: unit.strengthPermille, cohesion: unit.cohesion, suppression: unit.suppression,
      entrenchment: unit.entrenchment, isSupplied: unit.isSupplied,
      name: setup.shortName + (frame.metersPerPoint < 45 ? higher : ""),
      isSelected: frame.view.selection.contains(unit.id))
  }

  private static func ends(_ name: String, with higher: String) -> Bool {
    name.utf8.count >= higher.utf8.count
      && name.utf8.suffix(higher.utf8.count).elementsEqual(higher.utf8)
  }

  private func formationItem(
    _ id: FormationID, _ rows: [Int], _ frame: MapFrame, _ places: [PlanePoint]
  ) -> CounterItem {
    var parts: [(place: PlanePoint, weight: Double)] = []
    var (strength, cohesion, suppression, total): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
    var isSupplied = true
    var isSelected = false
    for row in rows {
      let unit = frame.picture.units[row]
      // Men and vehicles at the start weigh the parts against one another; 10 men a vehicle.
      let weight = Int64(
        max(1, unit.personnelAtStart + 10 * unit.vehiclesAtStart.reduce(0, +)))
      strength += Int64(unit.strengthPermille) * weight
      cohesion += Int64(unit.cohesion) * weight
      suppression += Int64(unit.suppression) * weight
      total += weight
      isSupplied = isSupplied && unit.isSupplied
      isSelected = isSelected || frame.view.selection.contains(unit.id)
      parts.append((places[row], Double(weight)))
    }
    let setup = frame.picture.setup.formations[id.index]
    total = max(1, total)
    return CounterItem(
      subject: .formation(id), side: setup.side, sidc: setup.sidc,
      place: CounterPlan.densest(parts), units: rows.map { frame.picture.units[$0].id },
      strength: Int32(strength / total), cohesion: Int32(cohesion / total),
      suppression: Int32(suppression / total), isSupplied: isSupplied, name: setup.shortName,
      isSelected: isSelected)
  }

  private func collect(_ id: FormationID, _ rows: inout [Int]) {
    rows.append(contentsOf: plan.members[id.index])
    for child in plan.children[id.index] { collect(child, &rows) }
  }

  private func contactItem(
    _ contact: Contact, _ frame: MapFrame, place: PlanePoint
  ) -> CounterItem {
    let age = contact.isInSight ? 0 : max(0, frame.picture.tick - contact.lastSeen)
    // Solid while in sight, then fading over eight hours to a third.
    let fade = contact.isInSight ? 0 : 35 + min(135, Double(age) * 135 / 480)
    let isChosen = frame.view.selectedContact == contact.id
    let name = ContactWords.summary(
      contact, age: age, named: isChosen || frame.metersPerPoint < 20)
    return CounterItem(
      subject: .contact(contact.id), side: contact.side, sidc: contact.sidc, place: place,
      units: [], opacity: UInt8(255 - fade), name: name,
      isDoubtful: contact.arm == nil, isSelected: isChosen)
  }
}

extension FormationSetup {
  /// Whether it is a corps, an army or more: digits 9 and 10 of the symbol code from 22 on.
  fileprivate var isArmy: Bool {
    let digits = Array(sidc.utf8.prefix(10))
    return digits.count == 10 && (Int(digits[8]) - 48) * 10 + Int(digits[9]) - 48 >= 22
  }
}

/// Where contacts are now, gliding from the previous picture.
private struct ContactPlaces {
  private let before: [Contact]
  private let fraction: Double

  init(_ frame: MapFrame) {
    before = frame.previous?.contacts ?? []
    fraction = frame.fraction
  }

  func place(of contact: Contact) -> PlanePoint {
    let now = PlanePoint(contact.position)
    var low = 0
    var high = before.count
    while low < high {
      let middle = (low + high) / 2
      if before[middle].id < contact.id { low = middle + 1 } else { high = middle }
    }
    guard low < before.count, before[low].id == contact.id else { return now }
    return MapView.between(PlanePoint(before[low].position), now, fraction)
  }
}
