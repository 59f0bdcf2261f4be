import Simulation

extension StaffDesk {
  /// The course that holds for a task; compared anew when its time is up.
  mutating func course(
    for task: StaffTask, _ units: [UnitReport], among courses: [Course]
  ) -> Course {
    if let chosen = memory.courses[task.id], picture.tick < chosen.until,
      courses.contains(chosen.course)
    {
      return chosen.course
    }
    let fallback = courses.first ?? .stand
    guard spent < staff.playOuts.budget, courses.count > 1, !units.isEmpty else { return fallback }
    let best = compare(courses, task, units)
    // Tasks are looked at in turn, not all in one minute.
    memory.courses[task.id] = ChosenCourse(
      course: best, until: picture.tick + staff.playOuts.reviewMinutes)
    return best
  }

  private mutating func compare(
    _ courses: [Course], _ task: StaffTask, _ units: [UnitReport]
  ) -> Course {
    var game = WarGame(
      picture: picture, place: task.place,
      caution: staff.temperament.caution, minutes: staff.playOuts.playMinutes)
    let delay = costOfDelay(task, units)
    var worths = game.worths(
      of: courses.map { orders(for: $0, task, units) }, samples: staff.playOuts.samples)
    for (index, course) in courses.enumerated() where course.isIdle { worths[index] -= delay }
    var best: (course: Course, worth: Int64)?
    for (course, worth) in zip(courses, worths) where best.map({ worth > $0.worth }) ?? true {
      best = (course, worth)
    }
    spent += game.spent
    guard let best else { return .stand }
    reasons.append(
      StaffReason(
        tick: picture.tick, task: task.id, units: units.map(\.id),
        text: "\(best.course.words), by play-outs: "
          + zip(courses, worths).map { "\($0.words) \($1)" }.joined(separator: ", ")))
    return best.course
  }

  /// What letting the time of a play-out pass costs a force that has ground to take; a play-out is
  /// too short to show it. It grows towards the earliest end of the battle. Who sees better in the
  /// dark waits for it more easily, and once it is there less.
  private func costOfDelay(_ task: StaffTask, _ units: [UnitReport]) -> Int64 {
    guard task.kind == .seize || task.kind == .land, !task.place.isEmpty else { return 0 }
    let held = task.place.count { picture.control[Int($0)] == staff.side.rawValue }
    let open = Int64(task.place.count - held) * 1000 / Int64(task.place.count)
    let power = units.reduce(0) { $0 + Estimate.power($1) }
    let cost =
      power * staff.temperament.impatience * Int64(staff.playOuts.playMinutes) / 180_000
    return cost * open / 1000 * urgency / 1000 * nightFactor(units) / 1000
  }

  /// How much dearer waiting is than a day before the battle may end, permille.
  private var urgency: Int64 {
    let left = Int64(picture.setup.ceaseFire.band.lowerBound - picture.tick.rawValue)
    return 1000 + 3000 * min(1440, max(0, 1440 - left)) / 1440
  }

  private func nightFactor(_ units: [UnitReport]) -> Int64 {
    let equipped = units.count { picture.setup.units[$0.id.row].nightGear > 0 }
    guard equipped * 2 > units.count else { return 1000 }
    let sky = picture.sky
    if sky.light.rawValue >= Sky.Light.nauticalTwilight.rawValue { return 1500 }
    let left = sky.sunsetMinute - sky.minuteOfDay
    return sky.sunsetMinute >= 0 && (0...120).contains(left) ? 500 : 1000
  }

  /// What the units are told under a course, with the fire that goes with it.
  private func orders(for course: Course, _ task: StaffTask, _ units: [UnitReport]) -> [Order] {
    guard course != .wait else { return [] }
    let targets = targets(of: course, task, units)
    let told = units.map { unit in
      targets[unit.id].map {
        Order(side: staff.side, unit: unit.id, kind: .attack, target: $0)
      } ?? Order(side: staff.side, unit: unit.id, kind: .digIn)
    }
    return told + firePlan(on: Set(targets.values).sorted())
  }

  /// Whether an attack on a place that is the enemy's as a whole begins, by play-outs.
  mutating func playsOutAttack(_ task: StaffTask, _ near: [UnitReport]) -> Bool {
    !near.isEmpty
      && course(for: task, near, among: [.wait, .press(120), .press(250)]) != .wait
  }

  func distance(of units: [UnitReport], to hex: Int32) -> Int {
    units.reduce(0) { $0 + grid.distance(Int($1.hex), Int(hex)) }
  }

  /// Whether an enemy is near enough that moving on means fighting.
  func isEngaged(_ unit: UnitReport) -> Bool {
    unit.sinceHit < 30 || estimate.enemyPower(near: unit.hex, within: 2, grid) > 0
  }
}
