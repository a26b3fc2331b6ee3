"""How a message is adapted to the way a child communicates: simple words, a voice, symbols. Pure but for speech/."""
