public import SourceText

extension SymbolLibrary {
  /// Reads every `.yaml` file of a folder (`Assets/Symbols`).
  ///
  /// Throws all mistakes of all files with file, line and column, and also where a frame is
  /// missing.
  public static func load(folder: String) throws(SourceFailure) -> SymbolLibrary {
    var reader = SymbolFileReader()
    var count = 0
    for name in SourceFile.list(folder) where name.hasSuffix(".yaml") {
      let path = "\(folder)/\(name)"
      let node = try SourceReader.yaml(try SourceFile.read(path), file: path)
      reader.add(node, file: path)
      count += 1
    }
    guard count > 0 else {
      throw SourceFailure(
        [
          Diagnostic(
            file: folder, position: nil, message: "no symbol files here",
            hint: "letters.yaml, frames.yaml and more belong here")
        ], isMissingFile: true)
    }
    return try reader.library(folder: folder)
  }
}
