"""Start the action server on loopback only: `python -m actions --port 5055`.

`python -m rasa_sdk` would listen on every address of the machine.
"""

from __future__ import annotations

import argparse
import logging

from rasa_sdk.endpoint import create_app

HOST = "127.0.0.1"


def main() -> None:
    """Serve until stopped; warnings and errors go to standard error."""
    parser = argparse.ArgumentParser(description="Serve the assistant's custom actions on loopback.")
    parser.add_argument("--port", type=int, default=5055)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("sanic.root").setLevel(logging.WARNING)
    create_app("actions").run(HOST, parser.parse_args().port, access_log=False, motd=False)


if __name__ == "__main__":
    main()
