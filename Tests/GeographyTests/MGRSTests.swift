import Geography
import Testing

@Suite struct MGRSTests {
  /// By GeoTrans through the package `mgrs` 1.5; it rounds where the standard cuts off, so that the
  /// last digit may differ by one.
  static let references: [(lon: Double, lat: Double, square: String, east: Int, north: Int)] = [
    (49.89201, 40.37767, "39TVE", 05944, 70265), (48.49186, 39.20963, "39STD", 83444, 43037),
    (48.85062, 38.75428, "39SUC", 13229, 91702), (47.682, 38.399, "38SQH", 34210, 53492),
    (47.9174, 39.6482, "38SQJ", 50321, 92780), (50.19, 38.31, "39SVC", 29184, 40521),
    (-0.1278, 51.5074, "30UXC", 99316, 10163), (151.2, -33.86, "56HLH", 33491, 51909),
    (47.99999, 39.99999, "38SQK", 56098, 32067), (48.00001, 40.00001, "39TTE", 43901, 32070),
    (-70.5, -12.25, "19LCG", 36846, 45348),
  ]

  @Test func agreesWithGeoTrans() {
    for r in Self.references {
      let words = MGRS.text(GeoPoint(longitude: r.lon, latitude: r.lat)).split(separator: " ")
      #expect(words.count == 3)
      guard words.count == 3, let east = Int(words[1]), let north = Int(words[2]) else { continue }
      #expect(words[0] == r.square)
      #expect(abs(east - r.east) <= 1 && abs(north - r.north) <= 1, "\(words) for \(r)")
    }
  }

  @Test func parsesWhatItWrites() throws {
    for i in 0..<500 {
      let place = GeoPoint(
        longitude: 44 + Double(i * 37 % 500) * 0.02, latitude: 30 + Double(i * 91 % 500) * 0.03)
      for digits in 0...5 {
        let text = MGRS.text(place, digits: digits)
        let corner = try #require(MGRS.parse(text), "\(text)")
        var meters = 1.0
        for _ in digits..<5 { meters *= 10 }
        // Degrees that a square of this size can span, with its convergence of meridians.
        let span = meters / 111_000 * 1.15 + 1e-8
        #expect(place.latitude - corner.latitude > -0.05 * span - 1e-8 || digits < 2, "\(text)")
        #expect(abs(place.latitude - corner.latitude) < span, "\(text)")
        #expect(abs(place.longitude - corner.longitude) < span * 1.8, "\(text)")
      }
    }
  }

  @Test func knowsItsOwnLetters() {
    #expect(MGRS.parse("39S TD 83444 43037") != nil)
    #expect(MGRS.parse("39std8344443037") != nil)
    for text in [
      "", "39", "39S", "39STD1", "39STD123456789012", "61STD11", "0STD11", "39ITD11", "39SAD11",
      "39STDxy", "99999999999999999999STD", "39SŞD11",
    ] { #expect(MGRS.parse(text) == nil, "\(text)") }
    #expect(MGRS.text(GeoPoint(longitude: 10, latitude: 85)) == "")
    #expect(MGRS.text(GeoPoint(longitude: 48.49186, latitude: 39.20963), digits: 0) == "39STD")
  }
}
