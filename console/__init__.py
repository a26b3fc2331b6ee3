"""The counsellors' and supervisors' pages: server-rendered, live by WebSocket, deny by default."""
