"""The form of a page: what is typed in it by name, and the scenario that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from burdens.errors import Fault
    from burdens.pages.assumption import Assumption
    from burdens.scenario import Override, Scenario

    Texts = Mapping[str, str]
    Replace = Callable[[], dict[str, Any] | None]

REASON = ".reason"


class Entries(Protocol):
    """The form of a page; its entries go by the names of the scenario's fields."""

    def names(self) -> Iterable[str]:
        """Give the name of every entry."""

    def certain(self, name: str) -> bool:
        """Whether what is typed there is used whatever else is chosen."""

    def texts(self) -> dict[str, str]:
        """Give what the entries say, as text in the unit of the page; empty ones are left out."""

    def fill(self, texts: Texts) -> list[Fault]:
        """Put texts into the entries that they name; give those that an entry cannot show."""

    def written(self, scenario: Scenario) -> dict[str, str]:
        """Give what the entries would say of a scenario, as far as they can."""

    def faults(self, base: Scenario) -> list[Fault]:
        """Give what is wrong with the entries."""

    def asked(self, base: Scenario, figures: dict[str, Any], shown: Texts) -> tuple[Any, ...]:
        """Give what is to be worked out: the scenario, and what goes with it.

        Parameters
        ----------
        base
            What the page starts from.
        figures
            Its figures, with those that were typed in.
        shown
            What the entries said of `base`. An entry that still says so changes nothing.
        """

    def tell(self, base: Scenario | None, result: Any) -> None:
        """Say in the form what it starts from, and what was used for what is left empty."""


def touched(name: str, texts: Texts, shown: Texts) -> bool:
    """Whether an entry says something else than it said of what the page starts from."""
    return texts.get(name, "") != shown.get(name, "")


def replaced(
    base: Iterable[Override], fields: Mapping[str, Replace], texts: Texts, shown: Texts
) -> list[dict[str, Any]]:
    """Give the overrides of a scenario: those of the base, and what fields say in their place.

    Parameters
    ----------
    base
        The overrides that the page starts from; they keep their order.
    fields
        What gives the override of a field, by the value that it replaces.
    texts, shown
        What the entries say, and what they said of `base`.
    """
    own = {
        name: replace()
        for name, replace in fields.items()
        if touched(name, texts, shown) or touched(name + REASON, texts, shown)
    }
    kept = [own.pop(one.value, one.model_dump()) for one in base]
    return [one for one in [*kept, *(own[name] for name in sorted(own))] if one]


def texts_of(made: Mapping[str, Assumption]) -> dict[str, str]:
    """Give what the fields of values of the evidence say."""
    found = {}
    for name, assumption in made.items():
        found[name] = str(assumption.number.value)
        found[name + REASON] = str(assumption.reason.value)
    return found


def fill_in(made: Mapping[str, Assumption], texts: Texts) -> None:
    """Put texts into the fields of values of the evidence."""
    for name, assumption in made.items():
        number = texts.get(name, str(assumption.number.value))
        assumption.typed(number, texts.get(name + REASON, str(assumption.reason.value)))


def written_of(made: Mapping[str, Assumption], scenario: Scenario) -> dict[str, str]:
    """Give what the fields of values of the evidence would say of a scenario."""
    found = {}
    for one in scenario.overrides:
        if one.value in made:
            found[one.value] = made[one.value].number.written(one.to)
            found[one.value + REASON] = one.reason
    return found


def typed_in(texts: Texts) -> dict[str, str]:
    """Leave out entries that are empty."""
    return {name: text for name, text in texts.items() if text.strip()}


def differing(texts: Texts, pristine: Texts) -> dict[str, str]:
    """Give the entries that say something else than on a page that was just opened."""
    return {name: text for name, text in texts.items() if touched(name, texts, pristine)}


def leave_out_what_does_not_fit(form: Entries, base: Scenario) -> list[Fault]:
    """Empty the entries that cannot show what was put in; give what was wrong with them."""
    faults = form.faults(base)
    wrong = {_group(fault.field or "") for fault in faults}
    form.fill({name: "" for name in form.texts() if _group(name) in wrong})
    return faults


def _group(name: str) -> str:
    """Name what stands and falls with an entry: a role's staff, a value with its reason."""
    if name.startswith("staff."):
        return name.rpartition(".")[0]
    return name.removesuffix(REASON)
