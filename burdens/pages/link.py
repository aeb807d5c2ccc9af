"""A link that opens a page as it stands, to be copied or followed; made when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from burdens.pages.widget import STATIC, Widget

if TYPE_CHECKING:
    from collections.abc import Callable


class Link(Widget):
    """Buttons: copy a link to this page, and go on to other pages with the same entries.

    Parameters
    ----------
    make
        Makes the query of the address of a page, given its name; None where there is none to
        make, which is said elsewhere.
    traits
        `page`, the name of this page, and `onward`, the (name, words) of the others.
    """

    _esm = STATIC / "link.js"
    page = traitlets.Unicode().tag(sync=True)
    onward: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(self, make: Callable[[str], str | None], **traits: Any) -> None:
        super().__init__(**traits)
        self._make = make
        self.on_msg(self._asked)

    def _asked(self, _widget: object, message: Any, _buffers: object) -> None:
        pages = [self.page, *(page for page, _ in self.onward)]
        if message in pages and (query := self._make(message)) is not None:
            self.send({"for": message, "query": query})
