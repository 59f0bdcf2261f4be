/// Elements of a page, well-formed as HTML and as XML.
enum Markup {
  /// Text for between tags.
  static func text(_ text: String) -> String { SVGText.escaped(text) }

  /// An element around text.
  static func element(_ name: String, _ inner: String, class style: String = "") -> String {
    "<\(name)\(attribute(style))>\(text(inner))</\(name)>"
  }

  /// An element around markup.
  static func wrap(_ name: String, _ inner: String, class style: String = "") -> String {
    "<\(name)\(attribute(style))>\(inner)</\(name)>"
  }

  /// A table from a head and rows of cells that are markup.
  static func table(
    _ head: [String], _ rows: [[String]], class style: String = ""
  ) -> String {
    let cells = head.map { "<th scope=\"col\">\(text($0))</th>" }.joined()
    let body = rows.map { row in
      "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
    }.joined()
    return "<table\(attribute(style))><thead><tr>\(cells)</tr></thead>\n"
      + "<tbody>\n\(body)</tbody></table>\n"
  }

  private static func attribute(_ style: String) -> String {
    style.isEmpty ? "" : " class=\"\(style)\""
  }
}
