"""The check as one page of HTML that a colleague can open: no script, nothing fetched, no cell."""

from html import escape
from itertools import groupby

from steward.tasks.hiding_in_words import hidden_in_words, out_of_sight
from steward.tasks.report import CheckReport
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier

FIRST_ROWS = 20
STYLE = """body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
body{color:#1b1f24;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #c5ccd3;padding:.35rem .6rem;text-align:left;vertical-align:top}th{background:#f1f4f7}
article{border:1px solid #c5ccd3;border-left-width:.5rem;border-radius:.3rem;padding:.6rem 1rem;margin:.8rem 0}
article h3{margin:0;font-size:1rem}small{color:#4a535c}
@media(prefers-color-scheme:dark){body{color:#e8ebee;background:#15181c}th{background:#23282e}small{color:#b3bcc5}}"""


def report_page(report: CheckReport) -> str:
    """Return the whole page."""
    source = report.profile.sheet.provenance
    title = say("What Steward found in {name}", name=source.file_name)
    body = "\n".join((_summary(report), *(_section(tier, list(found)) for tier, found in groupby(report.findings, _tier)),
                      _hidden(report), _columns(report)))
    return (f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{_text(title)}</title>'
            f"<style>{STYLE}</style></head>\n<body><h1>{_text(title)}</h1>\n{body}\n</body></html>\n")


def heading_of(tier: Tier) -> Message:
    """Return the heading over the findings of one tier."""
    return {Tier.BLOCK: say("Cannot be sent while it is in the table"), Tier.DECIDE: say("Needs your decision"),
            Tier.WARN: say("Worth mending"), Tier.NOTE: say("Worth knowing")}[tier]


def looked_at(report: CheckReport) -> Message:
    """Return the sentence that says how much was looked at, and promises nothing."""
    sheet = report.profile.sheet
    return say("Looked at {rows}, {columns}.", rows=say_count("{count} row", "{count} rows", sheet.height),
               columns=say_count("{count} column", "{count} columns", len(sheet.columns)))


def hidden_lines(report: CheckReport) -> list[Message]:
    """Return for each hidden thing one line: its kind, where, how many, and what personal data was recognized in it."""
    return [hidden_in_words(thing) for thing in report.hidden]


def rows_of(found: Finding, most: int = FIRST_ROWS) -> str:
    """Return the first row numbers of a finding as text; empty where it names none."""
    if not found.rows:
        return ""
    shown = ", ".join(str(row) for row in found.rows[:most])
    return shown + (" …" if len(found.rows) > most else "")


def _tier(found: Finding) -> Tier:
    return found.tier


def _summary(report: CheckReport) -> str:
    count = len(report.findings)
    found = say_count("{count} thing was found.", "{count} things were found.", count)
    return f"<p>{_text(looked_at(report))} {_text(found)}</p>"


def _section(tier: Tier, findings: list[Finding]) -> str:
    return f"<h2>{_text(heading_of(tier))}</h2>\n" + "\n".join(_article(found) for found in findings)


def _article(found: Finding) -> str:
    rows = rows_of(found)
    places = f"<small>{_text(say('Rows'))} {escape(rows)}</small>" if rows else ""
    return (f"<article><h3>{_text(found.words.what)}</h3><p>{_text(found.words.where)} {_text(found.words.next_step)}</p>"
            f"{places}</article>")


def _hidden(report: CheckReport) -> str:
    if not report.hidden:
        return ""
    things = "".join(f"<li>{_text(line)}</li>" for line in hidden_lines(report))
    return f"<p>{_text(out_of_sight(report.hidden))}</p>\n<ul>{things}</ul>"


def _columns(report: CheckReport) -> str:
    rows = "".join(f"<tr><td>{escape(one.name)}</td><td>{escape(one.type)}</td><td>{one.missing:,}</td></tr>"
                   for one in report.profile.columns)
    head = "".join(f"<th>{_text(label)}</th>" for label in (say("Column"), say("Type"), say("Empty cells")))
    return f"<h2>{_text(say('Columns'))}</h2>\n<table><tr>{head}</tr>{rows}</table>"


def _text(message: Message) -> str:
    return escape(str(message))
