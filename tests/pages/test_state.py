"""What a page starts from: a file that is opened, an address that fills it in, and what is kept."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burdens.measures import all_values, measures
from burdens.pages import AssumptionsPage, BurdensPage, WorkforcePage
from burdens.scenario import Scenario, new
from tests.pages.drawn_scenarios import scenarios, words

if TYPE_CHECKING:
    from burdens.pages.page import Page

PAGES = (WorkforcePage, BurdensPage, AssumptionsPage)
FEW = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def opened(page: Page, scenario: Scenario | str) -> str:
    """Open a file, and give what is said below the button."""
    text = scenario if isinstance(scenario, str) else scenario.to_yaml()
    page.opening.upload.error = page.opening.open("mine.burdens.yaml", text) or ""
    return said(page)


def said(page: Page) -> str:
    return "".join(one.html for one in page.opening.part.children[1:])


def asked(page: Page) -> Scenario:
    ready = page._ready()  # noqa: SLF001  (what every button of the page works with)
    assert ready is not None, page.panel.html
    return ready[0]


def link(page: Page) -> str | None:
    """Press the button for a link."""
    sent: list[Any] = []
    widget = page.link.children[0]
    widget.send = lambda message: sent.append(message["query"])
    widget._asked(None, widget.page, None)  # noqa: SLF001  (the browser's part)
    return sent[0] if sent else None


def followed(query: str, page: type[Page]) -> Page:
    """Open a page by a link."""
    entries = dict(parse_qsl(query, keep_blank_values=True))
    return page(entries.pop("authority"), begin=new, entries=entries)


@pytest.fixture(scope="module", params=PAGES, ids=lambda page: page.__name__)
def kept_page(request: pytest.FixtureRequest) -> Page:
    """Give one page for many files, one after another."""
    return request.param("Kent", begin=new)


@pytest.fixture(params=PAGES, ids=lambda page: page.__name__)
def page(request: pytest.FixtureRequest) -> Page:
    return request.param("Devon", begin=new)


@FEW
@given(scenario=scenarios())
def test_what_is_downloaded_after_opening_a_file_is_what_was_opened(
    kept_page: Page, scenario: Scenario
) -> None:
    opened(kept_page, scenario)
    assert kept_page.opening.upload.error == ""
    assert asked(kept_page).hash == scenario.hash


@FEW
@given(scenario=scenarios())
def test_a_link_opens_the_same_scenario_on_either_page_or_is_not_made(
    kept_page: Page, scenario: Scenario
) -> None:
    opened(kept_page, scenario)
    if (query := link(kept_page)) is None:
        assert "No link was made" in kept_page.panel.html
        assert "Download the scenario instead" in kept_page.panel.html
        return
    for other in PAGES:
        found = asked(followed(query, other))
        assert found.model_dump(exclude={"burdens", "overrides"}) == scenario.model_dump(
            exclude={"burdens", "overrides"}
        )
        assert {one.value: (one.to, one.reason) for one in found.overrides} == {
            one.value: (one.to, one.reason) for one in scenario.overrides
        }


@st.composite
def typed(draw: st.DrawFn) -> dict[str, str]:
    """Draw what somebody types, in the names and the form that a link has."""
    numbers = st.decimals(0, 90, places=2).map(str)
    fields = {
        "staff.ep.in_post": numbers,
        "staff.salt.agency_share": numbers,
        "staff.social_worker.in_post": numbers,
        "standards.timeliness": st.decimals(1, 100, places=1).map(str),
        "standards.caseload": st.integers(1, 900).map(str),
        "measures": st.sets(st.sampled_from(sorted(measures())), min_size=1).map(",".join),
        "assessment.years": st.integers(3, 10).map(str),
        "assessment.area_cost": st.decimals("0.5", 2, places=2).map(str),
    }
    chosen_fields = draw(st.sets(st.sampled_from(sorted(fields))))
    found = {name: draw(fields[name]) for name in sorted(chosen_fields)}
    for name in ("growth.requests", "hours.needs_assessment.ep_advice.ep", "on_costs.overheads"):
        if draw(st.booleans()):
            found |= {name: draw(numbers), f"{name}.reason": draw(words)}
    return found


def in_use(page: Page) -> dict[str, str]:
    """Give the entries but for values that nothing on the page uses, which no scenario holds."""
    replaced = {one.value for one in asked(page).overrides}
    return {
        name: text
        for name, text in page.state.texts().items()
        if (value := name.removesuffix(".reason")) in replaced or value not in all_values()
    }


@FEW
@given(entries=typed())
@pytest.mark.parametrize("kind", PAGES)
def test_what_is_typed_comes_back_from_the_link(kind: type[Page], entries: dict[str, str]) -> None:
    first = kind("Devon", begin=new, entries=entries)
    assert said(first).count("<li>") == 0
    query = link(first)
    assert query is not None
    second = followed(query, kind)
    assert asked(second) == asked(first)
    assert second.state.texts() == in_use(first)
    assert link(second) == query


def test_entries_of_an_address_reach_the_scenario_in_the_unit_of_the_page() -> None:
    page = followed(
        "authority=Devon&staff.ep.in_post=20&standards.timeliness=90&growth.requests=7"
        "&growth.requests.reason=our+plan",
        WorkforcePage,
    )
    scenario = asked(page)
    assert scenario.staff["ep"].in_post == 20
    assert {one.on_time for one in scenario.standards.timeliness} == {0.9}
    (override,) = scenario.overrides
    assert (override.value, override.to, override.reason) == ("growth.requests", 0.07, "our plan")
    assert said(page) == ""


def test_measures_of_an_address_are_a_list_that_can_be_read() -> None:
    page = followed("authority=Devon&measures=mediation,tailored_lists", BurdensPage)
    assert {one.measure for one in asked(page).measures} == {"mediation", "tailored_lists"}
    assert asked(followed("authority=Devon&measures=none", BurdensPage)).measures == ()


def test_the_workforce_entries_of_an_address_are_used_on_the_new_burdens_page_and_named() -> None:
    query = "authority=Devon&staff.ep.in_post=20&standards.caseload=200&staff.ep.vacant=3"
    page = followed(query, BurdensPage)
    assert asked(page).staff["ep"].in_post == 20
    assert asked(page).standards.caseload.cases_per_caseworker == 200
    assert "Also in the link, and used: staff (educational psychologists) and the caseload" in said(
        page
    )


@pytest.mark.parametrize("kind", PAGES)
def test_a_value_that_a_page_does_not_ask_for_is_used_named_and_goes_on_in_its_links(
    kind: type[Page],
) -> None:
    value = "recruitment.ep.attrition_year"
    assert value in all_values()
    query = f"authority=Devon&{value}=0.15&{value}.reason=our+records"
    page = followed(query.replace("0.15", "15"), kind)
    (override,) = asked(page).overrides
    assert (override.value, override.to, override.reason) == (value, 0.15, "our records")
    assert ("assumptions (" in said(page)) != (kind is AssumptionsPage)
    again = link(page)
    assert again is not None
    for other in PAGES:
        assert asked(followed(again, other)).overrides == (override,)


def test_a_value_with_a_fault_in_an_address_is_named_once() -> None:
    value = "hours.needs_assessment.ep_advice.ep"
    page = followed(f"authority=Devon&{value}=long&{value}.reason=so", BurdensPage)
    assert said(page).count("“long” is not a number") == 1
    assert asked(page).overrides == ()


def test_faults_of_an_address_are_named_and_the_rest_is_applied() -> None:
    query = (
        "authority=Devon&staff.ep.inpost=3&staff.ep.in_post=many&staff.salt.in_post=4"
        "&measures=mediation,medation&assessment.years=99"
    )
    page = followed(query, WorkforcePage)
    assert "“staff.ep.inpost” is no entry of this page. Did you mean staff.ep.in_post?" in said(
        page
    )
    assert "“many” is not a number" in said(page)
    assert "no measure is called “medation”. Did you mean mediation" in said(page)
    assert "“99” is no choice" in said(page)
    assert page.form.staff.text("staff.salt.in_post") == "4"
    assert page.form.staff.text("staff.ep.in_post") == "many"
    assert [one.measure for one in page.start.base.measures] == ["mediation"]


def test_an_address_without_an_authority_fills_in_what_it_can() -> None:
    page = WorkforcePage(begin=new, entries={"staff.ep.in_post": "20", "measures": "mediation"})
    assert page.form.staff.text("staff.ep.in_post") == "20"
    assert "It names no authority" in said(page)


def test_what_no_entry_of_the_page_says_is_named_and_kept(page: Page) -> None:
    scenario = new("Devon", start=dt.date(2028, 4, 3)).changed(
        title="With reform",
        overrides=[{"value": "leavers.ep", "to": 0.2, "reason": "our records"}]
        if "leavers.ep" in all_values()
        else [{"value": "on_costs.overheads", "to": 0.21, "reason": "our records"}],
    )
    heard = opened(page, scenario)
    assert "Also in the file, and used: the title “With reform”, the start on 3 April 2028" in heard
    assert ("assumptions (" in heard) != isinstance(page, AssumptionsPage)  # which shows them all
    assert link(page) is None
    assert "the start on 3 April 2028" in page.panel.html


def test_an_older_file_opens_with_a_note_of_what_has_changed(page: Page) -> None:
    old = new("Devon").changed(burdens="0.0.1", evidence="2020-01-01")
    heard = opened(page, old)
    assert "The file was written by burdens 0.0.1" in heard
    assert "The evidence has been checked again since the file was written (2020-01-01" in heard
    assert asked(page).hash == old.hash


def test_an_emptied_entry_goes_back_to_what_is_published_not_to_the_file() -> None:
    page = WorkforcePage("Devon", begin=new)
    plain = new("Devon")
    later = [
        {**one.model_dump(by_alias=True), "on_time": 0.8} for one in plain.standards.timeliness
    ]
    own = plain.changed(
        staff={**{role: {} for role in plain.staff}, "ep": {"in_post": 12.0}},
        standards={"timeliness": later, "caseload": {"cases_per_caseworker": 150.0}},
    )
    opened(page, own)
    assert page.form.standards["standards.timeliness"].value == "80"
    page.form.staff.fill({"staff.ep.in_post": ""})
    for field in page.form.standards.values():
        field.value = ""
    assert asked(page) == plain


def test_a_missing_figure_of_a_file_is_shown_and_kept_with_its_source(page: Page) -> None:
    missing = next(iter(page.start.missing))
    name = missing.removeprefix("figures.")
    figures = {key: one.model_dump() for key, one in new("Devon").figures.items()}
    figures[name] = {"value": 321.0, "year": 2026, "source": "our case system"}
    opened(page, new("Devon").changed(figures=figures))
    assert page.start.missing[missing].value == "321"
    assert asked(page).figures[name].source == "our case system"
    page.start.missing[missing].value = ""
    assert asked(page).figures == new("Devon").figures


BAD = {
    "nothing": ("", "is empty"),
    "a tab": ("burdens: 0.1.0\nauthority:\n\tcode: 878\n", "line 3: is indented with a tab."),
    "a list": ("- Devon\n- Kent\n", "is a list, not a set of fields"),
    "no fields": ("Devon", "holds no fields"),
    "a misspelt field": ("horizon_weeks: 156", "horizon_wekes"),
    "negative staff": ("in_post: -5", "staff.ep.in_post"),
    "an unknown authority": ('code: "878"', "authority.code"),
    "a newer version": ("burdens: 9.0.0", "was written by burdens 9.0.0"),
}


def bad_file(what: str) -> str:
    text = new("Devon").to_yaml()
    changes = {
        "a misspelt field": ("horizon_weeks: 156", "horizon_wekes: 156"),
        "negative staff": ("ep: {in_post: null", "ep: {in_post: -5"),
        "an unknown authority": ('code: "878"', 'code: "879999"'),
        "a newer version": (f'burdens: "{new("Devon").burdens}"', 'burdens: "9.0.0"'),
    }
    if what not in changes:
        return BAD[what][0]
    old, changed = changes[what]
    assert old in text
    return text.replace(old, changed)


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_refused_with_words_and_leaves_the_page_as_it_was(what: str) -> None:
    page = WorkforcePage("Kent", begin=new, entries={"staff.ep.in_post": "17"})
    page.form.standards["standards.caseload"].value = "half typed"
    before = (page.state.texts(), page.start.base, page.start.field.value, page._unsaved.unsaved)  # noqa: SLF001
    heard = opened(page, bad_file(what))
    assert "The scenario file was not opened" in heard
    assert BAD[what][1] in heard
    assert "mine.burdens.yaml" in heard
    assert "was not opened" in page.opening.upload.error
    assert before == (
        page.state.texts(),
        page.start.base,
        page.start.field.value,
        page._unsaved.unsaved,  # noqa: SLF001
    )


def test_a_good_file_after_a_bad_one_takes_its_words_away(page: Page) -> None:
    opened(page, "- no\n")
    assert opened(page, new("Kent")) == ""
    assert page.opening.upload.error == ""
    assert page.start.field.value == "886"


def test_another_authority_starts_from_what_is_published_again(page: Page) -> None:
    opened(page, new("Devon").changed(title="Ours"))
    page.start.field.value = "886"
    assert asked(page) == new("Kent")
    assert said(page) == ""


def test_a_scenario_with_a_measure_of_the_users_own_gets_no_link() -> None:
    from tests.pages.new_burdens.desk import OWN, hand_in

    page = BurdensPage("Devon", begin=new)
    hand_in(page, OWN)
    assert link(page) is None
    assert "A measure of your own stands in a file." in page.panel.html


def test_a_link_longer_than_programs_take_is_not_made() -> None:
    page = WorkforcePage("Devon", begin=new)
    page.form.levers["growth.requests"].typed("7", "because " * 300)
    assert link(page) is None
    assert "many programs cut one of more than 2,000" in page.panel.html


@pytest.mark.parametrize("kind", [WorkforcePage, BurdensPage])
def test_entries_with_faults_get_no_link(kind: type[Page]) -> None:
    page = kind("Devon", begin=new)
    page.start.field.value = ""
    assert link(page) is None
    assert "Choose your authority." in page.panel.html


def test_the_page_knows_whether_leaving_it_loses_entries() -> None:
    page = WorkforcePage("Devon", begin=new, entries={"staff.ep.in_post": "20"})
    sign = page._unsaved  # noqa: SLF001  (a widget of its own, for the browser)
    assert not sign.unsaved
    page.form.staff.fill({"staff.ep.in_post": "21"})
    assert sign.unsaved
    assert link(page) is not None
    assert not sign.unsaved
    page.form.standards["standards.caseload"].value = "200"
    assert sign.unsaved
    page._scenario_file()  # noqa: SLF001  (what the download button calls)
    assert not sign.unsaved
    page.form.standards["standards.caseload"].value = "many"
    assert link(page) is None
    assert sign.unsaved
    opened(page, new("Kent"))
    assert not sign.unsaved
