"""The new burdens assessment form: a Word template filled with an assessment."""

from __future__ import annotations

import datetime as dt
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment

from burdens.documents import write_whole_bytes
from burdens.errors import Fault, TemplateError
from burdens.facts import nearest
from burdens.report.answers import answers

if TYPE_CHECKING:
    from burdens.assessment import Assessment

TEMPLATE = Path(__file__).with_name("form.docx")
TITLE = "The form cannot be made"
LONGEST_PROPERTY = 255  # characters
# What a file that is no Word file makes its reader say.
BROKEN = (OSError, ValueError, KeyError, SyntaxError, zipfile.BadZipFile)


def form_bytes(
    assessment: Assessment,
    template: str | Path | None = None,
    made_on: dt.date | None = None,
) -> bytes:
    """Return the filled form as the content of a Word file.

    Parameters
    ----------
    template
        A Word file with the fields of the tool's own template; left out, that one.
    made_on
        The day that stands on the form; left out, today.

    Raises
    ------
    TemplateError
        With every field that the template lacks or that nobody knows, or what else is wrong.
    """
    path = Path(template) if template is not None else TEMPLATE
    content, day = _read(path), made_on or dt.datetime.now(tz=dt.UTC).date()
    fields = answers(assessment, day)
    if faults := _unfit(content, set(fields), path):
        raise TemplateError(TITLE, faults)
    return _filled(content, fields, path, assessment.scenario.evidence)


def check_template(template: str | Path) -> None:
    """Find before long work that a template would not fit.

    Raises
    ------
    TemplateError
        With every field that it lacks or that nobody knows, or what else is wrong.
    """
    path = Path(template)
    if faults := _unfit(_read(path), _fields(_read(TEMPLATE)), path):
        raise TemplateError(TITLE, faults)


def write_form(
    assessment: Assessment, path: str | Path, template: str | Path | None = None
) -> None:
    """Write the filled form entirely or not at all.

    Raises
    ------
    TemplateError
        As for `form_bytes`.
    OutputError
        Where the file cannot be written, or is open elsewhere.
    """
    write_whole_bytes(Path(path), form_bytes(assessment, template))


@cache
def _environment() -> jinja2.Environment:
    """Return what fills the fields: it escapes every text and lets a template run nothing."""
    return SandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as broken:
        fault = Fault(f"cannot be read: {broken}.", "Check the name and the rights.", str(path))
        raise TemplateError(TITLE, [fault]) from broken


def _fields(content: bytes) -> set[str]:
    return set(DocxTemplate(BytesIO(content)).get_undeclared_template_variables(_environment()))


def _unfit(content: bytes, known: set[str], path: Path) -> list[Fault]:
    """Find the fields that the template lacks, and those that nobody fills."""
    try:
        used = _fields(content)
    except jinja2.TemplateError as broken:
        return [_faulty(broken, path)]
    except BROKEN as broken:
        raise TemplateError(TITLE, [_no_form(path)]) from broken
    fix = "Put it back; the tool's own template shows where."
    lacking = [
        Fault("the template lacks this field.", fix, path.name, None, name)
        for name in sorted(known - used)
    ]
    unknown = [
        Fault(
            "no field has this name.",
            nearest(name, known, 1) or "Remove it.",
            path.name,
            None,
            name,
        )
        for name in sorted(used - known)
    ]
    return [*lacking, *unknown]


def _filled(content: bytes, fields: dict[str, Any], path: Path, created: dt.date) -> bytes:
    form = DocxTemplate(BytesIO(content))
    try:
        form.render(fields, _environment(), autoescape=True)
    except (jinja2.TemplateError, ArithmeticError, TypeError, ValueError) as broken:
        raise TemplateError(TITLE, [_faulty(broken, path)]) from broken
    title = f"New burdens assessment: {fields['authority']}"
    midnight = dt.datetime.combine(created, dt.time())
    properties = form.docx.core_properties
    properties.title, properties.language = title[:LONGEST_PROPERTY], "en-GB"
    properties.created = properties.modified = midnight
    made = BytesIO()
    form.save(made)
    return _settled(made.getvalue())


def _settled(content: bytes) -> bytes:
    """Return the same Word file without the time of day, so that equal forms are equal bytes."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename), old.read(part), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _faulty(broken: Exception, path: Path) -> Fault:
    return Fault(f"the template does not fill in: {broken}.", "Correct the field.", path.name)


def _no_form(path: Path) -> Fault:
    return Fault("is no Word file (.docx).", "Choose a .docx made from the tool's own.", path.name)
