"""Words for people: the titles of roles, pathways and tasks that a plan shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.scenario import roles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burdens import law


def titles_of(pathways: Mapping[str, law.Pathway]) -> dict[str, str]:
    """Return the title of each role, each pathway, and each task by ``pathway.task``."""
    return {
        **{name: role.title for name, role in roles().items()},
        **{name: pathway.title for name, pathway in pathways.items()},
        **{
            f"{name}.{task.id}": task.title
            for name, pathway in pathways.items()
            for task in pathway.tasks
        },
    }
