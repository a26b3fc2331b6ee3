"""`python -m languages detect --jsonl`: which language each message is written in.

in    {"id": "a1", "text": "..."}
out   {"id": "a1", "language": "ar", "confidence": 0.97}     language is null when it cannot be told
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence

from languages.detect import detect
from languages.jsonl import parse_text, run_jsonl
from languages.registry import load_languages


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0."""
    parser = argparse.ArgumentParser(
        prog="python -m languages", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    asked = commands.add_parser("detect", help="say which language a message is written in")
    asked.add_argument("--jsonl", action="store_true", required=True, help="one JSON object per line, standard input")
    asked.add_argument("--languages", nargs="+", metavar="TAG", help="only these; by default all that are known")
    chosen = parser.parse_args(arguments)
    tags = chosen.languages or list(load_languages())

    def work(fields: Mapping[str, object]) -> Mapping[str, object]:
        """Answer one request."""
        found = detect(parse_text(fields.get("text")), tags)
        return {"language": found.language, "confidence": found.confidence}

    run_jsonl(work, sys.stdin.buffer, sys.stdout.buffer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
