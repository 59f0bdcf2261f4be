import ArgumentParser
import Geography
import Journal
import MapView
import Platform
import Press
import Publishing
import ScenarioFormat
import Screen
import Session
import Simulation
import Symbology

/// `sitrep report`: a recorded battle told to someone who was not there.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Tells a recorded battle on one page, or as two newspapers of one hour.")

  @Argument(help: "The journal (.sitlog) or bundle (.sitrep).")
  var journal: String

  @Option(name: .shortAndLong, help: "The page (.html), or the picture (.png) of --front-pages.")
  var output: String

  @Option(help: "Draw the rival newspapers of this moment: YYYY-MM-DDTHH:MM or +HH:MM.")
  var frontPages: String?

  func run() throws {
    try reporting {
      // Each is taken for the other's file easily; any other name is the person's own affair.
      if output.hasSuffix(frontPages == nil ? ".png" : ".html") {
        let wanted = frontPages == nil ? "a page, FILE.html" : "a picture, FILE.png"
        throw Failure(Failure.usage, "\(output): what is written here is \(wanted)")
      }
      if frontPages != nil { try PictureName.check(output, kinds: ["png"]) }
      try Program.withRecording(journal) { try tell($0) }
    }
  }

  private func tell(_ recorded: RecordedBattle) throws {
    let moment = try frontPages.map { try Program.tick($0, in: recorded.source.setup) }
    let battle = try recorded.battle()
    Program.tell(recorded)
    let end = Int(recorded.journal.lastTick.rawValue)
    let bar = ProgressBar("Playing", total: end)
    defer { bar.clear() }
    let chronicle = try BattleChronicle(
      playing: battle, until: moment,
      book: PhraseBook.load(path: Program.asset("Text/report.yaml"))
    ) { bar.show(Int($0.rawValue)) }
    guard let moment else { return try writePage(chronicle, recorded) }
    guard battle.world.tick == moment else {
      let end = battle.source.setup.clock.localText(at: battle.world.tick)
      let what = battle.world.outcome == nil ? "record" : "battle"
      throw Failure(Failure.usage, "the \(what) ended at \(end), before --front-pages")
    }
    try writeFrontPages(chronicle, recorded)
  }

  private func writePage(_ chronicle: BattleChronicle, _ recorded: RecordedBattle) throws {
    let bar = ProgressBar("Writing \(output)", total: 1000)
    defer { bar.clear() }
    let scenario = recorded.source.scenario
    var page = ReportPage(
      chronicle,
      facts: ReportFacts(
        notice: scenario.notice, story: scenario.story,
        credits: [scenario.credit] + scenario.theatre.credits.map { $0 + "." },
        beats: beats(chronicle.battle)),
      maps: try maps(recorded, ReportMaps.fonts()))
    let html = try page.html { bar.show(Int($0 * 1000)) }
    try FileContent(path: output, text: html).write()
  }

  private func writeFrontPages(_ chronicle: BattleChronicle, _ recorded: RecordedBattle) throws {
    let fonts = ReportMaps.fonts() + FrontPages.fonts()
    var pages = FrontPages(
      chronicle, maps: try maps(recorded, fonts), fonts: try FontLoader.load(fonts),
      notice: recorded.source.scenario.notice)
    let setup = recorded.source.setup
    let world = chronicle.battle.world
    try PNGFile.write(
      pages.bitmap(), to: output,
      text: [
        ("Software", "Sitrep"), ("Scenario", setup.scenarioID),
        ("Time", setup.clock.localText(at: world.tick)), ("Seed", String(world.seed)),
        ("Hash", hexadecimalText(world.stateHash)),
      ])
  }

  private func maps(_ recorded: RecordedBattle, _ fonts: [Font]) throws -> ReportMaps {
    let theatre = recorded.source.scenario.theatre
    return ReportMaps(
      theatre: theatre,
      map: MapView(
        theatre: theatre, styles: try MapStyles.load(Program.asset("Styles")),
        symbols: try SymbolLibrary.load(folder: Program.asset("Symbols"))),
      fonts: try FontLoader.load(fonts))
  }

  private func beats(_ battle: Battle) -> [ReportFacts.Beat] {
    battle.source.beats.map { beat in
      let event = beat.firstEvent(in: battle.events, setup: battle.source.setup)
      return ReportFacts.Beat(title: beat.title, event: event, in: battle)
    }
  }
}
