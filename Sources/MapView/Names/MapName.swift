import Geography
import Screen
import Simulation

/// A name on the map with its place and the smallest zoom at which it shows.
struct MapName: Sendable, Equatable {
  /// A place for the writing beside what it names.
  struct Spot: Sendable, Equatable {
    /// From the named place's pixel to the pen's start on the baseline.
    var pen: Point
    /// The writing's box around the named place's pixel.
    var box: Rect
  }

  /// The text as written.
  var text: String
  var font: Font
  var ink: MapStyle.Ink
  /// Whether a halo keeps it readable.
  var hasHalo: Bool
  /// Pixels between letters beyond the font's own.
  var spacing: Double
  /// The place that it names.
  var place: PlanePoint
  /// The writing's place, the one that it was planned with.
  var spot: Spot
  /// Other places to step aside to where a counter stands on the first.
  var otherSpots: [Spot]
  /// The radius of the town's circle in pixels, 0 for none.
  var dotRadius: Double
  /// The largest metres a pixel at which it shows.
  var largestMetersPerPixel: Double
  /// The town, for pointing at it.
  var town: TownID?

  /// The writing's box around the place's pixel.
  var box: Rect { spot.box }

  /// The box of the town's circle around the place's pixel.
  var dotBox: Rect? {
    dotRadius > 0
      ? Rect(-dotRadius - 1, -dotRadius - 1, 2 * dotRadius + 2, 2 * dotRadius + 2) : nil
  }
}
