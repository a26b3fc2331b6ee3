"""Marks in a child's words."""

from hypothesis import given
from hypothesis import strategies as st

from console.evidence import EvidenceBook, Piece, Span, cut, telling
from core.message import Kind, Message, Sender
from core.risk import Assessment, Category, Evidence, RiskLevel
from core.text import ChildText

SPANS = st.lists(
    st.builds(Span, st.integers(-3, 40), st.integers(-3, 40), st.integers(1, 5)), max_size=8
)  # fmt: skip


def said(seq, text, *evidence, kind=Kind.WORDS, sender=Sender.CHILD):
    """Make a message with evidence given as (start, end, rule, turns ago)."""
    found = tuple(
        Evidence(start, end, rule, RiskLevel.HIGH, Category.BULLYING, ago) for start, end, rule, ago in evidence
    )
    return Message(sender, ChildText(text), f"web:{seq}", kind=kind, assessment=Assessment(evidence=found), seq=seq)


@given(st.text(max_size=40), SPANS)
def test_no_letter_is_lost_or_doubled_whatever_the_spans(text, spans):
    """The pieces joined are the text, for overlapping, empty, reversed and far-away spans too."""
    assert "".join(piece.text for piece in cut(text, spans)) == text


@given(st.text(min_size=1, max_size=40), SPANS)
def test_every_letter_of_a_span_is_marked_with_its_number(text, spans):
    """A letter inside a span stands in a piece that carries the span's number."""
    place, carried = 0, {}
    for piece in cut(text, spans):
        carried |= {place + offset: piece.numbers for offset in range(len(piece.text))}
        place += len(piece.text)
    for span in spans:
        for letter in range(max(0, span.start), min(len(text), span.end)):
            assert span.number in carried[letter]


def test_overlapping_spans_become_one_mark_with_both_numbers():
    """Two rules that share letters make one mark that leads to both reasons."""
    assert cut("he hits me hard", [Span(3, 10, 1), Span(8, 15, 2)]) == [Piece("he "), Piece("hits me hard", (1, 2))]


def test_empty_words_are_one_empty_piece():
    """A message without words still has a piece to show."""
    assert cut("", []) == [Piece("")]


def test_what_repeats_a_stronger_piece_is_left_out():
    """Four rules that saw one blow are one reason; another category and other letters are reasons of their own."""
    high, emergency = RiskLevel.HIGH, RiskLevel.EMERGENCY
    beaten = Evidence(0, 20, "en.family", emergency, Category.PHYSICAL_ABUSE)
    found = [
        beaten,
        Evidence(0, 20, "ar.family", high, Category.PHYSICAL_ABUSE),
        Evidence(4, 12, "en.hits", high, Category.PHYSICAL_ABUSE),
        Evidence(4, 12, "en.insult", high, Category.EMOTIONAL_ABUSE),
        Evidence(15, 25, "en.belt", high, Category.PHYSICAL_ABUSE),
        Evidence(0, 20, "en.before", high, Category.PHYSICAL_ABUSE, turns_ago=1),
    ]
    assert telling(found) == [beaten, found[3], found[4], found[5]]


def test_one_rule_keeps_one_number_through_a_conversation():
    """The same rule in two messages is one reason; a new one gets the next number."""
    book = EvidenceBook()
    book.add(said(1, "abc", (0, 1, "a", 0)))
    book.add(said(3, "abc", (0, 1, "a", 0), (1, 2, "b", 0)))
    assert [(one.number, one.evidence.rule) for one in book.reasons] == [(1, "a"), (2, "b")]
    assert list(book.spans(3)) == [Span(0, 1, 1), Span(1, 2, 2)]


def test_evidence_in_earlier_words_marks_that_message_and_says_so():
    """Evidence of earlier turns counts back over the child's words only, not over taps and the robot."""
    book = EvidenceBook()
    assert book.add(said(1, "my dad")) == frozenset()
    book.add(said(2, "what did he do", sender=Sender.ROBOT))
    book.add(said(3, "no", kind=Kind.TAP))
    assert book.add(said(4, "again last night", (0, 5, "again", 0), (3, 6, "dad", 1))) == {1}
    assert list(book.spans(1)) == [Span(3, 6, 2)]
    assert list(book.spans(4)) == [Span(0, 5, 1)]


def test_evidence_in_words_out_of_sight_is_still_a_reason():
    """Evidence in a message the page does not show marks nothing, and is listed all the same."""
    book = EvidenceBook()
    assert book.add(said(9, "again", (0, 3, "dad", 5))) == frozenset()
    assert [one.evidence.rule for one in book.reasons] == ["dad"]
