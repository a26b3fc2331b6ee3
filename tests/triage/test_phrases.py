"""The notation of concepts: what each mark reads, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import BadData
from triage.lexicon import Joined, Lexicon
from triage.phrases import parse_line
from triage.source import Source, load_source
from triage.words import cut

JOINED = Joined(always=("و",), beginnings=("ال", "l"), endings=("ني", "s"))


def _source(tmp_path: Path, text: str) -> Source:
    """Return *text* as one line of a rule file."""
    path = tmp_path / "a.yml"
    path.write_text(f'"{text}"', encoding="utf-8")
    return load_source(path, tmp_path)


def _is_read(tmp_path: Path, line: str, message: str) -> bool:
    """Return whether a concept written as *line* stands in *message*."""
    lexicon = Lexicon()
    lexicon.add(7, [parse_line(_source(tmp_path, line))], JOINED)
    return {hit.concept for hit in lexicon.find(cut(message))} == {7}


@pytest.mark.parametrize(
    ("line", "read", "not_read"),
    [
        ("kill myself", ["I KILL myself", "k.i.l.l myself"], ["kill", "kill or myself", "killing myself"]),
        ("hit|hits me", ["hit me", "hits me"], ["hit hits", "hit", "me"]),
        ("(end it|stop) now", ["end it now", "stop now"], ["end now", "it now"]),
        ("really? hate", ["really hate", "hate"], ["really"]),
        ("hate (so much)?", ["hate", "hate so much"], ["so much"]),
        ("cut*", ["cut", "cutting", "cuts"], ["cu", "uncut"]),
        (
            "~suicide",
            ["suicide", "suiicide", "sucide", "suicude", "siucide", "suicid"],
            ["suicidal", "decide", "cuicide"],
        ),
        ("+ضرب+", ["ضرب", "الضرب", "ضربني", "والضربني"], ["ضربكم", "يضرب"]),
        ("+bus+", ["lbus", "buss", "lbuss"], ["abus"]),
        ("bus", ["bus"], ["lbus", "buses"]),
        ("want _ die", ["want to die", "want xx die"], ["want die", "want to to die"]),
        ("want ... die", ["want die", "want to die", "want so to die"], ["want to go and die"]),
        ("k!ll", ["k!ll"], ["kll"]),
        ("killer", ["kiiiller", "killlller"], ["kiler no"]),
        ("secret", ["s3cret", "secr3t"], ["s8cret"]),
        ("💀", ["💀💀💀", "so 💀"], ["😂"]),
        ("don't go", ["dont go", "DON’T go"], ["do go"]),
    ],
)
def test_a_line_reads_what_it_says(tmp_path: Path, line: str, read: list[str], not_read: list[str]) -> None:
    """Each notation reads its forms and no others."""
    assert [message for message in read if not _is_read(tmp_path, line, message)] == []
    assert [message for message in not_read if _is_read(tmp_path, line, message)] == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "matches nothing"),
        ("may? be?", "matches nothing"),
        ("_ die", "begin and end with a word"),
        ("want ...", "begin and end with a word"),
        ("ab*", "at least 3 letters before its star"),
        ("a* b", "at least 2 letters must stand before a star"),
        ("~kill", "at least 6 letters for a tilde"),
        ("hit| me", "without a word"),
        ("+", "without a word"),
        ("+k!ll", "marks belong to a single word"),
        ("(a b", "a bracket is not closed"),
        ("(a (b) c)", "a bracket is not closed"),
        ("(a|) b", "empty choice"),
        ("(a b?|c) d", "cannot stand inside a bracket"),
        ("(a ... b|c) d", "cannot stand inside a bracket"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused(tmp_path: Path, line: str, reason: str) -> None:
    """A mistake in the notation is named."""
    with pytest.raises(BadData) as caught:
        parse_line(_source(tmp_path, line))
    assert reason in caught.value.reason


def test_lexicon_tells_the_concepts_of_lines_that_begin_alike(tmp_path: Path) -> None:
    """Lines share their beginnings and stay apart."""
    lexicon = Lexicon()
    for concept, line in enumerate(
        ["my|our dad", "my|our dad hits", "my|our mum", "(my|our) dog", "very? sad", "very? bad"]
    ):
        lexicon.add(concept, [parse_line(_source(tmp_path, line))], Joined())
    assert [hit.concept for hit in lexicon.find(cut("my dad hits"))] == [0, 1]
    assert [hit.concept for hit in lexicon.find(cut("our mum and very bad dog"))] == [2, 5, 5]


def test_lexicon_takes_the_same_line_twice(tmp_path: Path) -> None:
    """A line written twice is found once."""
    lexicon = Lexicon()
    line = parse_line(_source(tmp_path, "my dad"))
    lexicon.add(1, [line, line], Joined())
    assert [(hit.concept, hit.first, hit.end) for hit in lexicon.find(cut("oh my dad"))] == [(1, 1, 3)]
