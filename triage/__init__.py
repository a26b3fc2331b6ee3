"""Risk in a child's words. Pure: text in, assessment out. Usable on its own: `python -m triage --jsonl`."""

from triage.engine import Triage, assess
from triage.policy import Policy, load_policy

__all__ = ["Policy", "Triage", "assess", "load_policy"]
