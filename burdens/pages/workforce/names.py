"""Titles in words for the ids in a plan's tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burdens import law
from burdens.scenario import roles

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True)
class Names:
    """Titles by id; an id without a title stands for itself.

    Attributes
    ----------
    roles, pathways
        By id.
    tasks
        By (pathway, task).
    """

    roles: dict[str, str]
    pathways: dict[str, str]
    tasks: dict[tuple[str, str], str]

    def role(self, name: str) -> str:
        """Give a role's title."""
        return self.roles.get(name, name)

    def pathway(self, name: str) -> str:
        """Give a pathway's title."""
        return self.pathways.get(name, name)

    def task(self, pathway: str, task: str) -> str:
        """Give a task's title, with its pathway."""
        title = self.tasks.get((pathway, task), task)
        return f"{self.pathway(pathway)}: {title[:1].lower()}{title[1:]}"


def names_on(start: dt.date) -> Names:
    """Give the titles of the roles, and of the pathways in force on a day."""
    pathways = law.pathways(start)
    return Names(
        {name: role.title for name, role in roles().items()},
        {name: pathway.title for name, pathway in pathways.items()},
        {
            (name, task.id): task.title
            for name, pathway in pathways.items()
            for task in pathway.tasks
        },
    )
