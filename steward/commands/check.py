"""`steward check FILE`: what is private and what is broken in a file."""

import argparse
from itertools import groupby
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from steward import __version__
from steward.commands._outlet import Outlet
from steward.commands._reading import add_reading_options, chosen_step
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import say, say_count
from steward.vocabulary.progress import Part
from steward.vocabulary.tier import Tier

if TYPE_CHECKING:
    from steward.tasks.other_sheets import SheetKeys
    from steward.tasks.plan_parts import RecommendedPlan
    from steward.tasks.report import CheckReport


class Check:
    """Prints the findings in plain words or in the stable form."""

    name = "check"
    summary = say("Look at a file and say what is private and what is broken in it. Nothing is changed and nothing is sent.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the file and how it is looked at."""
        parser.add_argument("file", type=Path, metavar="FILE", help=str(say("a table: csv, tsv, txt, xlsx, xlsm, xls, ods")))
        add_reading_options(parser)
        parser.add_argument("--schema", type=Path, metavar="FILE",
                            help=str(say("hold the columns against a Table Schema, or one of a Data Package")))
        parser.add_argument("--html", type=Path, metavar="REPORT", help=str(say("also write the findings as a page")))
        parser.add_argument("--rows", choices=("first", "all"), default="first",
                            help=str(say("list the first hundred rows of each finding, or all")))

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Check the file. Exit: 0 nothing blocks, 1 something blocks, 2 it cannot be opened, 3 the report would go over it."""
        from steward.tasks.previewing import prepare_to_look

        prepare_to_look()
        from steward.tasks.asking import with_asked
        from steward.tasks.checking import check
        from steward.tasks.documents import refuse_originals
        from steward.tasks.house import House
        from steward.tasks.opening import hidden_in, open_sheet
        from steward.tasks.other_sheets import keys_between, with_sheet_keys
        from steward.tasks.packages import declared_for
        from steward.tasks.planning import plan_of

        started = perf_counter()
        if arguments.html:
            refuse_originals(arguments.html, arguments.file, arguments.schema)
        with House.open() as house:
            declared = declared_for(house, arguments.schema, arguments.file) if arguments.schema else None
            sheet = open_sheet(house, arguments.file, chosen_step(arguments), Part(outlet, 0.0, 0.4))
            opened = perf_counter()
            hidden = hidden_in(house, arguments.file, Part(outlet, 0.4, 0.5))
            looked = perf_counter()
            checked = check(house, sheet, Part(outlet, 0.5, 1.0), declared=declared, hidden=hidden)
            report = with_asked(house, with_sheet_keys(house, arguments.file, checked))
            seconds = {"open": opened - started, "hidden": looked - opened, **dict(report.seconds),
                       "total": perf_counter() - started}
            plan = plan_of(house, report)
            keys = keys_between(house, arguments.file, report)
            self._tell(report, (plan, keys), seconds, arguments, outlet)
        return ExitCode.BLOCKED if any(found.tier is Tier.BLOCK for found in report.findings) else ExitCode.DONE

    def _tell(self, report: "CheckReport", offered: "tuple[RecommendedPlan | None, SheetKeys]", seconds: dict[str, float],
              arguments: argparse.Namespace, outlet: Outlet) -> None:
        from steward.tasks.documents import write_text
        from steward.tasks.proposing import proposals
        from steward.tasks.report_page import report_page
        from steward.tasks.stable_form import stable_form

        plan, keys = offered
        if arguments.html:
            write_text(arguments.html, report_page(report))
        if outlet.as_json:
            outlet.answer(stable_form(report, __version__, seconds, all_rows=arguments.rows == "all", plan=plan,
                                      proposed=proposals(report, keys)))
            return
        tell_report(report, outlet, most=None if arguments.rows == "all" else 10)
        if plan is not None:
            _tell_plan(report, plan, outlet)
        if arguments.schema is None:
            _tell_schemas(report, outlet)


def _tell_plan(report: "CheckReport", plan: "RecommendedPlan", outlet: Outlet) -> None:
    from steward.tasks.plan_parts import left_as_it_is

    outlet.line()
    outlet.line(say("Recommended plan: {title}. It would do this; nothing is done yet.", title=plan.plan.title))
    if plan.doubt is not None:
        outlet.line(plan.doubt)
    for part in plan.parts:
        outlet.line(f"  - {part.words} {part.why}".rstrip())
    for told in left_as_it_is(report, plan.steps):
        outlet.line(told)


def _tell_schemas(report: "CheckReport", outlet: Outlet) -> None:
    from steward.tasks.asked_schemas import MOST_OFFERED, offer_in_words, offers_for

    for offer in offers_for(report.profile.sheet.names)[:MOST_OFFERED]:
        looks, *told = offer_in_words(offer)
        outlet.line()
        outlet.line(looks)
        outlet.line(" ".join(map(str, told)))


def tell_report(report: "CheckReport", outlet: Outlet, most: int | None) -> None:
    """Print what was looked at and every finding, the strictest first."""
    from steward.tasks.hiding_in_words import out_of_sight
    from steward.tasks.report_page import heading_of, hidden_lines, looked_at, rows_of

    source = report.profile.sheet.provenance
    outlet.line(say("{name}: {looked}", name=source.file_name, looked=looked_at(report)))
    if source.sheet and len(report.profile.sheet.listings) > 1:
        outlet.line(say("This is sheet {sheet}. To look at another sheet, name it with --sheet.", sheet=source.sheet))
    for tier, findings in groupby(report.findings, lambda found: found.tier):
        outlet.line()
        outlet.line(heading_of(tier))
        for found in findings:
            outlet.line(f"  - {found.words.what} {found.words.where}".rstrip())
            rows = rows_of(found, most or len(found.rows))
            if rows and len(found.rows) > 1:
                outlet.line(f"      {say('Rows')} {rows}")
            outlet.line(f"      {found.words.next_step}")
    if report.hidden:
        outlet.line()
        outlet.line(out_of_sight(report.hidden))
        for line in hidden_lines(report):
            outlet.line(f"  - {line}")
    outlet.line()
    outlet.line(say_count("{count} thing was found.", "{count} things were found.", len(report.findings)))


COMMAND = Check()
