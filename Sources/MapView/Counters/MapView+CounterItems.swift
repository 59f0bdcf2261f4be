import Geography
import MapTable
import Simulation

extension MapView {
  /// The counters in a box before stacking: formations where parts cannot be told apart, else
  /// their parts; and contacts.
  mutating func counterItems(
    _ frame: MapFrame, gap: Double, within near: PlaneBox
  ) -> [CounterItem] {
    plan.update(frame.picture)
    let gathering = Gathering(frame: frame, gap: gap, near: near)
    var items: [CounterItem] = []
    for (index, formation) in frame.picture.setup.formations.enumerated()
    where formation.parent == nil {
      appendItems(of: FormationID(index), gathering, to: &items)
    }
    for contact in frame.picture.contacts {
      let place = PlanePoint(contact.position)
      if near.contains(place) { items.append(contactItem(contact, frame, place: place)) }
    }
    return items
  }

  /// What gathering counters needs to know.
  private struct Gathering {
    let frame: MapFrame
    /// The width of a counter with the room around it, in pixels.
    let gap: Double
    let near: PlaneBox
  }

  private func appendItems(
    of id: FormationID, _ gathering: Gathering, to items: inout [CounterItem]
  ) {
    let frame = gathering.frame
    let count = plan.counts[id.index]
    guard count > 0, plan.boxes[id.index].intersects(gathering.near) else { return }
    // From 14 m a point (1:53,000) on, everything parts: what still shares a place is a stack.
    // Armies and corps part much sooner: their counters say little of what is where.
    let parting = max(
      plan.spread[id.index] / gathering.gap, (plan.isArmy[id.index] ? 150 : 14) / frame.scale)
    guard count > 1, frame.metersPerPixel > parting else {
      for row in plan.members[id.index] { appendUnit(row, gathering, to: &items) }
      for child in plan.children[id.index] { appendItems(of: child, gathering, to: &items) }
      return
    }
    // One counter stands for what lies within two and a half counters; the rest is shown apart.
    let core = plan.core(of: id, reach: gathering.gap * 2.5 * frame.metersPerPixel)
    var single = core.far
    var rows = core.farRows
    if core.rows.count + core.parts.count > 1 {
      var melted = core.rows
      for part in core.parts { collect(part, &melted) }
      items.append(formationItem(id, melted.sorted(), frame))
    } else {
      single += core.parts
      rows += core.rows
    }
    for row in rows { appendUnit(row, gathering, to: &items) }
    for part in single { appendItems(of: part, gathering, to: &items) }
  }

  private func appendUnit(_ row: Int, _ gathering: Gathering, to items: inout [CounterItem]) {
    let place = plan.places[row]
    if gathering.near.contains(place) { items.append(unitItem(row, gathering.frame, place)) }
  }

  private func unitItem(_ row: Int, _ frame: MapFrame, _ place: PlanePoint) -> CounterItem {
    let unit = frame.picture.units[row]
    let setup = frame.picture.setup.units[unit.id.row]
    let formation = frame.picture.setup.formations[setup.formation.index]
    // Many short names tell the higher formation already: 3/3 MR.
    let isTold = Self.ends(setup.shortName, with: formation.shortName)
    let higher = formation.shortName.isEmpty || isTold ? "" : "/" + formation.shortName
    var item = CounterItem(
      subject: .unit(unit.id), side: unit.side, sidc: setup.sidc, place: place, units: [unit.id],
      strength: unit.strengthPermille, cohesion: unit.cohesion, suppression: unit.suppression,
      entrenchment: unit.entrenchment, isSupplied: unit.isSupplied,
      name: setup.shortName + (frame.metersPerPoint < 45 ? higher : ""),
      isSelected: frame.view.selection.contains(unit.id))
    item.symbol = plan.symbols[unit.id.row]
    return item
  }

  private static func ends(_ name: String, with higher: String) -> Bool {
    name.utf8.count >= higher.utf8.count
      && name.utf8.suffix(higher.utf8.count).elementsEqual(higher.utf8)
  }

  private func formationItem(
    _ id: FormationID, _ rows: [Int], _ frame: MapFrame
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
      parts.append((plan.places[row], Double(weight)))
    }
    let setup = frame.picture.setup.formations[id.index]
    total = max(1, total)
    var item = CounterItem(
      subject: .formation(id), side: setup.side, sidc: setup.sidc,
      place: CounterPlan.densest(parts), units: rows.map { frame.picture.units[$0].id },
      strength: Int32(strength / total), cohesion: Int32(cohesion / total),
      suppression: Int32(suppression / total), isSupplied: isSupplied, name: setup.shortName,
      isSelected: isSelected)
    item.symbol = CounterSymbol(setup.sidc)
    return item
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
    var item = CounterItem(
      subject: .contact(contact.id), side: contact.side, sidc: contact.sidc, place: place,
      units: [], opacity: UInt8(255 - fade), name: name,
      isDoubtful: contact.arm == nil, isSelected: isChosen)
    item.symbol = CounterSymbol(contact.sidc)
    return item
  }
}
