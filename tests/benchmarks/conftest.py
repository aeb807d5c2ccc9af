"""Words that a benchmark leaves in the log of a run, captured or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Show = Callable[[str], None]


@pytest.fixture(scope="session")
def show(request: pytest.FixtureRequest) -> Show:
    """Print past pytest's capture: the log is the record of a run."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    def past_capture(words: str) -> None:
        with capture.global_and_fixture_disabled():
            print(f"\n{words}", flush=True)  # noqa: T201

    return past_capture
