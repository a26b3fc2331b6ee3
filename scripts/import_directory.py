"""Write data/directory/<code>.yml from a table of helplines.

    python -m scripts.import_directory helplines.csv

The table is CSV (UTF-8) with one service in each line and these columns:

    country_iso2, country_en, country_ar     the country; "Iraq (Kurdistan Region)" names a part of it
    service_name_en, service_name_ar, kind   kind is one of languages.directory.KINDS
    phone, short_code, whatsapp, sms         several numbers are parted by ";"; a remark may follow in brackets
    chat_url, hours, languages               languages by their English name, parted by ";"
    free_to_call, for_deaf, source_url, confidence

"(assumed)" behind hours or languages says that no source names them.

Left out is a line without any number or address (a child cannot use it) and one without a source (nobody can check
it). A country that the table no longer has keeps its file. The date on which somebody tried a number (`checked_on`)
stays as long as nothing else about the service changes; a country's time zone, written by hand, stays always.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from core.errors import BadData
from languages.directory import parse_country
from languages.registry import ROOT

HEADER = "# Facts only; the words are in data/<tag>/messages/directory.ftl. Fields: languages/directory.py, Service.\n"

TAGS = {
    "Amazigh": "zgh",
    "Arabic": "ar",
    "Comorian": "zdj",
    "English": "en",
    "French": "fr",
    "Hebrew": "he",
    "Hindi": "hi",
    "Jordanian Sign Language": "jos",
    "Kurdish": "ku",
    "Malayalam": "ml",
    "Persian": "fa",
    "Somali": "so",
    "Tamil": "ta",
    "Tigrinya": "ti",
    "Turkish": "tr",
    "many": "mul",
}
"""Language names of the table and their tags (BCP 47)."""

_NUMBERS = {"phone": "phone", "short": "short_code", "whatsapp": "whatsapp", "sms": "sms"}
_REMARK = re.compile(r"\s*\([^)]*\)")
_UNSURE = re.compile(r"\((?:assumed|unverified)\)")
_AREA = re.compile(r"\(([^)]*)\)")

Fields = dict[str, object]


def parse_table(name: str, text: str) -> Mapping[str, Sequence[Fields]]:
    """Return the services of every country by its code, in the order of the table.

    Args:
        name: Name of the table, for the error.
        text: CSV, see the module.

    Raises:
        BadData: A column is missing, or a language has no tag in TAGS.
    """
    countries: dict[str, list[Fields]] = {}
    for number, row in enumerate(csv.DictReader(text.splitlines(), restval=""), 2):
        try:
            service = _parse_row(row)
            services = countries.setdefault(row["country_iso2"], [])
        except KeyError as error:
            raise BadData(name, number, f"unknown or missing {error}") from error
        if "source" in service and any(field in service for field in (*_NUMBERS, "chat_url")):
            services.append(service)
    return countries


def _parse_row(row: Mapping[str, str]) -> Fields:
    """Return one line as the fields of a service, without the empty ones."""
    sure = not _UNSURE.search(row["languages"])
    assumed = [*(["hours"] if "(assumed)" in row["hours"] else []), *([] if sure else ["languages"])]
    service: Fields = {
        "kind": row["kind"],
        "names": {"en": row["service_name_en"], "ar": row["service_name_ar"]},
        "area": _parse_area(row),
        **{field: _parse_numbers(row[column]) for field, column in _NUMBERS.items()},
        "chat_url": row["chat_url"],
        "hours": _UNSURE.sub("", row["hours"]).strip(),
        "languages": [TAGS[one.strip()] for one in _REMARK.sub("", row["languages"]).split(";") if one.strip()],
        "assumed": assumed,
        "free": row["free_to_call"],
        "for_deaf": row["for_deaf"],
        "source": row["source_url"],
        "confidence": row["confidence"],
    }
    return {field: value for field, value in service.items() if value}


def _parse_area(row: Mapping[str, str]) -> Mapping[str, str]:
    """Return the part of the country named in brackets, by language."""
    found = {tag: _AREA.search(row[f"country_{tag}"]) for tag in ("en", "ar")}
    return {tag: match[1] for tag, match in found.items() if match}


def _parse_numbers(cell: str) -> Sequence[str]:
    """Return the numbers of a cell without remarks; "yes (number not listed)" has none."""
    parts = (_REMARK.sub("", part).strip() for part in cell.split(";"))
    return [part for part in parts if any(char.isdigit() for char in part)]


def write_country(folder: Path, code: str, services: Sequence[Fields]) -> None:
    """Write one country's file, keeping the dates of services that did not change.

    Raises:
        BadData: What would be written could not be read again; nothing is written.
    """
    file = folder / f"{code}.yml"
    before = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {"services": []}
    dates = [(one.pop("checked_on", ""), one) for one in before["services"]]
    dated = [
        {**service, "checked_on": next((date for date, old in dates if old == service), "")} for service in services
    ]
    zone = {"timezone": before["timezone"]} if "timezone" in before else {}
    content = {"code": code, **zone, "services": dated}
    text = HEADER + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, default_flow_style=None, width=1000)
    parse_country(file.name, text)
    file.write_text(text, encoding="utf-8")


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Import the table named on the command line; return the exit status, 2 for a wrong call."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    table = Path(arguments[0])
    folder = root / "data" / "directory"
    folder.mkdir(parents=True, exist_ok=True)
    countries = parse_table(table.name, table.read_text(encoding="utf-8"))
    for code, services in countries.items():
        write_country(folder, code, services)
    services_count = sum(len(services) for services in countries.values())
    print(f"{len(countries)} countries, {services_count} services")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
