"""What is sealed comes back as it was, whatever a child writes."""

import dataclasses
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from core.conversation import Conversation, ConversationId, Passport
from core.message import Button, Delivery, Draft, Kind, Message, Sender
from core.risk import Assessment, Category, Evidence, RiskLevel
from core.text import ChildText
from storage.serial import Envelope, dump_about, dump_draft, load_about, load_message

# Any character a device may send: NUL, bidi, halves of broken emoji.
words = st.text(st.characters(exclude_categories=()), max_size=200)
values = st.dictionaries(words, words, max_size=3)
buttons = st.builds(Button, words, words, values, st.booleans())
evidence = st.builds(
    Evidence, st.integers(0, 4000), st.integers(0, 4000), words, st.sampled_from(RiskLevel), st.sampled_from(Category),
    st.integers(0, 40),
)  # fmt: skip
assessments = st.builds(
    Assessment, st.sampled_from(RiskLevel), st.sampled_from(Category), st.lists(evidence, max_size=3).map(tuple)
)
drafts = st.builds(
    Draft, st.sampled_from(Sender), words.map(ChildText), words, language=st.none() | words,
    kind=st.sampled_from(Kind), name=st.none() | words, values=values, buttons=st.lists(buttons, max_size=3).map(tuple),
    tapped=st.none() | buttons, simple=st.booleans(), assessment=st.none() | assessments, author=st.none() | words,
    delivery=st.sampled_from(Delivery), play=st.booleans(),
)  # fmt: skip
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner) | st.dictionaries(words, inner),
    max_leaves=8,
)


@given(drafts)
def test_a_message_comes_back_as_it_was(draft):
    """Every field of a draft survives sealing, together with what stands in its row."""
    at = datetime(2026, 3, 1, tzinfo=UTC)
    loaded = load_message(dump_draft(draft), Envelope(ConversationId("c"), 7, at, draft.delivery, "4711"))
    given_fields = {field.name: getattr(draft, field.name) for field in dataclasses.fields(draft)}
    assert loaded == Message(**given_fields, conversation=ConversationId("c"), seq=7, at=at, remote_id="4711")


@given(
    words,
    st.lists(st.sampled_from(Category)).map(tuple),
    st.none() | words,
    st.booleans(),
    st.dictionaries(words, json_values),
)
def test_what_is_known_of_a_conversation_comes_back(address, categories, country, yes, state):
    """Address, categories, country, passport and the assistant's state survive sealing."""
    conversation = Conversation(
        ConversationId("c"), "web", address, datetime(2026, 3, 1, tzinfo=UTC), categories=categories, country=country,
        passport=Passport(simple_words=yes, read_aloud=not yes), assistant_state=state,
    )  # fmt: skip
    about = load_about(dump_about(conversation))
    for field in dataclasses.fields(about):
        assert getattr(about, field.name) == getattr(conversation, field.name)
