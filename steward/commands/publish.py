"""`steward publish SUBMISSION`: puts what was approved on the program's portal, every table of it."""

import argparse

from steward.commands._outlet import FORMAT, Outlet
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import say


class Publish:
    """Publishes an approved submission, reads it back, and says where it lies."""

    name = "publish"
    summary = say("Publish an approved submission on the program's portal: every table, its description and the records. The "
                  "same again changes nothing.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the submission."""
        parser.add_argument("submission", metavar="SUBMISSION",
                            help=str(say("the number of an approved submission, as the list of reviews names it")))

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Publish it. Exit: 0 published, 3 refused by a rule, 4 trouble, 5 altered."""
        from steward.tasks.house import House
        from steward.tasks.publishing import publish

        with House.open() as house:
            receipt = publish(house, arguments.submission, outlet)
        outlet.answer({"format": FORMAT, "submission": receipt.submission, "identifier": receipt.identifier,
                       "version": receipt.version, "at": receipt.at, "practice": receipt.is_practice,
                       "tables": list(receipt.tables)})
        for sentence in receipt.lines:
            outlet.line(sentence)
        for name in receipt.tables:
            outlet.line(say("Table {name}.", name=name))
        return ExitCode.DONE


COMMAND = Publish()
