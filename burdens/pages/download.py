"""Downloads: Python makes the bytes when asked, the browser saves them; nothing is put on disk."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import traitlets

from burdens.pages.widget import STATIC, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burdens.scenario import Scenario


EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Made(NamedTuple):
    """A file made: its name, its media type and its bytes."""

    name: str
    type: str
    content: bytes


class Download(Widget):
    """A button that saves a file, and says when it has; where there is none, the page says why.

    Parameters
    ----------
    make
        Makes the file, each time the button is pressed; None where there is nothing to save.
    traits
        `label`, the words on the button, and `hint` beside it.
    """

    _esm = STATIC / "download.js"
    label = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)

    def __init__(self, make: Callable[[], Made | None], **traits: Any) -> None:
        super().__init__(**traits)
        self._make = make

    def _came(self, _widget: object, message: Any, buffers: Sequence[Any]) -> None:  # noqa: ARG002
        if message != "make":
            return
        if made := self._make():
            self.send({"name": made.name, "type": made.type}, [made.content])
        else:
            self.send({"name": ""})


def scenario_file(scenario: Scenario) -> Made:
    """Make the scenario file."""
    return named(scenario, ".burdens.yaml", "application/yaml", scenario.to_yaml().encode())


def tables_file(write: Callable[[Path], None], scenario: Scenario, what: str) -> Made:
    """Make a zip of the tables of a result, one CSV file each.

    Parameters
    ----------
    write
        Writes the tables into a new folder.
    what
        What they are of, such as ``plan``, for the file's name.
    """
    packed = io.BytesIO()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / what
        write(folder)
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    archive.write(path, str(path.relative_to(folder)))
    return named(scenario, f"-{what}.zip", "application/zip", packed.getvalue())


def named(scenario: Scenario | None, ending: str, media: str, content: bytes) -> Made:
    """Name a file after the authority of a scenario; without one, by its ending alone."""
    name = f"{_slug(scenario)}{ending}" if scenario else ending.lstrip("-.")
    return Made(name, media, content)


def _slug(scenario: Scenario) -> str:
    words = "".join(c if c.isalnum() else " " for c in scenario.authority.name.lower())
    return "-".join(words.split())
