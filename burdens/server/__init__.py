"""The doors: pages inside a Jupyter Server, and pages on their own by ``burdens serve``.

This module stays light: Voila and Jupyter are imported when a door is opened, not before.
"""

from __future__ import annotations

from typing import Any

# How many kernels wait for visitors [count], where the visitor's own machine is not shared.
PREHEAT = 1


def serve(
    port: int = 8866,
    *,
    open_browser: bool = True,
    page: str | None = None,
    preheat: int = PREHEAT,
) -> None:
    """Serve the pages on this machine until interrupted.

    Parameters
    ----------
    port
        The port to listen on, 127.0.0.1 only.
    open_browser
        Whether to open the user's browser at the page.
    page
        The page to open, such as ``"workforce"``; without it the home page.
    preheat
        How many kernels to hold ready for the next visitors [count, some 120 MB each].

    Raises
    ------
    ServerError
        Where the port cannot be used, or no page has this name.
    """
    from burdens.server.alone import serve as run  # noqa: PLC0415  (light until a door is opened)

    run(port, open_browser=open_browser, page=page, preheat=preheat)


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Tell JupyterLab where the built front end lies, for ``jupyter-builder develop``."""
    return [{"src": "labextension", "dest": "@burdens/labextension"}]


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    """Tell Jupyter Server which module to load."""
    return [{"module": "burdens.server.extension"}]
