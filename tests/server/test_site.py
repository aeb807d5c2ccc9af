"""What stands round the pages, without a server."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from burdens.server.site import TEMPLATE, furniture, notebooks, pages


@pytest.fixture
def page_of(tmp_path: Path):  # noqa: ANN201
    def write(name: str, **metadata: object) -> Path:
        text = json.dumps({"cells": [], "metadata": metadata})
        (tmp_path / f"{name}.ipynb").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def _shown(
    folder: Path, template: str = "home.html.j2", base_url: str = "/", place: str | None = None
) -> str:
    environment = Environment(loader=FileSystemLoader(TEMPLATE), autoescape=True)
    words = {"site": furniture(folder), "base_url": base_url, "title": "Home", "place": place}
    return environment.get_template(template).render(**words)


def test_pages_stand_in_their_order_and_those_without_one_last(page_of) -> None:  # noqa: ANN001
    page_of("aardvark")
    page_of("second", order=2, title="Two")
    folder = page_of("zebra", order=1, description="First of all.")
    assert list(pages(folder)) == ["zebra", "second", "aardvark"]
    assert pages(folder)["second"].title == "Two"
    assert pages(folder)["aardvark"].title == "Aardvark"
    assert pages(folder)["zebra"].description == "First of all."


def test_the_bundled_pages_start_with_the_workforce_plan_and_all_have_an_order() -> None:
    found = list(pages(notebooks()).values())
    assert [page.name for page in found[:2]] == ["workforce", "new_burdens"]
    assert [page.order for page in found] == sorted({page.order for page in found})
    assert all(page.description for page in found)


def test_home_counts_the_judgements_as_the_command_line_lists_them() -> None:
    start = "from burdens.cli import main; main()"
    command = [sys.executable, "-c", start, "evidence", "--grade", "D", "--json"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True)
    judged = len(json.loads(listed.stdout)["values"])
    assert f"{judged} are judgement" in re.sub(r"\s+", " ", _shown(notebooks()))


@pytest.mark.parametrize("template", ["home.html.j2", "accessibility.html.j2", "failure.html.j2"])
def test_every_link_of_our_own_stands_below_the_base_url(template: str) -> None:
    html = _shown(notebooks(), template, "/user/ann/")
    links = [link for link in re.findall(r'(?:href|src)="([^"]+)"', html) if link[0] == "/"]
    assert links
    assert all(link.startswith("/user/ann/burdens/") for link in links)
