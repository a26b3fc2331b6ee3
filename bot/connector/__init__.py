"""What Sanad adds inside the Rasa process: the door, the words, the store, and the parts of its pipeline.

Runs on Python 3.10 with Rasa's libraries; the service never imports it.
"""
