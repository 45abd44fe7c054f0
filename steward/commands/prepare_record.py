"""`steward prepare-record RECORD.json ...`: seals a dataset that is cataloged without its data."""

import argparse
from pathlib import Path

from steward.commands._outlet import FORMAT, Outlet
from steward.commands.prepare import tell_standing
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import say


class PrepareRecord:
    """Seals a Data Manifest without a table, or says what stands in the way."""

    name = "prepare-record"
    summary = say("Seal a Data Manifest without data: a planned, restricted or declined dataset, so that the catalog shows it "
                  "with the reason and how to ask for it. The record says which under data_status.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the record, the answers, and where the bag goes."""
        parser.add_argument("record", type=Path, metavar="RECORD.json", help=str(say("what is said about the data")))
        parser.add_argument("--decisions", type=Path, metavar="DECISIONS.json", help=str(say("the answers to what is found")))
        parser.add_argument("--out", type=Path, required=True, metavar="BAG", help=str(say("a new folder for the manifest")))

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Seal it. Exit: 0 sealed, 1 something stands in the way, 2 a file cannot be opened, 3 refused by a rule."""
        from steward.tasks.house import House
        from steward.tasks.preparing import prepared_record, read_script
        from steward.tasks.sealing import outstanding, seal

        with House.open() as house:
            bench = prepared_record(house, read_script(house, arguments.record, None, arguments.decisions))
            standing = outstanding(bench)
            if standing:
                tell_standing(standing, outlet)
                return ExitCode.BLOCKED
            sealed = seal(house, bench, arguments.out, outlet)
        outlet.answer({"format": FORMAT, "sealed": True, "tagmanifest": sealed.tagmanifest, "rows": 0, "columns": 0,
                       "contested": []})
        outlet.line(say("Sealed a record without data in {name}.", name=arguments.out.name))
        return ExitCode.DONE


COMMAND = PrepareRecord()
