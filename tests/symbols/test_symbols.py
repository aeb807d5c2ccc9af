"""What is described, and that nothing else is solved for or given."""

from __future__ import annotations

import ast
import re
from collections import Counter
from string import Formatter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from burdens import problem as problems
from burdens.problem import Problem
from burdens.programme.linear import column
from burdens.programme.model import Model
from burdens.symbols import (
    BOUNDS,
    COLUMNS,
    DEFINITIONS,
    KNOWN,
    LEFT_OUT,
    OBJECTIVE,
    PARAMETERS,
    PRICES,
    ROWS,
    SETS,
    Equation,
    Rule,
    sign_of,
)
from burdens.symbols.sums import places

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES = {
    f"{group}: {name}": rule
    for group, rules in {
        "definition": DEFINITIONS,
        "row": ROWS,
        "objective": OBJECTIVE,
        "bound": BOUNDS,
    }.items()
    for name, rule in rules.items()
}
EQUATIONS = [
    pytest.param(equation, id=f"{name} {number}")
    for name, rule in RULES.items()
    for number, equation in enumerate(rule.equations)
]
CLASSES = [problems.Role, problems.Task, problems.Waiting, problems.Target, problems.Pathway]
CLASSES += [problems.Caseload, Problem]


def fields() -> set[str]:
    """Every field of the numbers of a Problem."""
    return {f"{one.__name__}.{field}" for one in CLASSES for field in one.model_fields}


def described() -> Counter[str]:
    return Counter(field for symbol in KNOWN.values() for field in symbol.fields)


def test_every_field_of_a_problem_is_in_the_maths_or_said_to_be_left_out() -> None:
    assert set(described()) | set(LEFT_OUT) == fields()
    assert set(described()) & set(LEFT_OUT) == set()


def test_what_is_given_says_where_it_is_held_unless_it_follows_from_the_rest() -> None:
    nowhere = {name for name, one in {**PARAMETERS, **PRICES}.items() if not one.fields}
    defined = {
        node.id
        for rule in DEFINITIONS.values()
        for equation in rule.equations
        for node in ast.walk(side(equation))
        if isinstance(node, ast.Name)
    }
    assert nowhere == {"cases"} <= defined
    assert not any(one.fields for one in COLUMNS.values())


def side(equation: Equation) -> ast.expr:
    """Give the left side of a relation."""
    tree = equation.tree
    assert isinstance(tree, ast.Compare)
    return tree.left


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_a_unit_in_a_docstring_is_the_unit_of_the_symbol(kind: type) -> None:
    entries = re.findall(r"^    (\w+)\n((?: {8}.*\n?)+)", kind.__doc__ or "", re.MULTILINE)
    found = {name: re.search(r"\[([^\]]+)\]", text) for name, text in entries}
    units = {name: unit[1] for name, unit in found.items() if unit}
    for symbol in KNOWN.values():
        for field in symbol.fields:
            owner, name = field.split(".")
            if owner == kind.__name__ and name in units and symbol.unit:
                assert units[name] == symbol.unit, field


@pytest.mark.parametrize("equation", EQUATIONS)
def test_every_symbol_of_an_equation_is_described_and_counted_over_its_sets(
    equation: Equation,
) -> None:
    assert equation.names <= set(KNOWN)
    for node in ast.walk(equation.tree):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            assert len(places(node.slice)) == len(KNOWN[node.value.id].over)


def test_every_symbol_that_is_described_is_in_an_equation() -> None:
    used = {name for rule in RULES.values() for one in rule.equations for name in one.names}
    assert used == set(KNOWN)


def test_no_two_symbols_share_a_letter_or_a_name() -> None:
    assert max(Counter(symbol.sign for symbol in KNOWN.values()).values()) == 1
    assert len(KNOWN) == len(SETS) + len(PARAMETERS) + len(PRICES) + len(COLUMNS)


@pytest.mark.parametrize("name", sorted(set(KNOWN) - set(SETS)))
def test_the_words_for_a_symbol_name_every_set_it_is_counted_over(name: str) -> None:
    symbol = KNOWN[name]
    named = [found for _, found, _, _ in Formatter().parse(symbol.phrase) if found]
    assert sorted(named) == sorted(symbol.over)
    assert symbol.unit
    assert set(symbol.over) <= set(SETS)


def sentences() -> Iterator[tuple[str, str]]:
    for name, one in {**KNOWN, **RULES}.items():
        yield name, one.description
    for name, rule in RULES.items():
        for equation in rule.equations:
            yield name, equation.where or "For all."


@pytest.mark.parametrize(("name", "sentence"), list(sentences()))
def test_a_description_is_a_sentence(name: str, sentence: str) -> None:
    assert re.fullmatch(r"[A-Z].*\.", sentence, flags=re.DOTALL), name


@pytest.mark.parametrize("equation", EQUATIONS)
def test_an_equation_is_written_as_mathml_with_every_letter_in_it(equation: Equation) -> None:
    parts = ET.fromstring(f"<p>{equation.mathml}</p>")  # noqa: S314  # our own words
    assert {part.tag for part in parts} == {"math"}
    letters = {one.text for one in parts.iter("mi")}
    assert letters == {KNOWN[name].sign for name in equation.names}


@pytest.mark.parametrize("equation", EQUATIONS)
def test_an_equation_is_said_without_a_name_of_the_code(equation: Equation) -> None:
    assert not re.search(r"[{}\[\]_*<>=]|\btotal\b", equation.words)


def test_an_equation_is_written_and_said_as_one_would_by_hand() -> None:
    equation = Equation("posts[r, y] >= 2 * (staff[r, m - 1] - total(hires[r, m], r, m))")
    assert equation.words == (
        "the posts of role r in year y must reach 2 times (the staff of role r in post in month "
        "m − 1 less the sum over every role r and month m of the appointments to role r in month m)"
    )
    shown = "".join(ET.fromstring(f"<p>{equation.mathml}</p>").itertext())  # noqa: S314
    assert shown.replace("\u2062", "") == "Pr,y ≥2(Sr,m−1 −∑r,mHr,m)"


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("staff[r, m] <= posts[r, y]", ("m", "r")),
        ("total(staff[r, m], t) <= posts[r, y]", ("y", "r")),
        ("total(entered[j, c], j) <= cases[f, c]", ("f", "c")),
        ("total(cost_week[r, t] * posts[r, y], r, t)", ()),
    ],
)
def test_an_equation_is_for_every_set_that_no_other_settles(
    text: str, free: tuple[str, ...]
) -> None:
    assert Equation(text).free == free


def test_a_letter_alone_is_written_with_its_sets() -> None:
    shown = ET.fromstring(sign_of(KNOWN["staff"]))  # noqa: S314
    assert "".join(shown.itertext()) == "Sr,m"


@pytest.mark.parametrize("text", ["sum(staff, r)", "staff[r, m] ** 2"])
def test_what_is_no_equation_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        assert Equation(text).mathml


def test_a_column_or_a_row_that_is_not_described_is_refused() -> None:
    model = Model()
    with pytest.raises(KeyError, match="nobody"):
        model.add("nobody", "ep")
    one = model.add("staff", "ep", 0)
    with pytest.raises(KeyError, match="nothing"):
        model.not_negative("nothing", "ep", line=one)
    with pytest.raises(KeyError, match="nothing"):
        model.equal("nothing", "ep", line=column(0))
    assert isinstance(ROWS["in_post"], Rule)
    model.equal("in_post", "ep", 0, line=one)
    assert list(model.rows) == [("in_post", "ep", 0)]
