"""Sealing: AES-256-GCM under a key per conversation, each wrapped by the installation's key.

A sealed value is `version byte | 96-bit random nonce | ciphertext and tag`. Where it belongs (conversation, number,
field) is authenticated with it, so a value moved to another row or column does not open.
Source: NIST SP 800-38D sections 5.2.1.1 and 8.2.2 (random nonces); RFC 5869 (HKDF).
"""

from __future__ import annotations

import hmac
import os
import secrets
import stat
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from core.errors import SettingsError, StorageDown

KEY_SIZE_BYTES = 32
_NONCE_SIZE_BYTES = 12
_VERSION = b"\x01"


class SealBroken(StorageDown):
    """A sealed value does not open: wrong key, moved to another place, or damaged."""


def load_or_make_key(path: Path) -> bytes:
    """Return the installation's key from *path*, making it (mode 0600) when there is none.

    Raises:
        SettingsError: The file is readable by others, or is not a key.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _load_key(path)
    key = secrets.token_bytes(KEY_SIZE_BYTES)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)
        file.flush()
        # Words sealed under a key that a power cut took away are lost for good.
        os.fsync(file.fileno())
    return key


def _load_key(path: Path) -> bytes:
    """Read a key that is there already."""
    with path.open("rb") as file:
        if stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077:
            raise SettingsError(f"The key file {path} can be read by others; run: chmod 600 {path}")
        key = file.read(KEY_SIZE_BYTES + 1)
    if len(key) != KEY_SIZE_BYTES:
        raise SettingsError(f"The key file {path} does not hold {KEY_SIZE_BYTES} bytes; restore it from the backup")
    return key


def seal(key: bytes, plain: bytes, conversation: str, seq: int, field: str) -> bytes:
    """Return *plain* sealed for one place; *seq* is 0 for what belongs to the conversation itself."""
    nonce = os.urandom(_NONCE_SIZE_BYTES)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, plain, _place(conversation, seq, field))


def unseal(key: bytes, sealed: bytes, conversation: str, seq: int, field: str) -> bytes:
    """Return what was sealed for this place. Raises SealBroken."""
    nonce, ciphertext = sealed[1 : 1 + _NONCE_SIZE_BYTES], sealed[1 + _NONCE_SIZE_BYTES :]
    if sealed[:1] != _VERSION:
        raise SealBroken("seal_broken")
    try:
        return AESGCM(key).decrypt(nonce, ciphertext, _place(conversation, seq, field))
    except (InvalidTag, ValueError):
        raise SealBroken("seal_broken") from None


def _place(conversation: str, seq: int, field: str) -> bytes:
    """Return the bytes that tie a sealed value to its place."""
    return b"\0".join((_VERSION, conversation.encode(), str(seq).encode(), field.encode()))


class Keyring:
    """What the installation's key is used for, each under a key of its own derived from it."""

    def __init__(self, key: bytes) -> None:
        """Derive the keys from *key*, KEY_SIZE_BYTES random bytes."""
        if len(key) != KEY_SIZE_BYTES:
            raise SettingsError(f"The installation's key must have {KEY_SIZE_BYTES} bytes")
        self._wrapping = _derive(key, "wrap conversation keys")
        self._lookup = _derive(key, "look up addresses")
        self._staff = _derive(key, "seal staff secrets")

    def make_key(self, conversation: str) -> tuple[bytes, bytes]:
        """Return a fresh key for *conversation*, bare and wrapped."""
        key = AESGCM.generate_key(bit_length=256)
        return key, seal(self._wrapping, key, conversation, 0, "key")

    def unwrap(self, conversation: str, wrapped: bytes) -> bytes:
        """Return the bare key. Raises SealBroken."""
        return unseal(self._wrapping, wrapped, conversation, 0, "key")

    def hash(self, *parts: str) -> bytes:
        """Return a keyed hash (32 bytes) to find a row by *parts* without storing them. Source: RFC 2104."""
        digest = hmac.new(self._lookup, digestmod="sha256")
        for part in parts:
            data = part.encode("utf-8", "surrogatepass")
            # Lengths keep ("ab", "c") apart from ("a", "bc").
            digest.update(len(data).to_bytes(8, "big") + data)
        return digest.digest()

    def seal_staff(self, secret: str, owner: str) -> bytes:
        """Seal a secret of a member of staff."""
        return seal(self._staff, secret.encode(), owner, 0, "totp_secret")

    def unseal_staff(self, sealed: bytes, owner: str) -> str:
        """Return the secret of a member of staff. Raises SealBroken."""
        return unseal(self._staff, sealed, owner, 0, "totp_secret").decode()


def _derive(key: bytes, purpose: str) -> bytes:
    """Return a key for one purpose, from which the others cannot be found."""
    info = f"sanad 1: {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_SIZE_BYTES, salt=None, info=info).derive(key)
