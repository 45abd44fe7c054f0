"""`steward export SOURCE --format STANDARD`: what is said of a dataset, in the words of one standard."""

import argparse
from pathlib import Path

from steward.commands._outlet import FORMAT, Outlet, sentences
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import say


class ExportCommand:
    """Writes the record of a sealed manifest, a draft or a record.json in a standard."""

    name = "export"
    summary = say("Write what is said of a dataset in the words of a standard, from a sealed Data Manifest, the folder of a "
                  "draft, or a record.json.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the source, the standard and where the document goes."""
        parser.add_argument("source", type=Path, metavar="SOURCE",
                            help=str(say("the folder of the manifest or draft, or a record.json")))
        parser.add_argument("--format", required=True, type=_standard, dest="standard", metavar="STANDARD",
                            help=str(say("dcat-us-1.1, dcat-us-3.0, datapackage, ckan, ckan-scheming, ckan-datajson or "
                                         "arcgis-hub")))
        parser.add_argument("--out", type=Path, metavar="FILE",
                            help=str(say("where the document goes; without it, the screen")))

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Write it. Exit: 0 written, 1 written and the record is not complete, 2 no record there, 5 the manifest differs."""
        from steward.tasks.exporting import exported, write_export

        done = exported(arguments.source, arguments.standard)
        if arguments.out:
            write_export(done, arguments.out, arguments.source)
            outlet.line(say("Wrote {standard} to {name}.", standard=done.standard, name=arguments.out.name))
        else:
            outlet.line(done.text.rstrip())
        outlet.answer({"format": FORMAT, "standard": done.standard, "tables": done.table_count,
                       "written": arguments.out is not None, "left_out": [str(label) for label in done.left_out],
                       "standing": [sentences(finding.words) for finding in done.standing],
                       **({} if arguments.out else {"document": done.document})})
        if not arguments.json:
            _tell_asides(outlet, done.left_out, [finding.words.what for finding in done.standing])
        return ExitCode.BLOCKED if done.standing else ExitCode.DONE


def _standard(word: str) -> str:
    from steward.tasks.exporting import standards  # only once a word is there: the window opens through this parser too

    if word not in standards():
        raise argparse.ArgumentTypeError(str(say("name one of {standards}", standards=", ".join(standards()))))
    return word


def _tell_asides(outlet: Outlet, left_out: tuple[object, ...], standing: list[object]) -> None:
    if left_out:
        outlet.aside(say("This standard has no place for what was answered here: {labels}.",
                         labels=", ".join(map(str, left_out))))
    for what in standing:
        outlet.aside(say("The record is not complete. {what}", what=str(what)))


COMMAND = ExportCommand()
