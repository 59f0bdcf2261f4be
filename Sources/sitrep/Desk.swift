import Dispatch
import Geography
import InputController
import MapTable
import MapView
import Panels
import Platform
import Raster
import Screen
import ScenarioFormat
import Session
import Simulation
import Symbology

/// A battle as one person sees and plays it, but for the glass itself: events in, orders and ticks
/// to the battle, frames out. `DeskWindow` puts it on the desktop.
///
/// Ticks are played in what is left of a frame's time, so a fast clock never slows the screen.
@MainActor
final class Desk {
  private(set) var battle: Battle
  private(set) var source: BattleSource
  /// Pixels a point of the display, before the person's own text scale.
  private var displayScale: Double
  var view: ViewState
  var map: MapView
  var panels: Panels
  let controller: InputController
  var fonts: FontBook
  private var fontScale: Double
  var compositor = Compositor()
  var list = DrawList()
  /// What is where in that frame.
  var hits = HitMap()
  var images: ImageTable
  /// The frame that was composed last.
  var bitmap: Bitmap
  var clock = BattlePace()
  var current: Picture
  var previous: Picture?
  private var seenEvents = 0
  private let mapDesk = MapDesk()
  /// Whether the second of two maps has its turn to be laid out.
  private var servesBeside = false
  var isDirty = true
  private var personal: PersonalSettings
  var hint = HintMemory()
  private var history = OrderHistory()
  private var outlook = EstimateDesk()
  /// A map that has drawn nothing yet, for second maps and stills.
  private(set) var blankMap: MapView
  /// The right one of two maps beside each other, and the truth that it shows.
  var beside: BesideMap?
  var truth: Picture?
  var director = Director()
  var directed = Tick(0)
  private var contest = ContestDesk()
  /// The folders of new journals and of scenarios of the person's own.
  var journals = UserFolder.journals
  /// See `journals`.
  var scenarios = UserFolder.scenarios
  /// Command that is being taken at a moment of the record.
  var branching: Branching?
  var lessons: LessonDesk
  var author: AuthorDesk
  /// What is to go to the clipboard; nil for nothing.
  var clipboard: String?

  /// Lays a battle out for a display of so many pixels with so many a point, on the map that was
  /// made ready for it.
  init(
    battle: Battle, view: ViewState, pixels: Size, displayScale: Double,
    personal: PersonalSettings, warm: MapWarmUp
  ) throws {
    let source = battle.source
    let ready = try warm.take()
    let scale = displayScale * Double(view.textScalePercent) / 100
    let fonts = scale == ready.scale ? ready.fonts : try MapWarmUp.fonts(scale: scale)
    self.displayScale = displayScale
    self.battle = battle
    self.source = source
    self.view = view
    self.view.camera.size = pixels
    self.view.scale = scale
    self.view.foldedFormations = Panels.foldedAtStart(source.setup)
    self.fonts = fonts
    fontScale = scale
    map = ready.map
    images = ready.images
    blankMap = ready.blankMap
    panels = Panels(symbols: ready.symbols)
    controller = InputController(bindings: personal.settings.bindings)
    self.personal = personal
    self.personal.note(self.view, windowScale: displayScale)
    bitmap = Bitmap(width: max(16, Int(pixels.width)), height: max(16, Int(pixels.height)))
    self.view.fogIsLifted = view.fogIsLifted || battle.isOver
    current =
      view.shownTick.map { battle.picture(view.viewpoint, at: $0) }
      ?? battle.picture(view.viewpoint)
    lessons = LessonDesk(battle, mode: view.mode)
    author = AuthorDesk(source, mode: view.mode)
    self.view.showsLesson = lessons.card(current) != nil
    refreshTruth()
  }

  /// Whether something is being worked out that a later frame will show.
  var isBusy: Bool {
    mapDesk.isBusy || outlook.isBusy || contest.isBusy || branching != nil
  }

  /// Takes what was worked out beside the frame.
  func collect() {
    if outlook.hasNews || contest.hasNews { isDirty = true }
    contest.follow(battle, view.mode)
    followLessons()
    followAuthor(now: DispatchTime.now().uptimeNanoseconds)
    followCommand()
    for tile in mapDesk.collectTiles() {
      map.accept(tile, images: &images)
      beside?.accept(tile)
      isDirty = true
    }
    if let laid = mapDesk.collectBoard() {
      if laid.isBeside {
        beside?.accept(laid.board)
      } else {
        map.accept(laid.board, images: &images)
      }
      // Two maps take turns, so that a fast clock starves neither.
      servesBeside = !laid.isBeside
      isDirty = true
    }
  }

  /// Does what an event means, to the view and to the battle.
  func handle(_ event: InputEvent) throws {
    let before = view
    if case .resized(_, let scale) = event { displayScale = scale }
    let (next, orders) = controller.handle(scaled(event), view, picture(for: event), hits)
    view = next
    if view.textScalePercent != before.textScalePercent {
      let resized = InputEvent.resized(view.camera.size, scale: displayScale)
      view = controller.handle(scaled(resized), view, current, hits).0
      view.message = .init("Text at \(view.textScalePercent) %.")
    }
    try refit()
    keepSettings()
    var taken: [Order] = []
    for order in orders where try give(order) { taken.append(order) }
    history.note(taken, at: battle.tick)
    if view.wantsUndo || view.wantsRedo { try takeBackOrGiveAgain() }
    try delegateOrTakeBack()
    jump()
    if view.viewpoint != before.viewpoint || view.shownTick != before.shownTick
      || view.isSplit != before.isSplit
    {
      refreshPicture(forgettingPrevious: true)
    }
    followLessons()
    if view.wantsPlaceCopy { copyPlace() }
    if view.wantsMoment { saveMoment() }
    if view != before || !orders.isEmpty { isDirty = true }
    if case .exposed = event { isDirty = true }
  }

  /// Puts another battle in the place of this one; camera and panels stay as they are.
  func replace(with fresh: Battle) {
    let names = view.selection.map { source.setup.units[$0.row].id }
    battle = fresh
    source = fresh.source
    map.replace(theatre: source.scenario.theatre)
    blankMap.replace(theatre: source.scenario.theatre)
    (beside, truth) = (nil, nil)
    branching = nil
    view.selection = source.setup.units.indices.filter { names.contains(source.setup.units[$0].id) }
      .map { UnitID($0) }
    (view.selectedContact, view.openedStack, view.shownTick) = (nil, nil, nil)
    view.foldedFormations = Panels.foldedAtStart(source.setup)
    history = OrderHistory()
    hint = HintMemory()
    contest = ContestDesk()
    lessons = LessonDesk(fresh, mode: view.mode)
    author = AuthorDesk(source, mode: view.mode)
    seenEvents = fresh.events.count
    refreshPicture(forgettingPrevious: true)
  }

  /// Undo and redo, until time moves.
  private func takeBackOrGiveAgain() throws {
    let isUndo = view.wantsUndo
    view.wantsUndo = false
    view.wantsRedo = false
    guard view.shownTick == nil else { return }
    let orders = isUndo ? try history.undo(in: battle) : try history.redo(in: battle)
    if let first = orders.first {
      let name = source.setup.units[first.unit.row].shortName
      let who = orders.count == 1 ? name : "\(orders.count) orders"
      view.message = .init(
        "\(isUndo ? "Taken back" : "Given again"): \(who), \(first.kind.title.lowercased()).")
    } else {
      view.message = .init(
        isUndo
          ? "Nothing to undo: no order since time last moved. Recall takes back what is on its way."
          : "Nothing to give again.", isRefusal: true)
    }
    refreshPicture(forgettingPrevious: false)
  }

  /// Gives an order; whether it was taken.
  private func give(_ order: Order) throws -> Bool {
    if let rejection = try battle.give(order) {
      let remedy = rejection.remedy.isEmpty ? "" : " " + rejection.remedy
      view.message = .init(rejection.message + remedy, isRefusal: true)
      return false
    }
    refreshPicture(forgettingPrevious: false)
    return true
  }

  /// Lets real time pass: the ticks that are due, as far as the frame has room for them.
  func advance(seconds: Double) throws {
    let speed = view.watch.isRunning ? .infinity : ViewState.speeds[view.speed]
    var ticks = clock.ticks(after: seconds, isPaused: view.isPaused, speed: speed)
    ticks += view.singleTicks
    view.singleTicks = 0
    guard view.shownTick == nil else {
      playPast(ticks)
      return
    }
    guard ticks > 0, !battle.isOver else {
      if battle.isOver {
        view.isPaused = true
        view.watch.isRunning = false
      }
      return
    }
    // The simulation may take half of a frame at sixty frames a second.
    let deadline = DispatchTime.now().uptimeNanoseconds + 8_000_000
    repeat {
      let known = battle.events.count
      try battle.advance()
      ticks -= 1
      if heed(newsSince: known) { break }
    } while ticks > 0 && !battle.isOver && DispatchTime.now().uptimeNanoseconds < deadline
    refreshPicture(forgettingPrevious: false)
  }

  private func refreshPicture(forgettingPrevious: Bool) {
    let since = seenEvents
    seenEvents = battle.events.count
    if !forgettingPrevious, current.tick < battle.tick { previous = current }
    if forgettingPrevious { previous = nil }
    if let tick = view.shownTick {
      current = battle.picture(view.viewpoint, at: tick)
    } else {
      current = battle.picture(view.viewpoint, since: since)
    }
    view.latestTick = battle.tick
    refreshTruth()
    isDirty = true
  }

  /// The display's scale with the person's own on top of it.
  private func scaled(_ event: InputEvent) -> InputEvent {
    guard case .resized(let size, let scale) = event else { return event }
    return .resized(size, scale: scale * Double(view.textScalePercent) / 100)
  }

  /// Brings fonts and frame to the view's scale and size.
  private func refit() throws {
    if view.scale != fontScale {
      fonts = try MapWarmUp.fonts(scale: view.scale)
      fontScale = view.scale
      isDirty = true
    }
    let width = max(16, Int(view.camera.size.width))
    let height = max(16, Int(view.camera.size.height))
    if bitmap.width != width || bitmap.height != height {
      bitmap = Bitmap(width: width, height: height)
      isDirty = true
    }
  }

  /// Writes down what the person has changed; a disk that refuses is told and stops nothing.
  func keepSettings(_ window: PersonalSettings.WindowState? = nil) {
    do {
      try personal.keep(view, window: window)
    } catch {
      view.message = .init("The settings could not be saved: \(error)", isRefusal: true)
    }
  }

  /// Composes a frame into the bitmap.
  func compose() {
    layOutAtOnce()
    compositor.draw(list, images: images, fonts: fonts, onto: &bitmap)
    mapDesk.request(
      missingBoard(), map.missingTiles() + (beside?.map.missingTiles() ?? []))
    isDirty = map.wantsAnotherFrame || beside?.map.wantsAnotherFrame == true
  }

  /// Works out a frame as it can be shown at once: what is late comes to a later one. Whoever lays
  /// out without composing has no later one.
  func layOutAtOnce() {
    map.laysBoardsBeside = true
    layOut()
    map.laysBoardsBeside = false
  }

  /// The layout that one of the maps lacks.
  private func missingBoard() -> MapDesk.Laid<BoardJob>? {
    for isBeside in [servesBeside, !servesBeside] {
      let job = isBeside ? beside?.map.missingBoard() : map.missingBoard()
      if let job { return MapDesk.Laid(board: job, isBeside: isBeside) }
    }
    return nil
  }

  /// Works out what a frame shows and what is where in it, without its pixels.
  func layOut() {
    list.removeAll()
    hits.removeAll()
    let fraction = view.isPaused ? 1 : clock.fraction
    map.usesSafePalette = view.usesSafePalette
    if view.isSplit, truth != nil {
      drawHalves(fraction: fraction)
    } else {
      map.draw(
        current, previous: previous, fraction: fraction, view, fonts: fonts,
        covered: panels.covered(view), into: &list, hits: &hits, images: &images)
    }
    panels.draw(
      shownPicture, view, info: panelInfo(), fonts: fonts, into: &list, hits: &hits,
      images: &images)
  }

  func panelInfo() -> PanelInfo {
    // Of two maps the hint belongs to the one under the pointer.
    let aimed = view.pointer.map { picture(for: .pointerMoved($0)) } ?? current
    var info = PanelInfo(
      dispatches: battle.dispatches(for: view.viewpoint, until: current.tick),
      timeline: TimelineMarks.of(battle, for: view.viewpoint, until: battle.tick),
      battleLength: battleLength,
      latestTick: battle.tick,
      hint: hint.hint(controller, view, aimed, hits), help: controller.bindings.help,
      outlook: outlook.outlook(for: hint, controller, view, aimed, hits, battle: battle),
      lesson: lessons.card(current), standing: contest.card())
    info.signs = signs()
    info.reason = reason()
    return info
  }

  /// Writes the frame composed last as a picture.
  func savePicture() throws {
    view.wantsPicture = false
    let path = try UserFolder.newPicture(
      named: source.setup.scenarioID, tick: current.tick)
    try PNGFile.write(bitmap, to: path)
    view.message = .init("Picture saved: \(path)")
    isDirty = true
  }
}
