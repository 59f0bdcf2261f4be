/// The name of an enumeration's case as files and JSON write it: `unitBroke` → `unit_broke`.
func snakeCased(_ name: String) -> String {
  var text = ""
  for character in name {
    if character.isUppercase {
      text += "_" + character.lowercased()
    } else {
      text.append(character)
    }
  }
  return text
}
