import Testing

@Suite struct GeographyRoomTests {}
