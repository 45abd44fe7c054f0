"""`steward verify BAG`: whether a sealed Data Manifest is byte for byte what was sealed."""

import argparse
from pathlib import Path

from steward.commands._outlet import FORMAT, Outlet
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import say


class Verify:
    """Re-reads every file of a bag and holds it against its checksums."""

    name = "verify"
    summary = say("Hold a sealed Data Manifest against its checksums and name the first difference.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the bag."""
        parser.add_argument("bag", type=Path, metavar="BAG", help=str(say("the folder of the manifest")))

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Verify it. Exit: 0 nothing differs, 2 it is not a manifest, 5 something differs."""
        from steward.tasks.bags import verify_bag

        tagmanifest = verify_bag(arguments.bag)
        outlet.answer({"format": FORMAT, "verified": True, "tagmanifest": tagmanifest})
        outlet.line(say("Every file is as it was sealed."))
        return ExitCode.DONE


COMMAND = Verify()
