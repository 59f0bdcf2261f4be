import Glibc
import InputController
import Journal
import MapTable
import Panels
import ScenarioFormat
import Screen
import Session
import Simulation
import Symbology
import TestKit

/// Mouse and keyboard without sense over the shipped battle: controller, panels and session at
/// every event, and a twin that is told the orders alone and must come to the same state.
struct RandomHands {
  private static let size = Size(1024, 640)
  /// Events from one look at the glass to the next.
  private static let lookEvery = 200

  private let battle: Battle
  private let controller = InputController()
  private var panels: Panels
  private var view: ViewState
  private var picture: Picture
  private var hits = HitMap()
  private var targets: [Rect] = []
  private var chance: RandomNumbers
  private var twin: World
  private var scratch: World.Scratch
  private var told = 0
  private let isForgetful: Bool

  /// Sends events in three battles: one side's, both sides', a spectator's; ends the program with 1
  /// where the state is not what the orders make of it. `forgetful` plants a twin that misses an
  /// order.
  static func run(_ events: Int, seed: String, folder: String, _ planted: String) throws {
    let source = try BattleSource.load("Calilabad", folders: DataFolders(roots: [folder]))
    let symbols = try SymbolLibrary.load(folder: folder + "/Assets/Symbols")
    let modes: [ViewState.Mode] = [.play(SideID(0)), .playBoth, .spectate]
    var orders = 0
    for (index, mode) in modes.enumerated() {
      var hands = RandomHands(
        source, mode, seed: (UInt64(seed) ?? 1) &* 16 &+ UInt64(index), symbols,
        isForgetful: planted == "forgetful")
      let count = events / modes.count + (index == 0 ? events % modes.count : 0)
      guard try hands.play(count) else {
        Reliability.tell("seed \(seed), \(mode): more than the orders changed the state", to: 2)
        exit(1)
      }
      orders += hands.battle.log.count
    }
    Reliability.tell("\(events) events, \(orders) orders: the same states", to: 1)
  }

  private init(
    _ source: BattleSource, _ mode: ViewState.Mode, seed: UInt64, _ symbols: SymbolLibrary,
    isForgetful: Bool
  ) {
    // Nobody thinks: every order is the hand's.
    battle = Battle(
      source: source, seed: seed, staffs: source.setup.sides.map { _ in nil })
    panels = Panels(symbols: symbols)
    chance = RandomNumbers(seed: seed)
    twin = World(source.setup, seed: seed)
    scratch = World.Scratch(for: twin)
    let frame = TheatreFrame(source.setup.terrain.grid)
    view = ViewState(
      mode: mode, viewpoint: mode == .play(SideID(0)) ? .side(SideID(0)) : .umpire,
      camera: Camera(
        center: frame.center, metersPerPixel: frame.height / Self.size.height, size: Self.size))
    picture = battle.picture(view.viewpoint)
    self.isForgetful = isForgetful
  }

  private mutating func play(_ events: Int) throws -> Bool {
    for number in 0..<events {
      if number % Self.lookEvery == 0 {
        look()
        for _ in 0..<chance.below(3) where !battle.isOver { try battle.advance() }
        guard follow() else { return false }
        picture = battle.picture(view.viewpoint)
      }
      let event = RandomEvents.next(&chance, size: view.camera.size, targets: targets)
      let isHeld = number % 64 == 0
      let before = isHeld ? battle.stateHash : 0
      let (next, orders) = controller.handle(event, view, picture, hits)
      view = next
      for order in orders { _ = try battle.give(order) }
      if isHeld, orders.isEmpty, battle.stateHash != before { return false }
      (view.wantsQuit, view.command) = (false, nil)
    }
    return follow()
  }

  /// What lies where on the glass now: counters where the camera shows them, panels over them.
  private mutating func look() {
    var list = DrawList()
    var images = ImageTable()
    hits.removeAll()
    for unit in picture.units {
      let place = view.camera.screen(GroundPoint(unit.position))
      guard abs(place.x) < 4000, abs(place.y) < 4000 else { continue }
      hits.add(.unit(unit.id), Rect(place.x - 12, place.y - 9, 24, 18))
    }
    for contact in picture.contacts {
      let place = view.camera.screen(GroundPoint(contact.position))
      guard abs(place.x) < 4000, abs(place.y) < 4000 else { continue }
      hits.add(.contact(contact.id), Rect(place.x - 12, place.y - 9, 24, 18))
    }
    let info = PanelInfo(
      latestTick: battle.tick, hint: controller.hint(view, picture, hits),
      help: controller.bindings.help)
    panels.draw(
      picture, view, info: info, fonts: FontBook(), into: &list, hits: &hits, images: &images)
    targets = hits.entries.map(\.rect)
  }

  /// Brings the twin up to the battle by its orders; whether it is in the same state.
  private mutating func follow() -> Bool {
    var events: [Event] = []
    while twin.tick < battle.tick {
      var orders: [Order] = []
      while told < battle.log.count, battle.log[told].tick == twin.tick {
        if !(isForgetful && told == 2) { orders.append(battle.log[told].order) }
        told += 1
      }
      events.removeAll(keepingCapacity: true)
      twin.step(orders, scratch: &scratch, events: &events)
    }
    return twin.stateHash == battle.stateHash
  }
}
