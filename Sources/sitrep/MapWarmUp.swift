import Dispatch
import MapTable
import MapView
import Panels
import Platform
import Screen
import ScenarioFormat
import Session
import Symbology
import Synchronization

/// Makes a battle's map ready on a thread of its own while the window opens.
final class MapWarmUp: Sendable {
  /// A map with its first caches filled.
  struct Product: Sendable {
    var map: MapView
    /// One that has drawn nothing yet, for second maps and stills.
    var blankMap: MapView
    var symbols: SymbolLibrary
    /// The fonts of map and panels at `scale` pixels a point.
    var fonts: FontBook
    var scale: Double
    var images: ImageTable
  }

  private let product = Mutex<Result<Product, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins for a view, on a display as most are: what hangs on its scale is made anew where it is
  /// another.
  init(_ source: BattleSource, _ view: ViewState, tileCacheMegabytes: Int) {
    let (theme, percent) = (view.theme, view.textScalePercent)
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let made = Result {
        try Self.make(
          source, theme, scale: Double(percent) / 100, tileCacheMegabytes: tileCacheMegabytes)
      }
      product.withLock { $0 = made }
      isDone.signal()
    }
  }

  /// Waits for the map. May be asked once.
  func take() throws -> Product {
    isDone.wait()
    guard let made = product.withLock({ $0 }) else { throw Failure(1, "the map is not ready") }
    return try made.get()
  }

  /// The fonts of map and panels.
  static func fonts(scale: Double) throws -> FontBook {
    try FontLoader.load(MapView.fonts(scale: scale) + Panels.fonts(scale: scale))
  }

  private static func make(
    _ source: BattleSource, _ theme: ViewState.Theme, scale: Double, tileCacheMegabytes: Int
  ) throws -> Product {
    let symbols = try SymbolLibrary.load(folder: Program.asset("Symbols"))
    let styles = try MapStyles.load(Program.asset("Styles"))
    let fonts = try fonts(scale: scale)
    let blankMap = MapView(
      theatre: source.scenario.theatre, styles: styles, symbols: symbols,
      tileCacheMegabytes: tileCacheMegabytes)
    var map = blankMap
    var images = ImageTable()
    map.warmUp(theme, scale: scale, fonts: fonts, images: &images)
    return Product(
      map: map, blankMap: blankMap, symbols: symbols, fonts: fonts, scale: scale, images: images)
  }
}
