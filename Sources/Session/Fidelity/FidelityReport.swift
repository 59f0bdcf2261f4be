/// The report of how the model agrees with history: a page of Markdown and its pictures.
public struct FidelityReport: Sendable {
  /// Results and score of one track.
  public struct Track: Sendable {
    /// The results of the core battles.
    public var results: [EngagementResult]
    /// Their score.
    public var score: FidelityScore

    /// A track from its results.
    public init(_ results: [EngagementResult], _ records: [BattleRecord]) {
      self.results = results
      score = FidelityScore(results, records)
    }
  }

  let records: [BattleRecord]
  let material: Track
  let judged: Track
  let validation: CrossValidation
  private let sanity: [EngagementResult]
  let town: EngagementResult
  private let runs: Int

  /// A report from its parts; tracks and records are of the core battles in one order.
  public init(
    records: [BattleRecord], material: Track, judged: Track, validation: CrossValidation,
    sanity: [EngagementResult], town: EngagementResult, runs: Int
  ) {
    self.records = records
    self.material = material
    self.judged = judged
    self.validation = validation
    self.sanity = sanity
    self.town = town
    self.runs = runs
  }

  /// The page.
  public var markdown: String {
    [head, scores, FidelityShortfall(self).text, law, validated, sanityTable, pictures, method]
      .joined(separator: "\n")
  }

  private var head: String {
    """
    # How the model agrees with history

    Made by `Documentation/make-fidelity`; do not edit. Every battle is played as an abstract
    engagement on a strip of hexes through the same steps as every battle (`sitrep engage`),
    \(runs) times, from facts known before it alone. Calibrated on \(records.count) historical
    engagements (1937-1982); modern weapon effects from open literature. Contains information
    from CDB90 (J. B. Arnold, github.com/jrnold/CDB90), made available under ODC-BY 1.0; original
    data CAA/HERO, public domain.

    """
  }

  private var scores: String {
    var lines = [
      "## Scores", "",
      "| what | material facts | with judged quality | five-fold, by campaign | floor | aim |",
      "|---|---|---|---|---|---|",
    ]
    let (a, b, c) = (material.score, judged.score, validation.score)
    lines.append(
      "| winner, area under the curve | \(n(a.area)) | \(n(b.area)) | \(n(c.area)) "
        + "| 0.68, 0.74 judged | 0.75, 0.79 |")
    lines.append(
      "| attacker's daily loss, median factor | \(n(a.attacker.factor)) | \(n(b.attacker.factor)) "
        + "| \(n(c.attacker.factor)) | 1.95 | 1.75 |")
    lines.append(
      "| defender's daily loss, median factor | \(n(a.defender.factor)) | \(n(b.defender.factor)) "
        + "| \(n(c.defender.factor)) | 2.2 | 1.95 |")
    lines.append(
      "| advance, median error, km a day | \(n(a.advance)) | \(n(b.advance)) | \(n(c.advance)) "
        + "| 1.15 | 1.0 |")
    lines.append(
      "| bias of losses, attacker and defender | \(n(a.attacker.bias)), \(n(a.defender.bias)) "
        + "| \(n(b.attacker.bias)), \(n(b.defender.bias)) "
        + "| \(n(c.attacker.bias)), \(n(c.defender.bias)) | 0.75-1.33 | 1 |")
    lines.append(
      "| -ln chance of what happened | \(n(a.logLoss)) | \(n(b.logLoss)) | \(n(c.logLoss)) | | |")
    return lines.joined(separator: "\n") + "\n"
  }

  private var law: String {
    let own = EmergentLaw(material.results, records, ofAttacker: true)
    let other = EmergentLaw(material.results, records, ofAttacker: false)
    return """
      ## The law of losses
      Men lost a day as powers of the strengths A and D, over all core battles (recorded:
      A^.43 D^.23 and A^.43 D^.29, ±.15): attacker A^\(n(own.attacker)) D^\(n(own.defender)),
      defender A^\(n(other.attacker)) D^\(n(other.defender)).

      """
  }

  private var validated: String {
    let parameters = CrossValidation.parameters
    let names = parameters.map {
      "`\($0.key)` \($0.range.lowerBound)-\($0.range.upperBound)"
    }
    return """
      ## Cross-validation
      The campaigns are dealt into five folds. For each fold six parameters are searched on the
      other four, from the middle of the ranges thought likely before
      (\(names.joined(separator: ", "))): the two rates of
      loss are divided by what the losses are off in the middle, the others moved by a third of
      their range where that does better, one after the other; what comes of it is scored on
      the fold: \(validation.settings) settings in all, \(validation.runs) seed(s) a battle.
      Everything else is as in the tables, whose own values of these six take no part here; the
      other fitted values (see the end) were chosen on all battles, so that these scores are
      still a little kind. How deep an attack is
      meant to go is no parameter: recorded attacks make some five kilometres in all, whether they
      last a day or a week. Chosen by fold: \(validation.choices.joined(separator: "; ")).

      """
  }

  private var sanityTable: String {
    var lines = [
      "## Made-up engagements", "",
      "8,000 defenders on 8 km, seven tanks and guns for a thousand men, two days, 20 seeds; "
        + "played (expected).", "",
      "| case | attacker's chance | attacker %/day | defender %/day | km/day |",
      "|---|---|---|---|---|",
    ]
    for (item, result) in zip(SanityCase.all, sanity) {
      lines.append(
        "| \(item.name) | \(n(result.attackerWinShare)) (\(n(item.chance))) "
          + "| \(n(result.attackerLoss)) (\(n(item.attackerLoss))) "
          + "| \(n(result.defenderLoss)) (\(n(item.defenderLoss))) "
          + "| \(n(result.advance)) (\(n(item.advance))) |")
    }
    lines.append("")
    lines.append(
      "A town of 2,000 dug-in men under an armoured division for four days: attacker "
        + "\(n(town.attackerLoss)) %/day (0.53), defender \(n(4 * town.defenderLoss)) % in all "
        + "(51-64), \(n(4 * town.advance)) km (1.5 while it holds; who attacks takes "
        + "two days for each kilometre of houses that he has entered before he goes on).")
    return lines.joined(separator: "\n") + "\n"
  }

  private var pictures: String {
    """
    ## Pictures
    ![The attacker's losses](fidelity-attacker.svg) ![The defender's losses](fidelity-defender.svg)
    ![Advance](fidelity-advance.svg)

    """
  }

  private var method: String {
    """
    ## Where the numbers come from
    Every parameter stands in `Assets/Tables` with its unit, source and tag: C computed from
    these engagements (its source says whether the whole model was fitted or a prototype of its
    equations), R read in published sources, M commonly published figures, J judgement.
    - Fitted with the whole model: `losses_attacker`, `losses_defender`, `strength_exponent`,
      `weary_intensity`, `called_reserve`, `pressure`, `gun_ammunition_per_hour`, `yield_loss`,
      `yield_odds`; that losses do not fall with positions and rugged ground was read off them.
    - Fitted with the prototype: tanks' worth, positions, rugged ground, surprise, rule of the air,
      weather, speed of an opposed advance, loss shock, recovery, break point, pursuit.
    - Prior that these battles cannot tell apart: guns' and aircraft's effect, suppression, the
      speed of a stalled attack; quality is known from historians' judgement after the fact alone.
    - Judged: what the tables mark J.

    Nobody knows before a battle how well either side will fight: each play draws steps of
    quality for both sides, as many as made-up engagements need to go wrong as often as recorded
    ones (`QualitySpread`), in pairs of seeds that are off either way. The strips, counters and
    orders follow `Sources/Session/Engagement`.
    """ + "\n"
  }

  /// The pictures by file name.
  public var plots: [(name: String, svg: String)] {
    let results = material.results
    return [
      losses("attacker", "Attacker's losses", \.attackerLoss, \.attackerLoss),
      losses("defender", "Defender's losses", \.defenderLoss, \.defenderLoss),
      (
        "fidelity-advance.svg",
        ScatterPlot(
          title: "Advance", unit: "km a day",
          points: zip(records, results).compactMap { r, p in r.advance.map { ($0, p.advance) } },
          range: 0...10, marks: [0, 2, 4, 6, 8, 10], isLogarithmic: false
        ).svg
      ),
    ]
  }

  private func losses(
    _ name: String, _ title: String, _ recorded: KeyPath<BattleRecord, Double?>,
    _ played: KeyPath<EngagementResult, Double>
  ) -> (name: String, svg: String) {
    let points = zip(records, material.results).compactMap { record, result in
      record[keyPath: recorded].map { ($0, result[keyPath: played]) }
    }
    let plot = ScatterPlot(
      title: title, unit: "% a day", points: points, range: 0.05...100,
      marks: [0.05, 0.2, 1, 5, 20, 100], isLogarithmic: true)
    return ("fidelity-\(name).svg", plot.svg)
  }

  func n(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = abs(hundredths) % 100
    let sign = hundredths < 0 ? "-" : ""
    return "\(sign)\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
