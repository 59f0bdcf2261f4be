/// The Military Grid Reference System (NGA.STND.0037, 2014) between 80° S and 84° N, without the
/// exceptions of Norway and Svalbard.
public enum MGRS {
  /// The reference of a place with 0…5 digits for each of easting and northing (5: a metre), cut
  /// off, not rounded: `39SVD 53421 40012`. Empty outside the system.
  public static func text(_ point: GeoPoint, digits: Int = 5) -> String {
    guard (-80...84).contains(point.latitude), (-180...180).contains(point.longitude) else {
      return ""
    }
    let digits = min(max(digits, 0), 5)
    let zone = UTM.zone(longitude: point.longitude)
    let plane = UTM.forward(point, zone: zone)
    let easting = Int(plane.easting.rounded(.down))
    let northing = Int(plane.northing.rounded(.down))
    let band = bands[min(Int(((point.latitude + 80) / 8).rounded(.down)), bands.count - 1)]
    let set = (zone - 1) % 3
    let column = columns[min(max(set * 8 + easting / 100_000 - 1, 0), 23)]
    let row = rows[(northing / 100_000 + (zone % 2 == 0 ? 5 : 0)) % 20]
    let head = "\(zone < 10 ? "0" : "")\(zone)\(band)\(column)\(row)"
    guard digits > 0 else { return head }
    return "\(head) \(cut(easting % 100_000, digits)) \(cut(northing % 100_000, digits))"
  }

  /// The south-western corner of the square that a reference names, with or without blanks; nil
  /// where it is none.
  public static func parse(_ text: String) -> GeoPoint? {
    let letters = Array(text.uppercased().filter { $0 != " " })
    let zoneDigits = letters.prefix { $0.isASCII && $0.isNumber }
    guard zoneDigits.count <= 2, let zone = Int(String(zoneDigits)), (1...60).contains(zone),
      letters.count >= zoneDigits.count + 3
    else { return nil }
    let rest = letters[zoneDigits.count...]
    let names = Array(rest.prefix(3))
    guard let band = bands.firstIndex(of: names[0]),
      let column = columns.firstIndex(of: names[1]), column / 8 == (zone - 1) % 3,
      let row = rows.firstIndex(of: names[2]),
      let (easting, northing) = metres(Array(rest.dropFirst(3)))
    else { return nil }
    return place(
      zone: zone, band: band, easting: (column % 8 + 1) * 100_000 + easting,
      northing: ((row + (zone % 2 == 0 ? 15 : 0)) % 20) * 100_000 + northing)
  }

  private static let bands = Array("CDEFGHJKLMNPQRSTUVWX")
  private static let columns = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
  private static let rows = Array("ABCDEFGHJKLMNPQRSTUV")

  /// The first `digits` of five.
  private static func cut(_ metres: Int, _ digits: Int) -> String {
    let all = String(metres)
    return String((String(repeating: "0", count: 5 - all.count) + all).prefix(digits))
  }

  /// The metres within the square from an even number of digits.
  private static func metres(_ digits: [Character]) -> (Int, Int)? {
    let half = digits.count / 2
    guard digits.count % 2 == 0, half <= 5, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    var scale = 1
    for _ in half..<5 { scale *= 10 }
    let parts = [digits.prefix(half), digits.suffix(half)].map { Int(String($0)) ?? 0 }
    return (parts[0] * scale, parts[1] * scale)
  }

  /// Rows repeat every 2,000 km: the one is meant that lies in the latitude band.
  private static func place(zone: Int, band: Int, easting: Int, northing: Int) -> GeoPoint? {
    let south = Double(band) * 8 - 80
    let north = band == 19 ? 84 : south + 8
    for turn in 0..<5 {
      let point = UTM.inverse(
        easting: Double(easting), northing: Double(northing + turn * 2_000_000), zone: zone,
        isSouth: band < 10)
      // A square may reach over the edge of its band by its own size.
      if point.latitude > south - 0.95, point.latitude < north { return point }
    }
    return nil
  }
}
