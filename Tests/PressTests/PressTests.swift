import Foundation
import Simulation
import SourceText
import TestKit
import Testing

@testable import Press

@Suite struct PressTests {
  static let path = "\(Places.package)/Assets/Text/press.yaml"
  static let voices = PressVoices(
    sides: [
      .init(
        source: "Azeri sources", troops: "government forces", enemies: "militants",
        claimedTroops: 5000),
      .init(source: "Talysh sources", troops: "our soldiers", enemies: "the invaders"),
    ], reporter: "A reporter", emergencyService: "The ambulance service")

  private func room() throws -> PressRoom {
    try PressRoom.load(path: Self.path, voices: Self.voices)
  }

  private func loading(_ text: String) throws -> [String] {
    try Places.withFolder { folder in
      let path = "\(folder)/press.yaml"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      do throws(SourceFailure) {
        _ = try PressRoom.load(path: path, voices: Self.voices)
        return []
      } catch {
        return error.diagnostics.map { $0.text.replacingOccurrences(of: path, with: "press.yaml") }
      }
    }
  }

  @Test func theShippedPhrasesAreSound() throws {
    let room = try room()
    #expect(room.tellings.count > 20)
    for telling in room.tellings {
      #expect(telling.delay.lowerBound >= 0)
      for text in telling.texts {
        #expect(Phrase.unknownNames(in: text).isEmpty, "\(text)")
        #expect(text.hasSuffix(".") || text.hasSuffix("!") || text.hasSuffix("”"), "\(text)")
        #expect(text.count { $0 == "{" } == text.count { $0 == "}" }, "\(text)")
      }
    }
    let told = Set(room.tellings.map(\.kind))
    for kind in [
      EventKind.truceBroken, .townEntered, .quarterTaken, .airStrike, .civiliansHurt,
      .capitalStruck, .ceaseFire,
    ] { #expect(told.contains(kind), "nobody tells of \(kind.key)") }
  }

  @Test func mistakesAreToldWithTheirPlace() throws {
    let head = "format: 1\ntellings:\n"
    let fact = try loading(
      head + "  - {event: truce_broken, voice: actor, texts: [\"at {plaice}.\"]}\n")
    #expect(fact == ["press.yaml:3:49: error: “{plaice}” is no fact, did you mean 'place'?"])
    let event = try loading(head + "  - {event: truce_brocken, voice: actor, texts: [\"x.\"]}\n")
    #expect(event.count == 1 && event[0].hasPrefix("press.yaml:3:13: error: "), "\(event)")
    let delay = try loading(
      head + "  - {event: cease_fire, voice: actor, delay: [9, 3], texts: [\"x.\"]}\n")
    #expect(delay == ["press.yaml:3:46: error: a delay is [from, to] in minutes"])
  }

  /// Some hours of invented events: every kind, here and there, by both sides.
  private func stream() -> [Event] {
    var events: [Event] = []
    var state: UInt64 = 7
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for minute in 0..<1500 {
      for _ in 0..<below(3) {
        events.append(
          Event(
            tick: Tick(minute), kind: EventKind.allCases[below(EventKind.allCases.count)],
            side: SideID(below(2)), unit: UnitID(below(SmallBattle.setup.units.count)),
            hex: Int32(below(SmallBattle.grid.count)), amount: Int32(below(900)),
            detail: Int32(below(20))))
      }
    }
    return events
  }

  private func dispatches(_ room: PressRoom, _ events: [Event]) -> [Dispatch] {
    var memory = PressMemory()
    var told: [Dispatch] = []
    for minute in 0..<1700 {
      told += room.dispatches(
        for: events.filter { $0.tick == Tick(minute) }, at: Tick(minute),
        setup: SmallBattle.setup, memory: &memory)
    }
    return told
  }

  @Test func dispatchesReadWell() throws {
    let told = dispatches(try room(), stream())
    #expect(told.count > 100)
    for (line, next) in zip(told, told.dropFirst()) {
      #expect(
        line.text != next.text || line.source != next.source,
        "twice in a row: \(line.source) \(line.text)")
      #expect(line.tick <= next.tick)
    }
    for line in told {
      #expect(!line.text.contains("{") && !line.text.contains("}"), "\(line.text)")
      #expect(!line.text.contains("  ") && !line.source.isEmpty)
      switch line.badge {
      case .claim: #expect(line.side != nil)
      case .seen, .confirmed: #expect(line.side == nil)
      }
    }
  }

  @Test func theSameEventsAreToldTheSameWay() throws {
    let room = try room()
    #expect(dispatches(room, stream()) == dispatches(room, stream()))
  }

  @Test func nothingIsToldBeforeItHappened() throws {
    let room = try room()
    var memory = PressMemory()
    let event = Event(
      tick: Tick(100), kind: .truceBroken, side: SmallBattle.az, hex: SmallBattle.hex(16, 9))
    var told = room.dispatches(
      for: [event], at: Tick(100), setup: SmallBattle.setup, memory: &memory)
    for minute in 101..<400 {
      told += room.dispatches(
        for: [], at: Tick(minute), setup: SmallBattle.setup, memory: &memory)
    }
    #expect(told.count >= 2, "both sides have their word")
    #expect(told.allSatisfy { $0.tick > Tick(100) })
    #expect(Set(told.compactMap(\.side)) == [SmallBattle.az, SmallBattle.tk])
    #expect(told.contains { $0.text.contains("Ada") })
  }

  @Test func numbersAsNewspapersWriteThem() {
    #expect(Phrase.number(0) == "no")
    #expect(Phrase.number(7) == "seven")
    #expect(Phrase.number(12) == "twelve")
    #expect(Phrase.number(13) == "13")
    #expect(Phrase.number(1000) == "1,000")
    #expect(Phrase.number(1_234_567) == "1,234,567")
    #expect(Phrase.number(-15) == "-15")
    #expect(
      [0, 12, 13, 17, 18, 99, 104, 105, 994, 1049, 1050].map { Phrase.rounded($0) }
        == [0, 12, 15, 15, 20, 100, 100, 110, 990, 1000, 1100])
  }

  /// What is told of one event within three hours.
  private func told(_ event: Event, _ setup: BattleSetup) throws -> [String] {
    let room = try room()
    var memory = PressMemory()
    return (0..<180).flatMap { minute in
      room.dispatches(
        for: minute == 0 ? [event] : [], at: Tick(minute), setup: setup, memory: &memory)
    }.map(\.text)
  }

  @Test(arguments: [(VehicleClass.tank, "vehicles"), (.antiTank, "anti-tank weapons")])
  func weaponsAreNoVehicles(kind: VehicleClass, word: String) throws {
    let event = Event(
      tick: Tick(0), kind: .vehicleLosses, side: SmallBattle.az,
      unit: SmallBattle.unit("tk.g.1"), hex: SmallBattle.hex(16, 9), amount: 3,
      detail: Int32(kind.rawValue))
    let told = try told(event, SmallBattle.setup)
    #expect(!told.isEmpty && told.allSatisfy { $0.contains(word) }, "\(told)")
    #expect(EventWords.isOfVehicles(event) == (kind == .tank))
  }

  @Test func nobodyBoastsOfHittingHisOwn() throws {
    for kind in [EventKind.vehicleLosses, .unitBroke, .unitRouted, .unitDestroyed] {
      let event = Event(
        tick: Tick(0), kind: kind, side: SmallBattle.az, unit: SmallBattle.unit("az.1.1"),
        hex: SmallBattle.hex(16, 9), amount: 3)
      #expect(try told(event, SmallBattle.setup).isEmpty, "\(kind)")
    }
  }

  /// Neither those who fight them nor their own side call partisans troops.
  @Test func partisansAreNobodysTroops() throws {
    var setup = SmallBattle.setup
    let band = SmallBattle.unit("az.1.inf")
    setup.units[band.row].arm = .partisans
    let event = Event(
      tick: Tick(0), kind: .unitBroke, side: SmallBattle.tk, unit: band,
      hex: SmallBattle.hex(16, 9), amount: 20)
    let told = try told(event, setup)
    #expect(told.count == 2 && told.allSatisfy { $0.contains("partisans") }, "\(told)")
  }

  @Test func factsArePutIn() {
    #expect(
      Phrase.filled("{own} hold {town}, {town}", ["own": "we", "town": "Ada"])
        == "we hold Ada, Ada")
    #expect(Phrase.filled("a {b", ["b": "c"]) == "a {b")
    #expect(Phrase.unknownNames(in: "{own} {fish} {place}") == ["fish"])
  }
}
