import Testing

@testable import Simulation

@Suite struct SpottingTests {
  /// The farthest hex, 1 … 9, at which a company on foot that holds still comes into sight within
  /// half an hour; 0 for none.
  private func reach(minuteOfDay: Int32, gear: UInt8, arm: Arm = .infantry) -> Int {
    var farthest = 0
    for distance in 1...9 {
      var small = SmallWorld(columns: 12, rows: 5)
      small.engagement = [.truce, .truce]
      small.clock.minuteOfDay = minuteOfDay
      small.add(0, arm, men: 100, at: small.hex(0, 2)) { $0.nightGear = gear }
      let target = small.add(1, .armor, men: 60, vehicles: [(0, 10)], at: small.hex(distance, 2))
      var run = Run(small.world())
      run.step(30)
      if run.world.knowledge[0].serial[target.row] > 0 { farthest = distance }
    }
    return farthest
  }

  @Test func nightHidesAndNightVisionGivesSightBack() {
    // 12 September: 13:00 is day, 21:30 is dark before the moon rises.
    let day = reach(minuteOfDay: 780, gear: 0)
    let night = reach(minuteOfDay: 1290, gear: 0)
    let intensified = reach(minuteOfDay: 1290, gear: 2)
    let thermal = reach(minuteOfDay: 1290, gear: 3)
    #expect(day >= 2)
    #expect(night <= 1)
    #expect(night <= intensified && intensified <= thermal && thermal <= day)
    #expect(night < thermal)
  }

  @Test func reconnaissanceSeesFarther() {
    #expect(
      reach(minuteOfDay: 780, gear: 0, arm: .reconnaissance) > reach(minuteOfDay: 780, gear: 0))
  }

  @Test func hillsBreakTheLineOfSight() {
    var small = SmallWorld(columns: 8, rows: 5)
    let world = small.world()
    #expect(world.hasLineOfSight(Int(small.hex(1, 2)), Int(small.hex(5, 2))))
    small.terrain.heightMeters[Int(small.hex(3, 2))] = 40
    let hilly = small.world()
    #expect(!hilly.hasLineOfSight(Int(small.hex(1, 2)), Int(small.hex(5, 2))))
    #expect(hilly.hasLineOfSight(Int(small.hex(1, 2)), Int(small.hex(2, 2))))
    // From a hill one sees over a lower one.
    small.terrain.heightMeters[Int(small.hex(1, 2))] = 120
    #expect(small.world().hasLineOfSight(Int(small.hex(1, 2)), Int(small.hex(5, 2))))
  }

  @Test func contactsSayNoMoreThanIsKnown() throws {
    var small = SmallWorld(columns: 8, rows: 5)
    small.engagement = [.truce, .truce]
    small.add(0, .infantry, men: 100, at: small.hex(1, 2))
    let code = "10061000161205000000"
    small.add(1, .armor, men: 90, vehicles: [(0, 31)], at: small.hex(2, 2)) { $0.sidc = code }
    var run = Run(small.world())
    run.step(5)
    run.world.knowledge[0].detail[1] = 0
    let vague = try #require(run.world.contacts(of: SideID(0)).first)
    #expect(vague.arm == nil && vague.name.isEmpty && vague.personnelBand == nil)
    #expect(vague.sidc == "10061000000000000000")
    run.world.knowledge[0].detail[1] = 3
    run.world.knowledge[0].believedPersonnel[1] = 100
    let clear = try #require(run.world.contacts(of: SideID(0)).first)
    #expect(clear.arm == .armor && clear.sidc == code && clear.personnelBand == 70...130)
    #expect(run.world.contacts(of: SideID(1)).allSatisfy { $0.side == SideID(0) })
  }

  @Test func partisansAreFoundBySearching() {
    var small = SmallWorld(columns: 6, rows: 5)
    small.control = Array(repeating: 1, count: 30)
    let band = small.add(0, .partisans, men: 25, at: small.hex(2, 2)) { $0.isHidden = true }
    let hunters = small.add(1, .infantry, men: 300, at: small.hex(2, 2))
    var run = Run(small.world())
    run.world.truceHolds = false
    run.world.units.task[hunters.row] = .search
    run.world.units.taskMinutes[hunters.row] = 600
    let minutes = run.step(upTo: 600) { $0.units.hidden[band.row] == 0 }
    // Three companies that search find a group at 47 % an hour.
    #expect((1..<600).contains(minutes))
    #expect(run.events.contains { $0.kind == .partisansHunted })
  }
}
