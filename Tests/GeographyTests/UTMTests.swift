import Testing

@testable import Geography

@Suite struct UTMTests {
  @Test func agreesWithPROJToATenthOfAMillimetre() {
    for p in UTMReference.points {
      let utm = UTM.forward(GeoPoint(longitude: p.lon, latitude: p.lat), zone: p.zone)
      #expect(abs(utm.easting - p.easting) < 1e-4, "\(p) gave \(utm)")
      #expect(abs(utm.northing - p.northing) < 1e-4, "\(p) gave \(utm)")
    }
  }

  @Test func comesBackToTheSamePlace() {
    for zone in [38, 39] {
      for i in 0..<2000 {
        let middle = UTM.centralMeridian(zone: zone)
        let place = GeoPoint(
          longitude: middle - 6 + Double(i * 7919 % 2000) * 0.006,
          latitude: 1 + Double(i * 104_729 % 2000) * 0.039)
        let utm = UTM.forward(place, zone: zone)
        let back = UTM.inverse(easting: utm.easting, northing: utm.northing, zone: zone)
        #expect(abs(back.longitude - place.longitude) < 1e-9, "\(place)")
        #expect(abs(back.latitude - place.latitude) < 1e-9, "\(place)")
      }
    }
  }

  @Test func southernHalfCountsFromTenThousandKilometres() {
    let place = GeoPoint(longitude: 51.5, latitude: -0.5)
    let utm = UTM.forward(place, zone: 39)
    #expect(utm.northing > 9_900_000)
    let back = UTM.inverse(
      easting: utm.easting, northing: utm.northing, zone: 39, isSouth: true)
    #expect(abs(back.latitude + 0.5) < 1e-9)
  }

  @Test func zoneChangesAtTheSixthDegree() {
    #expect(UTM.zone(longitude: 47.9999) == 38)
    #expect(UTM.zone(longitude: 48) == 39)
    #expect(UTM.zone(longitude: 180) == 60)
    #expect(UTM.zone(longitude: -180) == 1)
  }

  @Test func arctangentKeepsToTheUnitCircle() {
    for i in -400...400 {
      let angle = Double(i) / 400 * 3.14
      let (s, c) = PureMath.sinCos(angle)
      #expect(abs(s * s + c * c - 1) < 1e-15)
      #expect(abs(PureMath.atan2(s, c) - angle) < 2e-15)
    }
  }
}
