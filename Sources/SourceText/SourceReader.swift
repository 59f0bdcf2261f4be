/// Bytes → a tree of nodes with line and column.
///
/// One reader a format, in `SourceReader+YAML.swift` and `SourceReader+JSON.swift`. Both refuse
/// what is not UTF-8, key doubles, numbers that are not finite, and whatever exceeds
/// `SourceLimits`.
public enum SourceReader {}
