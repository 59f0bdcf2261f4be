import MapTable
import Simulation

/// What can be bound: each command with its word in the settings, its heading and line in the help,
/// and its keys in the standard set. The order is that of the help.
struct CommandRow: Sendable {
  let command: Command
  let word: String
  let section: String
  let name: String
  let keys: [String]

  init(_ command: Command, _ word: String, _ section: String, _ name: String, _ keys: String...) {
    self.command = command
    self.word = word
    self.section = section
    self.name = name
    self.keys = keys
  }
}

extension CommandRow {
  /// Every command. A plain table: its length is the number of commands.
  static let all: [CommandRow] = orders + giving + choosing + looking + time + window

  private static let orders: [CommandRow] = [
    order(.move, "M"), order(.march, "R"), order(.attack, "A"), order(.hold, "H"),
    order(.digIn, "D"), order(.withdraw, "W"), order(.bombard, "B"), order(.airStrike, "X"),
    order(.airAssault, "V"), order(.cordon, "C"), order(.camp, "E"), order(.reform, "U"),
    order(.resupply, "Y"), order(.search, "Alt+C"), order(.engage, "Alt+P"),
    order(.conduct, "P"), order(.attach, "O"), order(.detach, "Shift+O"),
    order(.recall, "Backspace"), order(.cancel, "Delete"), order(.setHour, "Alt+T"),
  ]

  private static func order(_ kind: OrderKind, _ key: String) -> CommandRow {
    CommandRow(.order(kind), kind.key, "Orders", kind.title, key)
  }

  private static let giving: [CommandRow] = [
    CommandRow(
      .sensibleOrder, "sensible_order", "Giving", "Sensible order at cursor",
      "Shift+Enter"),
    CommandRow(.orderTime, "order_time", "Giving", "The order’s clock; + and − shift it", "T"),
    CommandRow(
      .orderTimeUnit, "order_time_unit", "Giving", "Clock waits for unit at cursor", "Alt+Enter"),
    CommandRow(.undo, "undo", "Giving", "Take back, until time moves", "Ctrl+Z"),
    CommandRow(.redo, "redo", "Giving", "Give again what was taken back", "Ctrl+Shift+Z"),
    CommandRow(.delegate, "delegate", "Giving", "Hand formation to staff; next task", "G"),
    CommandRow(
      .takeFormationBack, "take_back", "Giving", "Take formation back from staff", "Shift+G"),
    CommandRow(.accept, "accept", "Giving", "Select, give at cursor", "Enter"),
    CommandRow(.letGo, "let_go", "Giving", "Let go, close, deselect", "Esc"),
  ]

  private static let choosing: [CommandRow] = [
    CommandRow(.nextUnit, "next_unit", "Choosing", "Next unit", "Tab"),
    CommandRow(.previousUnit, "previous_unit", "Choosing", "Previous unit", "Shift+Tab"),
    CommandRow(.nextIdleUnit, "next_idle_unit", "Choosing", "Next unit without orders", "N"),
    CommandRow(
      .wholeFormation, "whole_formation", "Choosing", "Whole formation, then higher", "Shift+F"),
    CommandRow(.addAtCursor, "add_at_cursor", "Choosing", "Add what is at cursor", "Ctrl+Enter"),
    CommandRow(
      .boxAtCursor, "box_at_cursor", "Choosing", "Box from cursor; again selects it", "Ctrl+B"),
    CommandRow(.cursorNorth, "cursor_north", "Choosing", "Map cursor north", "I"),
    CommandRow(.cursorWest, "cursor_west", "Choosing", "Map cursor west", "J"),
    CommandRow(.cursorSouth, "cursor_south", "Choosing", "Map cursor south", "K"),
    CommandRow(.cursorEast, "cursor_east", "Choosing", "Map cursor east", "L"),
  ]

  private static let looking: [CommandRow] = [
    CommandRow(.panLeft, "pan_left", "Looking", "Map to the west", "Left"),
    CommandRow(.panRight, "pan_right", "Looking", "Map to the east", "Right"),
    CommandRow(.panUp, "pan_up", "Looking", "Map to the north", "Up"),
    CommandRow(.panDown, "pan_down", "Looking", "Map to the south", "Down"),
    CommandRow(.zoomIn, "zoom_in", "Looking", "Closer", "+", "="),
    CommandRow(.zoomOut, "zoom_out", "Looking", "Further away", "-"),
    CommandRow(.showTheatre, "show_theatre", "Looking", "Whole theatre", "0"),
    CommandRow(.frameSelection, "frame_selection", "Looking", "Frame the selection", "F"),
    CommandRow(.find, "find", "Looking", "Find a name", "/"),
    CommandRow(.smallerCounters, "smaller_counters", "Looking", "Smaller counters", "["),
    CommandRow(.largerCounters, "larger_counters", "Looking", "Larger counters", "]"),
    CommandRow(.grid, "grid", "Looking", "Hex grid", "Ctrl+G"),
    CommandRow(.trails, "trails", "Looking", "Movement trails", "Shift+T"),
    CommandRow(.openStack, "open_stack", "Looking", "Open the stack", "S"),
    CommandRow(.openStacks, "open_stacks", "Looking", "Open every stack", "Shift+S"),
    CommandRow(.theme, "theme", "Looking", "Day or night colours", "Ctrl+T"),
    CommandRow(.nightDimming, "night_dimming", "Looking", "Map dims at night", "Ctrl+D"),
    CommandRow(.largerText, "larger_text", "Looking", "Larger text", "Ctrl++", "Ctrl+="),
    CommandRow(.smallerText, "smaller_text", "Looking", "Smaller text", "Ctrl+-"),
    CommandRow(.palette, "palette", "Looking", "Colours for colour-blind eyes", "Ctrl+P"),
    CommandRow(.viewpoint(0), "viewpoint_umpire", "Looking", "Umpire’s picture", "F2"),
    CommandRow(.viewpoint(1), "viewpoint_1", "Looking", "First side’s picture", "F3"),
    CommandRow(.viewpoint(2), "viewpoint_2", "Looking", "Second side’s picture", "F4"),
    CommandRow(.viewpoint(3), "viewpoint_3", "Looking", "Third side’s picture", "Shift+F5"),
    CommandRow(.split, "split", "Looking", "Known beside true", "F5"),
    CommandRow(.nextViewpoint, "next_viewpoint", "Looking", "Next picture", "Shift+F2"),
    CommandRow(.director, "director", "Looking", "Director holds the camera", "Z"),
    CommandRow(.deskTool, "desk_tool", "Looking", "Next tool: ruler, sight, reach", "Q"),
    CommandRow(.noDeskTool, "no_desk_tool", "Looking", "Put the tool away", "Shift+Q"),
  ]

  private static let time: [CommandRow] = [
    CommandRow(.pause, "pause", "Time", "Pause or go on", "Space"),
    CommandRow(.speed(0), "speed_1", "Time", "×60", "1"),
    CommandRow(.speed(1), "speed_2", "Time", "×300", "2"),
    CommandRow(.speed(2), "speed_3", "Time", "×900", "3"),
    CommandRow(.speed(3), "speed_4", "Time", "×1800", "4"),
    CommandRow(.speed(4), "speed_5", "Time", "As fast as it goes", "5"),
    CommandRow(.singleTick, "single_tick", "Time", "One minute", "."),
    CommandRow(.runUntil, "run_until", "Time", "Run until the goal", ","),
    CommandRow(.runGoal, "run_goal", "Time", "Goal of the run", "Ctrl+,"),
    CommandRow(.alerts, "alerts", "Time", "What stops the clock", "Ctrl+S"),
    CommandRow(.alertPreset, "alert_preset", "Time", "Quiet, usual, careful", "Ctrl+Shift+S"),
    CommandRow(.scrubStart, "scrub_start", "Time", "To the start", "Home"),
    CommandRow(.scrubNow, "scrub_now", "Time", "Back to now", "End"),
    CommandRow(.scrubBack, "scrub_back", "Time", "An hour back", "PageUp"),
    CommandRow(.scrubForward, "scrub_forward", "Time", "An hour on", "PageDown"),
    CommandRow(.previousEvent, "previous_event", "Time", "To the event before", "Ctrl+PageUp"),
    CommandRow(.nextEvent, "next_event", "Time", "To the next event", "Ctrl+PageDown"),
    CommandRow(
      .takeCommand, "take_command", "Time", "Take command at this moment", "Ctrl+Shift+B"),
    CommandRow(.eventGroup, "event_group", "Time", "Kinds of event to go to", "Ctrl+K"),
  ]

  private static let window: [CommandRow] =
    [
      CommandRow(.lesson(.next), "lesson_next", "Window", "Next lesson", "Ctrl+Right"),
      CommandRow(.lesson(.back), "lesson_back", "Window", "Lesson before", "Ctrl+Left"),
      CommandRow(.lesson(.leave), "lesson_leave", "Window", "End the lessons", "Ctrl+L"),
      CommandRow(.fold(.lesson), "fold_lesson", "Window", "Lesson", "Shift+F7"),
      CommandRow(.copyPlace, "copy_place", "Window", "Copy the place as YAML", "Ctrl+C"),
      CommandRow(.saveMoment, "save_moment", "Window", "This moment as a scenario", "Ctrl+E"),
      CommandRow(.fold(.roster), "fold_roster", "Window", "Order of battle", "F6"),
      CommandRow(.fold(.inspector), "fold_inspector", "Window", "Inspector", "F7"),
      CommandRow(.scrollInspector(-4), "inspector_up", "Window", "Inspector: up", "Alt+Up"),
      CommandRow(.scrollInspector(4), "inspector_down", "Window", "Inspector: down", "Alt+Down"),
      CommandRow(.fold(.dispatches), "fold_dispatches", "Window", "Dispatches", "F8"),
      CommandRow(.fold(.minimap), "fold_minimap", "Window", "Minimap", "F9"),
      CommandRow(.fold(.timeline), "fold_timeline", "Window", "Timeline", "Shift+F8"),
      CommandRow(.fold(.orderBar), "fold_order_bar", "Window", "Order bar", "Shift+F9"),
      CommandRow(.viewTools, "view_tools", "Window", "Buttons for the view", "Ctrl+V"),
      CommandRow(.fullScreen, "full_screen", "Window", "Full screen", "F11"),
      CommandRow(.savePicture, "save_picture", "Window", "Save a picture", "F12"),
      CommandRow(.saveMap, "save_map", "Window", "Picture of the map alone", "Shift+F12"),
      CommandRow(.help, "help", "Window", "This help", "F1", "?"),
      CommandRow(.signs, "signs", "Window", "Signs on the map", "Shift+F1"),
      CommandRow(.quit, "quit", "Window", "Leave", "Ctrl+Q"),
    ]
    + (1...9).map {
      CommandRow(.setBookmark($0), "set_bookmark_\($0)", "Places", "Keep place \($0)", "Ctrl+\($0)")
    }
    + (1...9).map {
      CommandRow(
        .goToBookmark($0), "go_to_bookmark_\($0)", "Places", "Go to place \($0)", "Alt+\($0)")
    }
}
