"""How long triage takes to load and to assess: p50 and p99 for messages of three lengths.

The messages are the examples that rules must fire on and the everyday sentences they must be silent on, in every
language, joined until they have the length wanted. Processor time of one thread, so that a busy machine does not count.
Run: `python -m benchmarks.triage [messages]` from the project's folder.
"""

from __future__ import annotations

import random
import statistics
import sys
from time import process_time, thread_time

from core.text import ChildText
from triage.engine import Triage

LENGTHS_CHARS = (60, 400, 4_000)
WARM_UP = 50
SEED = 7


def messages(triage: Triage, length_chars: int, count: int) -> list[ChildText]:
    """Return *count* messages of *length_chars* characters, the same ones on every run."""
    chosen = random.Random(SEED)
    told = [one.text for rule in triage.book.rules for one in rule.fires]
    sentences = told + [one.text for one in triage.book.quiet]
    made = []
    for _ in range(count):
        text = chosen.choice(sentences)
        while len(text) < length_chars:
            text += ". " + chosen.choice(sentences)
        made.append(ChildText(text[:length_chars]))
    return made


def measure(triage: Triage, length_chars: int, count: int) -> None:
    """Print one line: the length, p50 and p99 in milliseconds."""
    took_ms = []
    for words in messages(triage, length_chars, WARM_UP + count):
        begin = thread_time()
        triage.assess(words)
        took_ms.append((thread_time() - begin) * 1_000)
    percentiles = statistics.quantiles(took_ms[WARM_UP:], n=100)
    print(f"{length_chars:>6} chars   p50 {percentiles[49]:7.2f} ms   p99 {percentiles[98]:7.2f} ms")


def main() -> None:
    """Print the loading time, then one line for each length."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    begin = process_time()
    triage = Triage()
    print(
        f"load   {process_time() - begin:.2f} s   {len(triage.book.rules)} rules   {len(triage.book.names)} word lists"
    )
    for length_chars in LENGTHS_CHARS:
        measure(triage, length_chars, count)


if __name__ == "__main__":
    main()
