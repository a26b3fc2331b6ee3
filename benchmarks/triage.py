"""How long triage takes to load and to assess, and what it holds in memory, beside a naive list of keywords.

The messages are the examples that rules must fire on and the everyday sentences they must be silent on, in every
language, joined until they have the length wanted. Each length is assessed alone and with five earlier messages of 200
characters. Processor time of one thread, so that a busy machine does not count. At the end both read RiskCheck, to say
what the time buys. Run: `python -m benchmarks.triage [messages]` from the project's folder.
"""

from __future__ import annotations

import gc
import random
import resource
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time, thread_time

from core.risk import Assessment, RiskLevel
from core.text import ChildText
from languages.registry import ROOT
from triage.engine import Triage
from triage.learned import SecondOpinion
from triage.measure import Share
from triage.model import MODEL_FILE, load_model
from triage.riskcheck import load_cases

LENGTHS_CHARS = (60, 200, 400, 1_000, 2_000, 4_000)
HISTORY_MESSAGES = 5
HISTORY_CHARS = 200
WARM_UP = 50
SEED = 7
KEYWORDS = (
    *("kill myself", "suicide", "want to die", "end my life", "hurt myself", "cut myself", "overdose", "rape", "abuse"),
    *("hits me", "beats me", "touches me", "molest", "nudes", "blackmail", "run away", "ran away", "starving", "knife"),
    *("انتحر", "انتحار", "اموت", "اقتل نفسي", "يضربني", "بيضربني", "اغتصب", "يلمسني", "يهددني", "تحرش", "هربت", "سكين"),
    *("me tuer", "suicide", "mourir", "me frappe", "me tape", "viol", "me touche", "fugue", "chantage", "couteau"),
    *(
        "خودکشی",
        "مرنا",
        "مارتا",
        "مارتے",
        "زیادتی",
        "چھوتا",
        "بلیک میل",
        "khudkushi",
        "marna",
        "marta hai",
        "marte hain",
    ),
    *("आत्महत्या", "मरना", "मारता", "मारते", "छूता", "আত্মহত্যা", "মরে যেতে", "মারে", "intihar", "ölmek", "dövüyor"),
    *(
        "خودکشی",
        "بمیرم",
        "کتک",
        "میزنه",
        "magpakamatay",
        "mamatay",
        "sinasaktan",
        "binubugbog",
        "hinihipuan",
        "xudkushi",
    ),
)
"""Words that anybody would think of first, in ten languages, looked for anywhere in a message."""
Read = Callable[[ChildText, Sequence[ChildText]], object]


def read_keywords(words: ChildText, history: Sequence[ChildText]) -> bool:
    """Return whether a keyword stands in a message; the history is not read, as such lists do not."""
    text = words.reveal().lower()
    return any(keyword in text for keyword in KEYWORDS)


def messages(triage: Triage, length_chars: int, count: int) -> list[ChildText]:
    """Return *count* messages of *length_chars* characters: disclosures and everyday talk, mixed."""
    told = [one.text for rule in triage.book.rules for one in rule.fires]
    return join(told + [one.text for one in triage.book.quiet], length_chars, count)


def join(sentences: Sequence[str], length_chars: int, count: int) -> list[ChildText]:
    """Return *count* messages of *length_chars* characters made of *sentences*, the same ones on every run."""
    chosen = random.Random(SEED)
    made = []
    for _ in range(count):
        text = chosen.choice(sentences)
        while len(text) < length_chars:
            text += ". " + chosen.choice(sentences)
        made.append(ChildText(text[:length_chars]))
    return made


def measure(read: Read, told: Sequence[ChildText], earlier: Sequence[Sequence[ChildText]]) -> str:
    """Return p50 and p99 in milliseconds."""
    took_ms = []
    for words, history in zip(told, earlier, strict=True):
        begin = thread_time()
        read(words, history)
        took_ms.append((thread_time() - begin) * 1_000)
    percentiles = statistics.quantiles(took_ms[WARM_UP:], n=100)
    return f"{percentiles[49]:8.3f} {percentiles[98]:8.3f}"


def show_times(triage: Triage, count: int) -> None:
    """Print one line for each length: alone, with a history, and the list of keywords."""

    def read(words: ChildText, history: Sequence[ChildText]) -> Assessment:
        """Assess with everything."""
        return triage.assess(words, history=history)

    count += WARM_UP
    talk = messages(triage, HISTORY_CHARS, count + HISTORY_MESSAGES)
    earlier = [talk[at : at + HISTORY_MESSAGES] for at in range(count)]
    alone: list[list[ChildText]] = [[] for _ in range(count)]
    print(f"{'':>10}   {'alone':^17}   {f'{HISTORY_MESSAGES} earlier messages':^17}   {'keywords':^17}")
    print(f"{'characters':>10}   {'p50 ms   p99 ms':>17}   {'p50 ms   p99 ms':>17}   {'p50 ms   p99 ms':>17}")
    for length_chars in LENGTHS_CHARS:
        told = messages(triage, length_chars, count)
        columns = (measure(read, told, alone), measure(read, told, earlier), measure(read_keywords, told, alone))
        print(f"{length_chars:>10}   {'   '.join(columns)}")


def show_second_opinion(triage: Triage, count: int) -> None:
    """Print what the second opinion alone costs on 200 characters of everyday talk: elsewhere rules spoke already."""
    if triage.learned is None:
        return
    learned, took_us = triage.learned, []
    for words in join([one.text for one in triage.book.quiet], 200, count):
        reading, matches = triage.read(words), triage.matches(words)
        begin = thread_time()
        learned.judge(reading, matches)
        took_us.append((thread_time() - begin) * 1_000_000)
    percentiles = statistics.quantiles(took_us, n=100)
    print(f"second opinion alone, 200 characters   p50 {percentiles[49]:.0f} µs   p99 {percentiles[98]:.0f} µs")


def show_worth(triage: Triage) -> None:
    """Print recall and false alarms in RiskCheck, of triage and of the list of keywords."""
    cases = load_cases()
    flagged = [
        triage.assess(ChildText(case.text), history=[ChildText(one) for one in case.history]).level != RiskLevel.NONE
        for case in cases
    ]
    for name, found in (("triage", flagged), ("keywords", [read_keywords(ChildText(one.text), ()) for one in cases])):
        alarms = [one for one, case in zip(found, cases, strict=True) if case.is_alarm]
        quiet = [one for one, case in zip(found, cases, strict=True) if not case.is_alarm]
        shares = [Share(sum(one), len(one)).rate or 0.0 for one in (alarms, quiet)]
        print(f"RiskCheck, {name:8}   recall {shares[0]:.3f}   false alarms {shares[1]:.3f}")


def show_load() -> Triage:
    """Print how long loading takes and what it holds; return what was loaded."""
    gc.collect()
    before_mb, begin = _peak_mb(), process_time()
    triage = Triage()
    took_s, after_mb = process_time() - begin, _peak_mb()
    begin = process_time()
    if (model := load_model(ROOT)) is not None:
        SecondOpinion(model)
        size_mb = (Path(ROOT) / MODEL_FILE).stat().st_size / 1e6
        learned = f"{process_time() - begin:.2f} s of it the second opinion ({size_mb:.2f} MB)"
    else:
        learned = "no second opinion"
    print(f"load {took_s:.2f} s, {learned}; {len(triage.book.rules)} rules, {len(triage.book.names)} word lists")
    print(f"memory {after_mb - before_mb:.0f} MB")
    return triage


def _peak_mb() -> float:
    """Return the most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1_000 if sys.platform == "linux" else 1_000_000)


def main() -> None:
    """Print loading time and memory, then one line for each length, then what both find."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    triage = show_load()
    show_times(triage, count)
    show_second_opinion(triage, count)
    show_worth(triage)


if __name__ == "__main__":
    main()
