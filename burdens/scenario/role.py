"""The roles a plan may have, as the data file says."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from burdens.documents import read_document
from burdens.errors import FactsError
from burdens.facts import Fact, check
from burdens.measures import Payer

FILE = Path(__file__).with_name("roles.yaml")
Names = Annotated[tuple[str, ...], Field(min_length=1)]


class Advice(Fact):
    """The advice that a role gives in an assessment.

    Attributes
    ----------
    task
        The task of the law that is this advice.
    share
        Id of the share of assessments that need it; None where every one does.
    """

    task: str
    share: str | None = None


class Spending(Fact):
    """Published spending that implies how many are in post.

    Attributes
    ----------
    figure
        Name of the figure of a scenario [GBP a year].
    share
        Id of the share of it that buys the staff of every role that names this figure.
    """

    figure: str
    share: str


class Supply(Fact):
    """People in England whom the authorities share.

    Attributes
    ----------
    staff
        Id of their number.
    shared_by
        Figures of which the first known one gives the authority's share.
    """

    staff: str
    shared_by: Names


class TakenOver(Fact):
    """Hours of another role that are a role's own where the plan has it.

    Attributes
    ----------
    role
        Whose hours they are otherwise.
    pathways
        In which kinds of case.
    share
        Id of the share of that role's hours in them.
    """

    role: str
    pathways: Names
    share: str


class Assisted(Fact):
    """Work of another role that a role may do under supervision.

    Attributes
    ----------
    role
        Whose work it is.
    share
        Id of the most of that role's hours that assistants may do.
    supervision
        Id of that role's hours for one hour of assistance.
    """

    role: str
    share: str
    supervision: str


class Role(Fact):
    """A role of a SEND team.

    Attributes
    ----------
    title
        Its name in words.
    always
        Whether every plan has it.
    employer
        Whose pension scheme it is in, as in ``on_costs.pension.<employer>``.
    payer
        Who pays for its time.
    gives_advice, spending, supply, takes_over, assists
        What else is known of it; None where nothing is.
    """

    title: str
    always: bool
    employer: str
    payer: Payer
    gives_advice: Advice | None = None
    spending: Spending | None = None
    supply: Supply | None = None
    takes_over: TakenOver | None = None
    assists: Assisted | None = None


class RolesFact(Fact):
    """The file of roles, under one heading."""

    roles: dict[str, Role]


@cache
def roles() -> dict[str, Role]:
    """Return every role a plan may have, by id.

    Raises
    ------
    FactsError
        Where the file does not read.
    """
    fact, faults = check(read_document(FILE, FactsError), RolesFact)
    if fact is None:
        raise FactsError("The roles do not read", faults)
    return fact.roles
