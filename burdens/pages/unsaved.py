"""Whether a page holds entries that were not downloaded, for the browser to ask before it leaves."""

from __future__ import annotations

import traitlets

from burdens.pages.widget import STATIC, Widget


class Unsaved(Widget):
    """A sign without a look of its own: the page says whether leaving it would lose entries.

    Attributes
    ----------
    unsaved
        Whether it would.
    """

    _esm = STATIC / "unsaved.js"
    unsaved = traitlets.Bool(default_value=False).tag(sync=True)
