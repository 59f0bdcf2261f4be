import InputController
import MapTable
import ScenarioFormat
import Screen
import Simulation
import TestKit
import Testing

@testable import Session

/// The lessons of the shipped scenario, done with mouse and keys from the first to the last.
@Suite struct LessonTests {
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func everyLessonOfFirstOrdersCanBeDone(seed: UInt64) throws {
    var learner = try Learner(scenario: "FirstOrders", seed: seed)
    for lesson in learner.guide.book.lessons {
      #expect(learner.guide.current?.id == lesson.id)
      try learner.learn(lesson)
      if lesson.condition != .read {
        #expect(learner.guide.isDone, "seed \(seed): \(lesson.id) at \(learner.battle.tick)")
      }
      learner.press(.right, .control)
      #expect(learner.view.wantedLesson == .next)
      learner.turnOver()
    }
    #expect(learner.guide.current == nil && !learner.guide.isLeft)
    #expect(learner.battle.world.outcome == nil, "the village falls before the morning is over")
  }

  @Test func aStepCanBeSkippedGoneBackToAndAllOfThemLeft() throws {
    var learner = try Learner(scenario: "FirstOrders", seed: 1)
    learner.press(.right, .control)
    learner.turnOver()
    #expect(learner.guide.index == 1 && !learner.guide.isDone)
    learner.press(.left, .control)
    learner.turnOver()
    learner.press(.left, .control)
    learner.turnOver()
    #expect(learner.guide.index == 0)
    learner.press(.character("l"), .control)
    learner.turnOver()
    #expect(learner.guide.current == nil && learner.guide.isLeft)
  }

  @Test func aBattleThatIsOverLeavesTheStepsThatNeedNone() throws {
    var learner = try Learner(scenario: "FirstOrders", seed: 1)
    var seen: [String] = []
    while let lesson = learner.guide.current {
      seen.append(lesson.id)
      learner.guide.goOn(at: learner.battle.tick)
      learner.guide.passOverBattle(at: learner.battle.tick)
    }
    #expect(seen == ["closer", "select", "pause", "past", "now", "end"])
  }

  @Test func aStepIsNotDoneByLookingOn() throws {
    var learner = try Learner(scenario: "FirstOrders", seed: 1)
    for lesson in learner.guide.book.lessons {
      switch lesson.condition {
      case .paused(true), .past(false): break
      default:
        learner.look()
        #expect(!learner.guide.isDone, "\(lesson.id)")
      }
      learner.press(.right, .control)
      learner.turnOver()
    }
  }
}

/// A newcomer with a mouse, a keyboard and the lessons.
private struct Learner {
  let battle: Battle
  var guide: LessonGuide
  var view: ViewState
  private let controller = InputController()

  init(scenario: String, seed: UInt64) throws {
    let source = try BattleSource.load(scenario, folders: DataFolders(roots: [Places.package]))
    let book = try #require(source.lessons)
    battle = Battle(
      source: source, seed: seed, staffs: source.staffs(Commanders(persons: [book.side])))
    guide = LessonGuide(book)
    let middle = source.setup.terrain.grid.center(
      of: Int(try #require(book.lessons.compactMap(\.place).first)))
    view = ViewState(
      mode: .play(book.side), viewpoint: .side(book.side),
      camera: Camera(
        center: GroundPoint(middle), metersPerPixel: 85, size: Size(1280, 800)))
  }

  private var picture: Picture { battle.picture(view.viewpoint) }

  /// Does what a step asks for.
  mutating func learn(_ lesson: Lesson) throws {
    switch lesson.condition {
    case .closer:
      for _ in 0..<20 where !seen() { send(.wheel(1, view.camera.size.middle, [])) }
    case .selected(let units):
      for _ in 0..<10 where !seen() { press(.tab) }
      #expect(view.selection == units)
    case .ordered(let units, let kinds, let place, _):
      for (index, unit) in units.enumerated() { click(on: unit, index == 0 ? [] : .control) }
      #expect(view.selection == units)
      let kind = try #require(kinds.first)
      let key = try #require(controller.bindings.help.first { $0.order == kind }?.keys.first)
      press(.character(Character(key.lowercased())))
      click(at: view.camera.screen(ground(try #require(place))), [])
      _ = seen()
    case .paused, .past, .read:
      if case .paused = lesson.condition { press(.space) }
      if case .past(let isPast) = lesson.condition { press(isPast ? .pageUp : .end) }
      _ = seen()
    default:
      if view.isPaused { press(.space) }
      while !seen(), !battle.isOver { try battle.advance() }
    }
  }

  mutating func look() { _ = seen() }

  mutating func turnOver() {
    switch view.wantedLesson {
    case .next: guide.goOn(at: battle.tick)
    case .back: guide.goBack(at: battle.tick)
    case .leave: guide.leave()
    case nil: break
    }
    view.wantedLesson = nil
  }

  mutating func press(_ key: Key, _ modifiers: Modifiers = []) {
    send(.keyDown(key, modifiers, isRepeat: false))
    send(.keyUp(key, modifiers))
  }

  private mutating func click(on unit: UnitID, _ modifiers: Modifiers) {
    guard let report = picture.report(unit) else { return }
    click(at: view.camera.screen(GroundPoint(report.position)), modifiers)
  }

  private mutating func click(at point: Point, _ modifiers: Modifiers) {
    send(.buttonDown(.left, point, modifiers, clicks: 1))
    send(.buttonUp(.left, point, modifiers))
  }

  private mutating func send(_ event: InputEvent) {
    var hits = HitMap()
    for unit in picture.units {
      let place = view.camera.screen(GroundPoint(unit.position))
      hits.add(.unit(unit.id), Rect(place.x - 4, place.y - 4, 8, 8))
    }
    let (next, orders) = controller.handle(event, view, picture, hits)
    view = next
    for order in orders {
      let rejection = try? battle.give(order)
      #expect(rejection == .some(nil), "\(order)")
    }
    view.latestTick = battle.tick
  }

  /// Whether the step is done, as the desk sees it.
  private mutating func seen() -> Bool {
    let facts = LessonFacts(
      picture: picture, side: guide.book.side, selection: view.selection,
      scaleDenominator: view.camera.scaleDenominator, isPaused: view.isPaused,
      showsPast: view.shownTick != nil, orders: battle.log.map(\.order), events: battle.events,
      now: battle.tick, since: guide.stepBegan)
    _ = guide.look(facts)
    return guide.isDone
  }

  private func ground(_ hex: Int32) -> GroundPoint {
    GroundPoint(battle.source.setup.terrain.grid.center(of: Int(hex)))
  }
}

extension Size {
  fileprivate var middle: Point { Point(width / 2, height / 2) }
}
