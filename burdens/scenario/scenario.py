"""A scenario: one plan's choices, checked as a whole."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import Field, ValidationError, model_validator

from burdens.documents import write_whole
from burdens.errors import ScenarioError
from burdens.evidence import Evidence
from burdens.measures import all_values
from burdens.scenario import (
    defaults,
    display,
    editors,
    finding,
    parts,
    remarks,
    rules,
    structure,
    text,
)
from burdens.scenario.schema import (
    MOST_WEEKS,
    AssessmentChoices,
    ChosenAuthority,
    ChosenMeasure,
    Day,
    Fields,
    Opening,
    Override,
    PlanFigure,
    Share,
    Standards,
    Text,
    Words,
)
from burdens.scenario.staffing import Staffing

if TYPE_CHECKING:
    from pathlib import Path

Weeks = Annotated[int, Field(strict=True, ge=0, le=MOST_WEEKS)]


class Scenario(Fields):
    """Everything a plan is made from; immutable.

    Raises
    ------
    ScenarioError
        With every fault, where the fields do not fit together.
    """

    burdens: Words = Field(description="Version of the tool that wrote the file.")
    evidence: Day = Field(description="Day on which the evidence used was last checked [date].")
    title: Text | None = Field(default=None, description="A name for the plan.")
    authority: ChosenAuthority = Field(description="The local authority.")
    start: Day = Field(description="First day of the plan, a Monday [date].")
    horizon_weeks: Annotated[Weeks, Field(ge=1)] = Field(
        default=156, description="Length of the plan [weeks]."
    )
    run_out_weeks: Weeks = Field(
        default=26,
        description="Weeks solved after the plan but not reported, so that staff are not run down "
        "before its end [weeks].",
    )
    bucket_weeks: Annotated[int, Field(strict=True, ge=1, le=2)] = Field(
        default=2, description="Length of a step [weeks]: 1 is finer, 2 solves faster."
    )
    figures: dict[str, PlanFigure] = Field(
        description="Published figures the plan starts from, by name."
    )
    opening: Opening = Field(
        default="estimated",
        description="Open cases at the start: estimated from the figures, or listed.",
    )
    staff: dict[str, Staffing] = Field(description="The roles of the plan, by id.")
    standards: Standards = Field(
        description="Timeliness by stage and date, and a caseload standard."
    )
    kept_share: Share | None = Field(
        default=None,
        description="Share of the cases not yet late whose limits come first; the others wait in turn "
        "[0 to 1]. null = the share that published timeliness shows.",
    )
    on_time_by: Day | None = Field(
        default=None,
        description="Date by which nothing should be past a limit [date]; null = a year for the "
        "backlog, and no date is checked.",
    )
    measures: tuple[ChosenMeasure, ...] = Field(
        default=(), description="Policy measures whose burden is assessed."
    )
    assessment: AssessmentChoices = Field(
        default=AssessmentChoices(), description="How their burden is reported."
    )
    overrides: tuple[Override, ...] = Field(
        default=(), description="Values of the evidence replaced, each with a reason."
    )

    @model_validator(mode="before")
    @classmethod
    def _is_filled(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        return defaults.filled(data, parts.read(Day, data.get("start")))

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if found := rules.findings_of(self.model_dump(by_alias=True)):
            raise ScenarioError("The scenario does not fit together", finding.faults(found))
        return self

    @classmethod
    def from_data(
        cls,
        data: Mapping[str, Any],
        file: str | None = None,
        line: finding.LineOf = finding.nowhere,
    ) -> Self:
        """Check data as written in a file.

        Parameters
        ----------
        data
            The fields, by name.
        file, line
            The file's name, and what gives the line of a field.

        Raises
        ------
        ScenarioError
            With every fault: file, line, field, what is wrong and what to do.
        """
        full = defaults.filled(data, parts.read(Day, data.get("start")))
        try:
            return cls.model_validate(full)
        except ValidationError as broken:
            found = [*structure.findings_of(broken, json_schema()), *rules.findings_of(full)]
        except ScenarioError:
            found = rules.findings_of(full)
        raise ScenarioError("The scenario does not read", finding.faults(found, file, line))

    def changed(self, **fields: Any) -> Self:
        """Return a checked copy with these fields replaced.

        Standards that apply from the start move with it.

        Raises
        ------
        ScenarioError
            With every fault.
        """
        return self.from_data({**defaults.spare(self.model_dump(by_alias=True)), **fields})

    def figure(self, name: str) -> float | None:
        """Return a figure [in its own unit]; None where it is not published nor typed in."""
        entry = self.figures.get(name)
        return None if entry is None else entry.value

    @property
    def end(self) -> dt.date:
        """The first day after the plan."""
        return self.start + dt.timedelta(weeks=self.horizon_weeks)

    @property
    def hash(self) -> str:
        """The SHA-256 of the scenario, whatever its file's layout and comments."""
        data = self.model_dump(mode="json", by_alias=True)
        canonical = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()

    @property
    def warnings(self) -> list[str]:
        """What a reader of the plan must know: missing, old or unusual inputs."""
        return list(remarks.warnings_of(self))

    def evidence_values(self) -> Evidence:
        """Return the evidence and the measures' values with the overrides in place."""
        return all_values().with_overrides({item.value: item.to for item in self.overrides})

    def to_yaml(self) -> str:
        """Write as YAML, with units, years and sources beside the numbers."""
        return text.to_yaml(self)

    def write(self, path: Path) -> None:
        """Write the file entirely or not at all.

        Raises
        ------
        OutputError
            Where it cannot be written.
        """
        write_whole(path, self.to_yaml())

    def __repr__(self) -> str:
        return display.text(self)

    __str__ = __repr__

    def _repr_html_(self) -> str:
        return display.html(self)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the scenario file, with units, for editors."""
    return editors.schema_of(Scenario)
