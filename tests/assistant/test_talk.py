"""What the assistant says and asks to be done, through the real Rasa process."""

from __future__ import annotations

import pytest

from core.message import Say
from tests.assistant.conftest import UNKNOWN, Child, done, labels, said

pytestmark = pytest.mark.timeout(300)

SAFETY_QUESTION = "utter_ask_safe_now"


async def test_greeting_offers_topics_and_a_person(child: Child) -> None:
    """A greeting is answered with topics, and a person is one tap away."""
    reply = await child.says("hello")
    assert said(reply) == ["utter_greet"]
    assert {"button_else", "button_person"} <= set(labels(reply))


@pytest.mark.parametrize(
    ("intent", "sentence"),
    [
        ("help", "utter_help"),
        ("ask_is_robot", "utter_is_robot"),
        ("ask_is_secret", "utter_is_secret"),
        ("ask_is_free", "utter_is_free"),
        ("thanks", "utter_thanks"),
        ("goodbye", "utter_goodbye"),
        ("out_of_scope", "utter_out_of_scope"),
        ("more_topics", "utter_more_topics"),
        ("change_mode", "utter_ask_mode"),
        ("change_language", "utter_ask_language"),
    ],
)
async def test_intent_has_its_sentence(child: Child, intent: str, sentence: str) -> None:
    """Each of these intents is answered with its one sentence and no command."""
    reply = await child.taps(f"/{intent}")
    assert said(reply) == [sentence]
    assert not done(reply)


@pytest.mark.parametrize("topic", ["sadness", "bullying", "loneliness", "school_stress"])
async def test_topic_is_taken_up_with_a_person_in_reach(child: Child, topic: str) -> None:
    """A topic gets its sentence, with a person and a way out under it."""
    reply = await child.taps(f"/talk_{topic}")
    assert said(reply) == [f"utter_talk_{topic}"]
    assert labels(reply) == ["button_person", "button_else", "button_stop"]


@pytest.mark.parametrize("topic", ["physical_violence", "online_exploitation", "anxiety", "family_conflict"])
async def test_topic_that_may_be_dangerous_asks_whether_the_child_is_safe(child: Child, topic: str) -> None:
    """After these topics the safety question follows, with answers on both sides and the choice not to say."""
    reply = await child.taps(f"/talk_{topic}")
    assert said(reply) == [f"utter_talk_{topic}", SAFETY_QUESTION]
    assert labels(reply) == [
        "button_safe_yes",
        "button_safe_no",
        "button_safe_unsure",
        "button_unsaid",
        "button_person",
    ]


async def test_safety_question_is_asked_once_when_answered(child: Child) -> None:
    """After a yes the question does not come back in the conversation."""
    await child.taps("/talk_anxiety")
    assert said(await child.taps('/answer_safe_now{"safe_now": "yes"}')) == ["utter_safe_yes"]
    assert said(await child.taps("/talk_physical_violence")) == ["utter_talk_physical_violence"]


@pytest.mark.parametrize(("answer", "level"), [("no", "high"), ("unsure", "elevated"), ("unsaid", None)])
async def test_answer_other_than_yes_calls_a_person(child: Child, answer: str, level: str | None) -> None:
    """No and unsure raise the level; all of them hand off with a kind sentence first."""
    await child.taps("/talk_physical_violence")
    reply = await child.taps(f'/answer_safe_now{{"safe_now": "{answer}"}}')
    raised = [("raise_level", {"level": level, "category": "none"})] if level else []
    assert said(reply) == [f"utter_safe_{answer}"]
    assert done(reply) == [*raised, ("hand_off", {"reason": "safety_answer"})]
    assert child.state["loop"] is None


@pytest.mark.parametrize("words", ["no", "لا", "non", "نہیں"])
async def test_typed_no_answers_the_safety_question(child: Child, words: str) -> None:
    """A typed no in any language is a no to the question that was asked."""
    await child.taps("/talk_physical_violence")
    assert ("hand_off", {"reason": "safety_answer"}) in done(await child.says(words))


async def test_safety_question_of_the_turn_takes_a_typed_answer(child: Child) -> None:
    """When the turn itself asked the question, a typed no is understood as its answer."""
    child.slots["asked"] = SAFETY_QUESTION
    assert ("hand_off", {"reason": "safety_answer"}) in done(await child.says("no"))


@pytest.mark.parametrize("topic", ["hurt_self", "someone_there"])
async def test_typed_answer_to_the_turns_own_question(child: Child, topic: str) -> None:
    """A typed no calms; a typed yes that triage did not read calls a person all the same."""
    child.slots["asked"] = f"utter_ask_{topic}"
    assert said(await child.says("no")) == [f"utter_{topic}_no"]
    child.slots["asked"] = f"utter_ask_{topic}"
    assert ("hand_off", {"reason": "safety_answer"}) in done(await child.says("yes"))


async def test_small_question_in_between_keeps_the_safety_question(child: Child) -> None:
    """A question about the robot is answered, and then the safety question stands again."""
    await child.taps("/talk_physical_violence")
    assert said(await child.says("are you a robot?")) == ["utter_is_robot", SAFETY_QUESTION]


async def test_danger_now_calls_a_person_at_once(child: Child) -> None:
    """Danger raises the level and hands off, also in the middle of a form."""
    await child.taps("/find_numbers")
    reply = await child.taps("/in_danger_now")
    assert said(reply) == ["utter_in_danger"]
    assert done(reply) == [("raise_level", {"level": "high", "category": "none"}), ("hand_off", {"reason": "risk"})]


async def test_asking_for_a_person_calls_one(child: Child) -> None:
    """Asking for a person leads to nothing but the hand-off, also in the middle of a form."""
    await child.taps("/talk_physical_violence")
    reply = await child.says("i want to talk to a real person")
    assert (said(reply), done(reply)) == ([], [("hand_off", {"reason": "asked"})])
    assert child.state["loop"] is None


async def test_same_topic_again_goes_on_listening(child: Child) -> None:
    """The sentence on a topic is not repeated when the child tells more of it."""
    await child.taps("/talk_sadness")
    assert said(await child.taps("/talk_sadness")) == ["utter_listening"]


async def test_not_understood_three_times_ends_at_a_person(child: Child) -> None:
    """First choices to tap, then another way of asking, then a person."""
    first, second, third = [await child.says(words) for words in UNKNOWN]
    assert said(first) == ["utter_unclear_first"]
    assert {"button_else", "button_person"} <= set(labels(first))
    assert said(second) == ["utter_unclear_second"]
    assert labels(second) == ["button_yes", "button_no", "button_unsaid", "button_person"]
    assert (said(third), done(third)) == ([], [("hand_off", {"reason": "not_understood"})])


async def test_understanding_starts_the_count_anew(child: Child) -> None:
    """A message that is understood in between makes the next unclear one the first again."""
    await child.says(UNKNOWN[0])
    await child.says("hello")
    assert said(await child.says(UNKNOWN[1])) == ["utter_unclear_first"]


async def test_typed_yes_answers_the_other_way_of_asking(child: Child) -> None:
    """A yes to "is something making you worried?" leads to topics."""
    await child.says(UNKNOWN[0])
    await child.says(UNKNOWN[1])
    assert said(await child.says("yes")) == ["utter_worried_yes"]


async def test_deleting_asks_first(child: Child) -> None:
    """Deleting happens after a yes, and a no keeps everything."""
    assert said(await child.taps("/delete_chat")) == ["utter_ask_delete_confirmed"]
    assert done(await child.taps('/answer_delete{"delete_confirmed": "no"}')) == []
    await child.taps("/delete_chat")
    assert done(await child.taps('/answer_delete{"delete_confirmed": "yes"}')) == [("delete_chat", {})]


@pytest.mark.parametrize("intent", ["say_simpler", "repeat", "read_aloud"])
async def test_words_are_said_again_as_wished(child: Child, intent: str) -> None:
    """Simpler, once more and aloud are commands of the same name."""
    assert done(await child.taps(f"/{intent}")) == [(intent, {})]


async def test_languages_are_offered_in_their_own_names(child: Child) -> None:
    """Each language button carries the language's own name, and a tap switches."""
    reply = await child.taps("/change_language")
    sentence = reply.steps[0]
    assert isinstance(sentence, Say)
    names = [button.values["language"] for button in sentence.buttons if button.name == "button_language_is"]
    assert names == ["العربية", "English", "Français", "اردو"]
    assert done(await child.taps(sentence.buttons[0].payload)) == [("set_language", {"language": "ar"})]


@pytest.mark.parametrize(
    ("mode", "command"),
    [
        ("simple", ("set_simple", {"on": "true"})),
        ("usual", ("set_simple", {"on": "false"})),
        ("aloud", ("set_aloud", {"on": "true"})),
        ("silent", ("set_aloud", {"on": "false"})),
    ],
)
async def test_mode_is_switched(child: Child, mode: str, command: tuple[str, dict[str, str]]) -> None:
    """Each way of talking is one command."""
    assert done(await child.taps(f'/tell_mode{{"mode": "{mode}"}}')) == [command]
