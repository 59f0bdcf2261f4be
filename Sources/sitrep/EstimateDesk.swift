import Dispatch
import InputController
import MapTable
import Panels
import Screen
import Session
import Simulation
import Synchronization

/// Works out beside the frame what the attack under the pointer would come to: a first answer from
/// a few runs, then finer while the pointer rests; another attack takes the old one's place.
@MainActor
final class EstimateDesk {
  /// What is being worked out: the attackers and the place.
  private struct Question: Equatable {
    var orders: [Order]
    var target: Int32
  }

  /// The worker's half.
  private final class Board: Sendable {
    struct State {
      var number = 0
      var estimate = AttackEstimate()
      var isBusy = false
      var hasNews = false
    }
    let state = Mutex(State())
  }

  /// Runs between two looks at whether the answer is still wanted.
  private nonisolated static let batch = 8
  /// Minutes after which an answer is worked out anew.
  private static let lifetime: Int32 = 15

  private let board = Board()
  private let queue = DispatchQueue(label: "estimate", qos: .utility)
  private var question: Question?
  private var asked = Tick(0)
  private var generation = -1
  private var picture: Picture?

  /// Whether an answer is being worked out.
  var isBusy: Bool { board.state.withLock { $0.isBusy } }

  /// Whether there is an answer that no frame has shown yet.
  var hasNews: Bool { board.state.withLock { $0.hasNews } }

  /// What the attack that a click would give would come to; nil where it would give none.
  func outlook(
    for hint: HintMemory, _ controller: InputController, _ view: ViewState, _ picture: Picture,
    _ hits: HitMap, battle: Battle
  ) -> AttackOutlook? {
    if generation != hint.generation {
      generation = hint.generation
      ask(controller.proposal(view, picture, hits), picture, battle)
    }
    guard question != nil, let picture = self.picture else { return nil }
    let estimate = board.state.withLock { state in
      state.hasNews = false
      return state.estimate
    }
    return EstimateWords(picture).outlook(estimate)
  }

  private func ask(_ proposal: [Order], _ picture: Picture, _ battle: Battle) {
    let orders = proposal.filter { $0.kind == .attack }
    guard let first = orders.first, let target = first.target else {
      question = nil
      board.state.withLock { state in
        state.number += 1
        state.isBusy = false
        state.hasNews = false
      }
      return
    }
    let next = Question(orders: orders, target: target)
    if next == question, picture.tick - asked < Self.lifetime { return }
    question = next
    asked = picture.tick
    // An umpire's picture knows too much: the estimate is from the side's own.
    let isOwn = picture.viewpoint == .side(first.side)
    let own = isOwn ? picture : battle.picture(.side(first.side))
    self.picture = own
    let board = board
    let number = board.state.withLock { state in
      state.number += 1
      state.estimate = AttackEstimate()
      state.isBusy = true
      return state.number
    }
    queue.async { Self.work(board, own, orders, target, number) }
  }

  private nonisolated static func work(
    _ board: Board, _ picture: Picture, _ orders: [Order], _ target: Int32, _ number: Int
  ) {
    var estimate = AttackEstimate()
    while estimate.forks.count < AttackEstimate.mostForks {
      guard board.state.withLock({ $0.number == number }) else { return }
      estimate.refine(picture, orders: orders, target: target, by: batch)
      guard estimate.forks.count >= AttackEstimate.firstForks else { continue }
      board.state.withLock { state in
        guard state.number == number else { return }
        state.estimate = estimate
        state.hasNews = true
      }
    }
    board.state.withLock { state in
      if state.number == number { state.isBusy = false }
    }
  }
}

/// An estimate as people read it.
struct EstimateWords {
  private let picture: Picture
  private let places: PlaceNames

  init(_ picture: Picture) {
    self.picture = picture
    places = PlaceNames(picture.setup.terrain)
  }

  /// The card's words.
  func outlook(_ estimate: AttackEstimate) -> AttackOutlook {
    guard let verdict = estimate.verdict, let success = estimate.successPermille else {
      return AttackOutlook(.pending, verdict: "Estimating…")
    }
    let (tone, word): (AttackOutlook.Tone, String) =
      switch verdict {
      case .poor: (.poor, "Poor")
      case .even: (.even, "Even")
      case .good: (.good, "Good")
      }
    let chance = (success + 50) / 100
    var lines = ["taken in \(chance) of 10 runs (\(estimate.forks.count) so far)"]
    if let own = estimate.ownLosses {
      lines.append("own losses \(percent(own))")
    }
    if let minutes = estimate.minutes {
      let low = ClockText.span(minutes: minutes.lowerBound)
      let high = ClockText.span(minutes: minutes.upperBound)
      lines.append("there after \(low == high ? low : "\(low) to \(high)")")
    }
    if let unknown = estimate.worstUnknown { lines.append("unknown: \(words(unknown))") }
    return AttackOutlook(tone, verdict: word, lines: lines)
  }

  private func percent(_ range: ClosedRange<Int32>) -> String {
    let low = (range.lowerBound + 5) / 10
    let high = (range.upperBound + 5) / 10
    return low == high ? "\(low) %" : "\(low) to \(high) %"
  }

  private func words(_ subject: BelievedBattle.Draw.Subject) -> String {
    switch subject {
    case .type(let contact): "what stands \(place(contact))"
    case .strength(let contact): "how strong the enemy \(place(contact)) is"
    case .place(let contact): "where the enemy last seen \(place(contact)) is by now"
    case .unseen(let quarter): "whether somebody unseen holds \(name(quarter))"
    }
  }

  private func place(_ contact: ContactID) -> String {
    picture.contact(contact).map { "at \(places.text($0.hex))" } ?? "there"
  }

  private func name(_ quarter: QuarterID) -> String {
    let quarters = picture.setup.terrain.quarters
    guard quarters.indices.contains(quarter.index), let hex = quarters[quarter.index].hexes.first
    else { return "the place" }
    return places.text(hex)
  }
}
