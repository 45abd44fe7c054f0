"""Line breaks and HTML within cells. Source: the file rules of DataSF, California and New York."""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.days import holds_byte
from steward.table.markup import HTML, LINE_BREAK
from steward.table.text import matching
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class Markup:
    """Cells of several lines, and cells with the signs of web pages."""

    kinds = ("line-break", "html-cell")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with line breaks, and one for each column with HTML."""
        for column in context.columns:
            if holds_byte(column, "\n", "\r"):
                mask = matching(column.distinct.values, LINE_BREAK)
                what = say_count("One cell holds several lines. Many programs take each for a row.",
                                 "{count} cells hold several lines. Many programs take each for a row.",
                                 column.distinct.count_where(mask))
                yield from about_cells(context.sheet, column, mask, kind="line-break", tier=Tier.WARN, what=what,
                                       next_step=say("Put the text of each cell on one line."), remedies=("one_line",))
            if holds_byte(column, "<", "&"):
                mask = matching(column.distinct.values, HTML)
                what = say_count("One cell holds markup of a web page, such as <br> or &amp;.",
                                 "{count} cells hold markup of a web page, such as <br> or &amp;.",
                                 column.distinct.count_where(mask))
                yield from about_cells(context.sheet, column, mask, kind="html-cell", tier=Tier.WARN, what=what,
                                       next_step=say("Keep the text alone."), remedies=("plain_text",))


CHECK = Markup()
