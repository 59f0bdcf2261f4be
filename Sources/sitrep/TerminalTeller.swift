import Geography
import Press
import Publishing
import ScenarioFormat
import Session
import Simulation

/// A battle told in the terminal: dispatches as they come, a progress bar, maps of key moments.
struct TerminalTeller {
  private let battle: Battle
  private let viewpoint: Viewpoint
  private let pictures: String?
  private var studio: Studio?
  private var told = 0
  private var pictured: Set<EventKind> = []
  private var seenEvents = 0

  init(_ battle: Battle, viewpoint: Viewpoint, pictures: String?) throws {
    self.battle = battle
    self.viewpoint = viewpoint
    self.pictures = pictures
    told = battle.dispatches(for: viewpoint).count
    seenEvents = battle.events.count
    if let pictures {
      try UserFolder.make(pictures)
      var request = PictureRequest(width: 1280, height: 720)
      if let place = Program.decisivePlace(of: battle.source) {
        request.extent = .center(place, scale: 400_000)
      }
      studio = try Studio(source: battle.source, request)
    }
  }

  /// Tells the whole battle.
  mutating func run() throws {
    let setup = battle.source.setup
    let length = Int(setup.ceaseFire.band.upperBound)
    let bar = ProgressBar(setup.title, total: length)
    Console.output("\(setup.title). \(battle.source.scenario.notice)")
    try picture("opening")
    while !battle.isOver {
      try battle.advance()
      tell(bar)
      try pictureKeyMoments()
      bar.show(
        Int(battle.tick.rawValue), note: setup.clock.localText(at: battle.tick))
    }
    bar.clear()
    try picture("end")
    // What is only shown has no world that losses could be counted in.
    guard !battle.isOnlyShown else { return }
    Console.output(BattleReport.text(RunResult(battle), battle.source))
  }

  private mutating func tell(_ bar: ProgressBar) {
    let dispatches = battle.dispatches(for: viewpoint)
    guard dispatches.count > told else { return }
    bar.clear()
    for dispatch in dispatches[told...] {
      let time = battle.source.setup.clock.localText(at: dispatch.tick)
        .replacing("T", with: " ")
      Console.output("\(time)  [\(dispatch.badge.rawValue)] \(dispatch.source) \(dispatch.text)")
    }
    told = dispatches.count
  }

  /// A map for the first of each kind of event that changes the battle.
  private mutating func pictureKeyMoments() throws {
    defer { seenEvents = battle.events.count }
    guard studio != nil else { return }
    let kinds: Set<EventKind> = [
      .truceBroken, .townSecured, .cordonSet, .airStrike, .unitBroke, .leaderArrived,
      .capitalStruck, .airAssaultLanded, .partisansRose,
    ]
    for event in battle.events[seenEvents...]
    where kinds.contains(event.kind) && pictured.insert(event.kind).inserted {
      try picture(event.kind.key)
    }
  }

  private mutating func picture(_ name: String) throws {
    guard let folder = pictures else { return }
    let setup = battle.source.setup
    let moment = setup.clock.localText(at: battle.tick).replacing(":", with: "")
    let path = "\(folder)/\(moment)-\(name).png"
    try studio?.write(battle.picture(viewpoint), battle, to: path)
    Console.error("Map: \(path)")
  }
}
