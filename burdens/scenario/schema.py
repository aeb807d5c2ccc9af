"""The fields of a scenario: what the user chose, and the published figures it starts from."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
)

MOST_WEEKS = 1040  # twenty years


def unsigned_zero(value: float) -> float:
    """Return 0.0 for -0.0, which it equals, so that equal scenarios have one hash."""
    return value + 0.0


Finite = Field(strict=True, allow_inf_nan=False)
Number = Annotated[float, Finite, AfterValidator(unsigned_zero)]
Amount = Annotated[float, Finite, Field(ge=0), AfterValidator(unsigned_zero)]
Positive = Annotated[float, Finite, Field(gt=0)]
Share = Annotated[float, Finite, Field(ge=0, le=1), AfterValidator(unsigned_zero)]


def _as_text(value: object) -> object:
    """Read a code written without quotes, such as 878, as the text it is."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _as_day(value: object) -> object:
    """Take dates and ISO text only: a bare number is no date, nor has a day a time."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    if isinstance(value, str):
        return dt.date.fromisoformat(value)
    raise ValueError("is no date")


Text = Annotated[str, BeforeValidator(_as_text), Field(pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")]
Words = Annotated[Text, Field(pattern=r"\S")]
Day = Annotated[
    dt.date,
    BeforeValidator(_as_day, json_schema_input_type=dt.date),
]


class Fields(BaseModel):
    """The base of every part of a scenario: immutable, and no field unknown to it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class ChosenAuthority(Fields):
    """The local authority the plan is for."""

    code: Words = Field(description="Three-digit code of the authority [DfE code].")
    name: Words = Field(description="Name of the authority.")
    release: Text = Field(
        description="Reporting year of the DfE release its figures come from, such as 2025."
    )


class PlanFigure(Fields):
    """A figure the plan starts from, and where it comes from."""

    value: Amount | None = Field(
        description="The figure, in the unit of its name; null where it is not published."
    )
    year: Annotated[int, Field(strict=True, ge=2000, le=2100)] | None = Field(
        default=None, description="The year the figure is of."
    )
    source: Text = Field(default="", description="Who published it, or who typed it in.")


class OpenCases(Fields):
    """Cases open at the start that wait for one task."""

    pathway: Words = Field(description="Kind of case, such as needs_assessment.")
    task: Words = Field(description="The task they wait for, such as ep_advice.")
    age_weeks: Annotated[int, Field(strict=True, ge=1)] = Field(
        description="Time since their clock started [whole weeks]."
    )
    cases: Amount = Field(description="How many [cases].")


class TimelinessStandard(Fields):
    """The on-time share wanted at one statutory stage, from a date until the stage's next."""

    pathway: Words = Field(description="Kind of case, such as needs_assessment.")
    stage: Words = Field(description="Statutory task whose clock is meant, such as final.")
    from_: Day = Field(
        alias="from", description="First day on which it applies [date]; left out = from the start."
    )
    on_time: Share = Field(
        description="Wanted share on time, exceptions left out [0 to 1]; the law asks for 1."
    )


class CaseloadStandard(Fields):
    """The most plans and live assessments one caseworker should hold."""

    cases_per_caseworker: Positive = Field(
        description="Plans and live assessments [cases per FTE]; there is no national number."
    )
    from_: Day = Field(
        alias="from", description="First day on which it applies [date]; left out = from the start."
    )


class Standards(Fields):
    """What the plan should achieve."""

    timeliness: tuple[TimelinessStandard, ...] = Field(
        description="On-time shares by stage and date; left out = every statutory stage in full."
    )
    caseload: CaseloadStandard | None = Field(
        default=None, description="A caseload standard; null = none is set."
    )


class ChosenMeasure(Fields):
    """A policy measure whose burden is assessed."""

    measure: Words = Field(description="Name of the measure, as `burdens measures` lists it.")
    from_: Day | None = Field(
        default=None,
        alias="from",
        description="Day from which it applies [date]; left out = the measure's own, or the start.",
    )
    phasing: Annotated[tuple[Share, ...], Field(min_length=1, max_length=10)] | None = Field(
        default=None,
        description="Share of its cases that each year from then brings in [0 to 1], adding up to 1; "
        "left out = the measure's own.",
    )


class Grant(Fields):
    """Money offered for the new duties in a financial year."""

    financial_year: Annotated[Text, Field(pattern=r"^\d{4}-\d\d$")] = Field(
        description="The financial year, such as 2027-28."
    )
    gbp: Amount = Field(description="The offer, in cash of that year [GBP].")
    source: Text = Field(default="", description="Who offers it, and where that stands.")


class AssessmentChoices(Fields):
    """How the burden of the measures is reported."""

    years: Annotated[int, Field(strict=True, ge=3, le=10)] = Field(
        default=3, description="Financial years reported [3 to 10]."
    )
    area_cost: Annotated[float, Finite, Field(ge=0.5, le=2)] | None = Field(
        default=None,
        description="Local cost over England's [0.5 to 2], such as 1.1; null = no area cost adjustment.",
    )
    grant: tuple[Grant, ...] = Field(
        default=(), description="Grant offered, to be compared with the burden."
    )


class Override(Fields):
    """A value of the evidence replaced by the user's own, with the reason."""

    value: Words = Field(description="Name of the value, as `burdens evidence` lists it.")
    to: Number = Field(description="The number to use, in the value's own unit.")
    reason: Words = Field(description="Why, in words a reader can check.")
    by: Words | None = Field(
        default=None, description="Who replaced it, such as a name or a team; null = not said."
    )


def _form_of_opening(value: Any) -> str:
    return "<listed>" if isinstance(value, list | tuple) else "<estimated>"


Opening = Annotated[
    Annotated[Literal["estimated"], Tag("<estimated>")]
    | Annotated[tuple[OpenCases, ...], Tag("<listed>")],
    Discriminator(_form_of_opening),
]
