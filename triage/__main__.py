"""`python -m triage --jsonl`, `explain "text"` and `evaluate`: triage without the rest of Sanad."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence

from core.errors import BadData
from core.text import ChildText
from triage.engine import Triage
from triage.evaluate import add_arguments, evaluate
from triage.explain import explain
from triage.jsonl import run_jsonl


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 2 when the rules or the arguments are wrong."""
    parser = argparse.ArgumentParser(prog="python -m triage", description=__doc__)
    parser.add_argument("--jsonl", action="store_true", help="assess one JSON object per line from standard input")
    commands = parser.add_subparsers(dest="command")
    asked = commands.add_parser("explain", help="say how a message is read")
    asked.add_argument("text", help="the message")
    asked.add_argument("--history", action="append", default=[], help="an earlier message; repeat, oldest first")
    add_arguments(commands.add_parser("evaluate", help="measure triage with RiskCheck"))
    chosen = parser.parse_args(arguments)
    if chosen.jsonl == (chosen.command is not None):
        parser.print_usage(sys.stderr)
        return 2
    try:
        triage = Triage()
        if chosen.jsonl:
            run_jsonl(triage, sys.stdin.buffer, sys.stdout.buffer)
            return 0
        for line in _lines(triage, chosen):
            print(line)  # noqa: T201 -- this program's output
    except BadData as error:
        print(error, file=sys.stderr)  # noqa: T201 -- this program's output
        return 2
    sys.stdout.flush()
    return 0


def _lines(triage: Triage, chosen: argparse.Namespace) -> Iterator[str]:
    """Return the lines that the command asked for prints."""
    if chosen.command == "evaluate":
        return evaluate(triage, chosen)
    return explain(triage, ChildText(chosen.text), [ChildText(one) for one in chosen.history])


def run() -> int:
    """Run `main`; a reader of the output that leaves early (`| head`) is no error."""
    try:
        return main()
    except BrokenPipeError:
        # Python flushes standard output once more at exit: it needs an open end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(run())
