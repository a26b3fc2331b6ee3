"""Train the assistant when something it is made of has changed.

    .venv/assistant/bin/python scripts/train_model.py [--check]

The model is named after a hash of everything it is made of, so the same files give the same name, and a model that is
there already is not trained again. The last line printed is its path. `--check` trains nothing and exits 1 when the
model is missing; it needs only the standard library.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import os
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "var" / "models"
KEEP = 2
INPUTS = (
    "config.yml",
    "domain.yml",
    "data/core/rules/*.yml",
    "data/core/stories/*.yml",
    "data/*/nlu/*.yml",
    "bot/connector/*.py",
    "languages/normalise.py",
    "languages/letters.py",
    "requirements/assistant.txt",
)
"""Globs of everything that a model depends on."""
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "RASA_MAX_CACHE_SIZE": "0",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "LOG_LEVEL": "WARNING",
}
"""Environment for Rasa. The cache is off: it does not notice changes in our own components."""


def input_files(root: Path = ROOT) -> Iterator[Path]:
    """Yield every file a model depends on, in a fixed order."""
    for pattern in INPUTS:
        yield from sorted(root.glob(pattern))


def hash_inputs(root: Path = ROOT) -> str:
    """Return the name of the model that the files in *root* make: 16 hexadecimal digits."""
    digest = hashlib.sha256()
    for file in input_files(root):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(root)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def sum_file(model: Path) -> Path:
    """Return where the checksum of *model* stands."""
    return model.with_name(model.name + ".sha256")


def is_whole(model: Path) -> bool:
    """Return whether *model* is there and is what was trained, byte for byte."""
    if not model.is_file() or not sum_file(model).is_file():
        return False
    return sum_file(model).read_text(encoding="ascii").split()[0] == _sha256(model)


def train(model: Path, root: Path = ROOT) -> None:
    """Train *model* from the files in *root* and store its checksum beside it.

    Raises:
        RuntimeError: Rasa reported an error; it has printed which.
    """
    os.environ.update(QUIET)
    sys.path.insert(0, str(root))
    warnings.simplefilter("ignore")
    # Imported here: importing Rasa takes 10 s, which is not wanted when nothing changed.
    from rasa.api import train as rasa_train  # type: ignore[import-not-found]  # noqa: PLC0415
    from rasa.utils.log_utils import configure_structlog  # type: ignore[import-not-found]  # noqa: PLC0415

    configure_structlog(logging.WARNING)
    folders = [root / "data/core/rules", root / "data/core/stories", *sorted(root.glob("data/*/nlu"))]
    result = rasa_train(
        domain=str(root / "domain.yml"),
        config=str(root / "config.yml"),
        training_files=[str(folder) for folder in folders if any(folder.glob("*.yml"))],
        output=str(model.parent),
        fixed_model_name=model.name.removesuffix(".tar.gz"),
    )
    if result.code != 0 or not model.is_file():
        raise RuntimeError(f"training failed with code {result.code}")
    sum_file(model).write_text(f"{_sha256(model)}  {model.name}\n", encoding="ascii")


def drop_old(models: Path) -> None:
    """Delete all but the newest KEEP models."""
    found = sorted(models.glob("*.tar.gz"), key=lambda file: file.stat().st_mtime, reverse=True)
    for model in found[KEEP:]:
        model.unlink()
        sum_file(model).unlink(missing_ok=True)


def main() -> int:
    """Train if needed; print what happens and, last, the path of the model."""
    parser = argparse.ArgumentParser(description="Train the assistant when something it is made of has changed.")
    parser.add_argument("--check", action="store_true", help="train nothing; exit 1 when the model is missing")
    parser.add_argument("--models", type=Path, default=MODELS, help="folder of the models")
    options = parser.parse_args()
    model = options.models.resolve() / f"{hash_inputs()}.tar.gz"
    if is_whole(model):
        model.touch()
        _tell(f"The assistant's model is up to date.\n{model}")
        return 0
    if options.check:
        _tell("The assistant's model is missing: run scripts/train_model.py.")
        return 1
    files, started_s = list(input_files()), time.monotonic()
    _tell(f"Training the assistant from {len(files)} files. This takes about half a minute.")
    model.parent.mkdir(parents=True, exist_ok=True)
    train(model)
    drop_old(model.parent)
    _tell(f"Trained in {time.monotonic() - started_s:.0f} s, {model.stat().st_size / 1e6:.1f} MB.\n{model}")
    return 0


def _tell(line: str) -> None:
    """Print a line at once, so that progress is seen through a pipe too."""
    print(line, flush=True)


def _sha256(file: Path) -> str:
    """Return the checksum of *file*, hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
