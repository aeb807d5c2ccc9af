"""What cumulative counts say of cases, against whole cases served one by one."""

from __future__ import annotations

from collections import Counter, deque

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.plans.flow import Flow, completions, open_cases, overdue_cases
from burdens.problem import Pathway, Task
from burdens.programme import Lane
from burdens.programme.lanes import Series
from tests.truth.problems import by_chance

BUCKETS = 8


def a_lane(started: list[int], tasks: tuple[Task, ...], open_before: int = 0) -> Lane:
    """Return a lane of whole cases, by the bucket of their start; some lie before bucket 0."""
    pathway = Pathway(id="one", arrivals=(0.0,) * BUCKETS, tasks=tasks)
    series = Series.of(-open_before, np.array(started, dtype=np.float64))
    nobody = Series.of(-open_before, np.zeros(len(started)))
    return Lane(pathway, "one", "waiting", tasks, series, series, nobody)


def a_task(name: str = "task", due: int = 2, *, stage: bool = True, share: float = 1.0) -> Task:
    return Task(id=name, due=due, stage=stage, share=share)


@st.composite
def served(
    draw: st.DrawFn, tasks: int = 1, most: int = 6
) -> tuple[int, list[int], list[list[int]]]:
    """Draw cases by bucket of start, and what is done of each task in each bucket, in turn."""
    before = draw(st.integers(0, 3))
    started = draw(
        st.lists(st.integers(0, most), min_size=before + BUCKETS, max_size=before + BUCKETS)
    )
    reached = np.cumsum(started)[before:]
    done = []
    limit = reached
    for _ in range(tasks):
        total, series = 0, []
        for bucket in range(BUCKETS):
            total += draw(st.integers(0, int(limit[bucket]) - total))
            series.append(total)
        done.append(series)
        limit = np.array(series)  # a task waits for the one before it
    return before, started, done


@by_chance(60)
@given(case=served())
def test_completions_are_those_of_cases_served_first_come_first_served(
    case: tuple[int, list[int], list[list[int]]],
) -> None:
    before, started, (done,) = case
    waiting: deque[int] = deque()
    coming = [bucket - before for bucket, count in enumerate(started) for _ in range(count)]
    expected: Counter[tuple[int, int]] = Counter()
    for bucket in range(BUCKETS):
        waiting.extend(start for start in coming if start == bucket or (not bucket and start < 0))
        for _ in range(done[bucket] - (done[bucket - 1] if bucket else 0)):
            expected[waiting.popleft(), bucket] += 1

    flow = Flow(a_lane(started, (a_task(),), before), a_task(), np.array(done, dtype=np.float64))
    read = completions(flow)

    counted: Counter[tuple[int, int]] = Counter()
    for start, end, cases in zip(read.start, read.end, read.cases, strict=True):
        counted[int(start), int(end)] += cases
    assert dict(counted) == pytest.approx(dict(expected))
    assert list(read.waits) == [
        end - start for start, end in zip(read.start, read.end, strict=True)
    ]


def test_half_of_the_cases_need_a_task_and_their_completions_are_half_as_many() -> None:
    """Of 10 and 20 cases, 5 and 10 need it: 8 are done in bucket 2, the rest in bucket 4."""
    task = a_task(share=0.5)
    flow = Flow(
        a_lane([10, 20, 0, 0, 0, 0, 0, 0], (task,)),
        task,
        np.array([0, 0, 8, 8, 15, 15, 15, 15], dtype=np.float64),
    )
    read = completions(flow)

    assert list(zip(read.start, read.end, read.cases, strict=True)) == [
        (0, 2, 5.0),
        (1, 2, 3.0),
        (1, 4, 7.0),
    ]


@by_chance(60)
@given(
    case=served(tasks=3),
    dues=st.tuples(*(st.integers(0, 4) for _ in range(3))),
    stages=st.tuples(*(st.booleans() for _ in range(3))),
    age=st.integers(0, 3),
)
def test_open_and_overdue_cases_are_those_counted_one_by_one(
    case: tuple[int, list[int], list[list[int]]],
    dues: tuple[int, ...],
    stages: tuple[bool, ...],
    age: int,
) -> None:
    before, started, done = case
    tasks = tuple(
        Task(
            id=f"task {number}",
            due=due,
            stage=stage,
            share=1.0,
            after=((f"task {number - 1}", 0),) if number else (),
        )
        for number, (due, stage) in enumerate(zip(dues, stages, strict=True))
    )
    lane = a_lane(started, tasks, before)
    flows = [
        Flow(lane, task, np.array(series, dtype=np.float64))
        for task, series in zip(tasks, done, strict=True)
    ]
    starts = [bucket - before for bucket, count in enumerate(started) for _ in range(count)]
    counts = [task.stage or task is tasks[-1] for task in tasks]

    def waits(bucket: int, case: int, number: int) -> bool:
        return case >= done[number][bucket]

    still_open, late = [], []
    for bucket in range(BUCKETS):
        here = [(case, start) for case, start in enumerate(starts) if start <= bucket]
        still_open.append(sum(any(waits(bucket, case, n) for n in range(3)) for case, _ in here))
        late.append(
            sum(
                any(
                    counts[n] and waits(bucket, case, n) and start + dues[n] + age <= bucket
                    for n in range(3)
                )
                for case, start in here
            )
        )

    assert open_cases(flows, BUCKETS) == pytest.approx(still_open)
    assert overdue_cases(flows, BUCKETS, age) == pytest.approx(late)


def test_a_case_that_waits_for_a_task_of_some_counts_with_the_share_that_needs_it() -> None:
    """Of 10 cases half need advice and a fifth a plan: 2 advices are done, so 3 cases wait."""
    advice = a_task("advice", due=1, share=0.5)
    final = Task(id="final", due=2, stage=True, share=0.2, after=(("advice", 0),))
    lane = a_lane([10, 0, 0, 0, 0, 0, 0, 0], (advice, final))
    nothing, two = np.zeros(BUCKETS), np.full(BUCKETS, 2.0)

    assert open_cases([Flow(lane, advice, nothing), Flow(lane, final, nothing)], BUCKETS)[
        3
    ] == pytest.approx(5.0)
    some = [Flow(lane, advice, two), Flow(lane, final, nothing)]
    # Places 0 to 4 of 10 have their advice and wait for a plan with a fifth, 4 to 10 with half.
    assert open_cases(some, BUCKETS)[3] == pytest.approx(4 * 0.2 + 6 * 0.5)
    assert overdue_cases(some, BUCKETS)[1] == pytest.approx(6 * 0.5)
    assert overdue_cases(some, BUCKETS)[2] == pytest.approx(4 * 0.2 + 6 * 0.5)
    assert overdue_cases(some, BUCKETS, age=2)[3] == pytest.approx(6 * 0.5)
