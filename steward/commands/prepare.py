"""`steward prepare FILE ...`: seals what a script decided."""

import argparse
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from steward.commands._outlet import FORMAT, Outlet, sentences
from steward.commands._reading import add_confirm_option, add_plan_option
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count, verbatim
from steward.vocabulary.progress import Part

if TYPE_CHECKING:
    from steward.tasks.changed_file import FileChange
    from steward.tasks.dictionaries import ColumnWords
    from steward.tasks.sealing import Sealed
    from steward.tasks.sending import Receipt
    from steward.tasks.workbench import Workbench
    from steward.workflow.contesting import Contest


class Prepare:
    """Opens a file, follows a recipe, and seals a Data Manifest, or says what stands in the way."""

    name = "prepare"
    summary = say("Seal a Data Manifest from a file and what a script decided: the record, the recipe, the decisions, and a "
                  "dictionary that says what each column means. The first three are documented by the schemas in "
                  "resources/schemas; resources/samples/prepare is an example.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the file, the documents, and where the bag goes."""
        parser.add_argument("file", type=Path, metavar="FILE", help=str(say("the table, as the bureau has it")))
        parser.add_argument("--record", type=Path, required=True, metavar="RECORD.json",
                            help=str(say("what is said about the data")))
        parser.add_argument("--recipe", type=Path, metavar="RECIPE.json", help=str(say("how it is read and changed")))
        parser.add_argument("--decisions", type=Path, metavar="DECISIONS.json", help=str(say("the answers to what is found")))
        parser.add_argument("--dictionary", type=Path, metavar="DICTIONARY", help=str(say(
            "what each column means, for every table: a dictionary in CSV or a workbook, a Table Schema or a Data Package; an "
            "update has the words of last time already")))
        parser.add_argument("--schema", type=Path, metavar="FILE", help=str(say(
            "hold the table to the types and rules of a Table Schema, or one of a Data Package, and take its words")))
        parser.add_argument("--updates", metavar="IDENTIFIER", default="", help=str(say(
            "the published dataset that this file brings up to date; without a recipe its changes are done again")))
        parser.add_argument("--further", nargs="+", action="append", default=[], metavar=("SHEET", "DECISIONS.json"),
                            help=str(say(
                                "another sheet of the workbook as a further table, with its decisions and its recipe")))
        parser.add_argument("--key", nargs="+", action="append", default=[], metavar=("SHEET", "COLUMN OTHER NAMED"),
                            help=str(say("write into the package that this column names the rows of another sheet by that "
                                         "column; it must hold without exception. Of several columns: the sheet, its columns, "
                                         "the other sheet, and as many columns of that one")))
        add_plan_option(parser)
        parser.add_argument("--sheet", metavar="NAME", help=str(say("the sheet of a workbook, where no recipe names it")))
        add_confirm_option(parser)
        way = parser.add_mutually_exclusive_group(required=True)
        way.add_argument("--out", type=Path, metavar="BAG", help=str(say("a new folder for the manifest")))
        way.add_argument("--send", action="store_true",
                         help=str(say("send it to the program's queue, all of its tables together")))

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Seal or send it. Exit: 0 done, 1 something stands in the way, 2 a file cannot be opened, 3 refused by a rule."""
        from steward.tasks.contesting import contests
        from steward.tasks.house import House
        from steward.tasks.preparing import check_further, prepared, prepared_tables, read_script, with_confirmed
        from steward.tasks.sealing import seal
        from steward.tasks.sending import send
        from steward.tasks.several_tables import agreed_keys
        from steward.tasks.whole_dataset import outstanding_by_table

        check_further(arguments.further)
        with House.open() as house:
            script = read_script(house, arguments.record, arguments.recipe, arguments.decisions, arguments.dictionary,
                                 schema=arguments.schema)
            script = with_confirmed(script, arguments.confirm)
            bench = prepared(house, arguments.file, script, Part(outlet, 0.0, 0.7), plan=arguments.plan,
                             updates=arguments.updates, sheet=arguments.sheet)
            bench, further = prepared_tables(house, bench, arguments.further, Part(outlet, 0.7, 0.7), script.columns)
            every = agreed_keys((bench, *further), arguments.key)
            bench, further = every[0], every[1:]
            _tell_joined(every, outlet)
            _tell_unused(script.columns, every, outlet)
            for one in every:
                _tell_changes(one.change, outlet)
            standing = outstanding_by_table(bench, further)
            if standing:
                sheets = [one.original.provenance.sheet or "" for one, _found in standing] if further else []
                tell_standing([found for _table, found in standing], outlet, sheets)
                _tell_how_to_describe([found.kind for _table, found in standing], outlet)
                return ExitCode.BLOCKED
            if arguments.send:
                tell_sent(send(house, bench, Part(outlet, 0.7, 1.0), further), outlet)
                return ExitCode.DONE
            sealed = seal(house, bench, arguments.out, Part(outlet, 0.7, 1.0), further)
            asked = tuple(found for one in every for found in contests(one))
        _tell_sealed(sealed, asked, outlet)
        return ExitCode.DONE


def _tell_how_to_describe(kinds: Sequence[str], outlet: Outlet) -> None:
    """Print, where columns want a description, how a script gets a dictionary to fill in."""
    from steward.workflow.needs import NOT_DESCRIBED

    if NOT_DESCRIBED in kinds:
        outlet.aside(say('"steward dictionary FILE --out NAME.csv" writes a dictionary to fill in, which --dictionary takes.'))


def _tell_sealed(sealed: "Sealed", asked: "Sequence[Contest]", outlet: Outlet) -> None:
    """Print what was sealed, each table where there are several, and what the program must release."""
    tables = [{"name": one.name, "rows": one.rows, "columns": one.columns} for one in sealed.tables]
    contested = [{"kind": one.kind, "column": one.column, "count": one.count} for one in asked]
    outlet.answer({"format": FORMAT, "sealed": True, "tagmanifest": sealed.tagmanifest, "rows": sealed.rows,
                   "columns": sealed.columns, "tables": tables, "contested": contested})
    for one in sealed.tables:
        name = sealed.bag.name if len(tables) == 1 else f"{sealed.bag.name}, {one.name}"
        outlet.line(say("Sealed {rows} in {name}.", rows=say_count("{count} row", "{count} rows", one.rows), name=name))
    if asked:
        outlet.line(say_count("{count} thing is contested: the program must release it before it can be published.",
                              "{count} things are contested: the program must release them before it can be published.",
                              len(asked)))


def tell_sent(receipt: "Receipt", outlet: Outlet) -> None:
    """Print the number to ask for, and what happens next."""
    outlet.answer({"format": FORMAT, "sealed": True, "sent": True, "submission": receipt.submission,
                   "revision": receipt.revision, "practice": receipt.is_practice})
    for sentence in receipt.lines:
        outlet.line(sentence)


def _tell_joined(tables: "Sequence[Workbench]", outlet: Outlet) -> None:
    """Print what tables tell of people together, beside the answer."""
    from steward.tasks.joined_tables import joined_findings

    for found in joined_findings(tables):
        outlet.aside(found.words.what)
        outlet.aside(found.words.where)


def _tell_unused(told: "ColumnWords", tables: "Sequence[Workbench]", outlet: Outlet) -> None:
    """Print, beside the answer, which columns the dictionary tells of that no table has: a name may be misspelled."""
    from steward.tasks.column_words import named_columns
    from steward.tasks.dictionaries import unused

    known = [(*one.original.names, *(field.name for field in one.report.fields)) for one in tables]
    names = unused(told, (name for names in known for name in names))
    if names:
        outlet.aside(say_count("{file} tells of {count} column that no table has.",
                               "{file} tells of {count} columns that no table has.", len(names), file=told.file))
        outlet.aside(named_columns(names))


def _tell_changes(change: "FileChange | None", outlet: Outlet) -> None:
    """Print what is different from last time, beside the answer."""
    for sentence in change.sentences() if change is not None else ():
        outlet.aside(sentence)


def tell_standing(standing: Sequence[Finding], outlet: Outlet, sheets: Sequence[str] = ()) -> None:
    """Print what stands in the way; of a dataset of several tables with the sheet of each."""
    named = [(found, {"sheet": sheet} if sheet else {}) for found, sheet in zip_longest(standing, sheets)]
    outlet.answer({"format": FORMAT, "sealed": False, "outstanding": [
        {"kind": found.kind, "column": found.column, "tier": str(found.tier), **sheet, **sentences(found.words)}
        for found, sheet in named]})
    for found, sheet in named:
        place = say("Sheet {sheet}:", sheet=verbatim(" ".join(sheet["sheet"].split()))) if sheet else ""
        outlet.line(" ".join(filter(None, ("-", str(place), str(found.words.what), str(found.words.where),
                                           str(found.words.next_step)))))
    outlet.line(say_count("Not sealed: {count} thing stands in the way.", "Not sealed: {count} things stand in the way.",
                          len(standing)))


COMMAND = Prepare()
