public import Geography
import MapTable
public import MapView
import Platform
public import Screen
import Simulation

/// The maps of a report: drawn as the window draws them, put into the page as data.
public struct ReportMaps {
  private var publisher: MapPublisher
  private let theatre: Theatre
  /// Pixels across and down.
  static let size = (width: 840, height: 520)
  /// A palette is enough for a map and keeps the page small enough to send.
  private static let colors = 64

  /// Maps of a theatre.
  public init(theatre: Theatre, map: MapView, fonts: FontBook) {
    self.theatre = theatre
    publisher = MapPublisher(theatre: theatre, map: map, fonts: fonts)
  }

  /// The fonts that the maps are written with.
  public static func fonts() -> [Font] { MapView.fonts(scale: 1) + MapPublisher.fonts(for: blank) }

  private static var blank: PictureRequest {
    PictureRequest(width: size.width, height: size.height, hasFrame: false)
  }

  /// The map around a hex as a viewer knows it, 1:`scale`.
  mutating func bitmap(
    _ picture: Picture, around hex: Int32, scale: Double, width: Int, height: Int
  ) -> Bitmap {
    var request = PictureRequest(width: width, height: height, hasFrame: false)
    if hex >= 0 {
      let middle = theatre.grid.center(of: Int(hex))
      let place = theatre.geo(PlanePoint(x: Double(middle.x), y: Double(middle.y)))
      request.extent = .center(place, scale: scale)
    }
    return publisher.bitmap(
      of: picture, request,
      caption: .init(title: "", moment: "", viewpoint: "", notice: "", credit: ""))
  }

  /// A figure with the map around a hex and words under it.
  mutating func figure(
    _ picture: Picture, around hex: Int32, scale: Double, head: String, words: String
  ) throws(PlatformError) -> String {
    let bitmap = bitmap(
      picture, around: hex, scale: scale, width: Self.size.width, height: Self.size.height)
    let data = SVGText.base64(try PNGFile.bytes(of: bitmap, colors: Self.colors))
    return """
      <figure><img width="\(Self.size.width)" height="\(Self.size.height)" \
      alt="Map: \(Markup.text(head))" src="data:image/png;base64,\(data)"/>
      <figcaption><strong>\(Markup.text(head))</strong> \(Markup.text(words))</figcaption></figure>

      """
  }
}
