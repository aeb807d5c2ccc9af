"""A figure as a reader meets it: by keyboard, very large, and as files to take away."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat.v4 as notebook
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.pages.visitor import axe_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Download, Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OPEN_DOOR = str(Path(__file__).parents[1] / "server" / "open_door.py")
CHARTS = """\
from burdens.pages import Chart, Figure, Row, Series
from burdens.pages.figure import Band

months = [f"2027-{month:02}-01" for month in range(4, 13)]
series = [Series("work", "Hours of work, all tasks", "bar"), Series("staff", "At hand", "line")]
rows = [Row(role, month, "work", 100.5 + 10 * place)
        for role in ("Caseworker", "Educational psychologist")
        for place, month in enumerate(months)]
rows += [Row("Caseworker", month, "staff", 140.0) for month in months[1:]]
rows.append(Row("Caseworker", months[0], "staff", None))
hours = Chart("Caseworkers lack hours from <August> on", "In words.", rows, series,
              "month", "Month", "Hours a month", bands=[Band("2027-07-22", "2027-09-02", "School holidays")])
steps = [Row("", "A needs assessment that is asked for by a parent", "work", 6.0, 0.0),
         Row("", "Advice", "work", 6.0, 6.0)]
clock = Chart("Two steps take 12 weeks", "In words.", steps, series[:1],
              "category", "Step", "Weeks", format="weeks", across=True)
councils = ["Bath and North East Somerset", "Devon", "West Northamptonshire", "Kent"]
posts = Chart("Four councils need as many", "In words.",
              [Row("", name, "work", 5.0) for name in councils], series[:1],
              "category", "Council", "Posts")
"""


@pytest.fixture(scope="module")
def charts(
    running: Callable, free_port: Callable[[], int], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve a page of three figures."""
    folder = tmp_path_factory.mktemp("figures")
    cells = [
        notebook.new_markdown_cell("# Figures\n\n## Three of them"),
        notebook.new_code_cell(CHARTS + "Figure.of(hours)"),
        notebook.new_code_cell("Figure.of(clock)"),
        notebook.new_code_cell("Figure.of(posts)"),
    ]
    written = notebook.writes(notebook.new_notebook(cells=cells, metadata={"title": "Figures"}))
    (folder / "figures.ipynb").write_text(written, encoding="utf-8")
    address = f"http://127.0.0.1:{(port := free_port())}/"
    with running([OPEN_DOOR, "alone", str(folder), str(port)], address):
        yield f"{address}burdens/figures"


@pytest.fixture
def window(chromium: Browser, charts: str) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(charts)
    expect(page.get_by_role("figure")).to_have_count(3, timeout=60_000)
    yield page
    context.close()


def save(figure: Locator, words: str) -> Download:
    with figure.page.expect_download() as download:
        figure.get_by_role("button", name=words).click()
    return download.value


def test_the_keyboard_reads_every_number_and_leads_out_again(window: Page) -> None:
    figure = window.get_by_role("figure").first
    figure.get_by_role("application").focus()
    reading = figure.locator(".burdens-reading")
    expect(reading).to_have_text(
        "Caseworker: April 2027, Hours of work, all tasks: 101"  # 100.5, rounded
    )
    window.keyboard.press("ArrowRight")
    expect(reading).to_contain_text("May 2027, Hours of work, all tasks: 111")
    expect(figure.locator(".burdens-here")).to_have_count(1)
    window.keyboard.press("ArrowDown")
    expect(reading).to_contain_text("May 2027, At hand: 140")
    window.keyboard.press("End")
    expect(reading).to_contain_text("December 2027, At hand: 140")
    window.keyboard.press("Tab")
    expect(figure.locator("summary")).to_be_focused()
    expect(figure.locator(".burdens-here")).to_have_count(0)
    window.keyboard.press("Shift+Tab")
    expect(figure.get_by_role("application")).to_be_focused()


def test_the_files_hold_what_the_table_says(window: Page) -> None:
    figure = window.get_by_role("figure").first
    download = save(figure, "Download the numbers")
    assert download.suggested_filename == "caseworkers-lack-hours-from-august-on.csv"
    text = Path(download.path()).read_text(encoding="utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))
    work, staff = "Hours of work, all tasks [Hours a month]", "At hand [Hours a month]"
    assert lines[:3] == [
        ["Part", "Month", work, staff],
        ["Caseworker", "2027-04-01", "100.5", ""],
        ["Caseworker", "2027-05-01", "110.5", "140"],
    ]
    assert len(lines) == 1 + 2 * 9
    figure.locator("summary").click()
    first = figure.get_by_role("row").nth(1)
    expect(first.get_by_role("cell")).to_have_text(["101", "not known"])


def test_the_pictures_open_and_show_the_bars(window: Page) -> None:
    figure = window.get_by_role("figure").first
    with Image.open(save(figure, "Download the picture (PNG)").path()) as picture:
        assert picture.format == "PNG"
        assert picture.width >= 1280
        colours = picture.convert("RGB").getcolors(picture.width * picture.height)
    shares = {colour: count / (picture.width * picture.height) for count, colour in colours}
    assert shares[255, 255, 255] > 0.4  # paper
    assert sum(share for colour, share in shares.items() if max(colour) < 130) > 0.05  # bars
    drawing = Path(save(figure, "Download the picture (SVG)").path()).read_text(encoding="utf-8")
    assert "Caseworkers lack hours from &lt;August> on" in drawing


def test_at_400_per_cent_no_word_of_a_chart_is_cut_or_too_small_or_over_another(
    window: Page,
) -> None:
    window.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024 at 400 per cent
    window.wait_for_timeout(500)  # drawn again for the new width
    cut = window.evaluate("""() => [...document.querySelectorAll('figure svg text')]
        .filter(text => text.textContent.trim())
        .map(text => [text.textContent, text.getBoundingClientRect(),
                      text.closest('svg').getBoundingClientRect(),
                      parseFloat(getComputedStyle(text).fontSize)])
        .filter(([, word, frame, size]) =>
            word.left < frame.left - 1 || word.right > frame.right + 1 || size < 14)
        .map(([words]) => words)""")
    assert cut == []
    over = window.evaluate("""() => [...document.querySelectorAll('figure svg')].flatMap(svg => {
        const words = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim());
        const boxes = words.map(text => text.getBoundingClientRect());
        return words.flatMap((word, one) => words.slice(0, one).filter((_, other) =>
            Math.min(boxes[one].right, boxes[other].right) -
                Math.max(boxes[one].left, boxes[other].left) > 1 &&
            Math.min(boxes[one].bottom, boxes[other].bottom) -
                Math.max(boxes[one].top, boxes[other].top) > 4
        ).map(other => [word.textContent, other.textContent]));
    })""")
    assert over == []
    root = "document.documentElement"
    assert window.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")


def test_axe_finds_nothing_with_tables_open_and_a_number_read(window: Page) -> None:
    for summary in window.locator("summary").all():
        summary.click()
    window.get_by_role("application").first.focus()
    assert axe_on(window) == []
