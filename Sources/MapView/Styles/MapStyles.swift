public import MapTable
public import SourceText

/// Every look of the map, the palettes of the sides, and the names of regions.
public struct MapStyles: Sendable, Equatable {
  /// The colours for daylight.
  public var day: MapStyle
  /// The colours of a dark staff room.
  public var night: MapStyle
  /// Colours of the sides' frames.
  public var palettes: SidePalettes
  /// Seas, plains and ranges that the map names.
  public var regions: [RegionName]

  /// The style of a theme.
  public subscript(theme: ViewState.Theme) -> MapStyle { theme == .day ? day : night }

  /// Reads `day.yaml`, `night.yaml`, `palettes.yaml` and `regions.yaml` of a folder.
  ///
  /// Throws everything that is wrong with the first bad file, by line and column.
  public static func load(_ folder: String) throws(SourceFailure) -> MapStyles {
    MapStyles(
      day: try MapStyle.load(folder + "/day.yaml"),
      night: try MapStyle.load(folder + "/night.yaml"),
      palettes: try SidePalettes.load(folder + "/palettes.yaml"),
      regions: try RegionName.load(folder + "/regions.yaml"))
  }
}
