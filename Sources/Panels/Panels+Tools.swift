import MapTable
import Screen
import Simulation

extension Panels {
  /// A button of the row above the orders.
  struct Tool: Equatable {
    var label: String
    var control: Control
    var isOn = false
    /// Its share of the row.
    var weight = 1.0
  }

  /// The tools from left to right: what is held for the mouse, the order's clock, command and
  /// conduct, what takes back, and the search.
  static func tools(_ picture: Picture, _ view: ViewState) -> [Tool] {
    let presets = picture.setup.rules.conducts
    var conduct = Tool(label: "Conduct", control: .conduct, weight: 1.3)
    if view.armed == .conduct, let choice = view.conductChoice, presets.indices.contains(choice) {
      conduct.label = presets[choice].name
      conduct.isOn = true
    }
    return [
      Tool(label: "Shift", control: .holdShift, isOn: view.holdsShift, weight: 0.8),
      Tool(label: "Ctrl", control: .holdControl, isOn: view.holdsControl, weight: 0.7),
      Tool(
        label: view.orderTime == .now ? "Begin now" : view.orderTime.text(in: picture.setup),
        control: .orderTime, isOn: view.orderTime != .now, weight: 2),
      Tool(label: "−", control: .shiftTime(-1), weight: 0.4),
      Tool(label: "+", control: .shiftTime(1), weight: 0.4),
      Tool(label: "Set H", control: .setHour, weight: 0.8), conduct,
      Tool(label: "Give", control: .giveConduct, isOn: conduct.isOn, weight: 0.7),
      Tool(
        label: "Attach", control: .order(.attach), isOn: view.armed == .attach),
      Tool(label: "Detach", control: .order(.detach)),
      Tool(label: "Recall", control: .order(.recall)),
      Tool(label: "Cancel", control: .order(.cancel)),
      Tool(label: "Undo", control: .undo, weight: 0.8),
      Tool(label: "Redo", control: .redo, weight: 0.8),
      Tool(label: "Find", control: .find, isOn: view.finding != nil, weight: 0.7),
      Tool(label: "View ›", control: .command("view_tools"), weight: 0.8),
    ]
  }

  /// The buttons that change the view, with the way back to the orders' tools and the orders that
  /// the bar has no room for.
  static func viewTools(_ view: ViewState) -> [Tool] {
    let tools = ViewTool.all(view).map {
      Tool(label: $0.label, control: $0.control, isOn: $0.isOn, weight: $0.weight)
    }
    guard view.mode != .spectate else { return tools }
    let orders = [
      Tool(label: "‹ Orders", control: .command("view_tools"), weight: 1),
      Tool(label: OrderKind.search.title, control: .order(.search), weight: 0.8),
      Tool(label: "Rules", control: .order(.engage), isOn: view.armed == .engage, weight: 0.7),
    ]
    return orders + tools
  }

  /// A row of tools; what it has no room for comes with its last button.
  func drawTools(_ slot: Rect, _ tools: [Tool], _ view: ViewState, _ canvas: inout Canvas) {
    let gap = canvas.px(2, 3)
    func needed(_ tools: [Tool]) -> [Double] {
      tools.map { canvas.width($0.label, .small).rounded(.up) + canvas.px(5) }
    }
    var tools = tools
    if needed(tools).reduce(0, +) + Double(tools.count - 1) * gap > slot.width {
      let more = Tool(label: "›", control: .moreTools, weight: 0.4)
      var pages: [[Tool]] = [[]]
      for tool in tools {
        let longer = pages[pages.count - 1] + [tool]
        let wide = needed(longer + [more]).reduce(0, +) + Double(longer.count) * gap
        if wide > slot.width, longer.count > 1 {
          pages.append([tool])
        } else {
          pages[pages.count - 1] = longer
        }
      }
      tools = pages[view.toolPage % pages.count] + [more]
    }
    let least = needed(tools)
    let rest = max(0, slot.width - Double(tools.count - 1) * gap - least.reduce(0, +))
    let whole = tools.reduce(0) { $0 + $1.weight }
    var left = slot.x
    for (index, tool) in tools.enumerated() {
      let width = least[index] + rest * tool.weight / whole
      let rect = Rect(
        left.rounded(), slot.y, (left + width).rounded() - left.rounded(), slot.height)
      canvas.button(tool.label, rect, tool.control, isOn: tool.isOn, .small)
      left += width + gap
    }
  }

  /// The field for a name that is looked for, with what fits it, over the map's upper middle.
  func drawFinding(
    _ picture: Picture, _ view: ViewState, _ layout: PanelLayout, _ canvas: inout Canvas
  ) {
    guard let finding = view.finding else { return }
    let results = finding.results(in: picture)
    let area = layout.clearArea
    let pad = canvas.px(10)
    let row = canvas.px(22, 26)
    let width = min(area.width, canvas.px(360))
    let rows = max(1, min(results.count, Int((area.height - pad) / row) - 1))
    let box = Rect(
      (area.center.x - width / 2).rounded(), area.y + canvas.px(6), width,
      min(area.height, row * Double(rows + 1) + pad))
    canvas.panel(box, radius: 5, color: Ink.card)
    canvas.list.pushClip(box)
    let head = Rect(box.x + pad, box.y + pad / 2, width - 2 * pad, row)
    canvas.text("Find: \(finding.text)▏", in: head, .medium)
    if results.isEmpty {
      let text = finding.text.isEmpty ? "a unit, a formation or a town" : "nothing by that name"
      canvas.text(
        text, in: Rect(head.x, head.maxY, head.width, row), .small, Ink.dim)
    }
    for (index, place) in results.prefix(rows).enumerated() {
      let rect = Rect(box.x, head.maxY + Double(index) * row, width, row)
      if index == min(finding.chosen, results.count - 1) {
        canvas.list.fill(Path(rect), Ink.selected)
      } else if canvas.isHovered(rect) {
        canvas.list.fill(Path(rect), Ink.hover)
      }
      let name = Rect(rect.x + pad, rect.y, rect.width * 0.66 - pad, row)
      canvas.text(place.name, in: name, .body)
      canvas.text(
        place.detail, in: Rect(name.maxX, rect.y, rect.maxX - pad - name.maxX, row), .small,
        Ink.dim, .right)
      canvas.hits.add(.control(.found(index)), rect)
    }
    canvas.list.popClip()
  }
}
