"""How long the work of a council takes beside version 0.1: processor time, as ratios in one run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.earlier import Tree, earlier, this

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]
COUNCILS = ("Devon", "Kent")
FOUR = "bands_and_tariffs digital_ehcps mediation tailored_lists"
TEN = 10

OLD_SOLVE = """
import sys, json, time, burdens
from burdens.problem import build
from burdens.programme import Session, write_programme
programme = write_programme(build(burdens.new(sys.argv[1])))
began = time.process_time()
Session(programme).solve()
print(json.dumps(time.process_time() - began))
"""
NEW_SOLVE = """
import sys, json, time, burdens
from burdens.plans import LiveModel
from burdens.problem import build
from burdens.programme import Live
programme = LiveModel().answer(build(burdens.new(sys.argv[1]))).programme
began = time.process_time()
Live().solve(programme.arrays)
print(json.dumps(time.process_time() - began))
"""
OLD_CHANGE = """
import sys, json, time, burdens
scenario = burdens.new(sys.argv[1])
burdens.plan(scenario)
changed = scenario.changed(staff={**{r: s.model_dump() for r, s in scenario.staff.items()}, "ep": {"in_post": 30.0}})
began = time.process_time()
burdens.plan(changed)
print(json.dumps(time.process_time() - began))
"""
NEW_CHANGE = """
import sys, json, time, burdens
from burdens.planning import LiveScenario
scenario, live = burdens.new(sys.argv[1]), LiveScenario()
live.plan(scenario, helped=False)
changed = scenario.changed(staff={**{r: s.model_dump() for r, s in scenario.staff.items()}, "ep": {"in_post": 30.0}})
began = time.process_time()
live.plan(changed, helped=False)
print(json.dumps(time.process_time() - began))
"""
COMMAND = "from burdens.cli import main; main()"
ASSESS = """
import sys, json, time, burdens
from burdens.assessment import assess
scenario = burdens.new(sys.argv[1]).changed(measures=[{"measure": name} for name in sys.argv[2].split()])
began = time.process_time()
assess(scenario)
print(json.dumps(time.process_time() - began))
"""
MEMORY = """
import json, resource, burdens
from burdens.authorities import all_authorities
from burdens.planning import LiveScenario
peaks = []
for authority in all_authorities()[:: 15][:10]:
    LiveScenario().plan(burdens.new(authority.code), helped=False)
    peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
print(json.dumps(peaks))
"""


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tree, Tree]:
    """Unpack the earlier commit, once."""
    return earlier(tmp_path_factory.mktemp("earlier")), this()


@pytest.fixture
def compare(trees: tuple[Tree, Tree], show: Callable[[str], None]) -> Callable[..., float]:
    """Return what times the same work in both trees and shows the ratio."""

    def ratio(what: str, old: str, new: str, *arguments: str) -> float:
        before, after = trees[0].seconds(old, *arguments), trees[1].seconds(new, *arguments)
        show(f"{what}: {after / before:.3f} of version 0.1 ({after:.2f} of {before:.2f} s)")
        return after / before

    return ratio


@pytest.mark.parametrize("council", COUNCILS)
def test_solving_one_council_beside_version_0_1(
    compare: Callable[..., float], council: str
) -> None:
    assert compare(f"{council}, solve", OLD_SOLVE, NEW_SOLVE, council) < 1


@pytest.mark.parametrize("council", COUNCILS)
def test_a_changed_entry_beside_version_0_1(compare: Callable[..., float], council: str) -> None:
    assert compare(f"{council}, a changed entry", OLD_CHANGE, NEW_CHANGE, council) < 1


def test_the_command_plan_beside_version_0_1(
    trees: tuple[Tree, Tree], show: Callable[[str], None], tmp_path: Path
) -> None:
    before, after = (_plan(tree, tmp_path / f"{place}.yaml") for place, tree in enumerate(trees))
    show(f"burdens plan: {after / before:.3f} of version 0.1 ({after:.2f} of {before:.2f} s)")
    assert after < before


def _plan(tree: Tree, file: Path) -> float:
    tree.run(COMMAND, "new", "Devon", "-o", str(file))
    return tree.whole(COMMAND, "plan", str(file), "--json")


def test_assessing_four_measures_beside_version_0_1(compare: Callable[..., float]) -> None:
    assert compare("assess, four measures", ASSESS, ASSESS, "Devon", FOUR) < 1


def test_ten_councils_one_after_another_take_no_more_memory(
    trees: tuple[Tree, Tree], show: Callable[[str], None]
) -> None:
    peaks = trees[1].numbers(MEMORY)
    show("peak memory after each of ten councils [MB]: " + ", ".join(f"{p:.0f}" for p in peaks))
    assert len(peaks) == TEN
    assert peaks[-1] < 1.1 * peaks[2]
