"""How an equation is written, shown and read aloud, and which equations are refused."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from burdens.programme.definitions import ADDED, KNOWN, NEED, PROGRAMME
from burdens.symbols import Description, Equation, Rule, Symbol, mathml_of, sign_of, words_of

EQUATIONS = [
    pytest.param(equation, id=f"{rule.title} {number}")
    for description in (PROGRAMME, NEED, ADDED)
    for rule in description.rules
    for number, equation in enumerate(rule.equations)
]


def letters_of(text: str) -> str:
    """Return what a formula shows, without the signs that nobody sees."""
    shown = "".join(ET.fromstring(f"<p>{text}</p>").itertext())  # noqa: S314  # our own words
    return shown.replace("\u2062", "")


@pytest.mark.parametrize("equation", EQUATIONS)
def test_an_equation_is_written_as_mathml_with_every_letter_in_it(equation: Equation) -> None:
    parts = ET.fromstring(f"<p>{mathml_of(equation, KNOWN)}</p>")  # noqa: S314  # our own words
    assert {part.tag for part in parts} == {"math"}
    letters = {letter.text for letter in parts.iter("mi")}
    assert letters == {KNOWN[name].sign for name in equation.names}


@pytest.mark.parametrize("equation", EQUATIONS)
def test_an_equation_is_read_aloud_without_a_name_of_the_code(equation: Equation) -> None:
    assert not re.search(
        r"[{}\[\]_*<>=]|\b(total|most\(|floor)\b", words_of(equation, KNOWN).lower()
    )


def test_an_equation_is_written_and_read_as_one_would_by_hand() -> None:
    equation = Equation("posts[r, y] >= 2 * (staff[r, m - 1] - total(hires[r, m], r, m))")
    assert words_of(equation, KNOWN) == (
        "the posts of role r in year y must be at least 2 times (the staff of role r in post in month "
        "m − 1 less the sum over every role r and month m of the appointments to role r in month m)"
    )
    assert letters_of(mathml_of(equation, KNOWN)) == "Pr,y ≥2(Sr,m−1 −∑r,mHr,m)"


def test_what_is_taken_away_as_a_whole_is_read_in_brackets() -> None:
    equation = Equation("lead[r] - (whole[r] - 1)")
    assert words_of(equation, KNOWN) == (
        "the time to start in role r less (the full months to the start in role r less 1)"
    )
    assert letters_of(mathml_of(equation, KNOWN)) == "λr −(λ′r −1)"


@pytest.mark.parametrize(
    ("text", "words", "letters"),
    [
        ("floor(lead[r])", "the time to start in role r rounded down", "⌊λr⌋"),
        ("larger(lead[r], 1)", "the larger of the time to start in role r and 1", "max(λr,1)"),
        ("smaller(lead[r], 1)", "the smaller of the time to start in role r and 1", "min(λr,1)"),
        (
            "most(lag[i, k], i)",
            "the greatest over every earlier task i of the least wait from task i to task k",
            "maxiωi,k",
        ),
        (
            "owed[l, z, -1]",
            "the cases of lane l that should have had task z by −1",
            "Dl,z,−1",
        ),
        (
            "share[k] / share[i]",
            "the share of cases that need task k divided by the share of cases that need task i",
            "σkσi",
        ),
    ],
)
def test_functions_are_written_and_read(text: str, words: str, letters: str) -> None:
    equation = Equation(text)
    assert words_of(equation, KNOWN) == words
    assert letters_of(mathml_of(equation, KNOWN)) == letters


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("staff[r, m] <= posts[r, y]", ("m", "r")),
        ("total(staff[r, m], t) <= posts[r, y]", ("y", "r")),
        ("most(earliest[l, i] + lag[i, k], i)", ("l", "k")),
        ("total(cost_week[r, t] * posts[r, y], r, t)", ()),
        ("kept[p] * cases[q, c]", ("q", "c")),
    ],
)
def test_an_equation_is_for_every_set_that_no_other_settles(
    text: str, free: tuple[str, ...]
) -> None:
    assert Equation(text).free == free


def test_a_letter_alone_is_written_with_its_sets() -> None:
    assert letters_of(sign_of(KNOWN["staff"])) == "Sr,m"


@pytest.mark.parametrize(
    "text",
    ["sum(staff, r)", "staff[r, m] ** 2", "larger(lead[r])", "total(lead[r])", "floor(1, 2)"],
)
def test_what_is_not_an_equation_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        mathml_of(Equation(text), KNOWN)
    with pytest.raises((ValueError, KeyError)):
        words_of(Equation(text), KNOWN)


def test_parts_of_a_programme_may_not_describe_the_same_family() -> None:
    column = {"staff": Symbol("Staff", "FTE", "Staff.", "S")}
    part = Description(columns=column)
    with pytest.raises(ValueError, match="staff: described in more than one part"):
        Description.joined(part, part)
    row = {"staff": Rule("Staff", "FTE", "Staff.", ())}
    joined = Description.joined(part, Description(rows=row))
    assert (joined.columns, joined.rows) == (column, row)


def test_another_programme_may_use_some_families() -> None:
    part = PROGRAMME.only("order", "done")
    assert set(part.rows) == {"order"}
    assert set(part.columns) == {"done"}
    assert set(part.bounds) == {"done"}
    assert part.objective == {}
