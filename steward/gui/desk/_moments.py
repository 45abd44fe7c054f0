"""Moments and dates as people here read them, in the time of this computer."""

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt

from steward.gui.text import tr
from steward.vocabulary.message import Message, say, say_count

DATE = say("MMM d, yyyy")   # how a date is written, in Qt's signs
TIME = say("h:mm AP")


def shown_day(moment: str) -> str:
    """Return the day of an ISO date or moment; what is none stays as it is."""
    date = _day(moment)
    return QLocale().toString(date, tr(DATE)) if date.isValid() else moment


def shown_moment(moment: str) -> str:
    """Return day and time of an ISO moment; what is none stays as it is."""
    local = _local(moment)
    return f"{QLocale().toString(local.date(), tr(DATE))}, {_time(local)}" if local.isValid() else moment


def shown_time(moment: str) -> str:
    """Return the time of an ISO moment."""
    local = _local(moment)
    return _time(local) if local.isValid() else moment


def how_long(since: str, today: str) -> Message:
    """Return in words how many days lie between a moment and today; nothing where one of them is no date."""
    before, now = _day(since), QDate.fromString(today, Qt.DateFormat.ISODate)
    if not (before.isValid() and now.isValid()):
        return Message("")
    days = before.daysTo(now)
    return say("today") if days <= 0 else say_count("{count} day ago", "{count} days ago", days)


def _day(moment: str) -> QDate:
    if len(moment) == len("2026-11-23"):
        return QDate.fromString(moment, Qt.DateFormat.ISODate)
    return _local(moment).date()


def _local(moment: str) -> QDateTime:
    return QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()


def _time(moment: QDateTime) -> str:
    return QLocale().toString(moment.time(), tr(TIME))
