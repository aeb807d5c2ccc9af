"""How far forecasts of demand have been off, from the shipped figures; `-m benchmark -s` prints it.

Where the folder of published files holds the release of the year after the shipped one, its January
is forecast too: nothing was fitted on it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from burdens.authorities import all_authorities, figures_of, read_release
from burdens.errors import UnknownAuthorityError
from tests.benchmarks.back_test import (
    HORIZONS,
    LAST_JANUARY,
    Errors,
    Fit,
    errors,
    forecast_plans,
    forecast_requests,
)
from tests.real_data import folder

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]
NEXT = f"education-health-and-care-plans_{LAST_JANUARY + 1}.zip"


def row(found: Errors) -> dict[str, float]:
    return {
        "forecasts": len(found.ratios),
        "MAPE": found.mape,
        "bias": found.bias,
        "MAPE of no change": found.mape_unchanged,
        "low": found.band[0],
        "high": found.band[2],
    }


def test_forecasts_are_better_than_no_change(show: Callable[[str], None]) -> None:
    shipped = Fit.shipped()
    fits = {
        "as shipped": shipped,
        "England alone": Fit(shipped.damping, 0.0, shipped.most_own),
        "own alone": Fit(shipped.damping, 1.0, shipped.most_own),
        "undamped": Fit(1.0, shipped.own_weight, shipped.most_own),
    }
    table = pd.DataFrame(
        {
            (name, years, fit): row(errors(name, years, fits[fit]))
            for name in ("plans", "requests")
            for years in HORIZONS
            for fit in fits
        }
    ).T.round(3)
    show(f"Back-test of growth on figures to January {LAST_JANUARY}:\n{table.to_string()}")
    for name in ("plans", "requests"):
        for years in HORIZONS:
            found = errors(name, years)
            assert found.mape < found.mape_unchanged


def test_the_january_after_the_shipped_release_is_forecast(show: Callable[[str], None]) -> None:
    path = folder() / NEXT
    if not path.exists():
        show(f"{path.name} is not in {path.parent}: no forecast past the shipped figures is tested")
        return
    release, shipped = read_release(path), Fit.shipped()
    for name, forecast, year in (
        ("plans", forecast_plans, LAST_JANUARY + 1),
        ("requests", forecast_requests, LAST_JANUARY),
    ):
        made, last, outturn = [], [], []
        for council in all_authorities():
            try:
                later = figures_of(release, council.code).series(name).get(year)
            except UnknownAuthorityError:
                continue
            known = council.figures.series(name).get(year - 1)
            ahead = forecast(shipped, council.figures, LAST_JANUARY, 1)
            if later and known and ahead:
                made.append(ahead)
                last.append(known)
                outturn.append(later)
        found = Errors(np.array(outturn) / made, np.array(outturn) / last)
        show(f"Held out, {name} of {year}:\n{pd.Series(row(found)).round(3).to_string()}")
        assert found.mape < found.mape_unchanged
