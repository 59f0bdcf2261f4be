import Geography
import MapTable
import MapView
import Platform
import Publishing
import Raster
import Screen
import Session
import Simulation

extension Benchmark {
  /// Tiles that arrive in the time of one frame: what one core draws beside it.
  private static let tilesAFrame = 4

  /// A flight over the theatre, composed but not shown. Tiles and layouts come in between the
  /// frames, as many as one core beside the frame's would have made in its time: four tiles, or one
  /// layout. One opaque copy of a frame is timed now and then under the same conditions.
  mutating func frames() throws -> Timing {
    let setup = units.map { FlightBattle.setup(like: source.setup, units: $0) } ?? source.setup
    let picture = World(setup, seed: 1).picture(for: .umpire, events: [])
    var map = try mapView()
    map.laysBoardsBeside = true
    let fonts = try FontLoader.load(MapView.fonts(scale: 1))
    var compositor = Compositor()
    var list = DrawList()
    var hits = HitMap()
    var images = ImageTable()
    var bitmap = Bitmap(width: width, height: height)
    let still = Bitmap(width: width, height: height, filledWith: Color.white.premultiplied)
    var times: [Double] = []
    var counters: [Int] = []
    var view = try self.view(metersPerPixel: 115)
    view.mode = .spectate
    for (index, camera) in FrameFlight(from: view.camera).cameras.enumerated() {
      view.camera = camera
      times.append(
        Self.milliseconds {
          list.removeAll()
          hits.removeAll()
          map.draw(
            picture, previous: nil, fraction: 1, view, fonts: fonts, covered: [], into: &list,
            hits: &hits, images: &images)
          compositor.draw(list, images: images, fonts: fonts, onto: &bitmap)
        })
      counters.append(Self.counters(in: hits))
      if let job = map.missingBoard() {
        let rendered = job.render()
        map.accept(rendered, images: &images)
      } else {
        for job in map.missingTiles().prefix(Self.tilesAFrame) {
          map.accept(job.render(), images: &images)
        }
      }
      if index % 4 == 0 { blits.append(Self.copyMilliseconds(still, to: &bitmap)) }
    }
    for _ in 0..<framesAtRest {
      list.removeAll()
      hits.removeAll()
      map.draw(
        picture, previous: nil, fraction: 1, view, fonts: fonts, covered: [], into: &list,
        hits: &hits, images: &images)
      compositor.draw(list, images: images, fonts: fonts, onto: &bitmap)
      for job in map.missingTiles() { map.accept(job.render(), images: &images) }
    }
    counters.sort()
    return Timing(
      milliseconds: times,
      figures: [
        ("counters_p50", Double(counters[counters.count / 2])),
        ("counters_max", Double(counters.last ?? 0)),
      ])
  }

  /// How many counters can be pointed at.
  private static func counters(in hits: HitMap) -> Int {
    hits.entries.reduce(0) { count, entry in
      switch entry.target {
      case .unit, .formation, .contact, .stack: count + 1
      default: count
      }
    }
  }

  /// One opaque copy of a whole frame.
  static func copyMilliseconds(_ from: Bitmap, to target: inout Bitmap) -> Double {
    milliseconds {
      target.pixels.withUnsafeMutableBufferPointer { target in
        from.pixels.withUnsafeBufferPointer { pixels in
          _ = target.update(from: pixels)
        }
      }
    }
  }
}
