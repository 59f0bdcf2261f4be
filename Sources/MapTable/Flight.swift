import Screen

/// The way of a camera from one look to another: it starts and ends at rest, rises over long ways,
/// and is never faster than the director's bounds.
public struct Flight: Sendable, Equatable {
  /// Samples of the way by which its length in time is found.
  private static let samples = 96

  /// How long it takes, in seconds.
  public let seconds: Double
  private let start: Camera
  private let goal: Camera
  /// By how much the scale is wider halfway than the wider end, as a factor from 1 on.
  private let rise: Double
  private var time = 0.0

  /// A flight between two cameras of one window.
  public init(from start: Camera, to goal: Camera) {
    self.start = start
    self.goal = goal
    let (x, y) = (goal.center.x - start.center.x, goal.center.y - start.center.y)
    let side = max(1, min(start.size.width, start.size.height))
    let wider = max(start.metersPerPixel, goal.metersPerPixel)
    // Ways of more than a window rise, so that the ground does not rush by.
    let windows = (x * x + y * y).squareRoot() / (side * wider)
    rise = 1 + min(3, max(0, windows - 0.8) * 0.6)
    seconds = Self.duration(start, goal, rise)
  }

  /// Whether it has arrived.
  public var isOver: Bool { time >= seconds }

  /// The camera after some more seconds, with the window size of `current`.
  public mutating func camera(after step: Double, _ current: Camera) -> Camera {
    time = min(seconds, time + max(0, step))
    var camera = Self.camera(start, goal, rise, at: seconds > 0 ? time / seconds : 1)
    camera.size = current.size
    return camera
  }

  /// The smoothest step of fifth order: speed and its change are nothing at both ends
  /// (Perlin 2002).
  static func eased(_ t: Double) -> Double { t * t * t * (10 + t * (6 * t - 15)) }

  private static func camera(
    _ start: Camera, _ goal: Camera, _ rise: Double, at time: Double
  ) -> Camera {
    guard time < 1 else { return goal }
    let share = eased(time)
    var camera = start
    // Between two scales the one over the other shrinks evenly; the rise is a bow on top.
    let a = start.metersPerPixel
    let b = goal.metersPerPixel
    let between = a * b / (b + (a - b) * share)
    let bow = 4 * share * (1 - share)
    camera.metersPerPixel = between * (1 + (rise - 1) * bow * bow)
    camera.center.x += (goal.center.x - start.center.x) * share
    camera.center.y += (goal.center.y - start.center.y) * share
    return camera
  }

  /// The seconds in which no stretch of the way is faster than the bounds.
  private static func duration(_ start: Camera, _ goal: Camera, _ rise: Double) -> Double {
    let side = max(1, min(start.size.width, start.size.height))
    var needed = 1.2
    var last = start
    for sample in 1...samples {
      let next = camera(start, goal, rise, at: Double(sample) / Double(samples))
      let (x, y) = (next.center.x - last.center.x, next.center.y - last.center.y)
      let finer = min(next.metersPerPixel, last.metersPerPixel)
      let moved = (x * x + y * y).squareRoot() / (finer * side)
      let zoomed = max(next.metersPerPixel, last.metersPerPixel) / finer - 1
      needed = max(needed, moved * Double(samples) / Director.topSpeed)
      needed = max(needed, zoomed * Double(samples) / (Director.topZoom - 1))
      last = next
    }
    return needed
  }
}
