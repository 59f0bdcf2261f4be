import Geography
import MapTable
import MapView
import Platform
import Publishing
import Screen
import ScenarioFormat
import Session
import Simulation
import Symbology

/// Everything that still pictures of one battle need, loaded once; all are of one kind.
struct Studio {
  private var publisher: MapPublisher
  private let source: BattleSource
  private let request: PictureRequest

  init(source: BattleSource, _ request: PictureRequest) throws {
    self.source = source
    self.request = request
    let symbols = try SymbolLibrary.load(folder: Program.asset("Symbols"))
    let styles = try MapStyles.load(Program.asset("Styles"))
    let fonts = try FontLoader.load(MapPublisher.fonts(for: request))
    publisher = MapPublisher(
      theatre: source.scenario.theatre,
      map: MapView(theatre: source.scenario.theatre, styles: styles, symbols: symbols),
      fonts: fonts)
  }

  /// Draws a picture and writes it, with a bar where that takes long; the file's text fields tell
  /// scenario, time, seed and hash.
  mutating func write(_ picture: Picture, _ battle: Battle, to path: String) throws {
    let setup = source.setup
    let bar = ProgressBar("Drawing \(path)", total: 1000)
    defer { bar.clear() }
    try publisher.write(
      picture, request, caption: caption(picture),
      facts: [
        ("Software", "Sitrep"), ("Scenario", setup.scenarioID),
        ("Time", setup.clock.localText(at: picture.tick)), ("Seed", String(battle.world.seed)),
        ("Hash", hexadecimalText(battle.stateHash)),
      ], to: path
    ) { bar.show(Int($0 * 1000)) }
  }

  private func caption(_ picture: Picture) -> PageFrame.Caption {
    let setup = source.setup
    let viewer: String
    switch picture.viewpoint {
    case .umpire: viewer = "The umpire’s picture"
    case .side(let side): viewer = "As \(setup.sides[side.index].name) knows it"
    }
    return PageFrame.Caption(
      title: setup.title,
      moment: picture.sky.dateText
        + " \(setup.clock.timeOfDayText(at: picture.tick))"
        + " (\(BattleClock.elapsedText(picture.tick)))",
      viewpoint: viewer, notice: source.scenario.notice, credit: source.scenario.credit)
  }
}
