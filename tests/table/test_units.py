"""Units and dressed-up numbers of many columns that are looked at together are those that each column has alone."""

from hypothesis import given
from hypothesis import strategies as st

from steward.table.inference import profile_table
from steward.table.numerals import formatted_mask, know_formatted
from steward.table.units import all_measures, measures_in, units_in
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

WRITTEN = st.sampled_from(["", "12", "$1,204.50", "US$ 3", "12 ft", "4.2 mi.", "(3.50)", "7%", "€ 9", "12-in", "word"])


def _profiled(columns):
    return profile_table(sheet_of({f"column {number}": cells for number, cells in enumerate(columns)}), Silence()).columns


@given(st.lists(st.lists(WRITTEN, min_size=6, max_size=6), min_size=1, max_size=8))
def test_numbers_of_columns_looked_at_together_are_dressed_up_as_those_of_each_alone(cells):
    together, alone = _profiled(cells), _profiled(cells)
    know_formatted(together)
    assert [formatted_mask(one).tolist() for one in together] == [formatted_mask(one).tolist() for one in alone]
    assert all_measures(together) == [measures_in(one) for one in alone]


def test_units_are_told_by_their_names_whatever_the_digits_the_commonest_first():
    column, = _profiled([["4.2 mi.", "1,204 miles", "7 ft", "9 feet", "12 mi"]])
    assert units_in(column) == ("mi", "ft")


def test_currencies_are_measures_too():
    column, = _profiled([["$1,204.50", "€ 9", "US$ 3", "£4"]])
    assert measures_in(column) == {"usd", "eur", "gbp"}


def test_an_answer_that_is_kept_cannot_be_changed():
    column, = _profiled([["$1", "$2", "$3"]])
    assert formatted_mask(column) is formatted_mask(column)
    assert not formatted_mask(column).flags.writeable
