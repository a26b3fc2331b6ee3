"""What every part of Sanad speaks of: conversation, message, risk, work, and the ports between the parts.

Standard library only. Runs on Python 3.10 too, because the code inside Rasa and `actions/` use it.
"""
