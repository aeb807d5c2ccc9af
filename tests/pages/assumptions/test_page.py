"""The assumptions page: finding a value, changing it, and taking the list and the scenario away."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import openpyxl
import pytest
from ruamel.yaml import YAML

from burdens import evidence, measures
from burdens.pages import AssumptionsPage, BurdensPage, WorkforcePage
from burdens.pages.assumptions.used import NOWHERE, uses
from burdens.scenario import new, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burdens.pages.download import Made

ADVICE = "hours.needs_assessment.salt_advice.salt"  # 4, 5, 8 hours a case; grade D
OVERHEADS = "on_costs.overheads"
OBSERVED = "caseload.observed.surrey"


def written() -> Iterator[dict[str, Any]]:
    """Give every value as its file has it."""
    for folder in (
        Path(evidence.__file__).parent / "values",
        Path(measures.__file__).parent / "files",
    ):
        for path in folder.glob("*.yaml"):
            yield from YAML(typ="safe").load(path.read_text(encoding="utf-8")).get("values", [])


@pytest.fixture
def page() -> AssumptionsPage:
    return AssumptionsPage(begin=new)


@pytest.fixture
def devon() -> AssumptionsPage:
    return AssumptionsPage("Devon", begin=new)


def find(page: AssumptionsPage, **texts: str) -> list[str]:
    """Ask for values, and give the ids of those found."""
    page.filters.clear()
    for name, text in texts.items():
        page.filters.fields[name].value = text
    return [value.id for value in page.wanted()]


def press(page: AssumptionsPage, what: str, name: str) -> None:
    page.listing._came(None, f"{what} {name}", [])  # noqa: SLF001  (the browser's part)


def replace(page: AssumptionsPage, name: str, number: str, reason: str) -> None:
    press(page, "edit", name)
    page.form.made[name].number.value = number
    page.form.made[name].reason.value = reason


def scenario_of(page: AssumptionsPage) -> Any:
    made = page._scenario_file()  # noqa: SLF001  (what the button calls)
    assert made is not None, page.panel.html
    return parse(made.content.decode())


def opened(page: AssumptionsPage, text: str) -> None:
    page.opening.upload.error = page.opening.open("mine.burdens.yaml", text) or ""


def link(page: AssumptionsPage, to: str) -> str | None:
    return page._query(to)  # noqa: SLF001  (what the buttons call)


def test_every_value_of_the_files_is_found_and_shown_once(page: AssumptionsPage) -> None:
    ids = sorted(value["id"] for value in written())
    assert sorted(value.id for value in page.wanted()) == ids
    assert f"{len(ids)} of {len(ids)} values" in page.found.html
    while page.more.layout.display is None:
        page.more.click()
    assert page.listing.html.count("<li class=") == len(ids)
    for name in ids:
        assert page.listing.html.count(f"<code>{name}</code>") == 1
    for title in {value["title"] for value in written()}:
        assert title.replace("'", "&#x27;").replace("&amp;", "&") in page.listing.html


def test_few_values_are_shown_at_first_and_more_when_asked_for(page: AssumptionsPage) -> None:
    assert page.listing.html.count("<li class=") == 10
    assert "The first 10 are shown" in page.found.html
    sent: list[Any] = []
    page.listing.send = sent.append
    page.more.click()
    assert page.listing.html.count("<li class=") == 20
    assert sent == [{"focus": f"edit {page.wanted()[10].id}"}]
    find(page, grade="A", used="plan")
    assert page.more.description == f"Show {len(page.wanted()) - 10} more"
    assert "none of them is unconfirmed" in page.found.html
    find(page, grade="B")
    assert page.more.layout.display == "none"


@pytest.mark.parametrize("grade", "ABCD")
def test_a_grade_finds_the_values_that_have_it_in_their_files(
    page: AssumptionsPage, grade: str
) -> None:
    expected = {value["id"] for value in written() if value["grade"] == grade}
    assert set(find(page, grade=grade)) == expected
    assert f"<strong>{len(expected)} of " in page.found.html


@pytest.mark.parametrize(
    "words", ["SCHOOLS WEEK", "salt_advice", "no source was found", "advice therapist"]
)
def test_words_are_found_in_titles_ids_notes_and_sources(page: AssumptionsPage, words: str) -> None:
    sources = {value.id: value.source.title for value in measures.all_values().values()}
    expected = {
        value["id"]
        for value in written()
        if all(
            word in f"{value['title']} {value['id']} {value['note']} {sources[value['id']]}".lower()
            for word in words.lower().split()
        )
    }
    assert expected
    assert set(find(page, search=words)) == expected


def test_a_place_finds_what_is_used_there(page: AssumptionsPage) -> None:
    (mediation,) = (one for one in measures.measures().values() if one.id == "mediation")
    lines = {name for line in mediation.lines for name in line.values}
    assert set(find(page, used="mediation")) == lines
    assert OBSERVED in find(page, used="nowhere")
    assert ADVICE in find(page, used="plan")


def test_nothing_found_is_said_and_every_value_comes_back(page: AssumptionsPage) -> None:
    assert find(page, search="zebra") == []
    assert f"0 of {len(list(written()))} values" in page.found.html
    assert "No value is found" in page.listing.html
    assert page.every.layout.display is None
    page.every.click()
    assert len(page.wanted()) == len(list(written()))
    assert page.every.layout.display == "none"


def test_what_is_in_no_sum_says_so_and_offers_no_change(page: AssumptionsPage) -> None:
    find(page, search=OBSERVED)
    assert "In no sum: shown beside the caseload standard" in page.listing.html
    assert "data-press" not in page.listing.html
    find(page, search=ADVICE)
    assert f'data-press="edit {ADVICE}"' in page.listing.html


def test_what_is_used_stands_before_what_is_in_no_sum(page: AssumptionsPage) -> None:
    values = page.wanted()
    summed = {
        value.topic
        for value in values
        if any(NOWHERE not in use.places for use in uses()[value.id])
    }
    last = [value.topic not in summed for value in values]
    assert any(last)
    assert last == sorted(last)


def test_an_address_asks_for_values_and_what_it_cannot_ask_for_is_said() -> None:
    page = AssumptionsPage(
        begin=new, entries={"search": "advice", "grade": "d", "show": "unconfrmed"}
    )
    assert (page.filters.fields["search"].value, page.filters.fields["grade"].value) == (
        "advice",
        "D",
    )
    assert "How it stands: “unconfrmed” is no choice. Did you mean unconfirmed?" in page.panel.html
    assert {value.grade for value in page.wanted()} == {"D"}


def test_a_judgement_is_unconfirmed_until_somebody_says_why_it_holds(
    devon: AssumptionsPage,
) -> None:
    before = len(find(devon, show="unconfirmed"))
    press(devon, "edit", ADVICE)
    devon.form.made[ADVICE].confirm()
    assert len(devon.wanted()) == before
    assert "You typed <strong>5 hours a case</strong>. Not finished" in devon.changed.html
    devon.form.made[ADVICE].reason.value = "our time study"
    assert len(devon.wanted()) == before - 1
    assert find(devon, show="changed") == [ADVICE]
    assert (
        "Confirmed at <strong>5 hours a case</strong>. Why: our time study." in devon.changed.html
    )
    (override,) = scenario_of(devon).overrides
    assert (override.value, override.to, override.reason) == (ADVICE, 5, "our time study")
    assert override.by is None


def test_a_value_is_replaced_by_somebody_for_a_reason_and_both_are_shown_and_kept(
    devon: AssumptionsPage,
) -> None:
    replace(devon, ADVICE, "6.5", "our <b>study</b>")
    devon.who.value = "SEND team & finance"
    said = (
        "Replaced by <strong>6.5 hours a case</strong>; the tool&#x27;s value is 5 hours a case "
        "(4 to 8). Why: our &lt;b&gt;study&lt;/b&gt;. Done by SEND team &amp; finance."
    )
    find(devon, search=ADVICE)
    for html in (devon.changed.html, devon.listing.html):
        assert said in html.replace("tool's", "tool&#x27;s")
    (override,) = scenario_of(devon).overrides
    assert (override.to, override.by) == (6.5, "SEND team & finance")


def test_a_name_stands_beside_what_is_changed_here_and_not_beside_what_was_in_the_file(
    page: AssumptionsPage,
) -> None:
    before = [
        {"value": OVERHEADS, "to": 0.21, "reason": "our accounts", "by": "Finance"},
        {"value": "growth.requests", "to": 0.07, "reason": "our trend"},
    ]
    opened(page, new("Devon").changed(overrides=before).to_yaml())
    page.who.value = "Planning"
    replace(page, ADVICE, "6", "our study")
    assert {one.value: one.by for one in scenario_of(page).overrides} == {
        OVERHEADS: "Finance",
        "growth.requests": None,
        ADVICE: "Planning",
    }
    page.form.made[OVERHEADS].number.value = "22"
    assert {one.by for one in scenario_of(page).overrides} == {"Planning", None}
    assert "by Finance" not in page.changed.html


def test_undoing_gives_the_tools_value_back(page: AssumptionsPage) -> None:
    before = [{"value": OVERHEADS, "to": 0.21, "reason": "our accounts"}]
    opened(page, new("Devon").changed(overrides=before).to_yaml())
    press(page, "undo", OVERHEADS)
    assert "Nothing is changed" in page.changed.html
    assert "the tool&#x27;s value is used again" in page.status.html
    assert scenario_of(page).overrides == ()


def test_an_unfinished_value_stays_open_and_is_kept(devon: AssumptionsPage) -> None:
    replace(devon, ADVICE, "six", "our study")
    devon.editor.done.click()
    assert devon.editor.name == ADVICE
    assert "“six” is not a number" in devon.panel.html
    press(devon, "edit", OVERHEADS)
    devon.editor.done.click()
    assert devon.editor.name == ""
    assert devon._scenario_file() is None  # noqa: SLF001  (what the button calls)
    assert "“six” is not a number" in devon.panel.html
    assert devon.editor.name == ADVICE
    assert devon.form.made[ADVICE].number.value == "six"
    devon.form.made[ADVICE].number.value = "6"
    assert scenario_of(devon).overrides[0].to == 6


def test_a_scenario_needs_an_authority_and_changes_made_before_it_are_kept(
    page: AssumptionsPage,
) -> None:
    replace(page, ADVICE, "6", "our study")
    assert page._scenario_file() is None  # noqa: SLF001  (what the button calls)
    assert "Choose your authority." in page.panel.html
    page.start.field.value = "878"
    (override,) = scenario_of(page).overrides
    assert override.value == ADVICE


def test_leaving_with_a_change_that_is_not_kept_would_lose_it(devon: AssumptionsPage) -> None:
    sign = devon._unsaved  # noqa: SLF001  (a widget of its own, for the browser)
    find(devon, grade="D")
    assert not sign.unsaved
    replace(devon, ADVICE, "6", "our study")
    assert sign.unsaved
    devon._csv_file()  # noqa: SLF001  (a list opens on no page, so it keeps nothing)
    assert sign.unsaved
    scenario_of(devon)
    assert not sign.unsaved


def test_a_link_without_a_scenario_opens_the_same_search(page: AssumptionsPage) -> None:
    find(page, search="salt advice", grade="D", used="plan")
    query = link(page, "assumptions")
    assert query == "search=salt+advice&grade=D&used=plan"
    again = AssumptionsPage(begin=new, entries=dict(parse_qsl(query)))
    assert again.wanted() == page.wanted()
    assert link(page, "workforce") is None
    assert "Choose your authority." in page.panel.html


@pytest.mark.parametrize("overheads", ["21", "0"])  # 0 is among the choices of New burdens
@pytest.mark.parametrize(
    ("kind", "name"), [(WorkforcePage, "workforce"), (BurdensPage, "new_burdens")]
)
def test_a_link_opens_another_page_with_every_value_that_was_changed(
    devon: AssumptionsPage, kind: type, name: str, overheads: str
) -> None:
    find(devon, search="advice")
    replace(devon, ADVICE, "6", "our study")
    replace(devon, OVERHEADS, overheads, "our accounts")
    query = link(devon, name)
    assert query is not None
    assert "search" not in query
    entries = dict(parse_qsl(query))
    there = kind(entries.pop("authority"), begin=new, entries=entries)
    assert there._ready()[0] == scenario_of(devon)  # noqa: SLF001  (what its button works with)


def rows(made: Made) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.content.decode("utf-8-sig"))))


def test_the_list_as_csv_holds_what_is_found_with_every_column_and_the_filter(
    devon: AssumptionsPage,
) -> None:
    devon.who.value = "Planning"
    replace(devon, ADVICE, "6", "=1+1, our study")
    found = find(devon, grade="D", search="advice")
    made = devon._csv_file()  # noqa: SLF001  (what the button calls)
    assert made.name == "devon-assumptions.csv"
    table = {row["Id"]: row for row in rows(made)}
    assert list(table) == found
    for value in written():
        if value["id"] not in table:
            continue
        row = table[value["id"]]
        assert [float(row[name]) for name in ("Low", "Central", "High")] == [
            value[name] for name in ("low", "central", "high")
        ]
        assert (row["Value"], row["Unit"], row["Note"]) == (
            value["title"],
            value["unit"],
            value["note"],
        )
        assert row["Source"]
        assert row["Date of the source"]
        assert row["Where it is used"]
    row = table[ADVICE]
    assert (row["Replaced by"], row["Replaced by whom"], row["Unconfirmed"]) == (
        "6.0",
        "Planning",
        "no",
    )
    assert row["Reason"] == "'=1+1, our study"
    assert {row["What the list was filtered by"] for row in table.values()} == {
        "with the words “advice”; Grade D: judgement"
    }


def test_the_list_as_a_workbook_says_the_same_as_the_csv(devon: AssumptionsPage) -> None:
    replace(devon, ADVICE, "6", "=1+1, our study")
    find(devon, used="plan", grade="D")
    made = devon._workbook_file()  # noqa: SLF001  (what the button calls)
    assert made.name == "devon-assumptions.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(made.content))["Assumptions"]
    assert "Filtered by: Grade D: judgement; Workforce plan." in sheet["A2"].value
    head, *body = sheet.iter_rows(min_row=4, values_only=True)
    told = [dict(zip(head, row, strict=True)) for row in body]
    same = rows(devon._csv_file())  # noqa: SLF001  (what the button calls)
    assert len(told) == len(same) > 50
    for one, other in zip(told, same, strict=True):
        for name, cell in one.items():
            text = other[name].removeprefix("'")
            assert (
                (float(text) == cell) if isinstance(cell, int | float) else (text == (cell or ""))
            )


def test_the_list_can_be_taken_away_without_a_scenario(page: AssumptionsPage) -> None:
    made = page._csv_file()  # noqa: SLF001  (what the button calls)
    assert made.name == "assumptions.csv"
    assert len(rows(made)) == len(list(written()))
    assert {row["What the list was filtered by"] for row in rows(made)} == {"Every value"}
    find(page, search="zebra")
    assert rows(page._csv_file()) == []  # noqa: SLF001
    book = page._workbook_file()  # noqa: SLF001
    assert openpyxl.load_workbook(io.BytesIO(book.content))["Assumptions"].max_row <= 5


def test_the_first_page_makes_no_entry_of_a_value_before_it_is_wanted(
    page: AssumptionsPage,
) -> None:
    assert page.form.made == {}
    press(page, "edit", ADVICE)
    assert list(page.form.made) == [ADVICE]
