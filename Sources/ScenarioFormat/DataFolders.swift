import SourceText

/// Where the program's data lies: the folders that hold `Assets/` and `Scenarios/`.
///
/// Looked for, nearest first: upwards from the executable, upwards from the working directory,
/// `$SITREP_DATA`, `$XDG_DATA_HOME/sitrep`, and `sitrep` in each of `$XDG_DATA_DIRS`.
public struct DataFolders: Sendable, Equatable {
  /// The folders found, nearest first, without doubles.
  public let roots: [String]

  /// Looks for the data.
  ///
  /// `executable` is the program's path with links resolved; either path may be empty.
  public init(executable: String, workingDirectory: String, environment: [String: String]) {
    var candidates: [String] = []
    candidates += Self.upwards(from: Self.parent(of: executable))
    candidates += Self.upwards(from: workingDirectory)
    candidates += [environment["SITREP_DATA"] ?? ""]
    candidates += Self.xdgFolders(environment)
    var found: [String] = []
    for folder in candidates where !folder.isEmpty && !found.contains(folder) {
      if Self.holdsData(folder) { found.append(folder) }
    }
    roots = found
  }

  /// Folders given outright, nearest first, as tests do.
  public init(roots: [String]) { self.roots = roots }

  /// The path of something under `Assets/`, such as `Styles/day.yaml`; nil where no root has it.
  public func asset(_ relativePath: String) -> String? {
    roots.map { "\($0)/Assets/\(relativePath)" }.first(where: SourceFile.exists)
  }

  /// The folder of a theatre by its id; nil where there is none.
  public func theatre(_ id: String) -> String? {
    guard Self.isPlainName(id) else { return nil }
    return asset("Theatres/\(id)")
  }

  /// The ids of all theatres, in order.
  public var theatreNames: [String] { names(under: "Assets/Theatres", holding: "theatre.json") }

  /// The names of all scenarios under `Scenarios/`, in order.
  public var scenarioNames: [String] { names(under: "Scenarios", holding: "scenario.yaml") }

  /// The `scenario.yaml` that a folder, a file or a name under `Scenarios/` stands for; nil where
  /// there is none.
  public func scenarioFile(_ nameOrPath: String) -> String? {
    if nameOrPath.isEmpty { return nil }
    let trimmed = nameOrPath.hasSuffix("/") ? String(nameOrPath.dropLast()) : nameOrPath
    if SourceFile.isFolder(trimmed) {
      let file = "\(trimmed)/scenario.yaml"
      if SourceFile.exists(file) { return file }
    } else if SourceFile.exists(trimmed) {
      return trimmed
    }
    guard Self.isPlainName(trimmed) else { return nil }
    return roots.map { "\($0)/Scenarios/\(trimmed)/scenario.yaml" }.first(where: SourceFile.exists)
  }

  private func names(under folder: String, holding file: String) -> [String] {
    var found: Set<String> = []
    for root in roots {
      for name in SourceFile.list("\(root)/\(folder)")
      where SourceFile.exists("\(root)/\(folder)/\(name)/\(file)") {
        found.insert(name)
      }
    }
    return found.sorted()
  }

  private static func holdsData(_ folder: String) -> Bool {
    SourceFile.isFolder("\(folder)/Assets/Tables") || SourceFile.isFolder("\(folder)/Scenarios")
  }

  /// The folder itself and all above it.
  private static func upwards(from folder: String) -> [String] {
    guard folder.hasPrefix("/") else { return [] }
    var folders: [String] = []
    var current = folder
    while !current.isEmpty {
      folders.append(current)
      current = parent(of: current)
    }
    return folders
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }

  /// By the XDG base directory specification 0.8: relative paths are ignored.
  private static func xdgFolders(_ environment: [String: String]) -> [String] {
    var homes: [String] = []
    if let home = environment["XDG_DATA_HOME"], !home.isEmpty {
      homes.append(home)
    } else if let home = environment["HOME"], !home.isEmpty {
      homes.append("\(home)/.local/share")
    }
    let shared = environment["XDG_DATA_DIRS"] ?? ""
    homes += (shared.isEmpty ? "/usr/local/share:/usr/share" : shared).split(separator: ":")
      .map(String.init)
    return homes.filter { $0.hasPrefix("/") }.map { home in
      "\(home.hasSuffix("/") ? String(home.dropLast()) : home)/sitrep"
    }
  }

  private static func isPlainName(_ name: String) -> Bool {
    !name.contains("/") && name != "." && name != ".." && !name.isEmpty
  }
}
