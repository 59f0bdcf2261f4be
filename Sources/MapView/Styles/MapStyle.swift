public import Screen

/// The colours, widths and levels of detail of one look of the map.
public struct MapStyle: Sendable, Equatable {
  /// What has a colour.
  public enum Ink: String, CaseIterable, Sendable {
    // Ground
    case paper, frame, seaDeep, seaShallow, shoreline, lake, river, highland, shadow, light
    case contour
    case forest, woodland, cropland, grassland, semiDesert, barren, urban, wetland
    // What people built
    case footprint, footprintEdge, street, building, roadCasing, motorway, primary, secondary,
      railway
    case border, borderBand, townDot, townRing
    // Names
    case name, villageName, waterName, regionName, countryName, halo
    // Counters
    case counterInk, counterHalo, selection, good, fair, poor, barGround, leader, badge, badgeText,
      doubt
    case unknownSide
    // Overlays
    case grid, hexOutline, cursor, veil, glow, refugees, tag, tagText, preview
    case range, airRange, supply
    case furniture, furnitureHalo
    /// What the ground is multiplied with in the darkest night.
    case darkness

    /// The name in the file: snake_case.
    var key: String { snakeCase(rawValue) }
  }

  /// What has a width that depends on the scale.
  public enum Stroke: String, CaseIterable, Sendable {
    case shoreline, riverGreat, riverMiddle, riverSmall, motorway, primary, secondary, casing
    case railway, border, borderBand, footprintEdge, contour

    /// The name in the file: snake_case.
    var key: String { snakeCase(rawValue) }
  }

  /// What shows only from a certain scale on.
  public enum Detail: String, CaseIterable, Sendable {
    case secondaryRoads, railways, smallRivers, footprints, villageDots, buildings, streets, bridges
    case contours
    case middleTownNames, smallTownNames, villageNames, riverNames, regionNames, countryNames

    /// The name in the file: snake_case.
    var key: String { snakeCase(rawValue) }
  }

  /// A width in points at a scale in metres a point.
  public struct Knot: Sendable, Equatable {
    /// Metres a point.
    public var metersPerPoint: Double
    /// The width in points there.
    public var width: Double
  }

  /// The name of the style: `day`.
  public var name: String
  /// Colours by `Ink`.
  public var colors: [Ink: Color]
  /// Widths by `Stroke`, the largest metres a point first.
  public var widths: [Stroke: [Knot]]
  /// The largest metres a point at which a detail shows.
  public var details: [Detail: Double]
  /// How strong the relief is, 0…2.
  public var relief: Double

  /// The colour of an ink; black where the style lacks it.
  public subscript(ink: Ink) -> Color { colors[ink] ?? .black }

  /// The width of a stroke in points at a scale, linear between the knots.
  public func width(_ stroke: Stroke, metersPerPoint: Double) -> Double {
    guard let knots = widths[stroke], let first = knots.first, let last = knots.last else {
      return 1
    }
    if metersPerPoint >= first.metersPerPoint { return first.width }
    for (wide, near) in zip(knots, knots.dropFirst()) where metersPerPoint >= near.metersPerPoint {
      let span = wide.metersPerPoint - near.metersPerPoint
      let part = span > 0 ? (metersPerPoint - near.metersPerPoint) / span : 0
      return near.width + (wide.width - near.width) * part
    }
    return last.width
  }

  /// Whether a detail shows at a scale.
  public func shows(_ detail: Detail, metersPerPoint: Double) -> Bool {
    metersPerPoint <= (details[detail] ?? .infinity)
  }
}

/// `seaDeep` as `sea_deep`.
func snakeCase(_ text: String) -> String {
  var result = ""
  for character in text {
    if character.isUppercase {
      result += "_" + character.lowercased()
    } else {
      result.append(character)
    }
  }
  return result
}
