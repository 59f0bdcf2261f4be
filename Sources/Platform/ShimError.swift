import CSDL

extension csdl_error {
  /// The text up to its zero byte.
  var message: String {
    withUnsafeBytes(of: text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
