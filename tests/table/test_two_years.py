"""Years that reach into the next one, and months that are written alike."""

import pyarrow as pa
import pytest

from steward.table.two_years import are_two_years


@pytest.mark.parametrize(("texts", "header", "wanted"), [
    (["2009-10", "2010-11", "2011-12"], "c", True), (["1999-00", "2000/01"], "school", True),
    (["2009-10", "2010-11"], "c", False), (["2009-10", "2010-12", "2011-12"], "year", False),
    (["2009-10", "2010-11", "n/a"], "year", False), ([], "year", False)])
def test_two_years_are_told_by_all_texts_and_by_the_name_or_by_three(texts, header, wanted):
    assert are_two_years(pa.array(texts, pa.string()), {header}) is wanted
