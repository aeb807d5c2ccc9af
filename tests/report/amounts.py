"""Every pound that form, workbook and page show, and those that an assessment's tables hold."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from xml.etree import ElementTree as ET

import numpy as np
import pandas as pd
from openpyxl import load_workbook

from burdens import words
from burdens.assessment import Assessment
from burdens.pages.new_burdens.results import BurdensResults
from burdens.report import form_bytes, workbook_bytes
from burdens.report.words import pounds

AMOUNT = re.compile(r"−?£\d+(?:,\d{3})*(?:\.\d+)?(?: million)?")
ROWS = {"lines", "burden"}
GROUPS = {
    "lines": (["measure", "line", "title", "role"],),
    "provision": (["financial_year"],),
    "by_payer": (["payer"],),
}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def is_money(column: str) -> bool:
    return "gbp" in column.split("_")


def known_amounts(assessment: Assessment, *, rows: bool) -> list[float]:
    """Return the pounds of the tables, and the sums and differences that a reader is shown [GBP].

    Parameters
    ----------
    rows
        Whether those of single rows of `lines` and `burden` count, which the workbook alone shows.
    """
    amounts: list[float] = [0.0]
    for name, table in assessment.tables.items():
        money = [column for column in table if is_money(str(column))]
        if rows or name not in ROWS:
            amounts += np.ravel(table[money].to_numpy(dtype=float)).tolist()
            amounts += table[money].sum().tolist()
        money = ["gbp"] if name == "lines" else money
        for keys in GROUPS.get(name, ()):
            amounts += np.ravel(table.groupby(keys)[money].sum().to_numpy()).tolist()
    amounts += [*_of_the_grant(assessment.grant), *_by_role(assessment.burden)]
    planned = assessment.by_year["financial_year"].isin(assessment.within_limits["financial_year"])
    amounts.append(float(assessment.by_year.loc[planned, "net_gbp"].sum()))
    return [amount for amount in amounts if not np.isnan(amount)]


def _of_the_grant(grant: pd.DataFrame) -> Iterator[float]:
    offered = grant.dropna(subset=["offer_gbp"])
    yield from offered["offer_gbp"] - offered["cash_net_gbp"]
    yield float(offered["offer_gbp"].sum())
    yield float(offered["cash_net_gbp"].sum())
    yield float(offered["cash_net_gbp"].sum() - offered["offer_gbp"].sum())


def _by_role(burden: pd.DataFrame) -> list[float]:
    ours = burden[~burden["provision"].astype(bool)]
    signed = ours["modelled_gbp"].where(ours["nature"] == "cost", -ours["modelled_gbp"])
    return signed.groupby([ours["role"], ours["financial_year"]]).sum().tolist()


def written_amounts(assessment: Assessment) -> set[str]:
    """Return the known amounts as reports and pages write them, and those of the user's own texts."""
    both = chain.from_iterable(
        (amount, -amount) for amount in known_amounts(assessment, rows=False)
    )
    each = {form for amount in both for form in (pounds(amount), words.gbp(amount))}
    a_plan = {f"£{abs(gbp):,.0f}" for gbp in assessment.grant["per_plan_gbp"].dropna()}
    return each | a_plan | set(AMOUNT.findall(_inputs(assessment)))


def _inputs(assessment: Assessment) -> str:
    """Return the texts that a person wrote: of measures, assumptions and published figures."""
    columns = ["title", "unit", "source", "note", "reason"]
    table = assessment.assumptions
    texts = [str(text) for column in columns if column in table for text in table[column]]
    texts += [str(measure.model_dump()) for measure in assessment.measures]
    texts += [str(figure.source) for figure in assessment.scenario.figures.values()]
    return " ".join(texts)


def strays(texts: Iterable[str], assessment: Assessment) -> list[str]:
    """Return the amounts of texts that no table of the assessment holds."""
    known = written_amounts(assessment)
    text = " ".join(texts).replace("under £10", "")
    for span in _spans(assessment):
        text = text.replace(span, "")
    return [amount for amount in AMOUNT.findall(text) if amount not in known]


def _spans(assessment: Assessment) -> set[str]:
    years = assessment.by_year
    pairs = zip(years["low_net_gbp"], years["high_net_gbp"], strict=True)
    total = (float(years["low_net_gbp"].sum()), float(years["high_net_gbp"].sum()))
    return {words.span(low, high) for low, high in [*pairs, total]}


def form_texts(assessment: Assessment) -> list[str]:
    """Return every paragraph of the form, with its headers and footers."""
    with zipfile.ZipFile(BytesIO(form_bytes(assessment))) as parts:
        names = [name for name in parts.namelist() if re.match(r"word/[^/]*\.xml", name)]
        roots = [ET.fromstring(parts.read(name)) for name in names]  # noqa: S314  (ours)
    return ["".join(p.itertext()) for root in roots for p in root.iter(f"{WORD}p")]


def workbook_texts(assessment: Assessment) -> list[str]:
    """Return the texts of the workbook's cells."""
    return [str(cell.value) for cell in _cells(assessment) if isinstance(cell.value, str)]


def workbook_pounds(assessment: Assessment) -> list[float]:
    """Return the numbers of the workbook that are shown as pounds [GBP]."""
    return [
        float(cell.value)
        for cell in _cells(assessment)
        if isinstance(cell.value, int | float) and "£" in cell.number_format
    ]


def _cells(assessment: Assessment) -> list:
    book = load_workbook(BytesIO(workbook_bytes(assessment)), data_only=True)
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row]


def stray_numbers(numbers: Iterable[float], assessment: Assessment) -> list[float]:
    """Return the numbers that are no amount of the assessment, to a thousandth of a penny [GBP]."""
    known = np.array(known_amounts(assessment, rows=True))
    known = np.concatenate([known, -known])
    return [gbp for gbp in numbers if np.abs(known - gbp).min() > 1e-5 + 1e-9 * abs(gbp)]


def page_texts(assessment: Assessment) -> list[str]:
    """Return all that the page says of a burden: passages, and the words and pounds of its charts."""
    board = BurdensResults()
    board.show(assessment, assessment.scenario)
    texts = [re.sub("<[^>]*>", " ", passage.html) for passage in board.passages]
    for figure in board.figures.values():
        texts += [figure.title, figure.summary]
        if figure.format == "gbp":
            numbers = [row["value"] for row in figure.rows if row["value"] is not None]
            texts += map(words.gbp, numbers)
    return texts
