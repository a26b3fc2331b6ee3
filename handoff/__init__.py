"""The life of a conversation between robot and human: allowed moves, order of the queue, waiting promises. Pure."""
