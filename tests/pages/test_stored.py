"""A scenario file that an address names below the server's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from burdens.errors import ScenarioError
from burdens.pages import WorkforcePage
from burdens.pages.stored import FOLDER, stored
from burdens.pages.upload import MOST_BYTES
from burdens.scenario import new

if TYPE_CHECKING:
    from pathlib import Path

FILE = "devon.burdens.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with a file, and another beside it that must not be read."""
    root = tmp_path / "root"
    (root / "plans").mkdir(parents=True)
    (root / ".hidden").mkdir()
    text = new("Devon").changed(title="Ours").to_yaml()
    for place in (root / "plans" / FILE, root / ".hidden" / FILE, tmp_path / FILE):
        place.write_text(text, encoding="utf-8")
    (root / "link.yaml").symlink_to(tmp_path / FILE)
    (root / "notes.txt").write_text("secret", encoding="utf-8")
    (root / "picture.yaml").write_bytes(b"\x89PNG\xff\xfe")
    (root / "large.yaml").write_text("#" * (MOST_BYTES + 1), encoding="utf-8")
    (root / "folder.yaml").mkdir()
    monkeypatch.setenv(FOLDER, str(root))
    return root


def test_a_file_below_the_folder_is_opened(root: Path) -> None:
    name, text = stored(f"plans/{FILE}")
    assert name == FILE
    assert text == (root / "plans" / FILE).read_text(encoding="utf-8")


def test_the_page_of_an_address_starts_from_the_file(root: Path) -> None:
    assert root.exists()
    page = WorkforcePage(scenario=f"plans/{FILE}", entries={"staff.ep.in_post": "9"}, begin=new)
    assert page.start.field.value == "878"
    assert page.start.base == new("Devon").changed(title="Ours")
    assert page.form.staff.text("staff.ep.in_post") == "9"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (f"../{FILE}", "is not the path"),
        (f"plans/../../{FILE}", "is not the path"),
        (f"..\\{FILE}", "is not the path"),
        (f".hidden/{FILE}", "is not the path"),
        ("notes.txt", "is not the path"),
        ("link.yaml", "does not stand below"),
        ("folder.yaml", "does not stand below"),
        ("none.yaml", "there is no such file"),
        ("none\0.yaml", "there is no such file"),
        ("picture.yaml", "is no text"),
        ("large.yaml", "is too large"),
    ],
)
def test_anything_else_is_refused(root: Path, place: str, said: str) -> None:
    assert root.exists()
    with pytest.raises(ScenarioError, match=said):
        stored(place)


def test_an_absolute_path_is_refused(root: Path) -> None:
    with pytest.raises(ScenarioError, match="does not stand below"):
        stored(str(root.parent / FILE))


def test_without_a_folder_nothing_is_opened_and_the_page_says_so(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(FOLDER)
    page = WorkforcePage(scenario=f"{root}/plans/{FILE}", begin=new)
    assert page.start.base is None
    said = page.opening.part.children[1].html
    assert "this page cannot open files on the server" in said
    assert "Choose it under “Open a scenario file” instead." in said
