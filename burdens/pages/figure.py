"""A chart with its finding as the title, a summary in words, and its numbers as a table."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self

import traitlets

from burdens.pages.widget import STATIC, Widget

if TYPE_CHECKING:
    from collections.abc import Sequence


class Row(NamedTuple):
    """One number of a chart.

    Attributes
    ----------
    panel
        The small chart it belongs to; empty where there is one only.
    x
        ISO date, or the name of a category.
    series
        Id of its series.
    value
        In the unit of the chart; None where it is not known.
    start
        Where a bar that runs across the page begins, in the same unit.
    """

    panel: str
    x: str
    series: str
    value: float | None
    start: float = 0.0


@dataclass(frozen=True)
class Band:
    """A time that is shaded behind the numbers; ISO dates, first and last day included."""

    first: str
    last: str
    label: str


@dataclass(frozen=True)
class Series:
    """How the numbers of one series are named and drawn.

    Bars of one place are stacked; a step is a bar that begins where the step before it ended.
    """

    id: str
    label: str
    mark: Literal["bar", "step", "area", "line", "dashed", "tick", "dot"]


@dataclass(frozen=True)
class Chart:
    """What a figure shows.

    Attributes
    ----------
    title
        The finding, as a sentence.
    summary
        What a reader should take from the picture, in words.
    x, x_label
        Kind and name of the horizontal axis.
    y_label
        Name and unit of the vertical axis.
    format
        How numbers are written; with ``weeks`` each is a span, from `Row.start` on.
    across
        Whether bars run across the page, each below its name; for names that are long.
    bands
        Times that are shaded, on an axis of time.

    Raises
    ------
    ValueError
        Where a number belongs to no series of the chart.
    """

    title: str
    summary: str
    rows: Sequence[Row]
    series: Sequence[Series]
    x: Literal["month", "week", "category"]
    x_label: str
    y_label: str
    format: Literal["number", "fte", "percent", "gbp", "weeks"] = "number"
    across: bool = False
    bands: Sequence[Band] = ()

    def __post_init__(self) -> None:
        """Refuse numbers of a series that is not described, which would be drawn nowhere."""
        described = {one.id for one in self.series}
        if strange := sorted({row.series for row in self.rows} - described):
            raise ValueError(f"The chart “{self.title}” does not describe the series {strange}.")


class Figure(Widget):
    """A chart on a page; make one with `Figure.of` and change it with `show`."""

    _esm = STATIC / "figure.js"
    _css = STATIC / "figure.css"
    title = traitlets.Unicode().tag(sync=True)
    summary = traitlets.Unicode().tag(sync=True)
    rows: traitlets.List[Any] = traitlets.List().tag(sync=True)
    series: traitlets.List[Any] = traitlets.List().tag(sync=True)
    x = traitlets.Enum(["month", "week", "category"], "month").tag(sync=True)
    x_label = traitlets.Unicode().tag(sync=True)
    y_label = traitlets.Unicode().tag(sync=True)
    format = traitlets.Enum(["number", "fte", "percent", "gbp", "weeks"], "number").tag(sync=True)
    across = traitlets.Bool(default_value=False).tag(sync=True)
    bands: traitlets.List[Any] = traitlets.List().tag(sync=True)
    heading = traitlets.Int(3).tag(sync=True)

    @classmethod
    def of(cls, chart: Chart, heading: int = 3) -> Self:
        """Make the figure of a chart; `heading` is the level of its title."""
        return cls(heading=heading, **_traits(chart))

    def show(self, chart: Chart) -> None:
        """Show another chart in its place."""
        with self.hold_sync():
            for name, value in _traits(chart).items():
                self.set_trait(name, value)


def _traits(chart: Chart) -> dict[str, object]:
    listed = {
        "rows": [row._asdict() for row in chart.rows],
        "series": [asdict(one) for one in chart.series],
        "bands": [asdict(one) for one in chart.bands],
    }
    plain = {one.name: getattr(chart, one.name) for one in fields(chart)}
    return {**plain, **listed}
