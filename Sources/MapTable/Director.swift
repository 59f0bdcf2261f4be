public import Screen
public import Simulation

/// Holds the camera for those who watch: rests on what matters, flies to what matters more, and
/// never jerks.
///
/// A pure rule: news in, wall-clock seconds in, a camera out. It looks at the part of the window
/// that no panel covers.
public struct Director: Sendable, Equatable {
  /// Seconds that a view is held at least, and for which nothing but something far greater ends it.
  public static let leastDwell = 4.0
  /// Seconds after which the next best is gone to.
  public static let usualDwell = 9.0
  /// Minutes of the battle in which what has happened loses half of its weight.
  public static let halfLifeMinutes = 30.0
  /// The share of the window's smaller side by which the ground moves in a second at most.
  public static let topSpeed = 0.9
  /// The most by which the scale grows or falls in a second, as a factor above 1.
  public static let topZoom = 2.2
  /// Metres within which events belong together.
  static let spotMeters = 7000.0

  /// A place where something happens.
  struct Spot: Sendable, Equatable {
    var place: GroundPoint
    var weight: Double
    var newest: Tick
    /// How far its events lie apart at most, in metres.
    var reach: Double

    /// The weight that is left at a moment: half of it after the half-life.
    func weight(at now: Tick) -> Double {
      weight / (1 + Double(max(0, now - newest)) / Director.halfLifeMinutes)
    }
  }

  private(set) var spots: [Spot] = []
  private(set) var flight: Flight?
  private var held: GroundPoint?
  private var dwell = 0.0
  private var clock = Tick(0)

  /// A director who has seen nothing yet.
  public init() {}

  /// How much an event draws the eye; 0 for not at all.
  static func weight(of kind: EventKind) -> Double {
    switch kind {
    case .quarterTaken, .airAssaultLanded, .capitalStruck, .truceBroken, .partisansRose: 12
    case .leaderLost, .unitDestroyed, .townSecured, .ceaseFire, .fireReleased: 10
    case .airStrike, .townEntered, .unitRouted, .neutralStruck: 7
    case .unitBroke, .partisanAmbush, .airAssaultLaunched: 5
    case .firefight, .vehicleLosses, .hexTaken, .bombardment, .gaveGround: 3
    case .cordonSet, .counterBattery, .reinforcementArrived: 2
    case .civiliansHurt: 1
    default: 0
    }
  }

  /// Takes in what has happened up to a moment.
  public mutating func note(_ events: [Event], at tick: Tick, on grid: HexGrid) {
    fade(to: tick)
    for event in events where event.hex >= 0 && Int(event.hex) < grid.count {
      let weight = Self.weight(of: event.kind)
      guard weight > 0 else { continue }
      add(GroundPoint(grid.center(of: Int(event.hex))), weight, tick)
    }
    if spots.count > 64 {
      spots = Array(spots.sorted { precedes($0, $1) }.prefix(64))
    }
  }

  /// The camera after some wall-clock seconds. `clear` is the part of the window that no panel
  /// covers; `standing` says that the battle's clock stands, and then no new flight begins.
  public mutating func camera(
    from camera: Camera, after seconds: Double, clear: Rect, limits: ClosedRange<Double>,
    isStanding: Bool
  ) -> Camera {
    let step = seconds.isFinite ? min(0.25, max(0, seconds)) : 0
    if var flight {
      let next = flight.camera(after: step, camera)
      self.flight = flight.isOver ? nil : flight
      return next
    }
    dwell += step
    guard !isStanding, let best = wanted() else { return camera }
    held = best.place
    dwell = 0
    let goal = Self.shot(of: best, camera, clear, limits)
    flight = Flight(from: camera, to: goal)
    return camera
  }

  /// The spot to go to now; nil to stay.
  private func wanted() -> Spot? {
    guard let held else { return spots.max { precedes($1, $0) } }
    guard dwell >= Self.leastDwell else { return nil }
    let others = spots.filter { Self.distance($0.place, held) > Self.spotMeters }
    guard let best = others.max(by: { precedes($1, $0) }) else { return nil }
    let here =
      spots.filter { Self.distance($0.place, held) <= Self.spotMeters }
      .map { $0.weight(at: clock) }.max() ?? 0
    let there = best.weight(at: clock)
    // Early only for what is far greater; later for what is greater, at last for what comes next.
    if there > 3 * max(4, here) { return best }
    guard dwell >= Self.usualDwell else { return nil }
    let patience = dwell >= 2 * Self.usualDwell ? 0.5 : 1
    return there > max(2, here * patience) ? best : nil
  }

  private mutating func add(_ place: GroundPoint, _ weight: Double, _ tick: Tick) {
    var nearest: (index: Int, distance: Double)?
    for (index, spot) in spots.enumerated() {
      let distance = Self.distance(spot.place, place)
      if distance <= Self.spotMeters, distance < nearest?.distance ?? .infinity {
        nearest = (index, distance)
      }
    }
    guard let nearest else {
      spots.append(Spot(place: place, weight: weight, newest: tick, reach: 0))
      return
    }
    var spot = spots[nearest.index]
    let left = spot.weight(at: tick)
    let share = weight / (left + weight)
    spot.place.x += (place.x - spot.place.x) * share
    spot.place.y += (place.y - spot.place.y) * share
    // A long fight of small things is worth no more than a few great ones.
    spot.weight = min(40, left + weight)
    spot.newest = max(spot.newest, tick)
    spot.reach = max(spot.reach, nearest.distance)
    spots[nearest.index] = spot
  }

  /// Lets go of what has lost its weight with the battle's time.
  private mutating func fade(to tick: Tick) {
    let ranBack = tick < clock
    clock = tick
    if ranBack {
      // What was to come is not known any more.
      spots = []
      held = nil
    }
    spots.removeAll { $0.weight(at: tick) < 0.5 }
  }

  /// The camera that shows a spot in the clear part of the window.
  private static func shot(
    of spot: Spot, _ camera: Camera, _ clear: Rect, _ limits: ClosedRange<Double>
  ) -> Camera {
    var goal = camera
    // About 24 km across the smaller side of the clear part, more where the fight is wide.
    let wide = max(24_000, spot.reach * 3)
    let wanted = wide / max(1, min(clear.width, clear.height))
    goal.metersPerPixel = min(limits.upperBound, max(limits.lowerBound, wanted))
    let middle = clear.center
    goal.center = GroundPoint(
      spot.place.x - (middle.x - camera.size.width / 2) * goal.metersPerPixel,
      spot.place.y + (middle.y - camera.size.height / 2) * goal.metersPerPixel)
    return goal
  }

  private static func distance(_ a: GroundPoint, _ b: GroundPoint) -> Double {
    let (x, y) = (a.x - b.x, a.y - b.y)
    return (x * x + y * y).squareRoot()
  }

  private func precedes(_ a: Spot, _ b: Spot) -> Bool {
    (a.weight(at: clock), Double(a.newest.rawValue), a.place.x, a.place.y)
      > (b.weight(at: clock), Double(b.newest.rawValue), b.place.x, b.place.y)
  }
}
