import Foundation
import InputController
import Journal
import MapTable
import ScenarioFormat
import Screen
import Session
import Simulation
import TestKit
import Testing

@testable import sitrep

/// Mouse and keyboard without sense, through controller, session and layout: nothing traps, and the
/// battle is what its orders alone make of it.
@Suite(.serialized) @MainActor struct RandomDeskTests {
  /// Events of all rounds together; `.ci/long` asks for a million, and `.ci/run` has 100,000 of its
  /// own by a release build (`reliability hands`).
  private static let events =
    ProcessInfo.processInfo.environment["SITREP_EVENTS"].flatMap { Int($0) } ?? 20_000
  private static let firstSeed =
    ProcessInfo.processInfo.environment["SITREP_SEED"].flatMap { UInt64($0) } ?? 1

  @Test(arguments: [0, 1, 2, 3, 4])
  func nothingTrapsAndOrdersAloneChangeTheBattle(round: UInt64) throws {
    let seed = Self.firstSeed &* 1000 &+ round
    try Places.withFolder { folder in
      let source = try DeskScene.source.get()
      let mode: ViewState.Mode =
        switch round % 5 {
        case 1, 3: .playBoth
        case 4: .spectate
        default: .play(SideID(round % 5 == 0 ? 0 : 1))
        }
      let scene = try DeskScene(mode: mode, seed: seed, folder: folder)
      scene.desk.journals = folder
      scene.desk.scenarios = folder
      // Laying names out is most of the work and takes part in no event.
      if round % 5 != 0 { scene.desk.view.hiddenLayers = [.names] }
      var chance = RandomNumbers(seed: seed)
      var twin = Twin(source.setup, seed: seed)
      var followed = scene.battle
      var targets: [Rect] = []
      for number in 0..<(Self.events / 5) {
        let event = RandomEvents.next(
          &chance, size: scene.desk.view.camera.size, targets: targets)
        try scene.desk.handle(event)
        scene.desk.view.wantsQuit = false
        scene.desk.view.wantsPicture = false
        scene.desk.view.wantsMapPicture = false
        if number % 500 == 0 {
          let seconds = Double(chance.below(50)) / 1000
          try scene.desk.advance(seconds: seconds)
          scene.desk.direct(seconds: seconds)
          // Whoever watches may have taken command: the battle then is another.
          if scene.desk.battle !== followed {
            followed = scene.desk.battle
            twin = Twin(source.setup, seed: seed)
          }
          guard twin.follow(followed) else {
            Issue.record("seed \(seed), event \(number): more than the orders changed the state")
            return
          }
        }
        if number % 400 == 0 {
          scene.desk.collect()
          // Pixels are another matter: they change nothing.
          if number % 20_000 == 4000 { scene.desk.compose() } else { scene.desk.layOut() }
          targets = scene.desk.hits.entries.map(\.rect)
        }
      }
      try scene.verifyJournal()
    }
  }

  /// Found by a million events: the coordinates of a pointer far out trapped.
  @Test func aPointerFarOutIsNoPlace() throws {
    try Places.withFolder { folder in
      let scene = try DeskScene(mode: .spectate, folder: folder)
      scene.desk.view.hiddenLayers = [.names]
      for place in [Point(1e300, 0), Point(-1e300, 1e300), Point(1e12, -1e9), Point(.nan, 3)] {
        try scene.desk.handle(.pointerMoved(place))
        scene.desk.view.pointer = place.x.isFinite ? place : scene.desk.view.pointer
        scene.desk.layOut()
      }
    }
  }

  /// A world that is told the orders and nothing else.
  private struct Twin {
    private var world: World
    private var scratch: World.Scratch
    private var events: [Event] = []
    private var told = 0

    init(_ setup: BattleSetup, seed: UInt64) {
      world = World(setup, seed: seed)
      scratch = World.Scratch(for: world)
    }

    /// Plays up to the battle's moment by its orders; whether that leads to the same state.
    mutating func follow(_ battle: Battle) -> Bool {
      while world.tick < battle.tick {
        var orders: [Order] = []
        while told < battle.log.count, battle.log[told].tick == world.tick {
          orders.append(battle.log[told].order)
          told += 1
        }
        events.removeAll(keepingCapacity: true)
        world.step(orders, scratch: &scratch, events: &events)
      }
      return battle.stateHash == world.stateHash
    }
  }
}
