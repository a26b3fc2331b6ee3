"""The child's page: server-rendered HTML, a WebSocket (docs/protocol.md) and the voice of a message."""
