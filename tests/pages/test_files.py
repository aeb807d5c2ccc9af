"""Files handed in and files made."""

from __future__ import annotations

from typing import Any

import pytest

from burdens.pages import ErrorPanel
from burdens.pages.download import Download, Made
from burdens.pages.upload import Upload


class Desk:
    """An upload, and what it took."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, str]] = []
        self.upload = Upload(self._take, name="scenario", accept=".yaml,.yml", most_bytes=1000)

    def hand_in(self, name: str, content: bytes | None, **about: Any) -> None:
        size = len(content or b"")
        message = {"file": name, "bytes": size, "files": 1, **about}
        self.upload._came(None, message, [] if content is None else [content])  # noqa: SLF001

    def _take(self, name: str, text: str) -> str | None:
        self.taken.append((name, text))
        return None


def test_a_file_is_read_with_or_without_a_mark_of_its_encoding() -> None:
    desk = Desk()
    desk.hand_in("a.yaml", "ü: 1\n".encode())
    desk.hand_in("b.YML", "ü: 1\n".encode("utf-8-sig"))
    assert desk.taken == [("a.yaml", "ü: 1\n"), ("b.YML", "ü: 1\n")]
    assert desk.upload.error == ""


@pytest.mark.parametrize(
    ("name", "content", "about", "said"),
    [
        ("a.yaml", None, {"bytes": 1001}, "too large: at most 1 kB"),
        ("a.yaml", b"x" * 1001, {"bytes": 3}, "too large"),
        ("a.yaml", b" \n", {}, "“a.yaml” is empty"),
        ("a.docx", b"PK", {}, "does not end in .yaml or .yml"),
        ("a.yaml", b"\xff\xfe\x00", {}, "is no text"),
        ("a.yaml", None, {"files": 3}, "3 files came. Hand in one at a time"),
        ("a.yaml", None, {"bytes": 20}, "could not be read by your browser"),
    ],
)
def test_a_file_that_is_not_taken_is_refused_in_words(
    name: str, content: bytes | None, about: dict[str, int], said: str
) -> None:
    desk = Desk()
    desk.hand_in(name, content, **about)
    assert said in desk.upload.error
    assert desk.taken == []


def test_the_next_file_takes_back_what_was_said_of_the_last() -> None:
    desk = Desk()
    desk.hand_in("a.docx", b"PK")
    desk.upload.said = "of the last"
    desk.hand_in("a.yaml", b"a: 1")
    assert (desk.upload.error, desk.upload.said) == ("", "")


def test_a_download_sends_the_file_or_says_that_there_is_none() -> None:
    sent: list[Any] = []
    made: list[Made | None] = [Made("plan.zip", "application/zip", b"PK"), None]
    download = Download(made.pop, label="Download")
    download.send = lambda content, buffers=(): sent.append((content, list(buffers)))
    download._came(None, "make", [])  # noqa: SLF001  (the browser's part)
    download._came(None, "make", [])  # noqa: SLF001
    assert sent == [
        ({"name": ""}, []),
        ({"name": "plan.zip", "type": "application/zip"}, [b"PK"]),
    ]


def test_what_goes_wrong_with_a_message_of_the_browser_reaches_the_panel() -> None:
    def fails(_name: str, _text: str) -> str:
        raise RuntimeError("a name nobody should see")

    panel = ErrorPanel()
    upload = Upload(fails)
    upload._handle_custom_msg({"file": "a.yaml"}, [b"a"])  # noqa: SLF001
    assert "Something went wrong" in panel.html
    assert "nobody" not in panel.html


def test_what_goes_wrong_with_an_entry_reaches_the_panel() -> None:
    def fails(_change: object) -> None:
        raise RuntimeError("a name nobody should see")

    panel, upload = ErrorPanel(), Upload(lambda _name, _text: None)
    upload.observe(fails, "label")
    upload.set_state({"label": "another"})
    assert "Something went wrong" in panel.html
