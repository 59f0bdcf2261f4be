extension World {
  /// The enemy as a side knows it, ordered by contact id: what it saw, how long ago, and how much
  /// of it was made out.
  func contacts(of side: SideID) -> [Contact] {
    let known = knowledge[side.index]
    let forget = setup.rules.spotting[.forgetMinutes]
    var found: [Contact] = []
    for row in 0..<units.count where known.serial[row] > 0 && known.lastHex[row] >= 0 {
      let age = tick.rawValue - known.lastSeen[row]
      guard known.inSight[row] == 1 || age <= forget, !isKnownGone(row, known) else { continue }
      found.append(contact(row, known))
    }
    return found.sorted { $0.id < $1.id }
  }

  /// Whether a unit is no more and the side has looked at the place since.
  private func isKnownGone(_ row: Int, _ known: SideKnowledge) -> Bool {
    guard units.status[row] == .gone || units.status[row] == .departed else { return false }
    return known.seenHex[Int(known.lastHex[row])] >= known.lastSeen[row]
  }

  private func contact(_ row: Int, _ known: SideKnowledge) -> Contact {
    let unit = setup.units[row]
    let detail = known.detail[row]
    let isInSight = known.inSight[row] == 1
    let hex = known.lastHex[row]
    return Contact(
      id: ContactID(rawValue: known.serial[row]), side: unit.side, hex: hex,
      position: isInSight && hex == units.hex[row]
        ? position(row) : setup.terrain.grid.center(of: Int(hex)),
      lastSeen: Tick(rawValue: known.lastSeen[row]), isInSight: isInSight,
      arm: detail >= 1 ? unit.arm : nil, sidc: believedCode(unit.sidc, detail: detail),
      name: detail >= 3 ? unit.name : "",
      personnelBand: detail >= 2 ? band(known.believedPersonnel[row]) : nil,
      vehicleBand: detail >= 1 ? band(known.believedVehicles[row]) : nil)
  }

  /// A band around an estimate, rounded to what an observer would say.
  private func band(_ estimate: Int32) -> ClosedRange<Int32> {
    let half = estimate * setup.rules.spotting[.bandWidth] / 1000
    let step: Int32 = estimate >= 500 ? 50 : estimate >= 100 ? 10 : estimate >= 20 ? 5 : 1
    let low = max(0, (estimate - half) / step * step)
    let high = (estimate + half + step - 1) / step * step
    return low...max(low, high)
  }

  /// The symbol code with what is not known left out: entity and modifiers where the arm is
  /// unknown, the echelon where the strength is.
  private func believedCode(_ code: String, detail: UInt8) -> String {
    guard code.utf8.count == 20, detail < 2 else { return code }
    var digits = Array(code.utf8)
    let zero = UInt8(ascii: "0")
    for place in 8..<10 { digits[place] = zero }
    if detail < 1 {
      digits[7] = zero
      for place in 10..<20 { digits[place] = zero }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
