"""Measuring triage: what is counted, how it is shown, and what is written."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import BadData
from core.risk import Assessment, Category, RiskLevel
from tests.triage.conftest import MakeTriage
from triage import __main__ as program
from triage.evaluate import BASELINE, PAGE, add_arguments, evaluate, load_baseline
from triage.measure import Outcome, Share, assess_cases, count, find_worse, make_report
from triage.report import BY_HAND, render_misses, render_page, to_json
from triage.riskcheck import FOLDER, Case, find_problems, load_cases, load_file
from triage.training import find_written, load_examples

NONE, ELEVATED, HIGH, EMERGENCY = RiskLevel
HURT, ENDED = Category.PHYSICAL_ABUSE, Category.SUICIDE
FILE = """tag: en
language: en
alarm:
  explicit_statement:
    - {level: high, category: physical_abuse, text: "my dad hits me"}
    - {level: emergency, category: physical_abuse, text: "he hits me with a belt"}
    - {level: elevated, category: bullying, text: "nobody likes me"}
  history_together:
    - {level: high, category: physical_abuse, text: "hits me", history: ["it is about home", "my dad"]}
quiet:
  idiom_benign:
    - "dying of laughter"
    - "i am dying to see you"
"""
MakeRoot = Callable[..., Path]


def _write(root: Path, text: str = FILE, tag: str = "en") -> Path:
    """Write one file of the test set; return it."""
    path = root / FOLDER / f"{tag}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("tag: en", f"tag: {tag}"), encoding="utf-8")
    return path


def _chosen(*arguments: str) -> Namespace:
    """Return parsed arguments."""
    parser = ArgumentParser()
    add_arguments(parser)
    return parser.parse_args(arguments)


def _outcome(wanted: RiskLevel, found: RiskLevel, category: Category = HURT, named: Category = HURT) -> Outcome:
    """Return one outcome."""
    case = Case("en", "en", "typo" if wanted else "idiom_benign", "x", (), wanted, category, "f", 1)
    return Outcome(case, Assessment(found, named))


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (29, 29, 0.8830, 1.0), (50, 100, 0.4038, 0.5962), (1, 1, 0.2065, 1)],
)
def test_share_has_a_wilson_interval(hits: int, total: int, low: float, high: float) -> None:
    """The intervals are those of published tables."""
    assert Share(hits, total).interval == pytest.approx((low, high), abs=1e-4)
    assert Share(hits, total).rate == hits / total


def test_share_of_nothing_is_unknown() -> None:
    """No cases, no figure; precision is unknown too."""
    assert (Share(0, 0).rate, Share(0, 0).interval) == (None, None)
    assert count([]).precision(0.1) is None


def test_share_is_compared_by_rate() -> None:
    """Files may grow: three of four is better than five of seven and no worse than six of eight."""
    assert Share(5, 7).is_worse_than(Share(3, 4))
    assert not Share(3, 4).is_worse_than(Share(6, 8))


def test_count_tells_levels_categories_and_false_alarms() -> None:
    """Each figure counts what its name says, of the cases it is about."""
    figures = count(
        [
            _outcome(HIGH, HIGH),
            _outcome(EMERGENCY, ELEVATED),
            _outcome(EMERGENCY, HIGH, named=ENDED),
            _outcome(ELEVATED, NONE),
            _outcome(NONE, NONE),
            _outcome(NONE, ELEVATED),
            _outcome(NONE, HIGH),
        ]
    )
    assert (figures.recall, figures.false_alarms, figures.false_high) == (Share(3, 4), Share(2, 3), Share(1, 3))
    assert (figures.emergencies, figures.near_level, figures.category) == (Share(1, 2), Share(2, 3), Share(2, 3))


def test_precision_follows_from_how_common_risk_is() -> None:
    """Recall 1 at 10 % false alarms: of ten flagged about five are right when one message in ten carries risk."""
    outcomes = [_outcome(HIGH, HIGH)] * 10 + [_outcome(NONE, HIGH)] + [_outcome(NONE, NONE)] * 9
    found = count(outcomes).precision(0.10)
    assert found is not None
    value, low, high = found
    assert value == pytest.approx(0.1 / 0.19)
    assert 0 < low < value < high < 1
    nothing_flagged = count([_outcome(HIGH, NONE), _outcome(NONE, NONE)]).precision(0.1)
    assert nothing_flagged is not None
    assert nothing_flagged[0] == 0


def test_report_counts_false_alarms_under_the_category_named() -> None:
    """A quiet sentence taken for suicide is a false alarm of suicide, of all quiet sentences."""
    outcomes = [_outcome(HIGH, HIGH, ENDED, ENDED), _outcome(NONE, HIGH, named=ENDED), _outcome(NONE, NONE)]
    report = make_report(outcomes, outcomes)
    assert report.categories["suicide"].false_alarms == Share(1, 2)
    assert report.categories["suicide"].recall == Share(1, 1)
    assert report.functionalities["idiom_benign"].false_alarms == Share(1, 2)
    assert report.cells == {"en": {"typo": Share(1, 1), "idiom_benign": Share(1, 2)}}


def test_worse_cells_are_found() -> None:
    """A cell that fell or is gone is named; one that is new or of a language not looked at is not."""
    was = {"en": {"typo": Share(3, 4), "emoji": Share(1, 2)}, "fr": {"typo": Share(4, 4)}}
    assert find_worse({"en": {"typo": Share(2, 4), "elongation": Share(0, 4)}}, was) == [
        ("en", "typo", Share(2, 4), Share(3, 4)),
        ("en", "emoji", Share(0, 1), Share(1, 2)),
    ]


def test_cases_are_read_and_assessed(make_triage: MakeTriage, tmp_path: Path) -> None:
    """Level, category, history and place of each case are those of the file, and the history is assessed with it."""
    cases = load_file(_write(tmp_path), tmp_path)
    assert [case.line for case in cases] == [5, 6, 7, 9, 12, 13]
    together = cases[3]
    assert (together.history, together.level, together.category) == (("it is about home", "my dad"), HIGH, HURT)
    assert (cases[4].is_alarm, cases[4].category, cases[4].functionality) == (False, Category.NONE, "idiom_benign")
    right = [one.is_right for one in assess_cases(make_triage(), cases)]
    assert right == [True, True, False, True, True, False]


@pytest.mark.parametrize(
    ("change", "line", "reason"),
    [
        (("tag: en", "tag: fr"), 1, "the file is called en"),
        (("language: en", "language: fr"), 2, "the language of en is en"),
        (("explicit_statement", "explicit"), 5, "unknown key explicit"),
        (("idiom_benign", "typo"), 12, "unknown key typo"),
        (("level: high", "level: none"), 5, "none is none of: elevated, high, emergency"),
        (("category: bullying", "category: sadness"), 7, "sadness is none of"),
        (("category: bullying, ", ""), 7, "category is missing"),
        (('"nobody likes me"', '""'), 7, "a sentence is empty"),
        (("quiet:", "calm:"), 11, "unknown key calm"),
    ],
)
def test_malformed_case_is_named(tmp_path: Path, change: tuple[str, str], line: int, reason: str) -> None:
    """Every kind of mistake is named with its line."""
    path = tmp_path / FOLDER / "en.yml"
    path.parent.mkdir(parents=True)
    path.write_text(FILE.replace(*change, 1), encoding="utf-8")
    with pytest.raises(BadData) as caught:
        load_file(path, tmp_path)
    assert (caught.value.line, reason in caught.value.reason) == (line, True), caught.value


def test_problems_of_a_file_are_found(tmp_path: Path) -> None:
    """Too small, a sentence twice in another spelling, and one that triage was made with are named."""
    doubled = FILE.replace("i am dying to see you", "Dying of laughter!!")
    cases = load_file(_write(tmp_path, doubled.replace("laughter!!", "laaaaughter")), tmp_path)
    assert list(find_problems(cases, {"my dad hits me": "data/en/triage/a.yml:3"})) == [
        "4 that must alarm and 2 that must not: 75 and 55 are wanted, and 42% that must not",
        f"{FOLDER}/en.yml:5: 'my dad hits me' also stands in data/en/triage/a.yml:3, so it tests nothing",
        f"{FOLDER}/en.yml:13: 'Dying of laaaaughter' also stands in {FOLDER}/en.yml:12",
    ]


def test_problems_are_none_in_a_large_file() -> None:
    """A file that is large enough and says nothing twice is fine."""
    cases = [
        Case("en", "en", "typo", f"number {at}", (), HIGH if at < 75 else NONE, HURT, "f", at) for at in range(135)
    ]
    assert list(find_problems(cases, {})) == []


EXAMPLES = "examples:\n  suicide:\n    - Sentence one\n  none:\n    - sentence two\n"


def test_every_sentence_triage_was_made_with_is_known(make_triage: MakeTriage, make_root: MakeRoot) -> None:
    """Examples of rules, everyday sentences and examples.yml are found in their one spelling."""
    files = {"en/triage/examples.yml": EXAMPLES, "en/triage/more.yml": "quiet: [All is fine]"}
    written = find_written(make_triage(files).book, make_root(files))
    assert written["sentence one"] == "data/en/triage/examples.yml:3"
    assert written["all is fine"] == "data/en/triage/more.yml:1"
    assert {"my dad hits me", "a belt"} < written.keys()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("suicide", "sadness"), "unknown key sadness"),
        (("Sentence one", "''"), "empty"),
        (("examples:", "x:"), "key x"),
    ],
)
def test_malformed_examples_are_named(make_root: MakeRoot, change: tuple[str, str], reason: str) -> None:
    """A category that is none, an empty sentence and a wrong key are named."""
    with pytest.raises(BadData, match=reason):
        load_examples(make_root({"en/triage/examples.yml": EXAMPLES.replace(*change, 1)}))


def test_cases_of_some_languages_only(tmp_path: Path) -> None:
    """A tag takes one dialect, a language all of them; a name that is not there is said."""
    _write(tmp_path)
    _write(tmp_path, tag="en-GB")
    assert {case.tag for case in load_cases(tmp_path, ["en"])} == {"en", "en-GB"}
    assert {case.tag for case in load_cases(tmp_path, ["en-GB"])} == {"en-GB"}
    with pytest.raises(BadData, match="nothing for xx; there is: en, en-GB"):
        load_cases(tmp_path, ["xx", "en"])


def test_misses_say_what_was_said(make_triage: MakeTriage, tmp_path: Path) -> None:
    """Each miss has its place, functionality, what was wanted, what was said by which rule, and the words."""
    outcomes = assess_cases(make_triage(), load_file(_write(tmp_path), tmp_path))
    assert list(render_misses(outcomes)) == [
        f"{FOLDER}/en.yml:7: explicit_statement: elevated bullying, not none: 'nobody likes me'",
        f"{FOLDER}/en.yml:13: idiom_benign: none, not high (en.mind.wish): 'i am dying to see you'",
    ]


def test_misses_show_the_history(make_triage: MakeTriage, tmp_path: Path) -> None:
    """What was said before stands in front of the words."""
    file = _write(tmp_path, FILE.replace('"my dad"]', '"my cat"]'))
    lines = list(render_misses(assess_cases(make_triage(), load_file(file, tmp_path))))
    assert lines[1].endswith("high physical_abuse, not none: 'it is about home' … 'my cat' … 'hits me'")


def test_evaluate_shows_tables(make_triage: MakeTriage, tmp_path: Path) -> None:
    """Over all, by language, category and functionality, and each cell."""
    _write(tmp_path)
    text = " ".join("\n".join(evaluate(make_triage(), _chosen(), tmp_path)).split())
    assert "| all | 4 + 2 | 0.750 | 0.301 to 0.954 |" in text
    assert "| rules alone | 4 + 2 | 0.750 |" in text
    assert "| explicit_statement | says plainly what happens | flagged | 3 | 0.667 |" in text
    assert "| idiom_benign | 1/2 |" in text
    assert not (tmp_path / BASELINE).exists()


def test_evaluate_writes_page_and_baseline(make_triage: MakeTriage, tmp_path: Path) -> None:
    """What was written by hand stays when the page is written anew; the baseline is read back as it was."""
    _write(tmp_path)
    (tmp_path / PAGE).parent.mkdir(parents=True)
    list(evaluate(make_triage(), _chosen("--write"), tmp_path))
    page = tmp_path / PAGE
    first = page.read_text(encoding="utf-8")
    assert "Nothing is written here yet." in first
    page.write_text(first.replace("Nothing is written here yet.", "Emoji.").replace("0.750", "0.999"), encoding="utf-8")
    list(evaluate(make_triage(), _chosen("--write"), tmp_path))
    second = page.read_text(encoding="utf-8")
    assert second == first.replace("Nothing is written here yet.", "Emoji.")
    assert load_baseline(tmp_path)["en"]["explicit_statement"] == Share(2, 3)


def test_evaluate_can_leave_the_second_opinion_out(make_triage: MakeTriage, tmp_path: Path) -> None:
    """`--rules` shows what the rules alone miss, also where a second opinion would have helped."""
    _write(tmp_path)
    lines = list(evaluate(make_triage(), _chosen("--rules", "--misses"), tmp_path))
    assert [line.partition(": ")[0] for line in lines] == [f"{FOLDER}/en.yml:7", f"{FOLDER}/en.yml:13"]


def test_evaluate_writes_json(make_triage: MakeTriage, tmp_path: Path) -> None:
    """A program reads the same figures, with None where there is nothing to count."""
    _write(tmp_path)
    list(evaluate(make_triage(), _chosen("--misses", "--json", str(tmp_path / "figures.json")), tmp_path))
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert (figures["total"]["recall"]["hits"], figures["total"]["recall"]["total"]) == (3, 4)
    assert figures["total"]["precision"]["0.1"]["low"] < figures["total"]["precision"]["0.1"]["value"]
    assert figures["functionalities"]["idiom_benign"]["recall"]["rate"] is None
    assert figures["functionalities"]["idiom_benign"]["precision"]["0.02"] is None
    assert figures["cells"]["en"]["idiom_benign"] == [1, 2]


def test_evaluate_writes_for_all_languages_only(make_triage: MakeTriage, tmp_path: Path) -> None:
    """A baseline of some languages would forget the others; one of the rules alone would hide what got worse."""
    for argument in ("en", "--rules", "--fresh"):
        with pytest.raises(BadData, match="only --write may stand there"):
            list(evaluate(make_triage(), _chosen("--write", argument), tmp_path))


def test_no_baseline_is_an_empty_one(tmp_path: Path) -> None:
    """Before the first `--write` nothing is recorded."""
    assert load_baseline(tmp_path) == {}


def test_page_of_one_kind_of_case_has_no_empty_rows() -> None:
    """A functionality without a case is left out; a share of nothing is a dash."""
    page = render_page(make_report([_outcome(HIGH, HIGH)], []), "")
    assert "| idiom_benign" not in page
    assert "–" in page
    assert page.count(BY_HAND[0]) == page.count(BY_HAND[1]) == 1
    assert to_json(make_report([], []))["cells"] == {}


def test_program_evaluates(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m triage evaluate` prints what `evaluate` yields, and a mistake as a sentence."""
    monkeypatch.setattr(program, "Triage", lambda: None)
    monkeypatch.setattr(program, "evaluate", lambda triage, chosen: iter([f"{chosen.tags} {chosen.write}"]))
    assert program.main(["evaluate", "en"]) == 0
    assert capsys.readouterr().out == "['en'] False\n"

    def fail(triage: object, chosen: object) -> None:
        """Act like a folder with a mistake."""
        raise BadData("tests/triage/riskcheck/en.yml", 3, "a sentence is empty")

    monkeypatch.setattr(program, "evaluate", fail)
    assert program.main(["evaluate"]) == 2
    assert capsys.readouterr().err == "tests/triage/riskcheck/en.yml:3: a sentence is empty\n"
