"""Written words on a page, as semantic HTML."""

from __future__ import annotations

import traitlets

from burdens.pages.widget import STATIC, Widget


class Passage(Widget):
    """Words as HTML; it carries the style sheet of the page.

    Attributes
    ----------
    html
        The words; anything that a user typed must be escaped in them.
    live
        ``"status"`` or ``"alert"`` where assistive technology is to speak a change.
    faded
        Whether the words are from before the last change of the inputs.
    """

    _esm = STATIC / "passage.js"
    _css = STATIC / "page.css"
    html = traitlets.Unicode().tag(sync=True)
    live = traitlets.Enum(["", "status", "alert"], "").tag(sync=True)
    faded = traitlets.Bool(default_value=False).tag(sync=True)
    calls = traitlets.Int(0).tag(sync=True)

    def call(self) -> None:
        """Move the keyboard focus here."""
        self.calls += 1
