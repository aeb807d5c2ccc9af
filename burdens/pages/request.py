"""What the address of the page asked for.

Voila's own `voila.utils` takes seconds to import in every visitor's kernel, so this reads the
environment that Voila starts the kernel with.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from collections.abc import Mapping

# What stands in an address beside the entries of a page.
OPENS = ("authority", "scenario")
OF_THE_SERVER = ("token", "_xsrf", "voila-")


class Address(NamedTuple):
    """What an address asks of a page.

    Attributes
    ----------
    authority
        Name or code of an authority.
    scenario
        The path of a scenario file below the server's folder.
    entries
        What is filled in, by the names of the entries.
    """

    authority: str | None
    scenario: str | None
    entries: Mapping[str, str]


def asked(name: str) -> str | None:
    """Give a parameter of the page's address, such as Devon for ``?authority=Devon``."""
    return _query().get(name, [None])[0]


def asked_entries() -> dict[str, str]:
    """Give what the address fills in, such as 20 for ``staff.ep.in_post``.

    The names are those of the scenario's fields, the texts as a visitor would type them. Of a
    name that stands twice, the last text holds, as in a form that is filled in again.
    """
    return {
        name: texts[-1]
        for name, texts in _query().items()
        if name not in OPENS and not name.startswith(OF_THE_SERVER)
    }


def _query() -> dict[str, list[str]]:
    return parse_qs(os.environ.get("QUERY_STRING", ""), keep_blank_values=True)
