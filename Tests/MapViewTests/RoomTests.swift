import Testing

@Suite struct MapViewRoomTests {}
