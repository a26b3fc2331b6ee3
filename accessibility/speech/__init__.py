"""Voices: an offline engine in a process of its own, an online one for fixed sentences, encoding, a cache."""
