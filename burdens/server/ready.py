"""What a spare kernel does before its visitor comes."""

# ruff: noqa: PLC0415
# The server knows of this module too, and must not wait for pandas.

from __future__ import annotations

import gc
from importlib import import_module

# What a page itself fetches only when its button is pressed.
WORK = ("burdens.planning", "burdens.assessment", "highspy")


def make_ready() -> None:
    """Import what a visitor will need, and read the facts by making pages that nobody sees."""
    from ipywidgets import Widget

    from burdens.authorities import all_authorities
    from burdens.pages import AssumptionsPage, BurdensPage, WorkforcePage

    for name in WORK:
        import_module(name)
    some = min(authority.code for authority in all_authorities())
    for page in (WorkforcePage, BurdensPage, AssumptionsPage):
        page(authority=some)
    Widget.close_all()
    # What was read stays; to look through it again would take a visitor's time.
    gc.collect()
    gc.freeze()
