"""Passwords, one-time codes and the brake on guessing."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from console.passwords import Passwords, find_fault
from console.throttle import FREE_TRIES, LONGEST_WAIT_S, Throttle
from console.totp import derive_secret, draw, find_step

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "password",
    ["seven lamps above a quiet harbour", "قمر فوق البحر والبيت بعيد", "kT9#kT9#qQ!zzp0", "x7" + "Umbrella-tree" * 3],
)
def test_long_password_is_accepted_in_any_script(password):
    """Length is what counts: spaces, Arabic letters and marks are all fine."""
    assert find_fault(password, "mariam") is None


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("fourteen chars", "short"),
        ("a" * 201, "long"),
        ("a" * 20, "common"),
        ("abababababababab", "common"),
        ("abcdefghijklmnop", "common"),
        ("98765432109876543", "common"),
        ("PasswordPassword1!", "common"),
        ("qwertyuiopasdfghjkl", "common"),
        ("sanadsanadsanad12", "common"),
    ],
)
def test_password_that_everybody_tries_is_refused(password, fault):
    """Short, huge, repeated, walked and listed passwords are refused, each with its reason."""
    assert find_fault(password, "mariam") == fault


async def test_hash_is_argon2id_and_fits_only_its_password():
    """A hash accepts its password, nothing else, and a broken hash accepts nothing."""
    passwords = Passwords()
    hashed = await passwords.hash("seven lamps above a quiet harbour")
    assert hashed.startswith("$argon2id$v=19$m=65536")
    assert await passwords.check("seven lamps above a quiet harbour", hashed)
    assert not await passwords.check("seven lamps above a quiet harbor", hashed)
    assert not await passwords.check("nobody has this password", None)
    assert not await passwords.check("x", "not a hash")


def test_code_fits_its_step_and_the_neighbours_only():
    """A code is found in the step before, now and after, and in no other."""
    secret = derive_secret("browser", "link")
    code = pyotp.TOTP(secret).at(NOW)
    step = int(NOW.timestamp()) // 30
    found = [find_step(secret, code, NOW + timedelta(seconds=30 * away)) for away in (-2, -1, 0, 1, 2)]
    assert found == [None, step, step, step, None]


def test_picture_to_scan_needs_no_style():
    """The picture is an SVG that a strict policy shows as it is."""
    picture = draw(derive_secret("browser", "link"), "help.example")
    assert picture.startswith("<svg")
    assert "style=" not in picture


def test_brake_grows_and_is_forgotten():
    """Waits double up to a minute, end by themselves, and do not touch other names."""
    brake, waits = Throttle(), []
    for _ in range(12):
        brake.fail("a", NOW)
        waits.append(brake.wait_s("a", NOW))
    assert waits[: FREE_TRIES - 1] == [0] * (FREE_TRIES - 1)
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT_S
    assert brake.wait_s("b", NOW) == 0
    assert brake.wait_s("a", NOW + timedelta(seconds=LONGEST_WAIT_S)) == 0
    assert brake.wait_s("a", NOW + timedelta(hours=2)) == 0


def test_brake_is_let_go_by_a_good_sign_in():
    """Who got in starts again with free tries."""
    brake = Throttle()
    for _ in range(5):
        brake.fail("a", NOW)
    brake.forgive("a")
    assert brake.wait_s("a", NOW) == 0
