"""Every role of the file: that what it names exists, and that a new one is data alone."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import burdens
from burdens import evidence, law
from burdens.measures.payers import payers
from burdens.scenario import Role, kinds, roles

ROLES = roles()
LAW = law.pathways(dt.date(2027, 4, 5))


def values_named(role: Role) -> list[str]:
    named = [f"on_costs.pension.{role.employer}"]
    if role.gives_advice and role.gives_advice.share:
        named.append(role.gives_advice.share)
    if role.spending:
        named.append(role.spending.share)
    if role.supply:
        named.append(role.supply.staff)
    if role.takes_over:
        named.append(role.takes_over.share)
    if role.assists:
        named += [role.assists.share, role.assists.supervision]
    return named


@pytest.mark.parametrize("name", sorted(ROLES))
def test_every_value_figure_task_and_role_that_a_role_names_exists(name: str) -> None:
    role = ROLES[name]
    assert set(values_named(role)) <= set(evidence.read())
    assert role.payer in payers()
    if role.gives_advice:
        tasks = {task.id for pathway in LAW.values() for task in pathway.tasks}
        assert role.gives_advice.task in tasks
    if role.spending:
        assert kinds()[role.spending.figure].unit == "GBP"
    if role.supply:
        assert set(role.supply.shared_by) <= set(kinds())
    if role.takes_over:
        assert role.takes_over.role in ROLES
        assert set(role.takes_over.pathways) <= set(LAW)
    if role.assists:
        assert role.assists.role in set(ROLES) - {name}
        assert ROLES[role.assists.role].assists is None


def test_one_role_gives_each_kind_of_advice() -> None:
    tasks = [role.gives_advice.task for role in ROLES.values() if role.gives_advice]
    assert len(tasks) == len(set(tasks))


def test_roles_that_spending_buys_together_name_the_same_share_of_it() -> None:
    shares: dict[str, set[str]] = {}
    for role in ROLES.values():
        if role.spending:
            shares.setdefault(role.spending.figure, set()).add(role.spending.share)
    assert all(len(names) == 1 for names in shares.values())


def test_managers_are_in_every_plan_as_the_published_hours_give_them_work() -> None:
    always = {name for name, role in ROLES.items() if role.always}
    assert always == {"ep", "salt", "caseworker", "send_manager"}
    assert evidence.read()["hours.needs_assessment.draft.send_manager"].central > 0


def test_assistants_and_tribunal_officers_are_in_no_plan_unless_asked_for() -> None:
    optional = {name for name, role in ROLES.items() if role.assists or role.takes_over}
    assert optional == {"assistant_ep", "caseworker_assistant", "tribunal_officer"}
    assert not any(ROLES[name].always for name in optional)


NEW_ROLE = """
  physiotherapist:
    title: Physiotherapist
    always: true
    employer: nhs
    payer: health
    gives_advice: {task: physiotherapy_advice, share: volumes.share_needing_ot_advice}
"""
NEW_TASK = """
  - id: physiotherapy_advice
    title: "Physiotherapist's advice"
    kind: statutory
    share: [assessed]
    description: "Physiotherapy advice."
    values:
      - from: 2014-09-01
        status: in force
        weeks: 12
        reference: {title: A, provision: b, href: "https://example.org", checked_on: 2026-11-28, read: true}
    after:
      - task: decide
"""
BUILD = """
import json
from burdens import scenario
from burdens.problem import build
from burdens.scenario import roles

problem = build(scenario.new("Devon"))
tasks = {t.id: t for p in problem.pathways if p.id == "needs_assessment" for t in p.tasks}
advice = tasks["physiotherapy_advice"]
role = problem.roles["physiotherapist"]
print(json.dumps({
    "share": advice.share, "assessed": tasks["ep_advice"].share, "hours": advice.hours,
    "staff": role.staff0, "payer": roles()["physiotherapist"].payer,
    "schema": "physiotherapist" in scenario.json_schema()["properties"]["staff"]["properties"],
}))
"""


def with_a_physiotherapist(package: Path) -> None:
    """Add a role to a copy of the package: an entry, a task of the law, and values."""
    roles_file = package / "scenario" / "roles.yaml"
    roles_file.write_text(roles_file.read_text("utf-8") + NEW_ROLE, "utf-8")
    needs = package / "law" / "pathways" / "needs_assessment.yaml"
    text = needs.read_text("utf-8")
    needs.write_text(
        text.replace("\n  - id: no_plan\n", NEW_TASK + "  - id: no_plan\n", 1), "utf-8"
    )
    for file in (package / "evidence" / "values").glob("*.yaml"):
        text = file.read_text("utf-8")
        entries = re.findall(r"^  - id: .*\n(?:    .*\n)+", text, re.MULTILINE)
        own = [entry for entry in entries if re.match(r"  - id: \S*\bot\b(?!_)", entry)]
        new = "".join(
            re.sub(r"\bot(_advice)?\b", lambda m: f"physio{m[1] or 'therapist'}", entry).replace(
                "physio_advice", "physiotherapy_advice"
            )
            for entry in own
        )
        file.write_text(text.rstrip("\n") + "\n" + new, "utf-8")


@pytest.mark.slow
def test_a_role_that_gives_advice_is_added_by_data_alone(tmp_path: Path) -> None:
    source = Path(burdens.__file__).parent
    leave = shutil.ignore_patterns("static", "labextension", "template", "__pycache__")
    shutil.copytree(source, tmp_path / "burdens", ignore=leave)
    with_a_physiotherapist(tmp_path / "burdens")
    found = subprocess.run(
        [sys.executable, "-c", BUILD],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    made = json.loads(found.stdout)
    need = evidence.read()["volumes.share_needing_ot_advice"].central
    assert made["share"] == pytest.approx(made["assessed"] * need)
    assert made["hours"] == {"physiotherapist": 5.0}
    assert made["staff"] > 0
    assert made["payer"] == "health"
    assert made["schema"]
