"""List what an operator must look at in data/directory: `make check-directory`.

    never tried     nobody of the helpline has dialled it yet (`checked_on` is empty)
    old             it was last tried more than OLD_DAYS days ago
    unsure          its source is weak (`confidence` is not high), or hours or languages are only assumed
    conflict        one number stands for different kinds of service in the same country, other than emergencies
    no helpline     a country has no helpline for children that can be reached

A child is told of every unsure one that it may have changed (bot/numbers.py). The program only lists; it always ends
with status 0.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime

from languages.directory import Country, Service, load_directory

OLD_DAYS = 180
EMERGENCIES = frozenset({"emergency_police", "emergency_ambulance"})


def check_country(country: Country, today: date) -> Iterator[tuple[str, str]]:
    """Yield what is to be looked at in a country: a word of the list above, and where."""
    for service in country.services:
        for word in _check_service(service, today):
            yield word, f"{country.code}: {service.names['en']}"
    kinds: dict[str, set[str]] = defaultdict(set)
    for service in country.services:
        for number in (*service.short, *service.phone):
            kinds[number].add(service.kind)
    for number, found in kinds.items():
        if len(found) > 1 and not found <= EMERGENCIES:
            yield "conflict", f"{country.code}: {number} is {' and '.join(sorted(found))}"
    if not any(service.short or service.phone or service.chat_url for service in country.children()):
        yield "no helpline", country.code


def _check_service(service: Service, today: date) -> Iterator[str]:
    """Yield the words for one service."""
    if not service.checked_on:
        yield "never tried"
    elif (today - date.fromisoformat(service.checked_on)).days > OLD_DAYS:
        yield "old"
    if service.confidence != "high" or service.assumed:
        yield "unsure"


def main() -> int:
    """Print the list and how long each part of it is."""
    today = datetime.now(UTC).date()
    found = [line for country in load_directory().values() for line in check_country(country, today)]
    for word, place in sorted(found):
        print(f"{word:<12} {place}")
    counts = Counter(word for word, _ in found)
    print(f"\n{', '.join(f'{count} {word}' for word, count in sorted(counts.items())) or 'nothing to look at'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
