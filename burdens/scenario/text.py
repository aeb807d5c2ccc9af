"""Writes a scenario as YAML to be read and compared: comments carry units and meaning."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from burdens.scenario import catalogue, defaults
from burdens.scenario.role import roles

if TYPE_CHECKING:
    from ruamel.yaml.nodes import ScalarNode

    from burdens.scenario.scenario import Scenario

_HEADINGS = {
    "authority": "The local authority; the figures below are from this DfE release.",
    "start": "A Monday.",
    "horizon_weeks": "Weeks planned, weeks solved beyond the plan, and weeks in one step (1 or 2).",
    "figures": "What the plan starts from. null: not published, so type it in. "
    "A number of your own wants its source beside it.",
    "opening": "Cases open at the start: estimated, or a list of "
    "{pathway, task, age_weeks, cases}.",
    "staff": "Staff at the start: in post, funded and vacant posts, agency staff in use [FTE]; salary "
    "[GBP a year],\nmost appointments a month [FTE], most agency [share of hours].\n"
    "null: in_post is implied by spending, posts are those needed, the rest is taken from the evidence "
    "or not said.\n"
    "More can be added to a role: temporary_posts [FTE], term_time [share of the team], lead_months, "
    "ramp_months,\nhiring: [{from, until, a_month}], starters: [{month: september, fte}], "
    "absence: [{from, until, fte, why}].",
    "standards": "Share on time by stage (the law asks for 1), and the most cases per caseworker "
    "{cases_per_caseworker}.\nAn entry without `from: date` applies from the start. "
    "caseload null: none is set; there is no national one.",
    "kept_share": "Share of the cases not yet late whose limits come first [0 to 1]; the others wait in "
    "turn.\nnull: the share that published timeliness shows.",
    "on_time_by": "Date by which nothing should be past a limit. null: a year for the backlog.",
    "measures": "Policy measures whose burden `burdens assess` works out: "
    "{measure, from: date, phasing: [shares by year]}.\n`burdens measures` lists them.",
    "assessment": "Financial years reported (3 to 10), local cost over England's (null: no "
    "adjustment),\nand a grant offered: {financial_year, gbp, source}.",
    "overrides": "Values of the evidence replaced: {value, to, reason}, and by: who did it. "
    "`burdens evidence` lists them.",
}
_PERIODS = {
    "calendar": "in the calendar year",
    "january": "in January of the year",
    "financial": "in the financial year that begins in the year",
}


class _Plain(RoundTripRepresenter):
    """Repeats a date rather than name it, and writes what is absent as null."""

    def ignore_aliases(self, _: Any) -> bool:
        return True

    def represent_none(self, _: None) -> ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:null", "null")


_Plain.add_representer(type(None), _Plain.represent_none)


def to_yaml(scenario: Scenario) -> str:
    """Write a scenario; `burdens.scenario.read` gives the same one back."""
    yaml = YAML(typ="rt")
    yaml.Representer = _Plain
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(_document(scenario), out)
    return out.getvalue()


def _document(scenario: Scenario) -> CommentedMap:
    data = defaults.spare(scenario.model_dump(by_alias=True))
    data["evidence"] = scenario.evidence.isoformat()
    document = CommentedMap({name: _node(value) for name, value in data.items()})
    document["authority"] = _line(data["authority"])
    document["figures"] = _block(data["figures"], _figure_notes(data["figures"]))
    titles = {name: role.title for name, role in roles().items()}
    document["staff"] = _block(data["staff"], titles)
    document["standards"]["timeliness"] = _lines(data["standards"]["timeliness"])
    if data["standards"]["caseload"] is not None:
        document["standards"]["caseload"] = _line(data["standards"]["caseload"])
    if data["measures"]:
        document["measures"] = _lines(data["measures"])
    if data["assessment"]["grant"]:
        document["assessment"]["grant"] = _lines(data["assessment"]["grant"])
    if scenario.opening != "estimated":
        document["opening"] = _lines(data["opening"])
    for name, heading in _HEADINGS.items():
        document.yaml_set_comment_before_after_key(name, before=f"\n{heading}")
    return document


def _figure_notes(figures: Iterable[str]) -> dict[str, str]:
    kinds = catalogue.kinds()
    return {
        name: f"{kinds[name].title} [{kinds[name].unit} {_PERIODS[kinds[name].year]}]"
        for name in figures
    }


def _block(entries: Mapping[str, Any], notes: Mapping[str, str]) -> CommentedMap:
    """One entry a line, each under its note."""
    block = CommentedMap({name: _line(entry) for name, entry in entries.items()})
    for name in entries:
        block.yaml_set_comment_before_after_key(name, before=notes[name], indent=2)
    return block


def _lines(entries: Iterable[Mapping[str, Any]]) -> CommentedSeq:
    lines = CommentedSeq(_line(entry) for entry in entries)
    if not lines:
        lines.fa.set_flow_style()
    return lines


def _line(entry: Mapping[str, Any]) -> CommentedMap:
    line = CommentedMap({name: _node(value) for name, value in entry.items()})
    line.fa.set_flow_style()
    return line


def _node(value: Any) -> Any:
    """Quote free text, write whole numbers without a point, and keep empty lists short."""
    if isinstance(value, Mapping):
        return CommentedMap({name: _node(item) for name, item in value.items()})
    if isinstance(value, list | tuple):
        items = CommentedSeq(_node(item) for item in value)
        if not items:
            items.fa.set_flow_style()
        return items
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, str) and not value.isidentifier():
        return DoubleQuotedScalarString(value)
    return value
