"""The assumptions of the measures switched on, each to be confirmed or replaced."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from burdens.evidence import said, unit
from burdens.measures import all_values, measures, values_of
from burdens.pages.assumption import Assumption
from burdens.pages.entries import REASON, fill_in, texts_of, written_of
from burdens.pages.fold import Fold
from burdens.pages.layout import grid, part
from burdens.pages.passage import Passage
from burdens.pages.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import ipywidgets as widgets

    from burdens.errors import Fault
    from burdens.measures import Measure
    from burdens.pages.entries import Replace
    from burdens.scenario import Scenario

SEVERAL = "several measures"  # no id, so that no measure can have it
NONE_ON = '<p class="burdens-inset">No measure is switched on.</p>'


class AssumptionList:
    """The values of the measures switched on, folded away by measure.

    Parameters
    ----------
    changed
        Called after every change.

    Attributes
    ----------
    folds
        By the id of their measure; what several measures use stands in one of its own.
    made
        The values whose fields have been shown or filled in, by id.
    part
        All of it, to be shown.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._homes = _homes()
        self._titles = {one.id: one.title for one in measures().values()}
        self._titles[SEVERAL] = "Used by several measures"
        self._own: dict[str, Measure] = {}
        self._used: set[str] = set()
        self.made: dict[str, Assumption] = {}
        self.folds = {key: self._fold(key) for key in self._titles}
        self._said = Passage()
        self._box = part(*self.folds.values())
        self._box.add_class("burdens-folds")
        self.part = part(self._said, self._box)

    def show(self, on: Sequence[Measure]) -> None:
        """Show the values of the measures switched on, and no others."""
        self._take_in(on)
        self._used = {name for measure in on for name in used_by(measure)}
        for name, made in self.made.items():
            made.box.layout.display = None if name in self._used else "none"
        self._count()

    def names(self) -> list[str]:
        """Return the name of every entry."""
        return [name for value in self._homes for name in (value, value + REASON)]

    def texts(self) -> dict[str, str]:
        """Return what the entries say, of measures switched off too."""
        return texts_of(self.made)

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put texts into the entries that they name."""
        for name in texts:
            if (value := name.removesuffix(REASON)) in self._homes:
                self._make(value)
        fill_in(self.made, texts)
        self._count()

    def written(self, scenario: Scenario) -> dict[str, str]:
        """Return what the entries would say of a scenario."""
        for one in scenario.overrides:
            if one.value in self._homes:
                self._make(one.value)
        return written_of(self.made, scenario)

    def faults(self) -> list[Fault]:
        """Return what is wrong with the entries, and open the folds in which it stands."""
        found = []
        for name, made in self.made.items():
            if name in self._used and (faults := made.faults()):
                self.folds[self._homes[name]].unfold()
                found += faults
        return found

    def overrides(self) -> dict[str, Replace]:
        """Return what gives the override of each entry; an entry that is not in use gives none."""
        return {
            name: made.override if name in self._used else _nothing
            for name, made in self.made.items()
        }

    def _take_in(self, on: Iterable[Measure]) -> None:
        """Make room for measures of the user's own, and for the general values they add."""
        known = measures()
        for measure in on:
            if measure.id in known or self._own.get(measure.id) is measure:
                continue
            self._own[measure.id] = measure
            self._titles[measure.id] = measure.title
            own = values_of(measure)
            for name in used_by(measure):
                if name not in own:
                    self._homes.setdefault(name, measure.id)
            self.folds[measure.id] = self._fold(measure.id)
        self._box.children = tuple(self.folds.values())

    def _fold(self, key: str) -> Fold:
        return Fold(self._titles[key], lambda: self._fill(key))

    def _fill(self, key: str) -> list[widgets.Widget]:
        names = [name for name, home in self._homes.items() if home == key]
        fields: list[widgets.Widget] = [grid([self._make(name).box for name in names])]
        if key in self._own:
            fields.insert(0, Passage(html=_own_values(self._own[key])))
        return fields

    def _make(self, name: str) -> Assumption:
        """Return the entry of a value, made when it is first wanted."""
        if name not in self.made:
            self.made[name] = Assumption(all_values()[name], self._on_change)
        made = self.made[name]
        made.box.layout.display = None if name in self._used else "none"
        return made

    def _on_change(self) -> None:
        self._count()
        self._changed()

    def _count(self) -> None:
        """Write how many values each fold holds, and how many nobody has confirmed."""
        values, total, open_ = all_values(), 0, 0
        for key, fold in self.folds.items():
            held = [values[n] for n, home in self._homes.items() if home == key and n in self._used]
            own = values_of(self._own[key]) if key in self._own else {}
            every = [*held, *(value for name, value in own.items() if name in self._used)]
            unconfirmed = [value for value in every if value.unconfirmed]
            left = sum(
                value.id not in self.made or not self._confirmed(value.id) for value in unconfirmed
            )
            fold.label = f"{self._titles[key]}: {_values(len(every))}, {left} unconfirmed"
            fold.show(shown=bool(every))
            total, open_ = total + len(every), open_ + left
        self._said.html = _summary(total, open_) if total else NONE_ON

    def _confirmed(self, name: str) -> bool:
        return not self.made[name].number.mark


def _nothing() -> None:
    """Replace no value."""


def used_by(measure: Measure) -> list[str]:
    """Return the ids of the values that a measure uses, in order."""
    return list(dict.fromkeys(name for line in measure.lines for name in line.values))


def _homes() -> dict[str, str]:
    """Return the fold in which each value of the tool's measures stands."""
    users = Counter(name for measure in measures().values() for name in used_by(measure))
    return {
        name: measure.id if users[name] == 1 else SEVERAL
        for measure in measures().values()
        for name in used_by(measure)
    }


def _values(count: int) -> str:
    return "1 value" if count == 1 else f"{count} values"


def _summary(total: int, unconfirmed: int) -> str:
    return (
        f"<p>The measures switched on rest on {_values(total)}; <strong>{unconfirmed} of them are "
        "unconfirmed</strong>: judgement (grade D) that nobody has confirmed.</p>"
    )


def _own_values(measure: Measure) -> str:
    rows = [
        (
            value.title,
            *(said(value, number) for number in (value.low, value.central, value.high)),
            unit(value),
            value.grade,
            value.source.title,
        )
        for value in values_of(measure).values()
    ]
    heads = ["Value", "Low", "Central", "High", "Unit", "Grade", "Source"]
    shown = table(f"Values of {measure.title}", heads, rows) if rows else ""
    return f"{shown}<p>{escape('Change these in your file, and hand it in again.')}</p>"
