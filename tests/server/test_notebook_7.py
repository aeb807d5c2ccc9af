"""The pages inside Jupyter Notebook, where each document has a browser tab of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Locator, Page, WebError

from burdens import scenario
from tests.server.desk import TITLES, file, from_menu, from_palette
from tests.server.open_door import TOKEN

OPEN_DOOR = str(Path(__file__).with_name("open_door.py"))
OWN = "/user/ann/"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.parametrize("window", [1200], indirect=True),
]


@pytest.fixture(scope="module")
def inside(running: Callable, free_port: Callable[[], int], files: Path) -> Iterator[str]:
    port = free_port()
    address = f"http://127.0.0.1:{port}{OWN}"
    with running([OPEN_DOOR, "notebook", str(files), str(port), OWN], address):
        yield address


def ours_in(context: BrowserContext) -> list[str]:
    """Note the errors that our front end has a part in; Notebook logs some of its own."""
    found: list[str] = []

    def note(words: str) -> None:
        if "burdens" in words:
            found.append(words)

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            note(f"{message.text} {message.location['url']}")

    def thrown(error: WebError) -> None:
        note(str(error.error.stack if isinstance(error.error, Error) else error.error))

    context.on("console", said)
    context.on("weberror", thrown)
    return found


@pytest.fixture
def tree(kernels: Callable, window: Page, inside: str) -> Iterator[Page]:  # noqa: ARG001  (outlives)
    """Open the list of files; no error comes from us."""
    faults = ours_in(window.context)
    window.goto(f"{inside}tree?token={TOKEN}")
    menu(window, "Burdens").wait_for()
    file(window, "Devon").wait_for()
    yield window
    assert faults == []


def menu(page: Page, label: str) -> Locator:
    return page.locator(".lm-MenuBar-itemLabel").get_by_text(label, exact=True)


def opened(page: Page, act: Callable[[], None]) -> Page:
    """Give the browser tab that something opens."""
    with page.context.expect_page() as tab:
        act()
    return tab.value


def shown(page: Page) -> Page:
    page.get_by_role("button", name="Work out").wait_for()
    return page


def close(page: Page) -> None:
    page.close(run_before_unload=True)


def test_menu_and_palette_open_a_page_at_its_address_and_its_kernel_ends_with_the_tab(
    tree: Page, inside: str, kernels: Callable
) -> None:
    menu(tree, "Burdens").click()
    assert tree.locator(".lm-Menu-itemLabel").all_inner_texts() == [*TITLES, "", "New scenario"]
    page = shown(opened(tree, lambda: from_menu(tree, "Method")))
    assert page.url == inside + "burdens/method"
    other = shown(opened(tree, lambda: from_palette(tree, "Workforce plan")))
    assert other.url == inside + "burdens/workforce"
    assert kernels(2)
    close(page)
    close(other)
    assert kernels(0)


def test_a_double_click_opens_a_scenario_file_in_the_planner_and_a_button_as_text(
    tree: Page, kernels: Callable, files: Path
) -> None:
    planner = opened(tree, file(tree, "Devon").dblclick)
    frame = planner.frame_locator("iframe[title='Workforce plan: Devon.burdens.yaml']")
    frame.get_by_text(f"scenario=Devon.burdens.yaml in {files}").wait_for()
    text = opened(planner, planner.get_by_role("button", name="Edit as text").click)
    text.locator(".jp-FileEditor").get_by_text("title: a plan").wait_for()
    assert kernels(1)
    planner.get_by_role("button", name="Read the file again").click()
    frame.get_by_text(f"scenario=Devon.burdens.yaml in {files}").wait_for()
    assert kernels(1)
    close(planner)
    assert kernels(0)


def test_a_new_scenario_is_written_into_the_folder_shown_and_opened(
    tree: Page, files: Path
) -> None:
    file(tree, "mine").dblclick()
    file(tree, "Leeds").wait_for()
    menu(tree, "File").click()
    from_menu(tree, "New", "New scenario")
    tree.locator(".jp-Dialog select").select_option("York")
    make = tree.get_by_role("button", name="Make the scenario")
    planner = opened(tree, make.click)
    planner.frame_locator("iframe").get_by_role("button", name="Work out").wait_for()
    assert scenario.read(files / "mine" / "York.burdens.yaml") == scenario.new("York")
    close(planner)


def test_a_notebook_opens_as_its_page_and_one_of_the_users_own_as_voila_shows_it(
    tree: Page, inside: str, kernels: Callable
) -> None:
    file(tree, "method.ipynb").click(button="right")
    offered = tree.locator(".lm-Menu-itemLabel").filter(has_text="web page")
    assert offered.filter(visible=True).all_inner_texts() == ["Open as web page"]
    page = shown(opened(tree, lambda: from_menu(tree, "Open as web page")))
    assert page.url == inside + "burdens/method"
    file(tree, "mine").dblclick()
    file(tree, "Leeds").wait_for()
    editor = opened(tree, file(tree, "method.ipynb").dblclick)
    button = editor.locator("[data-jp-item-name='burdens-open-notebook']")
    own = opened(editor, button.click)
    own.get_by_text("a page of my own", exact=True).wait_for()
    assert own.url == inside + "voila/render/mine/method.ipynb"
    # The notebook's own kernel, and those of the web pages.
    assert kernels(3)
    close(page)
    close(own)
    assert kernels(1)
    menu(editor, "Kernel").click()
    from_menu(editor, "Shut Down Kernel")


def test_a_browser_that_holds_a_page_back_is_named_as_the_reason(tree: Page) -> None:
    tree.evaluate("window.open = () => null")
    from_palette(tree, "Method")
    tree.get_by_text("Allow pop-ups for this address").wait_for()
    tree.get_by_role("button", name="Close").click()
    file(tree, "method.ipynb").click(button="right")
    from_menu(tree, "Open as web page")
    tree.get_by_text("Allow pop-ups for this address").wait_for()
