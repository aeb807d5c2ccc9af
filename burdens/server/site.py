"""What the doors have in common: the pages there are, the look, the Voila settings."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from traitlets.config import Config
from voila.paths import collect_template_paths

from burdens.measures import all_values
from burdens.server.scripts import EXTENSIONS, bundle

PACKAGE = Path(__file__).parent.parent
TEMPLATE = Path(__file__).parent / "template"

# Where a page without an order of its own stands.
LAST = 1000


@dataclass(frozen=True)
class Page:
    """One page: a notebook and what people call it.

    Attributes
    ----------
    name
        Its place under ``/burdens/``, and the name of its notebook.
    title, description
        From the notebook's metadata.
    order
        Its place among the pages, from the notebook's metadata; those without one stand last.
    opens
        What names a scenario file in its address, such as "scenario" for ``?scenario=``, from the
        notebook's metadata; empty for a page that opens none.
    """

    name: str
    title: str
    description: str
    order: int
    opens: str


def notebooks() -> Path:
    """Give the folder of the pages: in the package, or beside it in a source tree."""
    bundled = PACKAGE / "notebooks"
    return bundled if bundled.is_dir() else PACKAGE.parent / "notebooks"


def pages(folder: Path) -> dict[str, Page]:
    """List the pages in a folder of notebooks in their order, by name."""
    found = [_page(file) for file in folder.glob("*.ipynb")]
    return {page.name: page for page in sorted(found, key=lambda page: (page.order, page.name))}


def _page(file: Path) -> Page:
    metadata = json.loads(file.read_text(encoding="utf-8"))["metadata"]
    return Page(
        name=file.stem,
        title=metadata.get("title", file.stem.replace("_", " ").capitalize()),
        description=metadata.get("description", ""),
        order=metadata.get("order", LAST),
        opens=metadata.get("opens", ""),
    )


def furniture(folder: Path) -> dict[str, Any]:
    """Give what the frame round every page shows: pages, version, the evidence in brief."""
    known = all_values()
    checked = dt.date.fromisoformat(known.version)
    return {
        "pages": [asdict(page) for page in pages(folder).values()],
        "version": version("burdens"),
        "evidence": f"{checked.day} {checked:%B %Y}",
        "known": len(known),
        "judged": sum(value.grade == "D" for value in known.values()),
    }


def template_paths() -> list[str]:
    """Give where templates are looked up: this package first, then Voila's and nbconvert's."""
    return [str(TEMPLATE), *collect_template_paths(["voila", "nbconvert"], "lab", prune=True)]


def settings(folder: Path) -> Config:
    """Give the Voila settings of every door."""
    config = Config()
    config.VoilaConfiguration.update(
        {
            # Names where Voila's own scripts lie; the look is found by `template_paths`.
            "template": "lab",
            "theme": "light",
            "allow_template_override": "NO",
            "allow_theme_override": "NO",
            "strip_sources": True,
            "show_tracebacks": False,
            "file_allowlist": [],
            # A kernel made ahead of its visitor does not know the link that was followed.
            "preheat_kernel": False,
            "progressive_rendering": False,
            "extension_allowlist": EXTENSIONS,
            "resources": {"burdens": furniture(folder), "scripts": bundle().version},
            "page_config_hook": without_mathjax,
        }
    )
    return config


def without_mathjax(page_config: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Set an empty script for MathJax, which Voila would fetch from outside the network."""
    return {**page_config, "fullMathjaxUrl": "data:text/javascript,//", "mathjaxConfig": "none"}
