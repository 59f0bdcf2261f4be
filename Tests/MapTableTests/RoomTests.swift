import Testing

@Suite struct MapTableRoomTests {}
