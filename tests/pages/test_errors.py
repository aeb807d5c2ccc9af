from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

from burdens.errors import BurdensError, Fault
from burdens.pages import ErrorPanel


def test_an_error_of_ours_is_shown_with_its_place_and_its_fix() -> None:
    panel = ErrorPanel()

    def fails() -> None:
        fault = Fault("is <b>wrong</b>.", "Do this.", "s.yaml", 3, "staff.ep")
        raise BurdensError("The scenario does not read", [fault])

    assert panel.guard(fails)() is None
    assert "s.yaml, line 3, staff.ep: is &lt;b&gt;wrong&lt;/b&gt;. Do this." in panel.html
    assert panel.calls == 1


def test_any_other_exception_gives_a_reference_and_its_text_to_the_log_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    panel = ErrorPanel()

    def fails() -> None:
        raise RuntimeError("a name nobody should see")

    with caplog.at_level(logging.ERROR):
        panel.guard(fails)()
    found = re.search(r"reference ([0-9a-f]{8})", panel.html)
    assert found
    assert found[1] in caplog.text
    assert "a name nobody should see" in caplog.text
    assert "a name nobody should see" not in panel.html


def test_a_fault_of_a_field_links_to_it() -> None:
    panel = ErrorPanel()
    panel.show("There is a problem", [Fault("Type a number.", field="staff.ep.in_post")])
    assert 'data-field="staff.ep.in_post"' in panel.html


def test_a_callback_that_works_gives_its_answer() -> None:
    panel = ErrorPanel()
    assert panel.guard(lambda: 3)() == 3
    assert panel.html == ""


def test_in_a_kernel_the_full_text_reaches_whoever_runs_the_pages(tmp_path: Path) -> None:
    said = tmp_path / "log"
    code = "from burdens.pages import ErrorPanel; ErrorPanel().report(RuntimeError('the cause'))"
    with said.open("w") as log:
        manager, client = start_new_kernel(kernel_name="python3", stderr=log)
        client.execute_interactive(code, timeout=60, output_hook=lambda _: None)
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    assert re.search(r"reference [0-9a-f]{8}", said.read_text())
    assert "RuntimeError: the cause" in said.read_text()
