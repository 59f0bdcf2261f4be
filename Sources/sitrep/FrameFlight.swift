import MapTable
import Screen

/// The camera of the frames benchmark: a scripted flight of pans and zooms, the same each time.
///
/// Two thirds of the frames pan, one third zooms by a little each frame, as a pinch does; between
/// them the view rests for a few frames, as people do.
struct FrameFlight {
  /// One stretch of the way.
  private struct Leg {
    var frames: Int
    /// Pixels that the ground moves in each frame.
    var pan: Point
    /// The factor by which the view closes in over the whole leg.
    var zoom: Double
  }

  private static let legs = [
    Leg(frames: 90, pan: Point(9, 4), zoom: 1), Leg(frames: 45, pan: Point(0, 0), zoom: 2.5),
    Leg(frames: 6, pan: Point(0, 0), zoom: 1), Leg(frames: 90, pan: Point(-14, 3), zoom: 1),
    Leg(frames: 45, pan: Point(0, 0), zoom: 0.5), Leg(frames: 6, pan: Point(0, 0), zoom: 1),
    Leg(frames: 60, pan: Point(2, -11), zoom: 1), Leg(frames: 45, pan: Point(0, 0), zoom: 0.8),
    Leg(frames: 60, pan: Point(7, 7), zoom: 1), Leg(frames: 6, pan: Point(0, 0), zoom: 1),
  ]

  /// The camera of every frame.
  let cameras: [Camera]

  /// A flight that starts at a camera.
  init(from start: Camera) {
    var cameras: [Camera] = []
    var camera = start
    let middle = Point(start.size.width / 2, start.size.height / 2)
    for leg in Self.legs {
      let first = camera.metersPerPixel
      for frame in 1...leg.frames {
        camera.center.x += leg.pan.x * camera.metersPerPixel
        camera.center.y -= leg.pan.y * camera.metersPerPixel
        if leg.zoom != 1 {
          let share = Double(frame) / Double(leg.frames)
          let wanted = first / (1 + (leg.zoom - 1) * share)
          camera = camera.zoomed(by: camera.metersPerPixel / wanted, about: middle)
        }
        cameras.append(camera)
      }
    }
    self.cameras = cameras
  }
}
