import Testing

@Suite struct PlatformRoomTests {}
