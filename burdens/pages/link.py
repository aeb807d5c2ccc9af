"""A link that opens a page as it stands, to be copied or followed; made when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from burdens.pages.widget import STATIC, Widget

if TYPE_CHECKING:
    from collections.abc import Callable


class Link(Widget):
    """Two buttons: copy a link to this page, and go on to another page with the same entries.

    Parameters
    ----------
    make
        Makes the query of the address; None where there is none to make, which is said elsewhere.
    traits
        `page` and `onward`, the names of the two pages, and `onward_title`.
    """

    _esm = STATIC / "link.js"
    page = traitlets.Unicode().tag(sync=True)
    onward = traitlets.Unicode().tag(sync=True)
    onward_title = traitlets.Unicode().tag(sync=True)

    def __init__(self, make: Callable[[], str | None], **traits: Any) -> None:
        super().__init__(**traits)
        self._make = make
        self.on_msg(self._asked)

    def _asked(self, _widget: object, message: Any, _buffers: object) -> None:
        if message in ("copy", "go") and (query := self._make()) is not None:
            self.send({"for": message, "query": query})
