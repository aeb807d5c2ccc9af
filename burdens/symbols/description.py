"""What a part of a programme writes, described beside the code that writes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from burdens.symbols.symbol import Rule, Symbol


@dataclass(frozen=True)
class Description:
    """The families of columns and rows of a part of a programme, each by its name.

    Attributes
    ----------
    columns
        What is solved for.
    rows
        The rules that a solution keeps.
    bounds
        The limits of single columns, by their family.
    objective
        What is made small: every sum, by a name of its own.
    asked
        What whoever asks gives beside a Problem.
    derived
        What is worked out, so that rules can be short.
    definitions
        How it is worked out.
    """

    columns: Mapping[str, Symbol] = field(default_factory=dict)
    rows: Mapping[str, Rule] = field(default_factory=dict)
    bounds: Mapping[str, Rule] = field(default_factory=dict)
    objective: Mapping[str, Rule] = field(default_factory=dict)
    asked: Mapping[str, Symbol] = field(default_factory=dict)
    derived: Mapping[str, Symbol] = field(default_factory=dict)
    definitions: Mapping[str, Rule] = field(default_factory=dict)

    @classmethod
    def joined(cls, *parts: Description) -> Description:
        """Return the description of several parts together.

        Raises
        ------
        ValueError
            Where two parts describe the same family.
        """
        return cls(*(_merged([getattr(part, kind) for part in parts]) for kind in KINDS))

    def only(self, *names: str) -> Description:
        """Return the part of it that bears some names, for another programme to use."""
        return Description(
            *(
                {name: entry for name, entry in getattr(self, kind).items() if name in names}
                for kind in KINDS
            )
        )

    @property
    def symbols(self) -> dict[str, Symbol]:
        """What it solves for, is asked with and works out."""
        return {**self.columns, **self.asked, **self.derived}

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, bound, sum and definition."""
        groups = (self.definitions, self.objective, self.rows, self.bounds)
        return tuple(rule for group in groups for rule in group.values())


KINDS = tuple(Description.__dataclass_fields__)


def _merged(groups: list[Mapping[str, Any]]) -> dict[str, Any]:
    counts = Counter(name for group in groups for name in group)
    twice = sorted(name for name, count in counts.items() if count > 1)
    if twice:
        raise ValueError(f"{', '.join(twice)}: described in more than one part")
    return {name: entry for group in groups for name, entry in group.items()}
