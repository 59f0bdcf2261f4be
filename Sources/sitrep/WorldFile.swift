import Foundation
import Geography
import MapTable
import Publishing
import Screen

/// Files beside a picture that tell other programs where on the earth it lies.
enum WorldFile {
  /// Writes `FILE.pgw` and `FILE.prj` for EPSG:32639.
  static func write(beside path: String, _ request: PictureRequest, _ theatre: Theatre) throws {
    let stem = path.hasSuffix(".png") ? String(path.dropLast(4)) : path
    let camera = request.camera(on: theatre)
    // The world file names the centre of the upper left pixel.
    let corner = camera.ground(.init(0.5, 0.5))
    let values = [
      camera.metersPerPixel, 0, 0, -camera.metersPerPixel,
      theatre.originEasting + corner.x, theatre.originNorthing + corner.y,
    ]
    let lines = values.map { JSON.decimal($0) }.joined(separator: "\n") + "\n"
    do {
      try lines.write(toFile: stem + ".pgw", atomically: true, encoding: .utf8)
      try projection.write(toFile: stem + ".prj", atomically: true, encoding: .utf8)
    } catch {
      throw Failure(Failure.disk, "\(stem).pgw: \(error.localizedDescription)")
    }
  }

  /// WGS 84 / UTM zone 39N as well-known text.
  private static let projection = """
    PROJCS["WGS 84 / UTM zone 39N",GEOGCS["WGS 84",DATUM["WGS_1984",\
    SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],\
    UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
    PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",51],\
    PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],\
    PARAMETER["false_northing",0],UNIT["metre",1],AUTHORITY["EPSG","32639"]]

    """
}
