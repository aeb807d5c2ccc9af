"""The commands: each reads its input, calls the package, and shows the answer.

Heavy libraries are loaded inside the commands that need them, so that `--help` is quick.
"""

# ruff: noqa: PLC0415, PLR0913, PLR0917
# Imports wait for their command; an option is an argument.

from __future__ import annotations

import gc
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from burdens.cli import output
from burdens.errors import BurdensError, Fault, NotOptimalError, OutputError
from burdens.server import PREHEAT

NOT_ANSWERED, BAD_INPUT, INTERRUPTED = 1, 2, 130
# New objects before the collector looks for garbage: what imports and a programme make stays.
PATIENCE = 50_000

app = typer.Typer(
    name="burdens",
    help="Plan the people a council needs to keep SEND deadlines, and what a new duty costs.",
    epilog="Exit code: 0 done; 1 no optimal answer, or a fault of the program; 2 wrong input.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"burdens {version('burdens')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    pass


@app.command()
def new(
    authority: Annotated[str, typer.Argument(help="Name or three-digit code of an authority.")],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="File to write; without it, print.")
    ] = None,
    sen2: Annotated[
        Path | None, typer.Option(help="A DfE SEN2 release (zip or folder) to take figures from.")
    ] = None,
    caseload: Annotated[
        float | None, typer.Option(help="Caseload standard [cases per caseworker].")
    ] = None,
    start: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The Monday on which the plan starts."),
    ] = None,
    force: Annotated[bool, typer.Option(help="Overwrite the file if it is there.")] = False,
) -> None:
    """Start a scenario file with an authority's published figures."""
    from burdens import authorities, scenario

    output.check_place(out)
    if out is not None and out.exists() and not force:
        fault = Fault("is there already.", "Choose another name, or add --force.", str(out))
        raise OutputError("Nothing was written", [fault])
    made = scenario.new(
        authority,
        start=start.date() if start else None,
        caseload=caseload,
        release=authorities.read_release(sen2) if sen2 else None,
    )
    if out is None:
        typer.echo(made.to_yaml(), nl=False)
    else:
        made.write(out)
        output.tell(f"Written: {out}. Next: check it, then `burdens plan {out}`.")
    output.warn(made.warnings)


@app.command()
def schema() -> None:
    """Print where the JSON Schema of scenario files is, by which an editor checks and completes."""
    from burdens.scenario.editors import SCHEMA

    typer.echo(SCHEMA)


@app.command()
def plan(
    file: Annotated[Path, typer.Argument(help="A scenario file.")],
    as_json: Json = False,
    problem: Annotated[
        Path | None, typer.Option(help="Write the numbers of the programme to this JSON file.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="Write the tables of the plan to this folder."),
    ] = None,
) -> None:
    """Work out the staff that a council needs, and the best that can be done with its people."""
    answer = output.claim_standard_output() if as_json else None
    from burdens import planning, scenario
    from burdens.documents import write_whole

    output.check_place(problem, out)
    chosen = scenario.read(file)
    with output.working(f"Planning {chosen.authority.name}") as watch:
        made = planning.plan(chosen, watch=watch)
    if problem is not None:
        write_whole(problem, made.problem.to_json())
    if out is not None:
        made.write(out)
    if answer is not None:
        output.write_json(answer, made.summary())
    else:
        from burdens.cli import plans

        plans.show(output.answers(), made)
    output.warn(made.warnings)


@app.command()
def solve(
    file: Annotated[Path, typer.Argument(help="A Problem: the numbers of a plan, in JSON.")],
    as_json: Json = False,
) -> None:
    """Solve a Problem file as it is, to compare its objective and plan with another solver's."""
    answer = output.claim_standard_output() if as_json else None
    from burdens.cli import plans, problems
    from burdens.plans import solve as solve_problem

    asked = problems.read(file)
    with output.working(f"Solving {file.name}") as watch:
        made = solve_problem(asked, watch=watch)
    if answer is not None:
        output.write_json(answer, made.summary())
    else:
        plans.show(output.answers(), made)
        plans.show_objective(output.answers(), made)
    output.warn(made.warnings)


@app.command()
def caseload(
    file: Annotated[Path, typer.Argument(help="A scenario file.")],
    as_json: Json = False,
) -> None:
    """Work out what caseload standards of 80 to 250 cases take: posts, cost and timeliness."""
    answer = output.claim_standard_output() if as_json else None
    from burdens import planning, scenario
    from burdens.cli import caseloads

    chosen = scenario.read(file)
    with output.working(f"Planning {chosen.authority.name}") as watch:
        live = planning.LiveScenario(watch=watch)
        made, line = live.plan(chosen, helped=False), live.caseload_line(chosen)
    if answer is not None:
        output.write_json(answer, caseloads.data_of(made, line))
    else:
        caseloads.show(output.answers(), made, line)
    output.warn(made.warnings)


@app.command()
def assess(
    file: Annotated[Path, typer.Argument(help="A scenario file.")],
    measure: Annotated[
        list[str] | None,
        typer.Option(help="Switch on a measure: its name, or a measure file of your own. Repeat."),
    ] = None,
    form: Annotated[
        Path | None, typer.Option(help="Write the assessment form to this Word file.")
    ] = None,
    template: Annotated[
        Path | None, typer.Option(help="Fill in this Word template in place of the usual form.")
    ] = None,
    workbook: Annotated[
        Path | None, typer.Option(help="Write inputs and results to this Excel workbook.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Write the tables to this folder.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Work out what the measures of a scenario cost: with and without them, by year and measure."""
    answer = output.claim_standard_output() if as_json else None
    import burdens
    from burdens import report, scenario
    from burdens.cli import assessments
    from burdens.documents import write_whole_bytes

    output.check_place(form, workbook, out)
    chosen, own = assessments.switched_on(scenario.read(file), measure or [])
    if template is not None:
        report.check_template(template)
    with output.working(f"Assessing {chosen.authority.name}") as watch:
        made = burdens.assess(chosen, own, watch=watch)
        files = {
            form: None if form is None else report.form_bytes(made, template),
            workbook: None if workbook is None else report.workbook_bytes(made),
        }
    for place, content in files.items():
        if place is not None and content is not None:
            write_whole_bytes(place, content)
    if out is not None:
        made.write(out)
    if answer is not None:
        output.write_json(answer, made.summary())
    else:
        assessments.show(output.answers(), made)
    output.warn(made.warnings)


@app.command()
def measures(as_json: Json = False) -> None:
    """List the policy measures that can be switched on, their status and start."""
    answer = output.claim_standard_output() if as_json else None
    from burdens.cli import assessments
    from burdens.measures import measures as known

    if answer is not None:
        output.write_json(answer, assessments.data_of(known()))
    else:
        assessments.show_measures(output.answers(), known())


@app.command()
def sen2(
    release: Annotated[Path, typer.Argument(help="A DfE release: its zip, folder or one file.")],
    as_json: Json = False,
    table: Annotated[
        Path | None, typer.Option(help="Write the tables of figures to this folder.")
    ] = None,
    section_251: Annotated[
        Path | None, typer.Option("--section-251", help="Spending by authority [CSV].")
    ] = None,
    kinds: Annotated[
        Path | None, typer.Option(help="Kinds of authorities: old_la_code, la_type [CSV].")
    ] = None,
) -> None:
    """Read a DfE SEN2 release: say what was read, what was wrong in it, and what is missing."""
    answer = output.claim_standard_output() if as_json else None
    from burdens import authorities
    from burdens.cli import releases

    if (table is None) != (section_251 is None) or (table is None) != (kinds is None):
        raise typer.BadParameter("--table, --section-251 and --kinds stand together.")
    if table is not None and not table.is_dir():
        fault = Fault("there is no such folder.", "Make it, or choose another.", str(table))
        raise OutputError("Nothing was done", [fault])
    with output.working(f"Reading {release}"):
        read = authorities.read_release(release)
    if table is not None and section_251 is not None and kinds is not None:
        spending = authorities.read_section_251(section_251)
        authorities.write_table(read, spending, kinds, table)
        output.tell(f"Written: the tables in {table}.")
    if answer is not None:
        output.write_json(answer, releases.data_of(read))
    else:
        releases.show(output.answers(), read)


@app.command()
def evidence(
    grade: Annotated[
        str | None, typer.Option(help="Only values of this grade: A, B, C or D.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List every value used: its unit, range, grade and source."""
    answer = output.claim_standard_output() if as_json else None
    from burdens.cli import evidence as listed
    from burdens.measures import all_values

    known = all_values()
    grades = sorted({value.grade for value in known.values()})
    if grade is not None and grade.upper() not in grades:
        raise typer.BadParameter(f"there is no grade {grade}; known: {', '.join(grades)}.")
    values = [
        value for value in known.values() if grade in {None, value.grade, value.grade.lower()}
    ]
    if answer is not None:
        output.write_json(answer, listed.data_of(known.version, values))
    else:
        listed.show(output.answers(), known.version, values)


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to serve on.")] = 8866,
    browser: Annotated[bool, typer.Option(help="Open the pages in the browser.")] = True,
    preheat: Annotated[
        int,
        typer.Option(min=0, max=20, help="Kernels held ready for visitors, some 120 MB each."),
    ] = PREHEAT,
) -> None:
    """Serve the pages on this computer."""
    from burdens.server import serve as serve_pages

    serve_pages(port, open_browser=browser, preheat=preheat)


def main() -> None:
    """Run a command and end the process: 0 done, 1 no answer, 2 wrong input."""
    gc.set_threshold(PATIENCE)
    sys.exit(_run())


def _run() -> int:
    try:
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else NOT_ANSWERED
    except NotOptimalError as error:
        output.tell(str(error))
        return NOT_ANSWERED
    except BurdensError as error:
        output.tell(str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        output.tell("Interrupted; nothing was written.")
        return INTERRUPTED
    except Exception as error:  # the last resort: a message, never a traceback
        if os.environ.get("BURDENS_TRACEBACK"):
            raise
        output.tell(
            f"The program failed: {type(error).__name__}: {error}\n"
            "Please report it, with what `BURDENS_TRACEBACK=1` in the environment shows."
        )
        return NOT_ANSWERED
    return 0
