/// A button for a mouse alone that does what a key does to the view.
public struct ViewTool: Sendable, Equatable {
  /// What stands on it.
  public var label: String
  /// What it does.
  public var control: Control
  /// Whether it is lit.
  public var isOn: Bool
  /// Its share of the row.
  public var weight: Double

  init(_ label: String, _ control: Control, isOn: Bool = false, weight: Double = 1) {
    self.label = label
    self.control = control
    self.isOn = isOn
    self.weight = weight
  }
}

extension ViewTool {
  /// The buttons for a view from left to right: time, looks, tools, what shows, places.
  public static func all(_ view: ViewState) -> [ViewTool] {
    var tools: [ViewTool] = []
    tools.append(
      ViewTool(
        "To \(view.watch.goal.rawValue)", .command("run_until"), isOn: view.watch.isRunning,
        weight: 1.1))
    tools.append(ViewTool("Goal", .command("run_goal"), weight: 0.7))
    tools.append(
      ViewTool("Stops", .command("alerts"), isOn: view.watch.card != nil, weight: 0.8))
    if view.mode == .spectate {
      tools.append(
        ViewTool("Director", .command("director"), isOn: view.isDirected, weight: 1.1))
    }
    if view.mayTakeCommand {
      tools.append(
        ViewTool(
          "Command", .command("take_command"), isOn: view.command != nil, weight: 1.15))
    }
    if view.mayLookAround {
      tools.append(ViewTool("Split", .command("split"), isOn: view.isSplit, weight: 0.7))
      tools.append(ViewTool("View", .command("next_viewpoint"), weight: 0.7))
    }
    for (tool, label) in zip(DeskTool.allCases, ["Ruler", "Sight", "Reach", "Ranges"]) {
      tools.append(ViewTool(label, .tool(tool), isOn: view.desk.tool == tool, weight: 0.8))
    }
    tools += [
      ViewTool("Grid", .command("grid"), isOn: view.showsGrid, weight: 0.6),
      ViewTool("Trails", .command("trails"), isOn: view.showsTrails, weight: 0.7),
      ViewTool("Stacks", .command("open_stacks"), isOn: view.opensStacks, weight: 0.8),
      ViewTool("All", .command("show_theatre"), weight: 0.5),
      ViewTool("Frame", .command("frame_selection"), weight: 0.7),
      ViewTool("Theme", .command("theme"), weight: 0.8),
      ViewTool("A−", .command("smaller_text"), weight: 0.4),
      ViewTool("A+", .command("larger_text"), weight: 0.4),
    ]
    for number in 1...3 {
      let word = view.holdsControl ? "set_bookmark_\(number)" : "go_to_bookmark_\(number)"
      tools.append(
        ViewTool(
          "\(number)", .command(word), isOn: view.bookmarks[number] != nil, weight: 0.35))
    }
    if view.mode == .spectate {
      tools.append(
        ViewTool("Ctrl", .holdControl, isOn: view.holdsControl, weight: 0.6))
      tools.append(ViewTool("Find", .find, isOn: view.finding != nil, weight: 0.6))
    }
    return tools
  }
}
