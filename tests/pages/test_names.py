"""What `burdens.pages` gives by name."""

from __future__ import annotations

import pytest

from burdens import pages


def test_every_public_name_is_fetched_from_somewhere() -> None:
    assert set(pages.FETCHED) == set(pages.__all__)
    assert set(pages.__all__) <= set(dir(pages))


@pytest.mark.parametrize("name", pages.__all__)
def test_a_public_name_is_what_its_module_calls_so(name: str) -> None:
    found = getattr(pages, name)
    assert getattr(found, "__name__", name) == name


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Widgets'"):
        _ = pages.Widgets
