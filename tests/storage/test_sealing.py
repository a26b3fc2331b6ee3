"""Sealing: what opens, what does not, and the file of the installation's key."""

import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingsError
from storage.sealing import Keyring, SealBroken, load_or_make_key, seal, unseal

KEY, OTHER_KEY = bytes(32), bytes([1]) * 32


@given(st.binary(max_size=5000), st.text(max_size=40), st.integers(0, 2**40), st.sampled_from(["body", "about"]))
def test_what_is_sealed_opens_in_its_place(plain, conversation, seq, field):
    """Any bytes come back from the place they were sealed for, and are not in the sealed value."""
    conversation = conversation.encode("utf-8", "ignore").decode()
    sealed = seal(KEY, plain, conversation, seq, field)
    assert unseal(KEY, sealed, conversation, seq, field) == plain
    assert len(plain) < 8 or plain not in sealed


@pytest.mark.parametrize(
    ("key", "conversation", "seq", "field"),
    [(OTHER_KEY, "a", 1, "body"), (KEY, "b", 1, "body"), (KEY, "a", 2, "body"), (KEY, "a", 1, "about")],
    ids=["other key", "other conversation", "other number", "other field"],
)
def test_a_value_in_another_place_does_not_open(key, conversation, seq, field):
    """A wrong key, conversation, number or field breaks the seal."""
    sealed = seal(KEY, b"words", "a", 1, "body")
    with pytest.raises(SealBroken):
        unseal(key, sealed, conversation, seq, field)


def test_no_changed_byte_goes_unseen():
    """Each flipped bit, a cut value and an empty one break the seal."""
    sealed = seal(KEY, b"words", "a", 1, "body")
    damaged = [sealed[:n] + bytes([sealed[n] ^ 1]) + sealed[n + 1 :] for n in range(len(sealed))]
    for value in [*damaged, sealed[:-1], sealed[:5], b""]:
        with pytest.raises(SealBroken):
            unseal(KEY, value, "a", 1, "body")


def test_the_same_words_are_sealed_differently_each_time():
    """Two equal messages cannot be recognised as equal."""
    assert len({seal(KEY, b"words", "a", 1, "body") for _ in range(100)}) == 100


def test_wrapped_keys_open_for_their_conversation_only():
    """A wrapped key opens under the installation's key, for the conversation it was made for."""
    keyring = Keyring(KEY)
    key, wrapped = keyring.make_key("a")
    assert keyring.unwrap("a", wrapped) == key
    assert key not in wrapped
    for stranger, conversation in ((keyring, "b"), (Keyring(OTHER_KEY), "a")):
        with pytest.raises(SealBroken):
            stranger.unwrap(conversation, wrapped)


def test_lookup_hashes_are_keyed_and_keep_parts_apart():
    """The hash depends on the key and on where one part ends and the next begins."""
    keyring = Keyring(KEY)
    assert keyring.hash("web", "a") == Keyring(KEY).hash("web", "a")
    different = [
        keyring.hash("ab", "c"),
        keyring.hash("a", "bc"),
        keyring.hash("abc"),
        Keyring(OTHER_KEY).hash("ab", "c"),
    ]
    assert len(set(different)) == 4


def test_a_key_is_made_once(tmp_path):
    """The first start makes a random key that only its owner can read; later starts read the same."""
    path = tmp_path / "installation.key"
    key = load_or_make_key(path)
    assert load_or_make_key(path) == key
    assert (len(key), stat.S_IMODE(path.stat().st_mode)) == (32, 0o600)
    assert load_or_make_key(tmp_path / "other.key") != key


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_key_that_others_can_read_is_refused(tmp_path, mode):
    """Any right of group or world stops the start, with the command that mends it."""
    path = tmp_path / "installation.key"
    load_or_make_key(path)
    path.chmod(mode)
    with pytest.raises(SettingsError, match="chmod 600"):
        load_or_make_key(path)


@pytest.mark.parametrize("content", [b"", b"short", bytes(33)])
def test_a_damaged_key_is_refused_not_replaced(tmp_path, content):
    """A file of the wrong length stops the start and stays as it is: a new key would lose everything."""
    path = tmp_path / "installation.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(SettingsError, match="backup"):
        load_or_make_key(path)
    assert path.read_bytes() == content
    with pytest.raises(SettingsError):
        Keyring(content)
