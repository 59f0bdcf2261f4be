import MapTable
import MapView
import Panels
import Platform
import Raster
import Screen
import Session
import Simulation
import SourceText

/// What the desk does of itself: the clock that heeds the news, the director, pictures to disk.
extension Desk {
  /// Slows the clock down or stops it where the news of the tick just played ask for it; whether it
  /// stands now.
  func heed(newsSince count: Int) -> Bool {
    let setup = source.setup
    var own: SideID?
    if case .side(let side) = view.viewpoint { own = side }
    if case .play(let side) = view.mode { own = side }
    var turnsDark: Bool?
    if view.watch.heedsLight, battle.tick > Tick(0) {
      let now = setup.clock.sky(at: battle.tick).sunAltitudeCentidegrees
      let before = setup.clock.sky(at: Tick(rawValue: battle.tick.rawValue - 1))
        .sunAltitudeCentidegrees
      if (now > 0) != (before > 0) { turnsDark = now <= 0 }
    }
    let news = battle.news(for: own.map { .side($0) } ?? .umpire, since: count)
    guard
      let verdict = view.watch.verdict(
        on: news, at: battle.tick, own: own, turnsDark: turnsDark, in: setup)
    else { return false }
    view.message = .init("\(ClockText(setup.clock).time(battle.tick)): \(verdict.text)")
    if verdict.reaction == .stop {
      view.isPaused = true
    } else if !view.watch.isRunning {
      view.speed = 0
    }
    return view.isPaused
  }

  /// Lets the director look at what is new and move the camera.
  func direct(seconds: Double) {
    guard view.isDirected else {
      if director != Director() { director = Director() }
      directed = Tick(0)
      return
    }
    let grid = source.setup.terrain.grid
    if current.tick != directed {
      // Whoever has just come or jumped hears of the last hours.
      let isNew = current.tick < directed || current.tick - directed > 180
      let first = isNew ? Tick(rawValue: max(0, current.tick.rawValue - 180)) : directed
      if current.tick < directed { director.note([], at: first, on: grid) }
      director.note(events(after: first, to: current.tick), at: current.tick, on: grid)
      directed = current.tick
    }
    let layout = PanelLayout(view)
    let frame = TheatreFrame(grid)
    let size = view.camera.size
    let whole = max(frame.width / max(1, size.width), frame.height / max(1, size.height)) * 1.03
    // No closer than 1:100,000, where roads begin to be schematic.
    let closest = 100_000 * 0.0254 / 96 / max(0.5, view.scale)
    let before = view.camera
    view.camera = director.camera(
      from: before, after: seconds, clear: layout.clearArea,
      limits: min(closest, whole)...whole, isStanding: view.isPaused)
    view.camera.center = frame.clamped(view.camera.center)
    if view.camera != before { isDirty = true }
  }

  /// What the viewer may know of what happened after one moment, up to another.
  private func events(after first: Tick, to last: Tick) -> [Event] {
    // Events stand in order of time.
    var (low, high) = (0, battle.events.count)
    while low < high {
      let middle = (low + high) / 2
      if battle.events[middle].tick > first { high = middle } else { low = middle + 1 }
    }
    return battle.news(for: view.viewpoint, since: low).filter { $0.tick <= last }
  }

  /// Writes the map alone as it lies in the window, without panels.
  func saveMap() throws {
    view.wantsMapPicture = false
    var map = blankMap
    map.waitsForTiles = true
    let picture = alone(&map)
    let path = try UserFolder.newPicture(
      named: "\(source.setup.scenarioID)-map", tick: current.tick)
    try PNGFile.write(picture, to: path)
    view.message = .init("Map saved: \(path)")
    isDirty = true
  }

  /// Leaves a small picture of the map beside a journal of the person's own, for the list of saved
  /// battles; a disk that refuses is passed over, since nothing depends on it.
  func leavePicture() {
    guard view.mode != .spectate, let journal = battle.journalFile.flatMap(SourceFile.resolved),
      let folder = SourceFile.resolved(journals), journal.hasPrefix(folder + "/")
    else { return }
    var map = map
    let small = alone(&map).shrunk(by: max(1, bitmap.width / 320))
    try? PNGFile.write(small, to: SavedBattles.picture(of: journal))
  }

  /// The map as it lies in the window, without panels.
  private func alone(_ map: inout MapView) -> Bitmap {
    var still = view
    still.mode = .picture
    still.pointer = nil
    still.cursorHex = nil
    map.usesSafePalette = view.usesSafePalette
    var list = DrawList()
    var hits = HitMap()
    var images = images
    map.draw(
      current, previous: nil, fraction: 1, still, fonts: fonts, covered: [], into: &list,
      hits: &hits, images: &images)
    var picture = Bitmap(width: bitmap.width, height: bitmap.height)
    compositor.draw(list, images: images, fonts: fonts, onto: &picture)
    return picture
  }
}
