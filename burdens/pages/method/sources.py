"""Where the method and the law behind it come from."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens.law import read_pathways
from burdens.pages.method.known import source_of
from burdens.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burdens.known_problems import KnownProblem
    from burdens.law.schema import PathwayFact


def law() -> str:
    """Return the provisions that the time limits stand on, by pathway."""
    entries = "".join(f"<li>{_provisions(pathway)}</li>" for pathway in read_pathways())
    return f"<ul>{entries}</ul>"


def _provisions(pathway: PathwayFact) -> str:
    limits = [limit for task in pathway.tasks for limit in task.values]
    references = [limit.reference for limit in limits if limit.status == "in force"]
    by_title: dict[str, dict[str, str]] = {}
    for reference in references:
        link = f'<a href="{escape(reference.href)}">{escape(reference.provision)}</a>'
        by_title.setdefault(reference.title, {})[reference.provision] = link
    laws = [f"{escape(title)}: {listed([*links.values()])}." for title, links in by_title.items()]
    return f"<strong>{escape(pathway.title)}.</strong> {' '.join(laws)}"


def answers(problems: Iterable[KnownProblem]) -> str:
    """Return the publications that known answers come from."""
    sources = [known.source for known in problems if known.source.href]
    titles = {source.title: source_of(source) for source in sources}
    return f"<ul>{''.join(f'<li>{title}.</li>' for title in titles.values())}</ul>"
