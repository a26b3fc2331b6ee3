"""Telling languages apart: short messages of children, ways of writing, and languages that are not served."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadData
from languages.detect import CUES_FILE, Detection, detect, load_cues

SERVED = ("ar", "en", "fr", "ur")
ENGLISH = """hi|hello|i need help|my dad hits me|im scared|i dont wanna live|pls help me|no one likes me|can u talk
what is this|HELP|school is hard|who are you|I feel so alone|they bully me at school|thank you|heeelp me pleaseee"""
FRENCH = """bonjour|salut ca va|j'ai peur|jai besoin d'aide|mon père me frappe|je veux mourir|personne m'aime|aidez moi
oui|c'est qui|je suis triste|on se moque de moi|j'en peux plus|slt|à l'école ils m'embêtent|merci beaucoup"""
ARABIC = """مرحبا|انا خايفة|أبي يضربني|ساعدوني|بدي احكي مع حدا|عايز اموت|ابغى اهرب من البيت|واش كاين شي حد|شلونك
ما حدا بيحبني|السلام عليكم|نعم|لا|محتاجة مساعدة|المدرسة صعبة|خااااايفة"""
ARABIZI = """ana 5ayfa|baba biydrobni kol yom|3ayza amoot|msh 3arfa a3mel eh|ana ta3bana awi|bidi a7ki ma3 7ada|sa3douni
wallah ma fi 7ada|keefak|khayfa mn baba|7abibi ana za3lan|la2 mesh 3ayez|el madrase s3be|shu 3am ysir|ma7ada by7ebni"""
URDU = """مجھے ڈر لگتا ہے|ابو مارتے ہیں|میری مدد کریں|السلام علیکم
میں ٹھیک نہیں ہوں|کیا آپ انسان ہیں|اسکول میں سب تنگ کرتے ہیں
جی ہاں|نہیں|میں مرنا چاہتا ہوں|بھائی نے مارا|کوئی ہے|شکریہ|مجھے بات کرنی ہے|گھر نہیں جانا"""
ROMAN_URDU = """mujhe dar lag raha hai|abbu mujhe marte hain|meri madad karo|main theek nahi hoon|kya aap insan hain
koi hai|mein marna chahta hun|school mein sab tang karte hain|ghar nahi jana|shukriya|haan ji|bohat dukhi hoon
kuch samajh nahi aata|mera bhai|ammi nahi sunti"""
NOT_SERVED = """ich habe Angst vor meinem Vater|hola me llamo Ana|merhaba nasılsın|من از پدرم می‌ترسم خیلی
Привет как дела|saya takut ayah|waxaan ka cabsanayaa aabbe|שלום מה שלומך|আমি ভালো নেই|我很害怕"""


def _samples(tag: str, lines: str) -> list[tuple[str, str]]:
    """Return (tag, sentence) for every sentence of a table."""
    return [(tag, text) for text in lines.replace("\n", "|").split("|")]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        *_samples("en", ENGLISH),
        *_samples("fr", FRENCH),
        *_samples("ar", ARABIC),
        *_samples("ar", ARABIZI),
        *_samples("ur", URDU),
        *_samples("ur", ROMAN_URDU),
    ],
)
def test_detect_knows_short_messages(tag: str, text: str) -> None:
    """A short message of a child is given its language."""
    assert detect(text, SERVED).language == tag


@pytest.mark.parametrize(("_", "text"), _samples("", NOT_SERVED))
def test_detect_does_not_force_a_language_that_is_not_served(_: str, text: str) -> None:
    """A language nobody here serves is not taken for one that is."""
    assert detect(text, SERVED) == Detection(None, 0.0)


@pytest.mark.parametrize("text", ["", " ", "😂😂", "...", "123", "👍🏽", "\u200b", "x"])
def test_detect_is_silent_without_letters(text: str) -> None:
    """Emoji, digits and signs have no language."""
    assert detect(text, SERVED) == Detection(None, 0.0)


@pytest.mark.parametrize(
    ("text", "tags", "tag"),
    [
        ("मैं डरा हुआ हूँ", ("hi",), "hi"),
        ("মা আমাকে মারে", ("bn",), "bn"),
        ("як справи, її", ("ru", "uk"), "uk"),
        ("как дела", ("ru", "uk"), "ru"),
        ("من خیلی می‌ترسم", ("fa", "ur"), "fa"),
        ("ez ditirsim, bavê min", ("kmr", "tr"), "kmr"),
    ],
)
def test_detect_serves_what_it_is_asked_for(text: str, tags: tuple[str, ...], tag: str) -> None:
    """Languages that come later are told apart by script, letters and words already."""
    assert detect(text, tags).language == tag


def test_is_sure_needs_a_language_and_confidence() -> None:
    """Only a clear message may change the language of a conversation."""
    assert detect("I feel so alone and nobody helps me", SERVED).is_sure
    assert not Detection("en", 0.5).is_sure
    assert not Detection(None, 1.0).is_sure


@pytest.mark.parametrize("text", ["gr8 m8 see u 2day", "room5 is on the 2nd floor", "my mp3 is 5gb", "call me 2moro"])
def test_detect_does_not_take_numbers_in_english_for_arabizi(text: str) -> None:
    """Digits in English chat do not make it Arabic."""
    assert detect(text, SERVED).language != "ar"


@given(st.text())
def test_detect_never_raises(text: str) -> None:
    """Any string gets an answer: a served tag or None, with a confidence from 0 to 1."""
    found = detect(text, SERVED)
    assert found.language in (*SERVED, None)
    assert 0.0 <= found.confidence <= 1.0


@pytest.mark.parametrize("content", ["words: [", "words: []", "- a", "scripts: {}\nletters: {}\nwords: [{tag: en}]"])
def test_load_cues_names_the_broken_file(tmp_path: Path, content: str) -> None:
    """A malformed cue list stops the start and is named."""
    file = tmp_path / CUES_FILE
    file.parent.mkdir(parents=True)
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadData, match=r"detect\.yml"):
        load_cues(tmp_path)
