import Foundation
import InputController
import Journal
import MapTable
import Panels
import Platform
import Raster
import ScenarioFormat
import Screen
import Session
import Simulation
import SourceText
import Symbology

/// The window before a battle: the sheet on which it is set up, and its briefing.
@MainActor
struct FrontDesk {
  private var sheet: BattleSheet
  private var sources: [Int: BattleSource] = [:]
  private let controller: InputController
  private let panels: Panels
  private let textScale: Double
  private var shown: (scenario: Int, side: Int)?
  private var images = ImageTable()
  private var previews: [String: BattleSheet.Preview?] = [:]

  /// A sheet with a scenario chosen; throws where that one cannot be read.
  init(
    scenario: String, opponent: Int, handicap: Int, seed: UInt64, personal: PersonalSettings
  ) throws {
    let folders = Program.folders()
    let first = try BattleSource.load(scenario, folders: folders)
    var names = folders.scenarioNames
    let file = SourceFile.resolved(first.scenarioFile)
    let index =
      names.firstIndex { name in
        name == scenario
          || file != nil && folders.scenarioFile(name).flatMap(SourceFile.resolved) == file
      } ?? names.endIndex
    if index == names.endIndex { names.append(scenario) }
    sheet = BattleSheet(
      scenarios: names.map { Self.row(of: $0, folders) },
      saved: Self.savedBattles())
    sources[index] = first
    sheet.scenario = index
    sheet.scenarios[index].title = first.setup.title
    sheet.scenarios[index].isGuided = first.lessons != nil
    if let lessons = first.lessons { sheet.side = lessons.side.index }
    (sheet.opponent, sheet.handicap, sheet.seed) = (opponent, handicap, seed)
    controller = InputController(bindings: personal.settings.bindings)
    panels = Panels(symbols: try SymbolLibrary.load(folder: Program.asset("Symbols")))
    textScale = Double(personal.settings.textScalePercent) / 100
    refresh()
  }

  /// Runs until the person has decided; nil where they leave. What `open` throws is told on the
  /// sheet, and the person may choose something else.
  mutating func run<Opened>(
    _ window: inout Window, open: (BattleSheet) throws -> Opened
  ) throws -> Opened? {
    var size = window.pixelSize
    var scale = window.scale * textScale
    var fonts = try FontLoader.load(Panels.fonts(scale: scale))
    var compositor = Compositor()
    var list = DrawList()
    var hits = HitMap()
    var pointer: Point?
    var events: [InputEvent] = []
    while true {
      refresh()
      sheet.preview = preview(pointer.flatMap { hits.target(at: $0) })
      list.removeAll()
      hits.removeAll()
      var bitmap = Bitmap(width: max(16, Int(size.width)), height: max(16, Int(size.height)))
      panels.draw(
        sheet, SheetFrame(size: size, scale: scale, pointer: pointer), fonts: fonts, into: &list,
        hits: &hits)
      compositor.draw(list, images: images, fonts: fonts, onto: &bitmap)
      try window.present(bitmap)
      events.removeAll(keepingCapacity: true)
      window.pollEvents(into: &events, waitMilliseconds: 500)
      for event in events {
        switch event {
        case .pointerMoved(let point): pointer = point
        case .pointerLeft: pointer = nil
        case .resized(let pixels, let displayScale):
          size = pixels
          if displayScale * textScale != scale {
            scale = displayScale * textScale
            fonts = try FontLoader.load(Panels.fonts(scale: scale))
          }
        default: break
        }
        sheet = controller.handle(event, sheet, hits)
        if sheet.decision != nil { break }
      }
      guard let decision = sheet.decision else { continue }
      if decision == .leave { return nil }
      do {
        return try open(sheet)
      } catch {
        sheet.decision = nil
        sheet.message = Failure.line(of: error)
      }
    }
  }

  /// The picture of the saved battle under the pointer, else of the one that the keyboard is at.
  private mutating func preview(_ target: Target?) -> BattleSheet.Preview? {
    var index = sheet.row == .saved ? sheet.savedAt : nil
    switch target {
    case .control(.sheet(.saved(let row))), .control(.sheet(.watch(let row))): index = row
    default: break
    }
    guard let index, sheet.saved.indices.contains(index), let path = sheet.saved[index].picture
    else { return nil }
    if let known = previews[path] { return known }
    var preview: BattleSheet.Preview?
    if let bitmap = try? PNGFile.read(path) {
      let image = ImageID(rawValue: UInt64(previews.count) + 1)
      images[image] = bitmap
      preview = .init(
        image: image, size: Size(Double(bitmap.width), Double(bitmap.height)))
    }
    previews[path] = preview
    return preview
  }

  /// Loads the scenario that is chosen and writes its briefing, where either has changed.
  private mutating func refresh() {
    guard shown?.scenario != sheet.scenario || shown?.side != sheet.side else { return }
    do {
      let source =
        try sources[sheet.scenario]
        ?? BattleSource.load(sheet.scenarios[sheet.scenario].name, folders: Program.folders())
      sources[sheet.scenario] = source
      sheet.sides = source.setup.sides.map(\.name)
      sheet.sideWords = source.setup.sides.map(\.id)
      sheet.side = min(sheet.side, sheet.sides.count)
      sheet.title = source.setup.title
      sheet.briefing = Briefing.sections(source, side: sheet.side)
    } catch {
      sheet.sides = []
      sheet.side = 0
      sheet.briefing = []
      sheet.message = Failure.line(of: error)
    }
    shown = (sheet.scenario, sheet.side)
  }

  /// A scenario in the list without its theatre being loaded; by its name where it cannot be read.
  private static func row(of name: String, _ folders: DataFolders) -> BattleSheet.Scenario {
    guard let file = folders.scenarioFile(name), let bytes = try? SourceFile.read(file),
      let root = try? SourceReader.yaml(bytes, file: file),
      case .string(let title)? = root["title"]?.value
    else { return .init(name: name, title: name) }
    return .init(name: name, title: title, isGuided: root["lessons"] != nil)
  }

  private static func savedBattles() -> [BattleSheet.Saved] {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyy-MM-dd HH:mm"
    return SavedBattles.list(UserFolder.journals).prefix(100).map { battle in
      let day = formatter.string(from: Date(timeIntervalSince1970: Double(battle.modified)))
      let name = battle.path.split(separator: "/").last.map(String.init) ?? battle.path
      let sides = battle.persons.isEmpty ? "no side" : battle.persons.joined(separator: " and ")
      let text =
        "\(day)   \(battle.scenario)   \(sides)   \(BattleClock.elapsedText(battle.tick))"
        + "   seed \(battle.seed)"
      var saved = BattleSheet.Saved(path: battle.path, text: text)
      saved.picture = battle.picture
      switch battle.state {
      case .unfinished: break
      case .finished:
        saved.text += "   fought to its end"
        saved.refusal = "This battle is over: W or Look shows it, and lets you take command in it."
      case .otherRules(let version):
        saved.text += "   rules \(version)"
        saved.refusal =
          "Fought under rules version \(version), this program has \(World.rulesVersion)."
        saved.isSound = false
      case .damaged(let why):
        saved.text = "\(day)   \(name)   damaged"
        saved.refusal = why
        saved.isSound = false
      }
      return saved
    }
  }
}
