"""`python -m sanad`: run the helpline, or one part of it.

run       start everything on this machine and keep it running (what `make run` does)
serve     the service alone; Rasa and the action server run elsewhere
invite    print a one-time link that makes a supervisor's account
settings  print the table of settings
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys

from aiohttp import web

from core.errors import SanadError, SettingsError
from sanad.app import make_app
from sanad.invite import make_invitation
from sanad.logs import set_up_logs
from sanad.run import run_everything
from sanad.settings import Settings, describe, load_settings

CLOSE_S = 2.0
"""Seconds that open requests have to end. With the workers' DRAIN_S it stays below the supervisor's STOP_S."""


async def serve(settings: Settings) -> None:
    """Run the service until it is told to stop; then each part ends in its turn, with what it has under way."""
    stop = asyncio.Event()
    # Not aiohttp's own handlers: their exception would cancel workers and database at the same moment.
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    runner = web.AppRunner(await make_app(settings), access_log=None, shutdown_timeout=CLOSE_S)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
        await stop.wait()
    finally:
        await runner.cleanup()


def main() -> int:
    """Run a subcommand; return the exit code: 0 done, 1 failed, 2 a setting is wrong."""
    parser = argparse.ArgumentParser(prog="sanad", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=["run", "serve", "invite", "settings"], nargs="?", default="run")
    what = parser.parse_args().what
    if what == "settings":
        print(describe())  # noqa: T201 -- the command's result
        return 0
    set_up_logs()
    try:
        settings = load_settings()
        if what == "invite":
            print(asyncio.run(make_invitation(settings)))  # noqa: T201 -- the command's result
        elif what == "serve":
            asyncio.run(serve(settings))
        else:
            return asyncio.run(run_everything(settings))
    except SettingsError as error:
        print(error, file=sys.stderr)  # noqa: T201 -- for the operator
        return 2
    except (SanadError, OSError) as error:
        print(f"Sanad could not start: {error}", file=sys.stderr)  # noqa: T201 -- for the operator
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
