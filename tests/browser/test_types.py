"""The scripts' types hold."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_scripts_pass_the_type_checker():
    """`tsc --checkJs --strict` has nothing to say about any module of the page."""
    command = ["node", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.stdout == ""
    assert checked.returncode == 0
