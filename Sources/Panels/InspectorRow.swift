import MapTable
import Screen

/// One line of the inspector.
enum InspectorRow: Equatable {
  /// The head: a symbol code (empty for none) with its frame's colour, a name and a line under it.
  case head(sidc: String, frame: Color?, name: String, detail: String)
  /// A label and a value with its colour.
  case pair(String, String, Color)
  /// A small heading with a rule above it.
  case heading(String)
  /// A time or place in amber and what it is about.
  case item(String, String)
  /// Running words, broken into lines.
  case note(String)

  /// A pair in the usual colour.
  static func pair(_ label: String, _ value: String) -> InspectorRow {
    .pair(label, value, Ink.text)
  }
}
