import Geography
import MapTable
import Platform
import Screen

/// Files beside a picture that tell other programs where on the earth it lies.
enum WorldFile {
  /// `FILE.pgw` and `FILE.prj` for a picture in EPSG:32639 whose pixels lie as a camera says.
  static func files(
    beside path: String, _ camera: Camera, _ theatre: Theatre
  ) -> [FileContent] {
    let stem = path.hasSuffix(".png") ? String(path.dropLast(4)) : path
    // The world file names the centre of the upper left pixel.
    let corner = camera.ground(.init(0.5, 0.5))
    let values = [
      camera.metersPerPixel, 0, 0, -camera.metersPerPixel,
      theatre.originEasting + corner.x, theatre.originNorthing + corner.y,
    ]
    let lines = values.map { DecimalText.text($0, places: 6) }.joined(separator: "\n") + "\n"
    return [
      FileContent(path: stem + ".pgw", text: lines),
      FileContent(path: stem + ".prj", text: projection),
    ]
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
