"""What a file carries besides the cells that one sees, and for each kind of it when it counts.

Context: every save of Excel and LibreOffice writes names, dates, styles and settings; a list that counts them all is never
read. Decision: a thing counts where it holds something that a person who looks at the sheets does not see; the table `KINDS`
says for each kind when, and is shown on screen. Refused: leaving out kinds
that are rare (each one here has leaked somewhere).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier

MOST_ROWS = 1_000     # of one column that are named


@dataclass(frozen=True, slots=True, kw_only=True)
class UnseenCells:
    """Cells of one column of a sheet that nobody sees there. Shape: `column` counts from 1, `rows` are the first ones."""

    column: int
    rows: tuple[int, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenThing:
    """One place of a file that holds something out of sight. Holds counts and the names of places, never the text there.

    `sheet` and `cells` are given where it is a part of that sheet's own rows and columns, and may be in the table itself.
    """

    kind: str       # "hidden_sheet", "doc_properties"; stable, stored in manifests; one of `KINDS`
    where: Message
    count: int
    tier: Tier
    found: tuple[tuple[str, int], ...] = ()   # kinds of personal data that were recognized there, and how often
    sheet: str = ""
    cells: tuple[UnseenCells, ...] = ()

    @property
    def may_be_personal(self) -> bool:
        """Return whether personal data was recognized there, or stands there by its nature."""
        return bool(self.found) or self.kind in PERSONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenKind:
    """How a kind of hidden content is called, and when it counts."""

    label: Message
    counts: Message


def _kind(label: Message, counts: Message) -> HiddenKind:
    return HiddenKind(label=label, counts=counts)


PERSONAL = frozenset(("doc_properties", "revision_log", "threaded_comment", "comment"))
KINDS: Mapping[str, HiddenKind] = MappingProxyType({
    "hidden_sheet": _kind(say("Hidden sheet"), say("Always.")),
    "very_hidden_sheet": _kind(say("Sheet hidden by a program"), say("Always; Excel's menu does not offer it.")),
    "hidden_window": _kind(say("Hidden window"), say("Where the whole workbook opens without a window.")),
    "hidden_column": _kind(say("Hidden columns"), say("Where a hidden column holds anything.")),
    "hidden_row": _kind(say("Hidden rows"), say("Where a hidden row holds anything and no filter hides it.")),
    "filtered_rows": _kind(say("Rows filtered away"), say("Where a filter with a condition hides rows that hold anything.")),
    "zero_size": _kind(say("Rows or columns without height or width"),
                       say("Where one that is too small to be read holds anything.")),
    "invisible_text": _kind(say("Text in the color of its background"),
                            say("Where the letters have the color of the cell, white on no color included, or are smaller than "
                                "2.5 points.")),
    "number_format_hidden": _kind(say("Cells whose format shows nothing"),
                                  say("Where a format such as ;;; shows nothing of a value other than zero.")),
    "conditional_hidden": _kind(say("Cells that a rule makes invisible"),
                                say("Where a rule gives letters the color of the cell or a format that shows nothing; "
                                    "rules for zeros and faulty cells do not count.")),
    "merged_hidden_value": _kind(say("Values under merged cells"),
                                 say("Where a merged cell covers a cell that holds anything.")),
    "remote_cells": _kind(say("Cells far from the table"),
                          say("Where 100 blank rows or 20 blank columns lie between them and the rest.")),
    "comment": _kind(say("Comments"), say("Where a note has text.")),
    "threaded_comment": _kind(say("Conversations"), say("Where a comment or its reply has text.")),
    "pivot_cache": _kind(say("Copy of a table behind a pivot table"), say("Where the copy holds values or names.")),
    "external_link_cache": _kind(say("Copy of cells from another workbook"),
                                 say("Where a link keeps values, or the folder, of another workbook.")),
    "defined_name": _kind(say("Names with values"),
                          say("Where a name holds a value, is hidden, or leads nowhere; areas for printing and filters do not "
                              "count.")),
    "doc_properties": _kind(say("Names in the properties of the file"),
                            say("Where a person's name or contact stands there; the names of programs and offices do not "
                                "count.")),
    "app_properties": _kind(say("Manager, company and titles in the properties"),
                            say("Where a manager, a company that is no public body, or a sheet that is no longer there is "
                                "named.")),
    "custom_properties": _kind(say("Properties of one's own"), say("Where one has text and was not written by a program.")),
    "sensitivity_label": _kind(say("Sensitivity label"), say("Where the file carries one.")),
    "formula_literal": _kind(say("Text within formulas"),
                             say("Where a formula holds personal data, or a sentence or value that no cell shows.")),
    "data_validation": _kind(say("Lists and messages of data validation"),
                             say("Where they hold text that is not on the sheet; yes and no, and hints how to fill a cell in, "
                                 "do not count.")),
    "header_footer": _kind(say("Header or footer for printing"), say("Where it holds more than page, date and sheet name.")),
    "scenario": _kind(say("Scenarios"), say("Where the workbook keeps some.")),
    "hyperlink_target": _kind(say("Targets of links"),
                              say("Where a link leads to a mail address, a file, an inner server, or holds personal data, "
                                  "and the "
                                  "cell does not show it.")),
    "embedded_object": _kind(say("Embedded files"), say("Always.")),
    "image_metadata": _kind(say("Notes inside pictures"),
                            say("Where a picture tells its place, author, camera, time or words.")),
    "text_box": _kind(say("Text boxes"), say("Where a shape has text; it is not part of the table.")),
    "alt_text": _kind(say("Descriptions of pictures"),
                      say("Where one is more than a file's name or written by a program.")),
    "chart_cache": _kind(say("Copy of values behind a chart"), say("Where it holds values that no cell holds.")),
    "custom_xml": _kind(say("Attached XML"), say("Where it holds text and was not written by Office.")),
    "power_query": _kind(say("Queries"), say("Where the workbook keeps a query.")),
    "connection_string": _kind(say("Connections to databases and files"), say("Where the workbook keeps one.")),
    "data_model": _kind(say("Data model"), say("Where tables lie in the workbook's data model.")),
    "orphan_shared_string": _kind(say("Texts of deleted cells"), say("Where a text is kept that no cell uses.")),
    "phonetic_text": _kind(say("Reading aids"), say("Where a cell has a second, phonetic text.")),
    "revision_log": _kind(say("Record of changes"),
                          say("Where earlier values or the names of those who changed them are kept.")),
    "absolute_path": _kind(say("Folder the file was saved in"),
                           say("Where it names a person, a server or a folder of one's own.")),
    "printer_settings": _kind(say("Settings of a printer"), say("Where a person, a server or a folder stands in them.")),
    "thumbnail": _kind(say("Small picture of the first page"),
                       say("Where the workbook keeps one that Excel was asked for; every file of LibreOffice has one and does "
                           "not count.")),
    "vba_macro": _kind(say("Macros"), say("Always.")),
    "orphan_part": _kind(say("Leftover parts of the file"), say("Where a part is kept that nothing in the workbook uses.")),
    "not_looked_at": _kind(say("Parts that could not be looked through"), say("Where a part is damaged or too large.")),
})
