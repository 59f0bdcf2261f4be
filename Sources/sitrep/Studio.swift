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

/// Everything that still pictures of one battle need, loaded once.
struct Studio {
  private var publisher: MapPublisher
  private let source: BattleSource

  init(source: BattleSource, scale: Double) throws {
    self.source = source
    let symbols = try SymbolLibrary.load(folder: Program.asset("Symbols"))
    let styles = try MapStyles.load(Program.asset("Styles"))
    let fonts = try FontLoader.load(MapPublisher.fonts(scale: scale))
    publisher = MapPublisher(
      theatre: source.scenario.theatre,
      map: MapView(theatre: source.scenario.theatre, styles: styles, symbols: symbols),
      fonts: fonts)
  }

  /// Draws a picture and writes it; the PNG's text fields tell scenario, time, seed and hash.
  mutating func write(
    _ picture: Picture, _ battle: Battle, _ request: PictureRequest, to path: String
  ) throws {
    let setup = source.setup
    let clock = setup.clock
    let viewer: String
    switch picture.viewpoint {
    case .umpire: viewer = "The umpire’s picture"
    case .side(let side): viewer = "As \(setup.sides[side.index].name) knows it"
    }
    let caption = PageFrame.Caption(
      title: setup.title,
      moment: picture.sky.dateText
        + " \(clock.timeOfDayText(at: picture.tick)) (\(BattleClock.elapsedText(picture.tick)))",
      viewpoint: viewer, credit: source.scenario.credit)
    let bitmap = publisher.bitmap(of: picture, request, caption: caption)
    try PNGFile.write(
      bitmap, to: path,
      text: [
        ("Software", "Sitrep"), ("Scenario", setup.scenarioID),
        ("Time", clock.localText(at: picture.tick)), ("Seed", String(battle.world.seed)),
        ("Hash", hexadecimalText(battle.world.stateHash)),
      ],
      pixelsPerMeter: Int((request.scale * 96 / 0.0254).rounded()))
  }
}
