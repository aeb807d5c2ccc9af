"""What is described, and that nothing else is solved for or given."""

from __future__ import annotations

import ast
import re
from collections import Counter
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from burdens.problem.problem import Numbers
from burdens.programme.definitions import ADDED, KNOWN, NEED, PROGRAMME
from burdens.programme.model import Model
from burdens.symbols import GIVEN, LEFT_OUT, PRICES, SETS, Equation
from burdens.symbols.functions import places
from burdens.symbols.prices import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burdens.symbols import Description

PARTS = [PROGRAMME, NEED, ADDED]
RULES = [rule for part in PARTS for rule in part.rules]
EQUATIONS = [
    pytest.param(equation, id=f"{rule.title} {number}")
    for rule in RULES
    for number, equation in enumerate(rule.equations)
]
CLASSES = Numbers.__subclasses__()
programmes = pytest.mark.parametrize("part", PARTS, ids=["plan", "need", "added"])


def fields() -> set[str]:
    """Return every field of the numbers of a Problem."""
    return {f"{kind.__name__}.{field}" for kind in CLASSES for field in kind.model_fields}


def described() -> set[str]:
    """Return every field that a symbol stands for."""
    return {field for symbol in KNOWN.values() for field in symbol.fields}


def test_every_field_of_a_problem_is_in_the_maths_or_listed_as_left_out() -> None:
    assert described() | set(LEFT_OUT) == fields()
    assert described() & set(LEFT_OUT) == set()


def test_what_is_given_names_its_field() -> None:
    assert all(symbol.fields for symbol in GIVEN.values())
    assert not any(s.fields for part in PARTS for s in part.symbols.values())


def left(equation: Equation) -> ast.expr:
    """Return the left side of a relation."""
    tree = equation.tree
    assert isinstance(tree, ast.Compare)
    return tree.left


@programmes
def test_what_is_worked_out_is_defined(part: Description) -> None:
    defined = {
        node.id
        for rule in part.definitions.values()
        for equation in rule.equations
        for node in ast.walk(left(equation))
        if isinstance(node, ast.Name)
    }
    assert set(part.derived) <= defined
    assert defined <= set(part.symbols) | set(SETS)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_a_unit_in_a_docstring_is_the_unit_of_the_symbol(kind: type) -> None:
    entries = re.findall(r"^    (\w+)\n((?: {8}.*\n?)+)", kind.__doc__ or "", re.MULTILINE)
    units = {name: re.findall(r"\[([^\]]+)\]", text) for name, text in entries}
    for symbol in KNOWN.values():
        for field in symbol.fields:
            owner, name = field.split(".")
            if owner == kind.__name__ and units.get(name) and symbol.unit:
                assert symbol.unit in units[name], field


@pytest.mark.parametrize("equation", EQUATIONS)
def test_every_symbol_of_an_equation_is_described_and_counted_over_its_sets(
    equation: Equation,
) -> None:
    assert equation.names <= set(KNOWN)
    for node in ast.walk(equation.tree):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            assert len(places(node.slice)) == len(KNOWN[node.value.id].over)


@programmes
def test_a_programme_speaks_only_of_what_is_given_or_its_own(part: Description) -> None:
    known = {*SETS, *GIVEN, *part.symbols}
    for rule in part.rules:
        for equation in rule.equations:
            assert equation.names <= known, rule.title


def test_every_symbol_that_is_described_is_in_an_equation() -> None:
    used = {name for rule in RULES for equation in rule.equations for name in equation.names}
    assert used == set(KNOWN)


def test_no_two_symbols_share_a_letter_or_a_name() -> None:
    assert max(Counter(symbol.sign for symbol in KNOWN.values()).values()) == 1
    symbols = {id(one): one for part in PARTS for one in part.symbols.values()}
    assert len(KNOWN) == len(SETS) + len(GIVEN) + len(symbols)


@pytest.mark.parametrize("name", sorted(set(KNOWN) - set(SETS)))
def test_the_words_for_a_symbol_name_every_set_it_is_counted_over(name: str) -> None:
    symbol = KNOWN[name]
    named = [field for _, field, _, _ in Formatter().parse(symbol.phrase) if field]
    assert sorted(named) == sorted(symbol.over)
    assert symbol.unit
    assert set(symbol.over) <= set(SETS)


def sentences() -> Iterator[tuple[str, str]]:
    for name, symbol in KNOWN.items():
        yield name, symbol.description
    for rule in RULES:
        yield rule.title, rule.description
        for equation in rule.equations:
            yield rule.title, equation.where or "For all."


@pytest.mark.parametrize(("name", "sentence"), list(sentences()))
def test_a_description_is_a_sentence(name: str, sentence: str) -> None:
    assert re.fullmatch(r"[A-Z].*\.", sentence, flags=re.DOTALL), name


def test_no_weight_has_a_unit_of_money() -> None:
    assert all("GBP" not in symbol.unit for symbol in WEIGHTS.values())
    assert all("GBP" in PRICES[name].unit for name in set(PRICES) - set(WEIGHTS))
    for rule in PROGRAMME.objective.values():
        weights = any(equation.names & set(WEIGHTS) for equation in rule.equations)
        assert rule.unit == ("policy weight" if weights else "GBP"), rule.title


def test_the_objective_has_every_term_of_the_contract() -> None:
    """Staff, hires, temporary posts, agency, hours short, vacancies; lateness, open work, cases."""
    used = [n for r in PROGRAMME.objective.values() for e in r.equations for n in e.names]
    prices = Counter(name for name in used if name in PRICES)
    assert prices == Counter(set(PRICES) - {"kept_factor"})
    assert "priority" in used


def test_a_column_or_a_row_that_is_not_described_is_refused() -> None:
    model = Model(PROGRAMME)
    with pytest.raises(KeyError, match="columns 'nobody' is not described"):
        model.add_columns("nobody", "ep", count=1)
    with pytest.raises(KeyError, match="rows 'nothing' is not described"):
        model.add_rows("nothing", "ep", count=1)
    with pytest.raises(KeyError, match="posts"):
        model.add_columns("posts", "ep", count=1)
    assert (model.columns, model.rows) == ({}, {})
    model.add_columns("staff", "ep", count=2)
    model.add_rows("in_post", "ep", count=2)
    assert list(model.columns) == [("staff", "ep")]
    assert list(model.rows) == [("in_post", "ep")]
