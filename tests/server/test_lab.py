"""The pages inside JupyterLab, below the base URL of one user as JupyterHub gives it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from burdens import scenario
from burdens.authorities import find
from tests.server.desk import ECHO, TITLES, file, from_menu, from_palette, wait_until
from tests.server.open_door import TOKEN

OPEN_DOOR = str(Path(__file__).with_name("open_door.py"))
OWN = "/user/ann/"
CATEGORY = "SEND workforce and burdens"

one_width = pytest.mark.parametrize("window", [1200], indirect=True)


@pytest.fixture(scope="module")
def inside(running: Callable, free_port: Callable[[], int], files: Path) -> Iterator[str]:
    port = free_port()
    address = f"http://127.0.0.1:{port}{OWN}"
    with running([OPEN_DOOR, "lab", str(files), str(port), OWN], address):
        yield address


@pytest.fixture
def saved(told: Callable) -> Callable[[str], bool]:
    """Wait until what a reload brings back holds a text."""
    return lambda text: wait_until(lambda: text in told("lab/api/workspaces/default").text)


@pytest.fixture
def desk(kernels: Callable, window: Page, inside: str) -> Page:  # noqa: ARG001  (outlives the window)
    """Open an empty JupyterLab."""
    window.goto(f"{inside}lab?token={TOKEN}&reset")
    window.locator(".jp-Launcher").wait_for()
    return window


def card(desk: Page, title: str) -> Locator:
    return desk.locator(".jp-LauncherCard", has_text=title)


def tabs(desk: Page) -> Locator:
    return desk.locator("#jp-main-dock-panel .lm-TabBar-tab")


def close(tab: Locator) -> None:
    tab.locator(".lm-TabBar-tabCloseIcon").click()


def shown(desk: Page, title: str) -> FrameLocator:
    """Give the page in the frame of this title, once it has drawn its button."""
    frame = desk.frame_locator(f"iframe[title='{title}']")
    frame.get_by_role("button", name="Work out").wait_for()
    return frame


def test_without_a_token_a_page_leads_to_the_login_and_what_lab_asks_is_refused(
    inside: str, ask: Callable
) -> None:
    for page in ("", "workforce", "nowhere"):
        assert ask(inside + "burdens/" + page).address.startswith(inside + "login")
    for answer in ("pages", "authorities", "scenario?authority=Devon"):
        assert ask(inside + "burdens/api/" + answer).status == 403


def test_lab_is_told_the_pages_as_their_notebooks_describe_them(told: Callable) -> None:
    answer = json.loads(told("burdens/api/pages").text)
    assert answer["voila"] is True
    assert [page["title"] for page in answer["pages"]] == TITLES
    assert [page["opens"] for page in answer["pages"]] == ["scenario", "scenario", ""]
    assert answer["pages"][0]["cells"] == [ECHO]
    assert told("burdens/nowhere").status == 404


def test_lab_is_told_the_153_authorities_and_the_text_of_a_new_scenario(told: Callable) -> None:
    names = [authority["name"] for authority in json.loads(told("burdens/api/authorities").text)]
    assert len(names) == 153
    assert names == sorted(names)
    made = json.loads(told("burdens/api/scenario?authority=878").text)
    assert made["name"] == "Devon"
    assert scenario.parse(made["text"]) == scenario.new("Devon")
    unknown = told("burdens/api/scenario?authority=Devn")
    assert unknown.status == 404
    assert "Devon" in json.loads(unknown.text)["message"]


@pytest.mark.browser
@pytest.mark.slow
@one_width
def test_launcher_and_palette_open_a_page_in_one_tab_whose_kernel_ends_with_it(
    desk: Page, kernels: Callable, saved: Callable
) -> None:
    part = desk.locator(".jp-Launcher-section", has_text=CATEGORY)
    assert part.locator(".jp-LauncherCard-label").all_inner_texts() == [*TITLES, "New scenario"]
    card(desk, "Method").click()
    shown(desk, "Method")
    assert kernels(1)
    from_palette(desk, "Method")
    assert tabs(desk).all_inner_texts() == ["Method"]
    from_palette(desk, "Workforce plan")
    shown(desk, "Workforce plan")
    assert kernels(2)
    close(tabs(desk).filter(has_text="Workforce plan"))
    assert kernels(1)
    # The label follows the links in the page, and so does what a reload brings back.
    desk.frame_locator("iframe").get_by_role("link", name="Workforce plan").first.click()
    shown(desk, "Workforce plan")
    assert tabs(desk).all_inner_texts() == ["Workforce plan"]
    assert saved("burdens/workforce")
    desk.goto(desk.url)
    shown(desk, "Workforce plan")
    close(tabs(desk).first)
    assert kernels(0)


@pytest.mark.browser
@pytest.mark.slow
@one_width
def test_a_tab_with_unsaved_entries_asks_and_one_closed_early_leaves_no_kernel(
    desk: Page, kernels: Callable
) -> None:
    card(desk, "Workforce plan").click()
    page = shown(desk, "Workforce plan")
    page.locator("body").evaluate("body => { body.dataset.burdensUnsaved = 'yes'; }")
    close(tabs(desk).first)
    desk.get_by_role("button", name="Keep the page").click()
    assert page.get_by_role("button", name="Work out").is_visible()
    close(tabs(desk).first)
    desk.get_by_role("button", name="Lose the entries").click()
    assert kernels(0)
    card(desk, "Workforce plan").click()
    assert kernels(1)
    close(tabs(desk).first)


@pytest.mark.browser
@pytest.mark.slow
@one_width
def test_a_double_click_opens_each_scenario_file_in_the_planner_and_a_reload_keeps_them(
    desk: Page, kernels: Callable, saved: Callable, files: Path
) -> None:
    file(desk, "Devon").dblclick()
    devon = shown(desk, "Workforce plan: Devon.burdens.yaml")
    devon.get_by_text(f"scenario=Devon.burdens.yaml in {files}").wait_for()
    file(desk, "mine").dblclick()
    file(desk, "Leeds").dblclick()
    leeds = shown(desk, "Workforce plan: mine/Leeds & Co.burdens.yaml")
    leeds.get_by_text("scenario=mine%2FLeeds%20%26%20Co.burdens.yaml in").wait_for()
    file(desk, "Leeds").click(button="right")
    from_menu(desk, "Open With", "New burdens")
    burdens = shown(desk, "New burdens: mine/Leeds & Co.burdens.yaml")
    expect(burdens.get_by_label("Local authority")).to_have_value(find("Leeds").code)
    assert kernels(3)
    close(tabs(desk).last)
    desk.get_by_role("button", name="Edit as text").last.click()
    desk.locator(".jp-FileEditor").get_by_text("horizon_weeks: 156").wait_for()
    assert kernels(2)
    assert saved("editor:mine/Leeds & Co.burdens.yaml")
    desk.goto(desk.url)
    shown(desk, "Workforce plan: mine/Leeds & Co.burdens.yaml")
    tabs(desk).filter(has_text="Devon").click()
    shown(desk, "Workforce plan: Devon.burdens.yaml")
    from_palette(desk, "Close All Tabs")
    assert kernels(0)


@pytest.mark.browser
@pytest.mark.slow
@one_width
def test_a_new_scenario_is_written_beside_those_there_are_and_opened(
    desk: Page, kernels: Callable, files: Path
) -> None:
    desk.locator(".lm-MenuBar-itemLabel").get_by_text("File", exact=True).click()
    from_menu(desk, "New", "New scenario")
    make = desk.get_by_role("button", name="Make the scenario")
    make.click()
    desk.get_by_text("Choose your authority from the list.").wait_for()
    desk.get_by_role("button", name="Close").click()
    for name in ("York.burdens.yaml", "York 2.burdens.yaml"):
        from_palette(desk, "New scenario")
        desk.locator(".jp-Dialog select").select_option("York")
        make.click()
        shown(desk, f"Workforce plan: {name}")
        assert scenario.read(files / name) == scenario.new("York")
        (files / name).write_text("kept", encoding="utf-8")
    assert (files / "York.burdens.yaml").read_text(encoding="utf-8") == "kept"
    from_palette(desk, "Close All Tabs")
    assert kernels(0)


@pytest.mark.browser
@pytest.mark.slow
@one_width
def test_a_scenario_file_given_another_name_stays_open_and_is_read_again_under_it(
    desk: Page, kernels: Callable, files: Path
) -> None:
    (files / "Before.burdens.yaml").write_text("title: a plan\n", encoding="utf-8")
    desk.locator("[data-command='filebrowser:refresh']").click()
    file(desk, "Before").dblclick()
    shown(desk, "Workforce plan: Before.burdens.yaml").get_by_text("scenario=Before.").wait_for()
    file(desk, "Before").click(button="right")
    from_menu(desk, "Rename")
    desk.locator("input.jp-DirListing-editor").fill("After.burdens.yaml")
    desk.keyboard.press("Enter")
    planner = shown(desk, "Workforce plan: After.burdens.yaml")
    assert planner.get_by_text("scenario=Before.").is_visible()
    desk.get_by_role("button", name="Read the file again").click()
    planner.get_by_text("scenario=After.").wait_for()
    assert kernels(1)
    close(tabs(desk).filter(has_text="After"))
    assert kernels(0)


@pytest.mark.browser
@pytest.mark.slow
@one_width
def test_a_notebook_opens_as_its_page_and_one_of_the_users_own_as_voila_shows_it(
    desk: Page, kernels: Callable
) -> None:
    file(desk, "method.ipynb").dblclick()
    desk.locator(".jp-NotebookPanel-toolbar [data-jp-item-name='burdens-open-notebook']").click()
    shown(desk, "Method")
    close(tabs(desk).filter(has_text="Method").last)
    file(desk, "mine").dblclick()
    file(desk, "method.ipynb").click(button="right")
    from_menu(desk, "Open as web page")
    desk.frame_locator("iframe[src*='voila/render/mine/method.ipynb']").get_by_text(
        "a page of my own"
    ).wait_for()
    # The notebook's own kernel, and that of the web page.
    assert kernels(2)
    close(tabs(desk).filter(has_text="method").last)
    assert kernels(1)
    from_palette(desk, "Shut Down All Kernels")
    desk.get_by_role("button", name="Shut Down All").click()
    assert kernels(0)


@pytest.mark.browser
@one_width
def test_lab_says_why_there_are_no_pages_where_the_server_has_none(
    window: Page, inside: str
) -> None:
    window.route("**/burdens/api/pages*", lambda route: route.fulfill(status=404, body="no"))
    window.goto(f"{inside}lab?token={TOKEN}&reset")
    card(window, "Why there are no pages").click()
    window.get_by_text("jupyter server extension enable burdens.server.extension").wait_for()
    window.get_by_role("button", name="Close").click()
    file(window, "Devon").dblclick()
    window.locator(".jp-FileEditor").get_by_text("title: a plan").wait_for()


@pytest.mark.browser
@one_width
def test_a_server_that_is_gone_and_a_login_that_ended_are_told_in_words(desk: Page) -> None:
    asked = "**/burdens/api/authorities*"
    desk.route(asked, lambda route: route.abort())
    card(desk, "New scenario").click()
    desk.get_by_text("The server does not answer.").wait_for()
    desk.get_by_role("button", name="Close").click()
    desk.unroute(asked)
    desk.route(asked, lambda route: route.fulfill(body="<title>Log in</title>"))
    card(desk, "New scenario").click()
    desk.get_by_text("You are not logged in any more.").wait_for()
