public import Geography
import Raster
public import MapTable
public import Screen
public import Simulation
public import Symbology

/// The map: ground, names, counters and overlays of one battle as one viewer looks at it.
///
/// `draw` is a function of its arguments; what the view keeps besides are caches that may vanish.
public struct MapView: Sendable {
  let theatre: Theatre
  let styles: MapStyles
  let symbols: SymbolLibrary
  let theatreHash: UInt64

  var tiles: TileCache
  var sources: [ViewState.Theme: TileSource] = [:]
  var missing: [TileJob] = []
  var isZooming = false
  var lastMetersPerPixel: Double?
  var names: [Int: NamePlan] = [:]
  var curvedNames: CurvedNames?
  var art = CounterArt()
  var halos = TextHalos()
  var texts = TextSprites()
  var plan = CounterPlan()
  /// The boards of the last pictures and scales, the newest last.
  var boards: [MapBoard] = []
  /// The frame, at its board's scale, that the last frame lacked a board for.
  var wish: MapFrame?
  var ground = GroundOverlay()
  var naturalEdges: NaturalEdges?
  var ways: WayBook
  var openStack: CounterSubject?
  var scratch = Scratch()

  /// Whether the colour-blind-safe palette colours the sides' frames.
  public var usesSafePalette = false
  /// Whether `draw` renders what tiles it lacks before it goes on, as stills need it.
  public var waitsForTiles = false
  /// Whether `draw` takes every tile as there and leaves it to the caller to render them all
  /// (`missingTiles`, in rows from the top) and to put them into the table, as posters need it.
  public var leavesTilesToCaller = false
  /// Whether the layout of counters and names may come later than a frame that wants it
  /// (`missingBoard`), the last layout standing in until then. What the person changes shows at
  /// once all the same.
  public var laysBoardsBeside = false

  var preview = RoutePreview()
  var deskSheet = DeskSheet()

  /// Buffers that frames share.
  struct Scratch: Sendable {
    var path = Path()
    var dots = Path()
    /// The counters in view.
    var places: [Place] = []
    /// Where texts stand in this frame.
    var occupied: [Rect] = []

    /// A counter with its place on the glass.
    struct Place: Sendable {
      var piece: MapBoard.Piece
      /// Its true place.
      var at: Point
      var center: Point
    }
  }

  /// A map of a theatre. The tile cache keeps to its bound but for what one frame needs.
  public init(
    theatre: Theatre, styles: MapStyles, symbols: SymbolLibrary, tileCacheMegabytes: Int = 256
  ) {
    self.theatre = theatre
    self.styles = styles
    self.symbols = symbols
    var mix = ImageHash("theatre")
    mix.add(theatre.id)
    mix.add(theatre.terrainHash)
    theatreHash = mix.id.rawValue
    tiles = TileCache(megabytes: tileCacheMegabytes)
    ways = WayBook(theatre)
  }

  /// The fonts that the map writes with, at a number of pixels a point.
  public static func fonts(scale: Double) -> [Font] { MapFonts(scale: scale).all }

  /// The camera that `draw` really looks with: less than a pixel aside, so that tiles lie on whole
  /// pixels.
  public static func settled(_ camera: Camera) -> Camera { MapFrame.settled(camera).camera }

  /// Draws the map.
  ///
  /// `previous` and `fraction` (0…1) let counters glide from the last picture to this one;
  /// `covered` are the panels' places, under which no name is written.
  public mutating func draw(
    _ picture: Picture, previous: Picture?, fraction: Double, _ view: ViewState, fonts: FontBook,
    covered: [Rect], into list: inout DrawList, hits: inout HitMap, images: inout ImageTable
  ) {
    var frame = MapFrame(
      picture: picture, previous: previous, fraction: fraction, view: view, styles: styles,
      fonts: fonts,
      covered: covered)
    if view.mode != .picture, !view.hiddenLayers.contains(.furniture) {
      frame.furniturePlace = Self.furniturePlace(frame)
    }
    list.pushClip(frame.bounds)
    drawTiles(frame, into: &list, images: &images)
    let board = board(frame, images: &images)
    let placing = board.placing(in: frame)
    draw(board.ground, placing, frame, into: &list)
    let hidden = view.hiddenLayers
    if !hidden.contains(.grid) { drawHexes(frame, into: &list) }
    drawDeskGround(frame, into: &list)
    drawOutside(frame, into: &list)
    drawNames(board, placing, frame, into: &list, hits: &hits)
    draw(board.courses, placing, frame, isWriting: true, into: &list)
    draw(board.orders, placing, frame, into: &list)
    if !hidden.contains(.orders) { drawOrderPreview(frame, into: &list) }
    let fans = fans(board, placing, frame)
    drawCounters(board, placing, frame, hidden: fans.rows, into: &list, hits: &hits)
    draw(board.notes, placing, frame, isWriting: true, into: &list)
    drawFans(fans, frame, into: &list, hits: &hits, images: &images)
    drawDeskLines(frame, into: &list)
    if !hidden.contains(.furniture) { drawFurniture(frame, hits, into: &list, images: &images) }
    list.popClip()
  }
}
