from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

from burdens.authorities import Release, Section251, read_release, read_section_251

_SPEC = importlib.util.spec_from_file_location(
    "real_data", Path(__file__).parents[1] / "real_data.py"
)
assert _SPEC is not None
assert _SPEC.loader is not None
real_data = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(real_data)

IDENTITY = (
    "time_period,time_identifier,geographic_level,country_code,country_name,"
    "region_code,region_name,new_la_code,old_la_code,la_name"
)


@pytest.fixture(scope="session")
def release_zip() -> Path:
    return Path(real_data.published("education-health-and-care-plans_2025.zip"))


@pytest.fixture(scope="session")
def release(release_zip: Path) -> Release:
    return read_release(release_zip)


@pytest.fixture(scope="session")
def section_251() -> Section251:
    return read_section_251(real_data.published("section-251-2018-25.csv"))


@pytest.fixture(scope="session")
def kinds_csv() -> Path:
    return Path(real_data.published("authorities.csv"))


@pytest.fixture(scope="session")
def appeals_csv() -> Path:
    return Path(real_data.published("appeals-2014-2024.csv"))


Write = Callable[[str, str, list[str]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a small published file: its columns after the identity, and rows 'level/region/code/name|...'."""

    def _write(name: str, columns: str, rows: list[str], *, identity: str = IDENTITY) -> Path:
        lines = [f"{identity},{columns}"]
        for row in rows:
            place, cells = row.split("|", 1)
            year, level, region, code, who = place.split("/")
            fields = {
                "time_period": year,
                "time_identifier": "Calendar year",
                "geographic_level": level,
                "country_code": "E92000001",
                "country_name": "England",
                "region_code": "E12000009" if region else "",
                "region_name": region,
                "new_la_code": "E10000008" if code else "",
                "old_la_code": code,
                "la_name": who,
            }
            lines.append(",".join([*(fields[c] for c in identity.split(",")), cells]))
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(("\ufeff" + "\r\n".join(lines) + "\r\n").encode())
        return tmp_path

    return _write
