/// The text amplifiers of 2525D, figure D-1, that a land unit's symbol carries.
public enum SymbolField: String, Sendable, Hashable, CaseIterable {
  /// C: how many; above the frame.
  case quantity
  /// F: `+` reinforced, `−` reduced, `±` both; above at the right.
  case reinforced
  /// G: free text; right, second row.
  case staffComments
  /// H: free text; right, third row.
  case additionalInformation
  /// J: how reliable; right, last row.
  case evaluation
  /// K: how effective; right, last row.
  case effectiveness
  /// L: equipment that can be detected; right, last row.
  case signature
  /// M: the formation above; right, fourth row.
  case higherFormation
  /// N: `ENY` for hostile equipment; right, last row.
  case hostile
  /// P: modes and codes of friend-or-foe devices; right, last row.
  case identificationCodes
  /// T: the unit's own name or number; left, fourth row.
  case designation
  /// V: type of equipment; left, third row.
  case equipmentType
  /// W: a date-time group; left, first row.
  case dateTime
  /// X: altitude or depth; left, second row.
  case altitude
  /// Y: a place in words or numbers; left, second row.
  case location
  /// Z: speed; left, last row.
  case speed
  /// AA: a named headquarters such as `ARRC`; inside the frame.
  case specialHeadquarters
  /// AS: a country's letters; right, first row.
  case country

  /// The standard's letter or letters for it.
  public var letters: String {
    switch self {
    case .quantity: "C"
    case .reinforced: "F"
    case .staffComments: "G"
    case .additionalInformation: "H"
    case .evaluation: "J"
    case .effectiveness: "K"
    case .signature: "L"
    case .higherFormation: "M"
    case .hostile: "N"
    case .identificationCodes: "P"
    case .designation: "T"
    case .equipmentType: "V"
    case .dateTime: "W"
    case .altitude: "X"
    case .location: "Y"
    case .speed: "Z"
    case .specialHeadquarters: "AA"
    case .country: "AS"
    }
  }
}
