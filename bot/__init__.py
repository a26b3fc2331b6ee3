"""One turn of a conversation: receive, assess, ask the assistant, hand off, reply."""
