"""`steward prepare-record RECORD.json ...`: seals a record alone: without data, or with the tables that are published."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from steward.commands._outlet import FORMAT, Outlet
from steward.commands._reading import add_confirm_option
from steward.commands.prepare import tell_sent, tell_standing
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import say

if TYPE_CHECKING:
    from steward.tasks.sealing import Sealed


class PrepareRecord:
    """Seals a Data Manifest for which no file is opened, or says what stands in the way."""

    name = "prepare-record"
    summary = say("Seal a Data Manifest without a file: a planned, restricted or declined dataset, so that the catalog shows "
                  "it with the reason and how to ask for it (the record says which under data_status), or with --updates a new "
                  "description of a published dataset, whose tables go out again byte for byte.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the record, the answers, and where the bag goes."""
        parser.add_argument("record", type=Path, metavar="RECORD.json", help=str(say("what is said about the data")))
        parser.add_argument("--decisions", type=Path, metavar="DECISIONS.json", help=str(say("the answers to what is found")))
        parser.add_argument("--updates", metavar="IDENTIFIER", default="", help=str(say(
            "the published dataset whose description is new; its tables stay, unless the record has a data_status")))
        add_confirm_option(parser)
        way = parser.add_mutually_exclusive_group(required=True)
        way.add_argument("--out", type=Path, metavar="BAG", help=str(say("a new folder for the manifest")))
        way.add_argument("--send", action="store_true", help=str(say("send it to the program's queue")))

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Seal or send it. Exit: 0 done, 1 something stands in the way, 2 a file cannot be opened, 3 refused by a rule."""
        from steward.tasks.house import House
        from steward.tasks.preparing import prepared_record, read_script, with_confirmed
        from steward.tasks.sealing import outstanding, seal
        from steward.tasks.sending import send

        with House.open() as house:
            script = with_confirmed(read_script(house, arguments.record, None, arguments.decisions), arguments.confirm)
            bench = prepared_record(house, script, arguments.updates)
            standing = outstanding(bench)
            if standing:
                tell_standing(standing, outlet)
                return ExitCode.BLOCKED
            if arguments.send:
                tell_sent(send(house, bench, outlet), outlet)
                return ExitCode.DONE
            sealed = seal(house, bench, arguments.out, outlet)
        _tell_sealed(sealed, outlet)
        return ExitCode.DONE


def _tell_sealed(sealed: "Sealed", outlet: Outlet) -> None:
    tables = [{"name": one.name, "rows": one.rows, "columns": one.columns} for one in sealed.tables]
    rows, columns = sum(one.rows for one in sealed.tables), sum(one.columns for one in sealed.tables)
    outlet.answer({"format": FORMAT, "sealed": True, "tagmanifest": sealed.tagmanifest, "rows": rows, "columns": columns,
                   "tables": tables, "contested": []})
    told = say("Sealed a new description in {name}. The data stays as it is published.", name=sealed.bag.name)
    outlet.line(told if tables else say("Sealed a record without data in {name}.", name=sealed.bag.name))


COMMAND = PrepareRecord()
