import MapTable
import Screen
import Simulation

/// What lies on the ground around a view, laid out once: counters with their names, names of
/// places, arrows and the front. Frames that pan or zoom a little show it moved and stretched;
/// counters and writing keep their size.
///
/// Places are pixels of the board, at its own scale.
struct MapBoard: Sendable {
  /// A picture that keeps its size: where it goes beside a place.
  struct Sprite {
    var image: ImageID
    /// From the place's pixel to the picture's top left corner.
    var offset: Point
    var size: Size
    var opacity: UInt8 = 255
  }

  /// A counter with everything that is drawn for it; the rest of it stands in `counters`.
  struct Piece {
    /// The true place.
    var at: Point
    /// From the true place to the middle.
    var shift: Point
    /// Symbol, cards behind it, bars and marks: a stretch of `sprites` around the middle.
    var sprites: Range<Int>
    /// The number of a stack, a stretch of `sprites` around the middle.
    var badge: Range<Int>
    /// The frame around the middle.
    var frame: Rect
    var isSelected: Bool
    var isStack: Bool
    var target: Target
    /// What is written beside the middle: a row of `writings`, -1 for nothing.
    var label = -1
    /// Where it was in the picture before: true place and shift.
    var before: (at: Point, shift: Point)?
  }

  /// A line of text beside a place.
  struct Writing {
    var text: String
    var font: Font
    var ink: MapStyle.Ink
    /// From the place's pixel to the pen's start.
    var pen: Point
    /// What it takes, around the place's pixel.
    var box: Rect
    /// The text over its halo, where the font has outlines.
    var sprite: Sprite?
    /// Pixels between letters beyond the font's own; text so spaced has no picture.
    var spacing = 0.0
  }

  /// A name of a place.
  struct Name {
    var at: Point
    /// The town's circle.
    var dot: Sprite?
    var dotBox = Rect(0, 0, 0, 0)
    /// A row of `writings`, -1 where a chosen counter stands on it.
    var writing = -1
    var town: TownID?
  }

  /// Commands for the ground, replayed frame by frame, with the place of each.
  struct Fragment {
    var list = DrawList()
    var boxes: [Rect] = []

    /// What a body draws.
    init(_ draw: (inout DrawList) -> Void) {
      draw(&list)
      boxes = list.commandBoxes()
    }

    init() {}
  }

  /// What it was made from.
  var key: PictureKey
  /// The view as far as the layout depends on it, with the board's own camera.
  var view: ViewState
  var usesSafePalette: Bool
  /// The board's left and top pixel in the lattice of its scale.
  var left: Int
  var top: Int

  var sprites: [Sprite] = []
  var writings: [Writing] = []
  /// In paint order, and the counters that they show.
  var pieces: [Piece] = []
  var counters: [MapCounter] = []
  var names: [Name] = []
  /// Below the names: who holds the ground, the front.
  var ground = Fragment()
  /// Names along rivers.
  var courses = Fragment()
  /// Over the names, below the counters: fires, arrows.
  var orders = Fragment()
  /// Over the counters: how many fled.
  var notes = Fragment()
  /// The picture that the pieces glide from.
  var glidesFrom: PictureKey?

  var metersPerPixel: Double { view.camera.metersPerPixel }

  /// Where the board lies in a frame.
  func placing(in frame: MapFrame) -> Placing {
    let scale = metersPerPixel / frame.metersPerPixel
    return Placing(
      scale: scale,
      shift: Point(
        Double(left) * scale - Double(frame.left), Double(top) * scale - Double(frame.top)))
  }

  /// How places of a board become places of a frame.
  struct Placing {
    var scale: Double
    var shift: Point

    @inline(__always)
    func callAsFunction(_ p: Point) -> Point {
      Point(p.x * scale + shift.x, p.y * scale + shift.y)
    }
  }
}
