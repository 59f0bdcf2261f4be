public import Platform
import Press
import Session
import Simulation

/// A battle told on one page that needs nothing beside itself.
public struct ReportPage {
  var chronicle: BattleChronicle
  let facts: ReportFacts
  var maps: ReportMaps

  var battle: Battle { chronicle.battle }
  var setup: BattleSetup { chronicle.battle.source.setup }
  var world: World { chronicle.battle.world }
  var clock: BattleClock { setup.clock }

  /// The page of a battle that was played through.
  public init(_ chronicle: BattleChronicle, facts: ReportFacts, maps: ReportMaps) {
    self.chronicle = chronicle
    self.facts = facts
    self.maps = maps
  }

  /// The whole page; `progress` hears the share that is done, 0…1.
  public mutating func html(
    progress: (Double) -> Void = { _ in }
  ) throws(PlatformError) -> String {
    var body = opening()
    body += try mapsSection(progress)
    body += lossesSection() + civiliansSection()
    body += communiquesSection() + claimsSection() + timelineSection()
    body += forcesSection() + closing()
    return """
      <!DOCTYPE html>
      <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(Markup.text(setup.title)): report</title>
      <style>
      \(ReportStyle.sheet)
      </style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  /// `Saturday 12 September 1998`.
  func date(_ tick: Tick) -> String {
    let words = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let sky = clock.sky(at: tick)
    return
      "\(words[Int(sky.weekday) % 7]) \(sky.day) \(months[Int(sky.month - 1) % 12]) \(sky.year)"
  }

  /// `Sat 12 14:20`.
  func moment(_ tick: Tick) -> String {
    let sky = clock.sky(at: tick)
    return "\(date(tick).prefix(3)) \(sky.day) \(clock.timeOfDayText(at: tick))"
  }

  private mutating func opening() -> String {
    let hours = (world.tick.rawValue + 30) / 60
    var result = Markup.element("h1", setup.title)
    result += Markup.element(
      "p",
      "\(date(Tick(0))), \(clock.timeOfDayText(at: Tick(0))), to \(date(world.tick)), "
        + "\(clock.timeOfDayText(at: world.tick)): \(hours) hours.", class: "dim")
    if !facts.notice.isEmpty { result += Markup.element("p", facts.notice, class: "notice") }
    result += Markup.element("p", outcome() + " " + price(), class: "lead")
    for part in facts.story.split(separator: "\n\n") {
      result += Markup.element("p", part.split(separator: "\n").joined(separator: " "))
    }
    return result + "\n"
  }

  /// Who won, in sentences.
  mutating func outcome() -> String {
    let names = setup.sides.map { PhraseWriter.inSentence($0.name) }
    var lines = ["It was fought between \(PhraseWriter.list(names))."]
    guard let outcome = world.outcome else {
      lines.append(chronicle.writer.say("sum_unfinished") ?? "")
      return lines.joined(separator: " ")
    }
    var words: [String: String] = [:]
    words["side"] = outcome.winner.map { PhraseWriter.inSentence(setup.sides[$0.index].name) }
    words["town"] = setup.ceaseFire.town.map { setup.terrain.towns[$0.index].name }
    let isOnPoints = setup.ceaseFire.town == nil
    let key = isOnPoints ? "sum_points" : "sum_" + outcome.grade.key
    lines.append(chronicle.writer.say(key, words) ?? "Nobody won.")
    let score = zip(setup.sides, outcome.score).map { "\($0.name) \($1)" }
    lines.append("Points: \(PhraseWriter.list(score)).")
    return lines.joined(separator: " ")
  }

  /// What it cost, in a sentence.
  private func price() -> String {
    guard let last = chronicle.losses.last else { return "" }
    let sides = zip(setup.sides, last).map {
      "\(PhraseWriter.inSentence($0.name)) \(PhraseWriter.number($1.men)) men and "
        + "\(PhraseWriter.number($1.vehicles)) vehicles and heavy weapons"
    }
    let killed = world.civilians.killed.reduce(Int64(0)) { $0 + Int64($1) }
    let fled = world.civilians.displaced.reduce(Int64(0)) { $0 + Int64($1) }
    return "It cost \(PhraseWriter.list(sides)); \(PhraseWriter.number(killed)) civilians were "
      + "killed and \(PhraseWriter.number(fled)) fled their homes."
  }

  private func closing() -> String {
    let entries = [
      ("Scenario", setup.scenarioID), ("Seed", String(world.seed)),
      ("Rules version", String(World.rulesVersion)),
      ("State hash", hexadecimalText(world.stateHash)),
      ("Orders given", String(battle.log.count)),
      ("Played", "\(world.tick.rawValue) minutes"),
    ]
    let list = entries.map { Markup.element("dt", $0) + Markup.element("dd", $1) }.joined()
    return Markup.element("h2", "How to play it again") + Markup.wrap("dl", list)
      + Markup.element("p", facts.credits.joined(separator: " "), class: "dim") + "\n"
  }
}
