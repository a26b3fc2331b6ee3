"""Rasa's custom actions, one module per topic. They have no side effects: they return what to say and what to do."""
