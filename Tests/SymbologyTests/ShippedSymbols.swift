import Symbology

/// The library of the repository's own `Assets/Symbols`, read once.
enum ShippedSymbols {
  static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/Assets/Symbols"
  }()

  static let library = Result { try SymbolLibrary.load(folder: folder) }

  static let friendlyInfantry = SIDC(landUnit: 121100, echelon: 16)
}
