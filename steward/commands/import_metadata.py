"""`steward import-metadata FILE`: what earlier metadata says, and everything that is wrong with it."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from steward.commands._outlet import FORMAT, Outlet, sentences
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import say, verbatim

if TYPE_CHECKING:
    from steward.tasks.importing import Imported

LONGEST = 200  # characters of an answer on the screen


class ImportMetadata:
    """Reads a record, DCAT-US, a Data Package, or the pilot's worksheet, and writes a record from it."""

    name = "import-metadata"
    summary = say("Read earlier metadata (record.json, DCAT-US, datapackage.json, or the city's metadata worksheet), say what "
                  "is wrong with it, and write a record from it.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the file and where the record goes."""
        parser.add_argument("file", type=Path, metavar="FILE", help=str(say("the earlier metadata")))
        parser.add_argument("--period", nargs=2, metavar=("FIRST", "LAST"),
                            help=str(say("the first and last day in the data, as 2026-01-31, to hold the period against")))
        parser.add_argument("--out", type=Path, metavar="RECORD.json", help=str(say("where the record goes")))

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Read it. Exit: 0 read, 2 it is no metadata that Steward knows, 3 the record would be written over the file."""
        from steward.tasks.house import House
        from steward.tasks.importing import earlier_metadata, write_record

        period = tuple(arguments.period) if arguments.period else None
        with House.open() as house:
            found = earlier_metadata(house, arguments.file, outlet, dates=period)
        if arguments.out:
            write_record(found, arguments.out, arguments.file)
        outlet.answer(_answer(found))
        _tell(found, outlet)
        return ExitCode.DONE


def _answer(found: "Imported") -> dict[str, object]:
    return {"format": FORMAT, "kind": found.kind,
            "told": [{"element": one.element, "value": _plain(one.value), "under": one.origin} for one in found.told],
            "kept": [{"under": one.origin, "text": one.text} for one in found.kept],
            "faults": [{"kind": one.kind, "tier": one.tier.value, "element": one.column, **sentences(one.words)}
                       for one in found.faults]}


def _plain(value: str | tuple[str, ...]) -> str | list[str]:
    return value if isinstance(value, str) else list(value)


def _tell(found: "Imported", outlet: Outlet) -> None:
    from steward.tasks.importing import label, spoken

    for told in found.told:
        outlet.line(say("{label}: {value} (under {name})", label=label(told.element), value=verbatim(_short(spoken(told))),
                        name=verbatim(told.origin)))
    for kept in found.kept:
        outlet.line(say("Kept, under {name}: {value}", name=verbatim(kept.origin), value=verbatim(_short(kept.text))))
    for fault in found.faults:
        outlet.line(say("{what} {where} {next_step}", what=fault.words.what, where=fault.words.where,
                        next_step=fault.words.next_step))


def _short(value: str | Sequence[str]) -> str:
    text = " ".join((value if isinstance(value, str) else ", ".join(value)).split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


COMMAND = ImportMetadata()
