"""Written words with buttons among them; a press is told here, and the focus can come back."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from burdens.pages.passage import Passage
from burdens.pages.widget import STATIC

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EDIT, UNDO = "edit", "undo"


class Listing(Passage):
    """Words as HTML with buttons, written by `button`.

    Parameters
    ----------
    pressed
        Called with what a button does, and to which value.
    """

    _esm = STATIC / "listing.js"

    def __init__(self, pressed: Callable[[str, str], object], **traits: Any) -> None:
        super().__init__(**traits)
        self._pressed = pressed

    def go_to(self, what: str, name: str) -> None:
        """Move the keyboard focus to a button; to the words where there is no such button."""
        self.send({"focus": f"{what} {name}"})

    def _came(self, _widget: object, message: Any, buffers: Sequence[Any]) -> None:  # noqa: ARG002
        what, _, name = str(message).partition(" ")
        if what in (EDIT, UNDO):
            self._pressed(what, name)


def button(what: str, name: str, words: str, of: str) -> str:
    """Write a button.

    Parameters
    ----------
    what, name
        What it does, and to which value.
    words, of
        What stands on it, and what is spoken after that.
    """
    return (
        f'<button type="button" class="burdens-button" data-press="{what} {escape(name)}">'
        f'{escape(words)}<span class="burdens-spoken">: {escape(of)}</span></button>'
    )
