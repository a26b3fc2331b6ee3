"""Random tokens, their hashes, and codes derived from them. Only hashes are stored."""

from __future__ import annotations

import hashlib
import hmac
import secrets

TOKEN_BYTES = 32
"""256 bits. Source: OWASP ASVS 5.0, 7.2.3 asks for at least 128."""


def new_token() -> str:
    """Return a fresh random token, 43 URL-safe characters."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_token(token: str) -> str:
    """Return what is stored of a token: SHA-256, hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def derive(token: str, *purpose: str) -> bytes:
    """Return 32 bytes that only the holder of *token* can know, different for each purpose."""
    return hmac.new(token.encode(), "\0".join(purpose).encode(), hashlib.sha256).digest()


def is_same(given: str, wanted: str) -> bool:
    """Compare in constant time; any characters."""
    return hmac.compare_digest(given.encode(), wanted.encode())
