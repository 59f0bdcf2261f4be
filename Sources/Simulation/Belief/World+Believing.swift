extension World {
  /// Puts a unit into the state in which it is reported.
  mutating func take(_ report: UnitReport, _ row: Int) {
    units.status[row] = report.status
    units.posture[row] = report.posture
    units.readiness[row] = report.readiness
    units.cohesion[row] = report.cohesion
    units.suppression[row] = report.suppression
    units.fatigue[row] = report.fatigue
    units.ammunition[row] = report.ammunition * 256
    let fullTank = setup.rules.movement[.fuelRangeTenths]
    units.fuel[row] = Int32(Fixed.mulDiv(Int64(report.fuel), Int64(fullTank), 1000))
    units.entrenchment[row] = report.entrenchment
    units.cutOffMinutes[row] = report.isSupplied ? 0 : 60
    units.inCommand[row] = report.isInCommand ? 1 : 0
    units.sinceFired[row] = report.sinceFired
    units.sinceHit[row] = report.sinceHit
    units.rules[row] = report.conduct.rules
    units.fireSupport[row] = report.conduct.fireSupport
    units.giveGround[row] = report.conduct.giveGround
    if let commander = report.commander { units.formation[row] = Int32(commander.rawValue) }
    units.personnelAtStart[row] = report.personnelAtStart * 256
    units.personnel[row] = report.personnel * 256
    // Men taken in from another unit may make it stronger than it was: the rest is detached.
    let lost = report.personnelAtStart - report.personnel
    units.personnelLost[row] = max(0, lost) * 256
    units.personnelDetached[row] = min(0, lost) * 256
    for index in 0..<VehicleClass.count {
      let cell = row * VehicleClass.count + index
      let start = report.vehiclesAtStart[index]
      let gone = start - report.vehicles[index]
      units.vehiclesAtStart[cell] = start * 256
      units.vehicles[cell] = report.vehicles[index] * 256
      units.vehiclesLost[cell] = max(0, gone) * 256
      units.vehiclesDetached[cell] = min(0, gone) * 256
    }
  }

  /// Makes a unit known to a side as one in sight whose arm is known.
  mutating func see(_ row: Int, by side: SideID) {
    let index = side.index
    knowledge[index].serial[row] = knowledge[index].nextSerial
    knowledge[index].nextSerial += 1
    knowledge[index].lastSeen[row] = tick.rawValue
    knowledge[index].lastHex[row] = units.hex[row]
    knowledge[index].detail[row] = 1
    knowledge[index].inSight[row] = 1
  }
}
