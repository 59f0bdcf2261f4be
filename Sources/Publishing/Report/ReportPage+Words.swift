import Press
import Session
import Simulation

extension ReportPage {
  /// What each side's command gave out at the end of each day.
  mutating func communiquesSection() -> String {
    var result = Markup.element("h2", "What the commands gave out")
    for day in chronicle.days {
      guard let end = day.first?.end, let start = day.first?.start else { continue }
      // A day that ends at midnight goes by the date that it was.
      let date = date(max(start, Tick(rawValue: max(0, end.rawValue - 1))))
      result += Markup.element("h3", date)
      let cards = day.map { facts in
        let communique = Communique(
          facts, setup: setup, voices: battle.source.press.voices,
          date: date.split(separator: " ").dropLast().joined(separator: " "),
          writer: &chronicle.writer)
        let side = setup.sides[facts.side.index]
        let words = communique.paragraphs.map { Markup.element("p", $0) }.joined(separator: "\n")
        return "<section class=\"card\" style=\"--side: \(side.color)\">"
          + Markup.element("h3", side.name)
          + Markup.element("p", "Given out at \(hour(end)).", class: "dim")
          + words + "</section>\n"
      }
      result += Markup.wrap("div", cards.joined(), class: "pair") + "\n"
    }
    return result
  }

  private func hour(_ tick: Tick) -> String {
    let text = clock.timeOfDayText(at: tick)
    return text == "00:00" ? "midnight" : text
  }

  /// Each side's claims beside what was true.
  func claimsSection() -> String {
    var result = Markup.element("h2", "What they claimed, and what was true")
    for (index, side) in setup.sides.enumerated() {
      let checks = chronicle.checks.filter { $0.dispatch.side == SideID(index) }
      guard !checks.isEmpty else { continue }
      let counts = ClaimCheck.Verdict.allCases.map { verdict in
        let count = checks.count { $0.verdict == verdict }
        let number = count == 0 ? "none" : PhraseWriter.number(Int64(count))
        return "\(number) \(Self.name(verdict).lowercased())"
      }
      result += Markup.element("h3", side.name)
      result += Markup.element(
        "p", "\(checks.count) claims: \(PhraseWriter.list(counts)).", class: "dim")
      result += Markup.table(
        ["Said", "Claim", "", "What was true"], checks.map(row), class: "claims")
    }
    return result
  }

  private func row(_ check: ClaimCheck) -> [String] {
    let words = Markup.text("\(check.dispatch.source) \(check.dispatch.text)")
    let claim = check.verdict == .struck ? "<del>\(words)</del>" : words
    return [
      Markup.text(moment(check.dispatch.tick)), claim,
      Markup.element(
        "span", Self.name(check.verdict), class: "verdict \(check.verdict.rawValue)"),
      Markup.text(check.truth.isEmpty ? "As told of an earlier claim." : check.truth),
    ]
  }

  private static func name(_ verdict: ClaimCheck.Verdict) -> String {
    switch verdict {
    case .confirmed: "Confirmed"
    case .partly: "Half true"
    case .struck: "Struck out"
    }
  }

  /// What happened, and who told of it.
  mutating func timelineSection() -> String {
    let lines = ReportTimeline.lines(
      battle.events, battle.dispatches, setup, writer: &chronicle.writer)
    return Markup.element("h2", "What happened when")
      + Markup.table(
        ["Time", "What happened", "Who reported it, and when"],
        lines.map { line in
          [
            Markup.text(moment(line.tick)), Markup.text(line.text),
            line.reports.isEmpty
              ? Markup.element("span", "nobody", class: "dim") : Markup.text(line.reports),
          ]
        })
  }

  /// The order of battle with strengths at the start and at the end.
  func forcesSection() -> String {
    let picture = world.picture(for: .umpire, events: [])
    var result = Markup.element("h2", "Order of battle")
    for (index, side) in setup.sides.enumerated() {
      var rows: [String] = []
      for (number, formation) in setup.formations.enumerated()
      where formation.side.index == index {
        let units = picture.units.filter { setup.units[$0.id.row].formation.index == number }
        guard !units.isEmpty else { continue }
        let sum = cells(Markup.text(formation.name), units, fate: "")
        rows.append("<tr class=\"group\">\(sum)</tr>\n")
        for unit in units {
          let name = Markup.text(setup.units[unit.id.row].name)
          rows.append("<tr>\(cells(name, [unit], fate: Self.fate(unit)))</tr>\n")
        }
      }
      let head = [
        "Unit", "Men at the start", "At the end", "Vehicles and heavy weapons", "At the end", "",
      ]
      let cells = head.map { "<th scope=\"col\">\(Markup.text($0))</th>" }.joined()
      result += Markup.element("h3", side.name)
      result += "<table class=\"numbers\"><thead><tr>\(cells)</tr></thead>\n<tbody>\n"
      result += rows.joined() + "</tbody></table>\n"
    }
    return result
  }

  private func cells(_ name: String, _ units: [UnitReport], fate: String) -> String {
    func sum(_ value: (UnitReport) -> Int32) -> Int64 {
      units.reduce(Int64(0)) { $0 + Int64(value($1)) }
    }
    func fighting(_ counts: [Int32]) -> Int32 {
      VehicleClass.allCases.filter { $0 != .truck }
        .reduce(0) { $0 + (counts.isEmpty ? 0 : counts[Int($1.rawValue)]) }
    }
    let values = [
      sum { $0.personnelAtStart }, sum { $0.personnel }, sum { fighting($0.vehiclesAtStart) },
      sum { fighting($0.vehicles) },
    ]
    return "<td>\(name)</td>" + values.map { "<td>\($0)</td>" }.joined()
      + Markup.element("td", fate)
  }

  private static func fate(_ unit: UnitReport) -> String {
    switch unit.status {
    case .gone: "lost"
    case .expected: "never came"
    case .departed: "left the field"
    default: ""
    }
  }
}
