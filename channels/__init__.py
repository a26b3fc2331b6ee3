"""The ways a child reaches the helpline, one folder each. Channels never import each other."""
