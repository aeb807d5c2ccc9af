"""Whatever a scenario holds, its file gives it back; whatever a file holds, faults are told."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burdens import law, scenario
from burdens.errors import ScenarioError

START = dt.date(2027, 4, 5)
STAGES = [
    (pathway.id, task.id)
    for pathway in law.pathways(START).values()
    for task in pathway.tasks
    if task.statutory
]
TASKS = [(p.id, task.id) for p in law.pathways(START).values() for task in p.tasks]

words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=40
)
filled_words = words.filter(lambda text: text.strip())
amounts = st.floats(0, 1e12, allow_nan=False)
shares = st.floats(0, 1)
maybe = st.none()


def entries(names: list[str], form: st.SearchStrategy) -> st.SearchStrategy:
    return st.dictionaries(st.sampled_from(names), form)


figures = entries(
    list(scenario.kinds()),
    st.fixed_dictionaries(
        {"value": maybe | amounts, "year": maybe | st.integers(2000, 2100), "source": words}
    ),
)
days = st.integers(0, 156 * 7 - 1).map(lambda day: START + dt.timedelta(days=day))
spans = st.tuples(maybe | days, maybe | days).filter(
    lambda span: None in span or span[0] <= span[1]
)


def dated(span: tuple, **fields: object) -> dict:
    """Write an entry of a list with its two dates."""
    return {"from": span[0], "until": span[1], **fields}


def staffing() -> st.SearchStrategy:
    """Draw what can be said of one role; numbers that must agree are drawn as they agree."""
    people = st.fixed_dictionaries(
        {},
        optional={
            "in_post": maybe | amounts,
            "vacant": maybe | amounts,
            "temporary_posts": maybe | amounts,
            "agency": maybe | amounts,
            "pay_salary": maybe | st.floats(1, 1e6),
            "max_hires_a_month": maybe | amounts,
            "agency_share": maybe | shares,
            "term_time": maybe | shares,
            "lead_months": maybe | st.floats(0, 36),
            "ramp_months": maybe | st.floats(0, 36),
            "hiring": st.lists(st.builds(dated, spans, a_month=amounts), max_size=1),
            "starters": st.lists(
                st.builds(
                    lambda month, fte: {"month": month, "fte": fte},
                    st.sampled_from(["january", "september"]),
                    st.floats(0.1, 50),
                ),
                max_size=2,
                unique_by=lambda entry: entry["month"],
            ),
        },
    )
    absence = st.lists(
        st.builds(dated, spans, fte=st.floats(0.1, 5), why=words), min_size=1, max_size=2
    )
    away = st.builds(
        lambda entries, posts: {"in_post": 10.0, "posts": 10.0 + posts, "absence": entries},
        absence,
        st.floats(0, 5),
    )
    return people | away


staff = st.fixed_dictionaries({name: staffing() for name in scenario.roles()})
standards = st.builds(
    lambda chosen, caseload: {"timeliness": chosen, "caseload": caseload},
    st.lists(
        st.builds(
            lambda step, day, share: {
                "pathway": step[0],
                "stage": step[1],
                "from": day,
                "on_time": share,
            },
            st.sampled_from(STAGES),
            days,
            shares,
        ),
        unique_by=lambda entry: (entry["pathway"], entry["stage"]),
        max_size=5,
    ),
    maybe
    | st.builds(lambda n, day: {"cases_per_caseworker": n, "from": day}, st.floats(1, 900), days),
)
opening = st.just("estimated") | st.lists(
    st.builds(
        lambda step, age, cases: {
            "pathway": step[0],
            "task": step[1],
            "age_weeks": age,
            "cases": cases,
        },
        st.sampled_from(TASKS),
        st.integers(1, 300),
        amounts,
    ),
    max_size=4,
)
overrides = st.lists(
    st.builds(
        lambda value, to, reason, by: {"value": value, "to": to, "reason": reason, "by": by},
        st.sampled_from(["discount.rate"]),
        shares,
        filled_words,
        maybe | filled_words,
    ),
    max_size=1,
)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    title=maybe | words,
    bucket=st.sampled_from([1, 2]),
    figures=figures,
    staff=staff,
    standards=standards,
    opening=opening,
    overrides=overrides,
)
def test_what_is_written_reads_back_equal_with_the_same_hash(
    devon: scenario.Scenario, bucket: int, **fields: object
) -> None:
    made = devon.changed(bucket_weeks=bucket, **fields)
    back = scenario.parse(made.to_yaml())
    assert back == made
    assert back.hash == made.hash
    assert back.to_yaml() == made.to_yaml()


scalars = ["null", ".nan", "-1", "1e400", "true", "''", "0x10", "-", "*a", "|", "!x", "!x y"]
days_beyond_reason = ["2027-02-30", "0001-01-02", "9999-12-27", "2014-01-06"]
lists_and_sets = ["[]", "{}", "[{}]", "{? [1] : 2}", "{1: 2}"]
numbers_beyond_reason = ["9" * 400, "9" * 5000]
junk = st.sampled_from(scalars + days_beyond_reason + lists_and_sets + numbers_beyond_reason)


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_file_however_wrong_fails_in_any_other_way_than_by_its_faults(
    devon_yaml: str, data: st.DataObject
) -> None:
    lines = [line for line in devon_yaml.splitlines() if not line.lstrip().startswith("#")]
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        head, _, _ = lines[place].partition(":")
        lines[place] = f"{head}: {data.draw(junk)}"
    faults = None
    try:
        scenario.parse("\n".join(lines))
    except ScenarioError as error:
        faults = error.faults
    assert faults is None or len(faults) > 0


@pytest.mark.parametrize("weeks", ["9" * 30, "1041", "1.5", "-2"])
def test_a_horizon_beyond_reason_is_refused(devon_yaml: str, weeks: str) -> None:
    with pytest.raises(ScenarioError, match="horizon_weeks"):
        scenario.parse(devon_yaml.replace("horizon_weeks: 156", f"horizon_weeks: {weeks}"))
