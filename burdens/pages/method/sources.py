"""Where the method and the law behind it come from."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens.law import read_pathways
from burdens.pages.method.known import source
from burdens.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burdens.checks import Check
    from burdens.law.schema import PathwayFact


def law() -> str:
    """Write the provisions that the time limits stand on, by pathway."""
    entries = "".join(f"<li>{_provisions(one)}</li>" for one in read_pathways())
    return f"<ul>{entries}</ul>"


def _provisions(pathway: PathwayFact) -> str:
    limits = [limit for task in pathway.tasks for limit in task.values]
    references = [limit.reference for limit in limits if limit.status == "in force"]
    by_title: dict[str, dict[str, str]] = {}
    for one in references:
        link = f'<a href="{escape(one.href)}">{escape(one.provision)}</a>'
        by_title.setdefault(one.title, {})[one.provision] = link
    said = [f"{escape(title)}: {listed([*links.values()])}." for title, links in by_title.items()]
    return f"<strong>{escape(pathway.title)}.</strong> {' '.join(said)}"


def answers(checks: Iterable[Check]) -> str:
    """Write the publications that known answers come from."""
    found = {check.source.title: source(check.source) for check in checks if check.source.href}
    return f"<ul>{''.join(f'<li>{one}.</li>' for one in found.values())}</ul>"
