"""What a page starts from and what is typed in it: opened from a file or an address, and kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from burdens import words
from burdens.errors import BurdensError, Fault, ScenarioError
from burdens.facts import nearest
from burdens.measures import all_values
from burdens.pages.beyond import beyond, same
from burdens.pages.entries import REASON, differing, leave_out_what_does_not_fit
from burdens.pages.together import Together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from burdens.pages.entries import Entries
    from burdens.pages.start import Start
    from burdens.scenario import Scenario

MOST_CHARACTERS = 2_000  # of an address that every browser and mail program takes
NO_LINK = "No link was made, because a link cannot say all of this scenario"
INSTEAD = "Download the scenario instead, and send the file."


@dataclass(frozen=True)
class Elsewhere:
    """The form of another page, whose entries an address may hold too.

    Attributes
    ----------
    knows
        Whether it has an entry of a name.
    make
        Makes it; it is not shown.
    """

    knows: Callable[[str], bool]
    make: Callable[[], Entries]


class State:
    """What a page starts from, and what its entries say beyond it.

    Parameters
    ----------
    start
        The authority, and the missing figures.
    form
        The entries of the page.
    elsewhere
        The forms of the other pages; of those that know a name, the first one takes it.

    Attributes
    ----------
    shown
        What the entries said of what the page starts from.
    """

    def __init__(self, start: Start, form: Entries, elsewhere: Sequence[Elsewhere]) -> None:
        self._start, self._form, self._elsewhere = start, form, elsewhere
        self._pristine = form.texts()
        self._other: Entries | None = None
        self._others_pristine: dict[str, str] = {}
        self._of_other: dict[str, str] = {}
        self.shown = self._pristine
        self._kept = self.texts()

    @property
    def unsaved(self) -> bool:
        """Whether something was typed since the entries were opened, downloaded or linked."""
        return self.texts() != self._kept

    def keep(self) -> None:
        """Note that the entries are kept elsewhere as they stand."""
        self._kept = self.texts()

    def texts(self) -> dict[str, str]:
        """Give what every entry says; empty ones are left out."""
        return {**self._start.texts(), **self._form.texts()}

    def begin(self) -> None:
        """Start from what is published; the entries stay."""
        self.shown, self._other, self._of_other = self._pristine, None, {}

    def asked(self, base: Scenario) -> tuple[Any, ...]:
        """Give what is asked: the scenario, and what goes with it."""
        return self._asked(base, self.shown)

    def take(self, scenario: Scenario, file: str) -> list[str]:
        """Start from a scenario, and fill every entry; name what no entry says."""
        self._start.take(scenario, file)
        self._form.tell(scenario, None)
        said = {**self._start.written(scenario), **self._form.written(scenario)}
        self._form.fill({name: said.get(name, "") for name in self._form.names()})
        self._start.fill(said)
        leave_out_what_does_not_fit(self._form, scenario)
        self.shown = self.texts()
        self.keep()
        return beyond(scenario, self._said_of(self._plain(), self._pristine))

    def fill(self, texts: Mapping[str, str]) -> tuple[list[str], list[Fault]]:
        """Put the texts of an address in; give what no entry of the page says, and the faults."""
        own = {*self._form.names(), *self._start.missing}
        theirs = {
            name: text
            for name, text in texts.items()
            if self._takers([name]) and not self._form.certain(name)
        }
        faults = [_unknown(name, own) for name in texts if name not in own and name not in theirs]
        faults += self._carry(theirs) if theirs else []
        mine = {name: text for name, text in texts.items() if name in own}
        faults += self._form.fill(mine)
        self._start.fill(mine)
        base, carried = self._start.base, []
        if base is not None:
            faults += [*self._start.faults(), *self._form.faults(base)]
            said = self._said_of(self._plain(), self._pristine)
            carried = beyond(self._said_of(base, self.shown), said)
        self.keep()
        return carried, _once(faults)

    def link(self, asked: tuple[Any, ...]) -> str:
        """Give the query of an address that opens a page as this one stands.

        Parameters
        ----------
        asked
            What `asked` gives.

        Raises
        ------
        ScenarioError
            Where an address cannot say all of it.
        """
        scenario = asked[0]
        if any(asked[1:]):
            raise _no_link("A measure of your own stands in a file.")
        said = self._sayable(scenario)
        if not same(scenario, said):
            raise _no_link(f"It also holds {words.listed(beyond(scenario, said))}.")
        kept = {one.value for one in scenario.overrides}
        others = {n: text for n, text in self._of_other.items() if n not in self.shown}
        texts = {**others, **differing(self.texts(), self._pristine)}
        query = urlencode(
            [
                ("authority", self._plain().authority.name),
                *((name, text) for name, text in texts.items() if _is_used(name, kept)),
            ],
            safe=",",
        )
        if len(query) > MOST_CHARACTERS:
            raise _no_link(
                f"It would have {len(query):,} characters; many programs cut one of more than "
                f"{MOST_CHARACTERS:,}."
            )
        return query

    def _plain(self) -> Scenario:
        """Give the scenario as published, of the authority that was chosen."""
        if self._start.plain is None:
            raise ScenarioError("There is a problem", [Fault("Choose your authority.")])
        return self._start.plain

    def _asked(self, base: Scenario, shown: Mapping[str, str]) -> tuple[Any, ...]:
        return self._form.asked(base, self._start.figures(base, shown), shown)

    def _said_of(self, base: Scenario, shown: Mapping[str, str]) -> Scenario:
        """Give what the entries make of a base; the base where they do not fit it."""
        try:
            found: Scenario = self._asked(base, shown)[0]
        except BurdensError:
            return base
        return found

    def _takers(self, names: Iterable[str]) -> list[Elsewhere]:
        """Give the forms of other pages that take these entries."""
        first = (next((o for o in self._elsewhere if o.knows(name)), None) for name in names)
        wanted = [one for one in first if one]
        return [one for one in self._elsewhere if one in wanted]

    def _carry(self, texts: Mapping[str, str]) -> list[Fault]:
        """Start from what the entries of other pages make; give the faults."""
        if (plain := self._start.plain) is None:
            return [Fault("It names no authority.", "Choose your authority, and fill it in.")]
        other = self._begin_other(plain, self._takers(texts))
        known = set(other.names())
        faults = [_unknown(name, known) for name in texts if name not in known]
        faults += other.fill({name: text for name, text in texts.items() if name in known})
        faults += leave_out_what_does_not_fit(other, plain)
        try:
            base = self._of_other_page(other, plain)
        except BurdensError as broken:
            self._other = None
            return [*faults, *broken.faults]
        self._start.carry(base)
        self._form.tell(base, None)
        self.shown = {**self._pristine, **self._form.written(base)}
        return [Fault(fault.what, fault.fix) for fault in faults]

    def _begin_other(self, plain: Scenario, forms: Sequence[Elsewhere]) -> Entries:
        self._other = other = Together([one.make() for one in forms])
        self._others_pristine = other.texts()
        other.tell(plain, None)
        return other

    def _of_other_page(self, other: Entries, plain: Scenario) -> Scenario:
        """Give what the entries of other pages make of what is published."""
        figures = self._start.figures(plain, self._start.texts())
        found: Scenario = other.asked(plain, figures, self._others_pristine)[0]
        self._of_other = differing(other.texts(), self._others_pristine)
        return found

    def _sayable(self, scenario: Scenario) -> Scenario:
        """Give the scenario that an address would open."""
        plain, base = self._plain(), self._start.base
        if base is plain or base is None:
            return scenario
        other = self._other
        if other is None:
            other = self._begin_other(plain, self._elsewhere)
            other.fill(other.written(base))
            leave_out_what_does_not_fit(other, base)
        try:
            reached = self._of_other_page(other, plain)
        except BurdensError:
            return plain
        return self._said_of(reached, {**self._pristine, **self._form.written(reached)})


def _is_used(name: str, replaced: set[str]) -> bool:
    """Whether an entry is part of a scenario: a value of the evidence may not be in use."""
    value = name.removesuffix(REASON)
    return value in replaced or value not in all_values()


def _once(faults: Iterable[Fault]) -> list[Fault]:
    """Leave out what another fault says already, rather one that leads to no entry."""
    known = {fault.what: fault for fault in sorted(faults, key=lambda one: bool(one.field))}
    return list(known.values())


def _unknown(name: str, known: set[str]) -> Fault:
    fix = nearest(name, known, 1) or "A scenario file that you download shows the names."
    return Fault(f"“{name}” is no entry of this page.", fix)


def _no_link(why: str) -> ScenarioError:
    return ScenarioError(NO_LINK, [Fault(why, INSTEAD)])
