"""`steward dictionary FILE --out NAME.csv`: a dictionary of the columns, for a person to fill in."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from steward.commands._outlet import FORMAT, Outlet
from steward.commands._reading import add_reading_options, chosen_step
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import say, say_count
from steward.vocabulary.progress import Part

if TYPE_CHECKING:
    from steward.tasks.empty_dictionary import Unfilled


class DictionaryCommand:
    """Writes what is known of each column, and leaves room for what a person must say."""

    name = "dictionary"
    summary = say("Write a data dictionary of a file to fill in: a row for each column with its type, unit and codes, and room "
                  "for what it means. Suggestions stand in columns of their own and count only once you copy them.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the file, how it is read, and where the dictionary goes."""
        parser.add_argument("file", type=Path, metavar="FILE", help=str(say("a table: csv, tsv, txt, xlsx, xlsm, xls, ods")))
        add_reading_options(parser)
        parser.add_argument("--dictionary", type=Path, metavar="DICTIONARY", help=str(say(
            "an earlier dictionary whose words are taken over: CSV, a workbook, a Table Schema or a Data Package")))
        parser.add_argument("--out", type=Path, required=True, metavar="NAME.csv",
                            help=str(say("where the dictionary goes; no file may be there yet")))

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Write it. Exit: 0 written, 2 a file cannot be opened, 3 it would go over a file, 4 it cannot be written."""
        from steward.tasks.dictionaries import NO_WORDS, words_from
        from steward.tasks.empty_dictionary import refuse_target, unfilled, write_unfilled
        from steward.tasks.house import House
        from steward.tasks.opening import open_sheet

        refuse_target(arguments.out, arguments.file, arguments.dictionary)
        with House.open() as house:
            told = words_from(house, arguments.dictionary) if arguments.dictionary else NO_WORDS
            sheet = open_sheet(house, arguments.file, chosen_step(arguments), Part(outlet, 0.0, 0.5))
            found = unfilled(house, arguments.file, sheet, told, Part(outlet, 0.5, 1.0))
            write_unfilled(found, arguments.out)
        _tell(found, arguments.out.name, outlet)
        return ExitCode.DONE


def _tell(found: "Unfilled", name: str, outlet: Outlet) -> None:
    """Print what was written, and what is left to say."""
    suggested = sum(bool(one.description) for one in found.suggested.values())
    outlet.answer({"format": FORMAT, "columns": len(found.fields), "undescribed": list(found.undescribed),
                   "suggested": suggested})
    outlet.line(say_count("Wrote {name}, with {count} column.", "Wrote {name}, with {count} columns.", len(found.fields),
                          name=name))
    if not found.undescribed:
        return
    outlet.line(say_count('{count} column wants a description: say under "description" what it means to a stranger.',
                          '{count} columns want a description: say under "description" what each means to a stranger.',
                          len(found.undescribed)))
    if suggested:
        outlet.line(say_count("For {count} column there is a suggestion; copy it where it is right.",
                              "For {count} columns there is a suggestion; copy those that are right.", suggested))
    outlet.line(say('Then name the file with "steward prepare FILE --dictionary {name}".', name=name))


COMMAND = DictionaryCommand()
