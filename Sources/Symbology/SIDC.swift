/// A symbol identification code: the 20 digits of MIL-STD-2525D and APP-6D that name a symbol.
///
/// Digit positions (1-based) as in MIL-STD-2525D, appendix A, tables A-I to A-IV.
public struct SIDC: Hashable, Sendable {
  /// The version of the standard, digits 1–2: 10 (2525D) … 15.
  public private(set) var version: Int
  /// Reality, exercise or simulation, digit 3.
  public private(set) var context: Context
  /// Whose side it is on, digit 4.
  public private(set) var identity: Identity
  /// The set that the entity is read in, digits 5–6; 10 is land units.
  public private(set) var symbolSet: Int
  /// Present, planned or damaged, digit 7.
  public private(set) var status: Status
  /// Headquarters, task force, feint or dummy, digit 8.
  public private(set) var mark: Mark
  /// Echelon (11–26), mobility (31–52) or towed array (61–62), digits 9–10; 0 for none.
  public private(set) var echelon: Int
  /// What it is, digits 11–16: entity, entity type and entity subtype, two digits each.
  public private(set) var entity: Int
  /// The modifier in the upper sector, digits 17–18; 0 for none.
  public private(set) var modifier1: Int
  /// The modifier in the lower sector, digits 19–20; 0 for none.
  public private(set) var modifier2: Int

  /// The symbol set of land units.
  public static let landUnit = 10
  /// The symbol set of land equipment.
  public static let landEquipment = 15

  /// A land unit of an entity (six digits) and an echelon (0, 11…18, 21…26 and mobility 31…52).
  ///
  /// Traps unless `entity` is 0…999 999 and `echelon` one of `echelons`.
  public init(landUnit entity: Int, identity: Identity = .friend, echelon: Int = 0) {
    precondition((0...999_999).contains(entity), "an entity of \(entity)")
    precondition(Self.echelons.contains(echelon), "an echelon of \(echelon)")
    version = 10
    context = .reality
    self.identity = identity
    symbolSet = Self.landUnit
    status = .present
    mark = []
    self.echelon = echelon
    self.entity = entity
    modifier1 = 0
    modifier2 = 0
  }

  /// Fields that were checked by the reader.
  init(checked digits: [Int]) {
    func number(_ range: ClosedRange<Int>) -> Int {
      range.reduce(0) { $0 * 10 + digits[$1 - 1] }
    }
    version = number(1...2)
    context = Context(rawValue: UInt8(digits[2])) ?? .reality
    identity = Identity(rawValue: UInt8(digits[3])) ?? .unknown
    symbolSet = number(5...6)
    status = Status(rawValue: UInt8(digits[6])) ?? .present
    mark = Mark(rawValue: UInt8(digits[7]))
    echelon = number(9...10)
    entity = number(11...16)
    modifier1 = number(17...18)
    modifier2 = number(19...20)
  }

  /// The 20 digits.
  public var text: String {
    func digits(_ value: Int, _ count: Int) -> String {
      let plain = String(value)
      return String(repeating: "0", count: max(0, count - plain.count)) + plain
    }
    return digits(version, 2) + digits(Int(context.rawValue), 1)
      + digits(Int(identity.rawValue), 1) + digits(symbolSet, 2)
      + digits(Int(status.rawValue), 1) + digits(Int(mark.rawValue), 1) + digits(echelon, 2)
      + digits(entity, 6) + digits(modifier1, 2) + digits(modifier2, 2)
  }
}

extension SIDC: CustomStringConvertible {
  /// The 20 digits.
  public var description: String { text }
}

extension SIDC {
  /// The values of digits 9–10 that the standard defines (2525D, table A-IV).
  public static let echelons: Set<Int> = Set(
    [0] + Array(11...18) + Array(21...26) + Array(31...37) + [41, 42, 51, 52, 61, 62])

  /// The same symbol in another context.
  public func with(context: Context) -> SIDC { changed { $0.context = context } }
  /// The same symbol in another set; traps unless 0…99.
  public func with(symbolSet: Int) -> SIDC {
    precondition((0...99).contains(symbolSet), "a symbol set of \(symbolSet)")
    return changed { $0.symbolSet = symbolSet }
  }
  /// The same symbol of another side.
  public func with(identity: Identity) -> SIDC { changed { $0.identity = identity } }
  /// The same symbol in another status.
  public func with(status: Status) -> SIDC { changed { $0.status = status } }
  /// The same symbol as headquarters, task force or dummy, or as none of them.
  public func with(mark: Mark) -> SIDC { changed { $0.mark = mark } }
  /// The same symbol at another echelon or with another mobility; traps unless in `echelons`.
  public func with(echelon: Int) -> SIDC {
    precondition(Self.echelons.contains(echelon), "an echelon of \(echelon)")
    return changed { $0.echelon = echelon }
  }
  /// The same symbol of another entity; traps unless 0…999 999.
  public func with(entity: Int) -> SIDC {
    precondition((0...999_999).contains(entity), "an entity of \(entity)")
    return changed { $0.entity = entity }
  }
  /// The same symbol with another upper modifier; traps unless 0…99.
  public func with(modifier1: Int) -> SIDC {
    precondition((0...99).contains(modifier1), "a modifier of \(modifier1)")
    return changed { $0.modifier1 = modifier1 }
  }
  /// The same symbol with another lower modifier; traps unless 0…99.
  public func with(modifier2: Int) -> SIDC {
    precondition((0...99).contains(modifier2), "a modifier of \(modifier2)")
    return changed { $0.modifier2 = modifier2 }
  }

  private func changed(_ change: (inout SIDC) -> Void) -> SIDC {
    var copy = self
    change(&copy)
    return copy
  }
}
