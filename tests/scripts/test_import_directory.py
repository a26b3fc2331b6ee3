"""Importing the table of helplines: what is written, what is left out, what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import BadData
from languages.directory import load_directory
from scripts.import_directory import main, parse_table

COLUMNS = (
    "country_iso2,country_en,country_ar,service_name_en,service_name_ar,kind,phone,short_code,whatsapp,sms,"
    "chat_url,hours,languages,free_to_call,for_deaf,source_url,confidence"
)
HELPLINE = (
    "IQ,Iraq (North),العراق (الشمال),Listening line,خط,child_helpline,+964 1 234; +964 5 678 (the capital),116,"
    ",yes (number not listed),,24/7 (assumed),Arabic; French (assumed),yes,,https://lines.example/iq,high"
)


def make_table(folder: Path, *rows: str) -> Path:
    """Write a table with *rows* and return its path."""
    table = folder / "table.csv"
    table.write_text("\n".join([COLUMNS, *rows]) + "\n", encoding="utf-8")
    return table


def test_import_writes_files_that_load(tmp_path: Path) -> None:
    """A line of the table becomes a service with numbers as lists, remarks gone and guesses marked."""
    assert main([str(make_table(tmp_path, HELPLINE))], tmp_path) == 0
    (service,) = load_directory(tmp_path)["IQ"].services
    assert service.phone == ("+964 1 234", "+964 5 678")
    assert (service.short, service.sms) == (("116",), ())
    assert service.area == {"en": "North", "ar": "الشمال"}
    assert (service.languages, service.hours) == (("ar", "fr"), "24/7")
    assert service.assumed == ("hours", "languages")
    assert (service.free, service.source, service.checked_on) == ("yes", "https://lines.example/iq", "")


@pytest.mark.parametrize(
    "change", [("+964 1 234; +964 5 678 (the capital),116", ","), ("https://lines.example/iq", "")]
)
def test_import_leaves_out_what_nobody_can_use_or_check(tmp_path: Path, change: tuple[str, str]) -> None:
    """A line without any number, or without a source, is not written."""
    main([str(make_table(tmp_path, HELPLINE.replace(*change)))], tmp_path)
    assert load_directory(tmp_path)["IQ"].services == ()


def test_import_keeps_the_date_of_an_unchanged_service_only(tmp_path: Path) -> None:
    """A service that somebody tried keeps its date when imported again, and loses it when its number changes."""
    table = make_table(tmp_path, HELPLINE)
    main([str(table)], tmp_path)
    file = tmp_path / "data" / "directory" / "IQ.yml"
    file.write_text(file.read_text("utf-8").replace("checked_on: ''", "checked_on: '2026-01-31'"), "utf-8")
    main([str(table)], tmp_path)
    assert load_directory(tmp_path)["IQ"].services[0].checked_on == "2026-01-31"
    main([str(make_table(tmp_path, HELPLINE.replace(",116,", ",117,")))], tmp_path)
    assert load_directory(tmp_path)["IQ"].services[0].checked_on == ""


def test_import_refuses_what_could_not_be_read_again(tmp_path: Path) -> None:
    """A kind that the directory does not know stops the import, and no file is written."""
    with pytest.raises(BadData, match="unknown kind"):
        main([str(make_table(tmp_path, HELPLINE.replace("child_helpline", "shop")))], tmp_path)
    assert list((tmp_path / "data" / "directory").iterdir()) == []


@pytest.mark.parametrize("change", [("Arabic;", "Klingon;"), (COLUMNS, COLUMNS.replace(",hours", ",times"))])
def test_parse_table_names_the_line(change: tuple[str, str]) -> None:
    """An unknown language and a missing column are reported with the number of the line."""
    with pytest.raises(BadData, match=r"^table\.csv:2: unknown or missing"):
        parse_table("table.csv", f"{COLUMNS}\n{HELPLINE}\n".replace(*change))


def test_main_explains_itself_when_called_wrongly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a path the command says how it is called and returns 2."""
    assert main([], tmp_path) == 2
    assert "helplines.csv" in capsys.readouterr().err
