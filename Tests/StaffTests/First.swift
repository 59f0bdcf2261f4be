import Testing

@Suite struct FirstTests {
  @Test func one() { #expect(1 + 1 == 2) }
}
