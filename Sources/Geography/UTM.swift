/// Universal Transverse Mercator on the WGS 84 ellipsoid, by Krüger's series in the third
/// flattening up to its fourth power (Karney, "Transverse Mercator with an accuracy of a few
/// nanometers", Journal of Geodesy 85, 2011, equations 7–36): better than a millimetre within 6° of
/// the central meridian.
public enum UTM {
  /// The zone of a longitude in degrees, 1…60. The exceptions of Norway and Svalbard are left out.
  public static func zone(longitude: Double) -> Int {
    min(max(Int(((longitude + 180) / 6).rounded(.down)) + 1, 1), 60)
  }

  /// The central meridian of a zone in degrees.
  public static func centralMeridian(zone: Int) -> Double { Double(zone * 6 - 183) }

  /// Easting and northing in metres; `latitude` within ±84°, `longitude` within 30° of the zone's
  /// central meridian. South of the equator 10,000 km are added to the northing.
  public static func forward(
    _ point: GeoPoint, zone: Int
  ) -> (easting: Double, northing: Double) {
    let phi = PureMath.sinCos(point.latitude * PureMath.degree)
    let lambda = PureMath.sinCos(
      (point.longitude - centralMeridian(zone: zone)) * PureMath.degree)
    // The conformal latitude by its tangent, then the sphere's transverse Mercator.
    let u = conformalTangent(phi.sin / phi.cos)
    let h2 = u * u + lambda.cos * lambda.cos
    let s = lambda.sin / h2.squareRoot()
    let c = (1 + s * s).squareRoot()
    let xi = PureMath.atan2(u, lambda.cos)
    let eta = PureMath.asinh(s)
    let wave = series(
      alpha, sin: 2 * u * lambda.cos / h2, cos: (lambda.cos * lambda.cos - u * u) / h2,
      sinh: 2 * s * c, cosh: 1 + 2 * s * s)
    let northing = scale * (xi + wave.real)
    return (
      falseEasting + scale * (eta + wave.imaginary), northing < 0 ? northing + 10_000_000 : northing
    )
  }

  /// The place of an easting and a northing in metres on the northern half of the Earth, or on the
  /// southern with `isSouth`.
  public static func inverse(
    easting: Double, northing: Double, zone: Int, isSouth: Bool = false
  ) -> GeoPoint {
    let xi = (isSouth ? northing - 10_000_000 : northing) / scale
    let eta = (easting - falseEasting) / scale
    let trig = PureMath.sinCos(2 * xi)
    let sinh = PureMath.sinh(2 * eta)
    let wave = series(
      beta, sin: trig.sin, cos: trig.cos, sinh: sinh, cosh: (1 + sinh * sinh).squareRoot())
    let sphere = PureMath.sinCos(xi - wave.real)
    let s = PureMath.sinh(eta - wave.imaginary)
    let tangent = geodeticTangent(
      sphere.sin / (s * s + sphere.cos * sphere.cos).squareRoot())
    return GeoPoint(
      longitude: centralMeridian(zone: zone) + PureMath.atan2(s, sphere.cos) / PureMath.degree,
      latitude: PureMath.atan(tangent) / PureMath.degree)
  }

  /// The third flattening of WGS 84, f / (2 − f).
  private static let n = (1 / 298.257223563) / (2 - 1 / 298.257223563)
  private static let eccentricity = 2 * n.squareRoot() / (1 + n)
  private static let falseEasting = 500_000.0
  /// 0.9996 times the rectifying radius.
  private static let scale =
    0.9996 * 6_378_137 / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64)

  private static let alpha: [Double] = [
    n * (1.0 / 2 + n * (-2.0 / 3 + n * (5.0 / 16 + n * 41.0 / 180))),
    n * n * (13.0 / 48 + n * (-3.0 / 5 + n * 557.0 / 1440)),
    n * n * n * (61.0 / 240 - n * 103.0 / 140),
    n * n * n * n * 49561.0 / 161_280,
  ]
  private static let beta: [Double] = [
    n * (1.0 / 2 + n * (-2.0 / 3 + n * (37.0 / 96 - n * 1.0 / 360))),
    n * n * (1.0 / 48 + n * (1.0 / 15 - n * 437.0 / 1440)),
    n * n * n * (17.0 / 480 - n * 37.0 / 840),
    n * n * n * n * 4397.0 / 161_280,
  ]

  /// Σ c[j] sin(2j (ξ + iη)) as real and imaginary parts, from the functions of 2ξ and 2η; each
  /// further multiple comes by the addition theorems.
  private static func series(
    _ coefficients: [Double], sin: Double, cos: Double, sinh: Double, cosh: Double
  ) -> (real: Double, imaginary: Double) {
    var (s, c, sh, ch) = (sin, cos, sinh, cosh)
    var real = 0.0
    var imaginary = 0.0
    for coefficient in coefficients {
      real += coefficient * s * ch
      imaginary += coefficient * c * sh
      (s, c) = (s * cos + c * sin, c * cos - s * sin)
      (sh, ch) = (sh * cosh + ch * sinh, ch * cosh + sh * sinh)
    }
    return (real, imaginary)
  }

  /// The tangent of the conformal latitude from that of the latitude.
  private static func conformalTangent(_ tangent: Double) -> Double {
    let root = (1 + tangent * tangent).squareRoot()
    let sigma = PureMath.sinh(
      eccentricity * PureMath.atanhSmall(eccentricity * tangent / root))
    return tangent * (1 + sigma * sigma).squareRoot() - sigma * root
  }

  /// The tangent of the latitude from that of the conformal latitude, by Newton's method; three
  /// steps reach the last digit.
  private static func geodeticTangent(_ conformal: Double) -> Double {
    let e2 = eccentricity * eccentricity
    var tangent = conformal / (1 - e2)
    for _ in 0..<3 {
      let guess = conformalTangent(tangent)
      let root = (1 + tangent * tangent).squareRoot()
      tangent +=
        (conformal - guess) / (1 + guess * guess).squareRoot() * (1 + (1 - e2) * tangent * tangent)
        / ((1 - e2) * root)
    }
    return tangent
  }
}
