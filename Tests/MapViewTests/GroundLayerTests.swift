import Geography
import MapTable
import Raster
import Screen
import Testing

@testable import MapView

/// Relief with the layers over it, as a drawing shows the ground, against the tile of a map.
@Suite struct GroundLayerTests {
  @Test(arguments: [0, 5]) func reliefAndLayersMakeATile(light: Int) throws {
    let styles = try MapStyles.load(SmallWorld.assets + "/Styles")
    let source = TileSource(theatre: SmallWorld.theatre, style: styles.day)
    let key = TileKey(
      level: TileLevel(theatre: 1, theme: .day, light: light, metersPerPixel: 40, scale: 1), x: 1,
      y: 1)
    let job = TileJob(key: key, source: source)
    let whole = job.render().bitmap
    var drawn = job.render(reliefOnly: true).bitmap
    #expect(drawn != whole)

    var canvas = TileCanvas(key: key, source: source)
    canvas.sheet = DrawList()
    let layers = canvas.layers()
    #expect(layers.map(\.name).contains("roads") && layers.map(\.name).contains("rivers"))
    var compositor = Compositor(workers: 1)
    for layer in layers {
      compositor.draw(layer.list, images: ImageTable(), fonts: FontBook(), onto: &drawn)
    }
    var sum = 0
    for (a, b) in zip(drawn.pixels, whole.pixels) {
      for shift: UInt32 in [0, 8, 16] { sum += abs(Int(a >> shift & 255) - Int(b >> shift & 255)) }
    }
    // Ways without what is thinner than an eighth of a pixel differ by less than one in 255.
    #expect(Double(sum) / Double(whole.pixels.count * 3) < 1)
  }
}
