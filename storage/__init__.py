"""Everything that must last: SQL for rows, Redis for live hints. Nobody else knows either of them.

Open with `storage.database.open_database` and `storage.fanout.open_fanout`; what they return fulfils the ports in
`core.ports`.
"""
