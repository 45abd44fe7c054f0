"""What the reshape form says of rows and of the account of every filled cell."""

from typing import TYPE_CHECKING

from steward.vocabulary.message import Message, say, say_count

if TYPE_CHECKING:
    from steward.workflow.reshaped import ReshapeAccount


def account_words(account: "ReshapeAccount") -> Message:
    """Return where every filled cell is once the table is reshaped."""
    counted = ((account.moved, say_count("{count} in a row of its own", "{count} in rows of their own", account.moved)),
               (account.kept, say_count("{count} beside the values of its row", "{count} beside the values of their rows",
                                        account.kept)),
               (account.titles, say_count("{count} title of a section in a column", "{count} titles of sections in a column",
                                          account.titles)),
               (account.columns_left_out, say_count("{count} in a column that you leave out",
                                                    "{count} in columns that you leave out", account.columns_left_out)),
               (account.rows_left_out, say_count("{count} in a row that you leave out", "{count} in rows that you leave out",
                                                 account.rows_left_out)),
               (account.without_value, say_count("{count} in a row without values", "{count} in rows without values",
                                                 account.without_value)),
               (account.idle_titles, say_count("{count} title of a section without rows",
                                               "{count} titles of sections without rows", account.idle_titles)))
    told = [words for count, words in counted if count]
    first = say_count("The {count} filled cell is accounted for", "All {count} filled cells are accounted for", account.filled)
    return say("{cells}: {list}.", cells=first, list=_listed(told)) if told else say("The table holds nothing.")


def lost_words(account: "ReshapeAccount") -> Message:
    """Return what goes though nobody chose it, with what to do; nothing where nothing goes."""
    if account.rows_without_value and account.without_value:
        return say_count("{count} row holds no value and gives no row. To keep it, let blank cells give rows, too.",
                         "{count} rows hold no value and give no row. To keep them, let blank cells give rows, too.",
                         account.rows_without_value)
    if account.idle_titles:
        return say_count("{count} title of a section has no row below it and goes. Say below what that row is.",
                         "{count} titles of sections have no row below them and go. Say below what those rows are.",
                         account.idle_titles)
    return Message("")


def shape_words(rows: int, columns: int) -> Message:
    """Return how large a table is."""
    return say("{rows}, {columns}", rows=say_count("{count} row", "{count} rows", rows),
               columns=say_count("{count} column", "{count} columns", columns))


def _listed(parts: list[Message]) -> Message:
    said = parts[0]
    for part in parts[1:]:
        said = say("{first}, {then}", first=said, then=part)
    return said
