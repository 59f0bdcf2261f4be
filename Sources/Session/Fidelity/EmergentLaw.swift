/// The law that comes out of many engagements: men lost as a power of both strengths.
public struct EmergentLaw: Sendable, Equatable {
  /// The exponent of the attacker's strength.
  public var attacker: Double
  /// The exponent of the defender's strength.
  public var defender: Double

  /// Fits ln losses = c + a ln A + d ln D by least squares.
  ///
  /// - Parameter points: strengths of attacker and defender and men lost, all above 0
  public init(_ points: [(attacker: Double, defender: Double, losses: Double)]) {
    let logs = points.map { point in
      (
        NaturalLogarithm.of(point.attacker), NaturalLogarithm.of(point.defender),
        NaturalLogarithm.of(max(0.5, point.losses))
      )
    }
    let count = Double(max(1, logs.count))
    let (ma, md, ml) = logs.reduce((0.0, 0.0, 0.0)) {
      ($0.0 + $1.0 / count, $0.1 + $1.1 / count, $0.2 + $1.2 / count)
    }
    var (aa, ad, dd, al, dl) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (a, d, l) in logs {
      aa += (a - ma) * (a - ma)
      ad += (a - ma) * (d - md)
      dd += (d - md) * (d - md)
      al += (a - ma) * (l - ml)
      dl += (d - md) * (l - ml)
    }
    let determinant = aa * dd - ad * ad
    guard determinant > 0 else {
      (attacker, defender) = (0, 0)
      return
    }
    attacker = (al * dd - dl * ad) / determinant
    defender = (dl * aa - al * ad) / determinant
  }

  /// The law of one side's losses in results: of the attacker's or of the defender's.
  public init(_ results: [EngagementResult], _ records: [BattleRecord], ofAttacker: Bool) {
    self.init(
      zip(results, records).map { result, record in
        let men = ofAttacker ? record.attackerMen : record.defenderMen
        let rate = ofAttacker ? result.attackerLoss : result.defenderLoss
        return (record.attackerMen, record.defenderMen, men * rate / 100)
      })
  }
}
