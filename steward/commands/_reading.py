"""The options that several commands share: how a file is read, and which plan is taken."""

import argparse
import re
from itertools import pairwise

from steward.vocabulary.column_letters import column_of
from steward.vocabulary.message import say
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import ImportStep

ENCODINGS = {"utf-8": "utf-8", "utf8": "utf-8", "utf-8-sig": "utf-8-sig", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be",
             "cp1252": "cp1252", "windows-1252": "cp1252", "utf-8+cp1252": "utf-8+cp1252"}
DELIMITERS = {"comma": ",", ",": ",", "semicolon": ";", ";": ";", "tab": "\t", "\t": "\t", "\\t": "\t", "pipe": "|", "|": "|"}
_SIGN = re.compile(r"[\t\x1f!#-/:-@\[-`{-~]")    # what csv.reader takes as well, but for letters, figures and quotation marks
MOST_ROWS = 20
MOST_CHARACTERS = 1_000_000    # of a line
_ROWS = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
_REGION = re.compile(r"([A-Za-z]{1,3})(\d{1,9}):([A-Za-z]{1,3})(\d{1,9})?")


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """Add the options; a word that is none of them ends with exit code 64 and a sentence."""
    parser.add_argument("--sheet", metavar="NAME", help=str(say("the sheet of a workbook; without it the likeliest one")))
    parser.add_argument("--encoding", type=_encoding, metavar="NAME",
                        help=str(say("how the letters of a text file are written: utf-8, cp1252, utf-8+cp1252 (line by line), "
                                     "utf-16-le, utf-16-be")))
    parser.add_argument("--delimiter", type=_delimiter, metavar="SIGN",
                        help=str(say("what stands between the columns of a text file: comma, semicolon, tab, pipe, one sign")))
    parser.add_argument("--quoting", type=_quoting, metavar="WAY",
                        help=str(say("how a text file writes quotation marks: doubled within a cell, behind a backslash, "
                                     "behind a blank, or blank-backslash for both of these")))
    parser.add_argument("--cuts", type=_cuts, metavar="PLACES",
                        help=str(say("for a text file whose columns are lined up without a sign between them: at which "
                                     "character of a line each further column begins, as 11,25,40, or blanks for where all "
                                     "lines have blanks")))
    parser.add_argument("--header-rows", type=_header_rows, metavar="ROWS",
                        help=str(say("the rows with the column names: 4, or 4-5, or none")))
    parser.add_argument("--region", type=_region, metavar="A4:F90",
                        help=str(say("where the table lies, with its column names: A4:F90, or A4:F to the end")))


def add_confirm_option(parser: argparse.ArgumentParser) -> None:
    """Add the answers of the record that Steward filled in and the person confirms."""
    parser.add_argument("--confirm", nargs="+", metavar="NAME", default=[], help=str(say(
        "answers that Steward filled in (the record lists them under unconfirmed) and you have looked through, or all")))


def add_plan_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that takes a plan of the program."""
    parser.add_argument("--plan", metavar="PLAN", default="",
                        help=str(say('take the plan that fits the table ("recommended"), or the one of this name')))


def chosen_step(arguments: argparse.Namespace) -> ImportStep:
    """Return how the file is to be read; what was not said is left to Steward."""
    return ImportStep(sheet=arguments.sheet, encoding=arguments.encoding, delimiter=arguments.delimiter,
                      quoting=arguments.quoting, cuts=arguments.cuts, header_rows=arguments.header_rows,
                      region=arguments.region)


def _encoding(word: str) -> str:
    if word.lower() not in ENCODINGS:
        raise argparse.ArgumentTypeError(str(say("name one of utf-8, utf-8-sig, cp1252, utf-8+cp1252, utf-16-le, utf-16-be")))
    return ENCODINGS[word.lower()]


def _delimiter(word: str) -> str:
    if _SIGN.fullmatch(word):
        return word
    if word.lower() not in DELIMITERS:
        raise argparse.ArgumentTypeError(str(say("name one of comma, semicolon, tab and pipe, or one sign")))
    return DELIMITERS[word.lower()]


def _quoting(word: str) -> Quoting:
    if word.lower() not in tuple(Quoting):
        raise argparse.ArgumentTypeError(str(say("name one of doubled, backslash, blank and blank-backslash")))
    return Quoting(word.lower())


def _cuts(word: str) -> tuple[int, ...]:
    if word.lower() == "blanks":
        return ()
    places = tuple(int(part) if part.strip().isdecimal() else 0 for part in word.split(","))
    if not 1 < places[0] <= places[-1] <= MOST_CHARACTERS or any(one >= then for one, then in pairwise(places)):
        raise argparse.ArgumentTypeError(str(say("name the characters at which columns begin, the first column left away, as "
                                                 "11,25,40, or blanks")))
    return places


def _header_rows(word: str) -> tuple[int, ...]:
    if word.lower() == "none":
        return ()
    found = _ROWS.fullmatch(word.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 0 < first <= last < first + MOST_ROWS:
        raise argparse.ArgumentTypeError(str(say("name the row with the column names, as 4, the first and last one, as 4-5, "
                                                 "or none")))
    return tuple(range(first, last + 1))


def _region(word: str) -> tuple[int, int, int, int]:
    found = _REGION.fullmatch(word.strip())
    if found is not None:
        top, left, bottom, right = int(found[2]), column_of(found[1]), int(found[4] or 0), column_of(found[3])
        if top > 0 and left <= right and (found[4] is None or top <= bottom):
            return top, left, bottom, right
    raise argparse.ArgumentTypeError(str(say("name the first and the last cell of the table, as A4:F90, or A4:F to the end")))
