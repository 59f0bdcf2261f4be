import Geography
import Screen
import Simulation

/// A name on the map with its place and the smallest zoom at which it shows.
struct MapName: Sendable, Equatable {
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
  /// From the place's pixel to the pen's start on the baseline.
  var pen: Point
  /// The writing's box around the place's pixel.
  var box: Rect
  /// The radius of the town's circle in pixels, 0 for none.
  var dotRadius: Double
  /// The largest metres a pixel at which it shows.
  var largestMetersPerPixel: Double
  /// The town, for pointing at it.
  var town: TownID?

  /// The box of the town's circle around the place's pixel.
  var dotBox: Rect? {
    dotRadius > 0
      ? Rect(-dotRadius - 1, -dotRadius - 1, 2 * dotRadius + 2, 2 * dotRadius + 2) : nil
  }
}
