"""Normalise, detect and pick a language; load and format messages. Pure; runs on Python 3.10 too."""
