import Simulation

extension StaffDesk {
  /// The course that holds for a task; compared anew when its time is up.
  mutating func course(
    for task: StaffTask, _ units: [UnitReport], among courses: [Course]
  ) -> Course {
    if let chosen = memory.courses[task.id], picture.tick < chosen.until,
      courses.contains(chosen.course) || !chosen.course.hasTarget
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

  /// What letting the time of a play-out pass costs a force that has most of its place still to
  /// take; a play-out is too short to show it.
  private func costOfDelay(_ task: StaffTask, _ units: [UnitReport]) -> Int64 {
    let held = task.place.count { picture.control[Int($0)] == staff.side.rawValue }
    guard task.kind == .seize || task.kind == .land, held * 2 < task.place.count else { return 0 }
    let power = units.reduce(0) { $0 + Estimate.power($1) }
    return power * staff.temperament.impatience * Int64(staff.playOuts.playMinutes) / 180_000
  }

  /// What the units are told under a course.
  private func orders(
    for course: Course, _ task: StaffTask, _ units: [UnitReport]
  ) -> [Order] {
    var taken: Set<Int32> = []
    var striking: Set<UnitID> = []
    if case .counter(let hex) = course {
      striking = Set(strikeForce(units, at: hex).map(\.id))
    }
    return units.compactMap { unit in
      switch course {
      case .wait: return nil
      case .stand: return Order(side: staff.side, unit: unit.id, kind: .digIn)
      case .pullBack: return Order(side: staff.side, unit: unit.id, kind: .withdraw)
      case .mass(let hex):
        return Order(side: staff.side, unit: unit.id, kind: .attack, target: hex)
      case .counter(let hex):
        return striking.contains(unit.id)
          ? Order(side: staff.side, unit: unit.id, kind: .attack, target: hex)
          : Order(side: staff.side, unit: unit.id, kind: .digIn)
      case .parts:
        guard let hex = nearestOpen(to: unit, task, but: taken) else { return nil }
        taken.insert(hex)
        return Order(side: staff.side, unit: unit.id, kind: .attack, target: hex)
      }
    }
  }

  /// The nearest hex of the place that is not held; one that no other goes for, if there is one.
  private func nearestOpen(
    to unit: UnitReport, _ task: StaffTask, but taken: Set<Int32>
  ) -> Int32? {
    let open = task.place.filter { !isSecure($0) }
    let free = open.filter { !taken.contains($0) }
    return (free.isEmpty ? open : free).min {
      (grid.distance(Int($0), Int(unit.hex)), $0) < (grid.distance(Int($1), Int(unit.hex)), $1)
    }
  }

  /// Whether an attack begins: the odds as plain staffs count them, or what the play-outs say.
  mutating func playsOutAttack(_ task: StaffTask, _ near: [UnitReport]) -> Bool {
    let choice = course(
      for: task, near, among: [.wait, .parts] + massPoints(task, near))
    return choice != .wait && !near.isEmpty
  }

  /// The points of the place worth throwing everything at: the nearest open hexes, two at most.
  func massPoints(_ task: StaffTask, _ units: [UnitReport]) -> [Course] {
    let open = task.place.filter { !isSecure($0) }
    let ranked = open.sorted { a, b in
      (distance(of: units, to: a), a) < (distance(of: units, to: b), b)
    }
    return ranked.prefix(2).map { .mass($0) }
  }

  func distance(of units: [UnitReport], to hex: Int32) -> Int {
    units.reduce(0) { $0 + grid.distance(Int($1.hex), Int(hex)) }
  }

  /// One unit's part in a course of an attack.
  mutating func follow(_ course: Course, _ unit: UnitReport, _ task: StaffTask) {
    switch course {
    case .mass(let hex) where !isSecure(hex):
      memory.goals[unit.id] = hex
      if unit.hex == hex { takeNext(unit, task) } else { order(unit, .attack, hex, patience: 30) }
    case .stand where isEngaged(unit): order(unit, .digIn, nil, patience: 30)
    case .pullBack where isEngaged(unit): order(unit, .withdraw, nil, patience: 60)
    case .stand, .pullBack: closeUp(unit, task)
    default: takeNext(unit, task)
    }
  }

  /// Whether an enemy is near enough that moving on means fighting.
  func isEngaged(_ unit: UnitReport) -> Bool {
    unit.sinceHit < 30 || estimate.enemyPower(near: unit.hex, within: 2, grid) > 0
  }

  /// Comes up behind those who stand, to be there when the attack goes on.
  private mutating func closeUp(_ unit: UnitReport, _ task: StaffTask) {
    guard let middle = task.place.first,
      grid.distance(Int(unit.hex), Int(middle)) > 3,
      let post = stop(unit, before: middle, distance: 2)
    else { return }
    go(unit, to: post)
  }
}

extension Course {
  /// Whether it is about one hex, which may have been taken since.
  var hasTarget: Bool {
    switch self {
    case .mass, .counter: true
    default: false
    }
  }
}
