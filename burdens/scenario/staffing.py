"""What a scenario says of the people of a role: how many, how hired, and when away."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from burdens.scenario.schema import (
    Amount,
    Day,
    Fields,
    Finite,
    Positive,
    Share,
    Text,
    unsigned_zero,
)

MOST_MONTHS = 36  # from appointment to the first day in post, and until fully productive
Months = Annotated[float, Finite, Field(ge=0, le=MOST_MONTHS), AfterValidator(unsigned_zero)]
Month = Literal[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


class HiringLimit(Fields):
    """The most that can be appointed between two dates, such as none while hiring is frozen."""

    from_: Day | None = Field(
        default=None,
        alias="from",
        description="First day on which it applies [date]; left out = from the start.",
    )
    until: Day | None = Field(
        default=None, description="Last day on which it applies [date]; left out = to the end."
    )
    a_month: Amount = Field(
        description="Most that can be appointed in a month [FTE]; 0 = a freeze."
    )


class Starters(Fields):
    """Newly trained people who can start in one month of every year."""

    month: Month = Field(description="The month in which they can start, such as september.")
    fte: Positive = Field(
        description="How many of them can be appointed each year, beyond any other limit [FTE]."
    )


class Absence(Fields):
    """Staff in post who are away for a time, beyond usual leave and sickness."""

    from_: Day | None = Field(
        default=None, alias="from", description="First day away [date]; left out = from the start."
    )
    until: Day | None = Field(
        default=None, description="Last day away [date]; left out = to the end."
    )
    fte: Positive = Field(description="How many are away [FTE].")
    why: Text = Field(
        default="", description="What kind of absence, such as maternity leave; write no names."
    )


class Staffing(Fields):
    """The people of one role."""

    in_post: Amount | None = Field(
        default=None,
        description="Staff in post at the start for this work [FTE]; null = posts less vacant where "
        "both are typed, else implied by spending.",
    )
    posts: Amount | None = Field(
        default=None,
        description="Funded establishment for this work [FTE]; null = what is needed to keep up.",
    )
    vacant: Amount | None = Field(
        default=None,
        description="Funded posts that nobody holds at the start [FTE]; null = not said. "
        "They are set beside the posts that are needed.",
    )
    temporary_posts: Amount | None = Field(
        default=None,
        description="Most temporary posts beside the establishment [FTE]; "
        "null = as many as catching up needs.",
    )
    agency: Amount | None = Field(
        default=None,
        description="Agency staff in use at the start [FTE]; null = none that is known. The plan may "
        "go on using as many, unless agency_share sets a limit.",
    )
    pay_salary: Positive | None = Field(
        default=None,
        description="Salary of one FTE before on-costs [GBP a year]; null = the usual pay point.",
    )
    max_hires_a_month: Amount | None = Field(
        default=None,
        description="Most that can be appointed in a month [FTE]; null = the evidence value.",
    )
    agency_share: Share | None = Field(
        default=None,
        description="Most agency work, as a share of the role's own hours [0 to 1]; "
        "null = the evidence value.",
    )
    term_time: Share | None = Field(
        default=None,
        description="Share of the team on term-time contracts [0 to 1]: the same hours a year for "
        "each FTE, worked only when schools are open; null = none.",
    )
    lead_months: Months | None = Field(
        default=None,
        description="Time from appointment to the first day in post [months], such as 2.5; "
        "null = the evidence value.",
    )
    ramp_months: Months | None = Field(
        default=None,
        description="Time until a newcomer is fully productive [months], such as 2.5; "
        "null = the evidence value.",
    )
    hiring: tuple[HiringLimit, ...] = Field(
        default=(),
        description="Limits on appointments between dates, in the place of max_hires_a_month.",
    )
    starters: tuple[Starters, ...] = Field(
        default=(), description="Newly trained people who can start in a month of every year."
    )
    absence: tuple[Absence, ...] = Field(
        default=(), description="Absence between dates, such as maternity leave or long sickness."
    )

    @property
    def known_in_post(self) -> float | None:
        """Staff in post at the start as far as they were typed [FTE]; None where they were not."""
        if self.in_post is None and self.posts is not None and self.vacant is not None:
            return self.posts - self.vacant
        return self.in_post
