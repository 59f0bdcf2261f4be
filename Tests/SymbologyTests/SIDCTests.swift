import Symbology
import Testing

@Suite struct SIDCTests {
  @Test func readsEveryField() throws {
    let sidc = try SIDC("11261037161211025847")
    #expect(sidc.version == 11)
    #expect(sidc.context == .simulation)
    #expect(sidc.identity == .hostile)
    #expect(sidc.symbolSet == 10)
    #expect(sidc.status == .damaged)
    #expect(sidc.mark == [.dummy, .headquarters, .taskForce])
    #expect(sidc.echelon == 16)
    #expect(sidc.entity == 121102)
    #expect(sidc.modifier1 == 58)
    #expect(sidc.modifier2 == 47)
  }

  @Test(arguments: ["10031000161211000000", "10061345420000000001", "15241000000301009900"])
  func textIsTheCode(_ text: String) throws {
    #expect(try SIDC(text).text == text)
  }

  @Test(arguments: [
    ("", 1), ("1003", 5), ("1003100016121100000", 20), ("100310001612110000000", 21),
    ("10O31000161211000000", 3), ("20031000161211000000", 1), ("19031000161211000000", 2),
    ("10331000161211000000", 3), ("10071000161211000000", 4), ("10031060161211000000", 7),
    ("10031008161211000000", 8), ("10031000191211000000", 10), ("10031000991211000000", 9),
    ("10031000 61211000000", 9),
  ])
  func namesTheWrongDigit(_ text: String, _ digit: Int) {
    let error = #expect(throws: SIDCError.self) { try SIDC(text) }
    #expect(error?.digit == digit)
    #expect(error?.hint.isEmpty == false)
  }

  @Test func changesOneFieldAtATime() throws {
    let plain = SIDC(landUnit: 121100, echelon: 16)
    #expect(plain.text == "10031000161211000000")
    #expect(plain.with(identity: .hostile).text == "10061000161211000000")
    #expect(plain.with(context: .exercise).text == "10131000161211000000")
    #expect(plain.with(status: .planned).text == "10031010161211000000")
    #expect(plain.with(mark: .headquarters).text == "10031002161211000000")
    #expect(plain.with(echelon: 18).text == "10031000181211000000")
    #expect(plain.with(entity: 130300).text == "10031000161303000000")
    #expect(plain.with(modifier1: 41).text == "10031000161211004100")
    #expect(plain.with(modifier2: 27).text == "10031000161211000027")
  }
}
