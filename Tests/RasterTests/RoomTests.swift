import Testing

@Suite struct RasterRoomTests {}
