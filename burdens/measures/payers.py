"""Who can pay for a role's time or for a line of a measure."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from burdens.documents import read_document
from burdens.errors import FactsError
from burdens.facts import Fact, check

FILE = Path(__file__).with_name("payers.yaml")


class PayerFact(Fact):
    """One payer: its title, and why it pays."""

    title: str
    source: str
    href: str


class PayersFact(Fact):
    """The file of payers."""

    general_fund: PayerFact
    high_needs: PayerFact
    health: PayerFact
    social_care: PayerFact


@cache
def payers(path: Path = FILE) -> dict[str, PayerFact]:
    """Return every payer by its id.

    Raises
    ------
    FactsError
        With every fault of the file.
    """
    fact, faults = check(read_document(path, FactsError), PayersFact)
    if fact is None:
        raise FactsError("The payers do not read", faults)
    return dict(fact)
