extension World {
  /// A minute of changing over between march, rest and fight: going into column and camp is said
  /// and done, deploying takes the minutes for which the unit is busy.
  mutating func settle(_ row: Int) {
    let aim = Readiness(at: units.posture[row])
    guard units.readiness[row] != aim else { return }
    if aim == .deployed, units.busyMinutes[row] > 0 { return }
    units.readiness[row] = aim
  }
}
