import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.readers.header import find_layout

TABLE = [["id", "type", "fee"], ["1", "Roof", "20"], ["2", "Wall", "30"]]


def layout_of(rows, wanted=None):
    return find_layout(rows, wanted)


def test_the_first_row_is_the_header_of_a_plain_table():
    layout = layout_of(TABLE)
    assert (layout.header_rows, layout.title_rows, layout.first_row) == ((1,), (), 2)
    assert layout.labels == ("id", "type", "fee")


@pytest.mark.parametrize("titles", [[["Report"]], [["Report", "", ""], ["", "", ""]], [["City"], [], ["Fees"], []]])
def test_titles_and_blanks_above_the_header_are_passed_over(titles):
    layout = layout_of(titles + TABLE)
    assert layout.header_rows == (len(titles) + 1,)
    assert sorted(layout.title_rows + layout.blank_rows) == list(range(1, len(titles) + 1))


def test_a_title_above_two_columns_is_not_a_header():
    assert layout_of([["Fees", ""], ["type", "fee"], ["Roof", "20"]]).header_rows == (2,)


def test_a_header_whose_first_label_is_blank_is_still_the_header():
    layout = layout_of([["", "fee"], ["Roof", "20"], ["Wall", "30"]])
    assert layout.header_rows == (1,)
    assert layout.labels == (None, "fee")


def test_a_table_of_figures_only_has_no_header():
    layout = layout_of([["2024-01-02", "5", "3.2"], ["2024-01-03", "6", "4.1"]])
    assert layout.header_rows == ()
    assert layout.labels == (None, None, None)
    assert layout.first_row == 1


def test_years_as_column_names_are_a_header():
    assert layout_of([["Bureau", "2019", "2020"], ["Water", "5", "6"]]).header_rows == (1,)


def test_a_short_header_above_wide_figures_is_found():
    assert layout_of([["Name", "Zip", "", "", ""], ["x", "1", "2", "3", "4"], ["y", "1", "2", "3", "4"]]).header_rows == (1,)


def test_a_record_below_a_gappy_header_is_not_taken_for_a_second_header_row():
    layout = layout_of([["Name", "", "Type", ""], ["Park", "north", "Tree", "tall"], ["Lake", "south", "Rock", "flat"]])
    assert layout.header_rows == (1,)


def test_two_rows_that_a_person_names_are_joined():
    layout = layout_of([["Jan", "", "Feb"], ["No.", "Value", "No."], ["1", "2", "3"]], (1, 2))
    assert layout.labels == ("Jan No.", "Jan Value", "Feb No.")


def test_a_row_beyond_the_sample_is_an_index_error():
    with pytest.raises(IndexError):
        layout_of(TABLE, (9,))


@pytest.mark.parametrize("titles", [
    [["Permits issued", " May 2024"]], [["# exported by a tool", " v2"], ["# do not edit"]], [["Permits", " in May"], []],
    [["Permits", " fees", " and more"]], [["Permits", " fees", " and more"], ["By Lee", " 2024"]]])
def test_a_title_with_a_comma_in_it_is_not_a_header(titles):
    layout = layout_of(titles + TABLE)
    assert layout.labels == ("id", "type", "fee")
    assert layout.header_rows == (len(titles) + 1,)


def test_names_with_a_blank_behind_each_comma_are_no_title():
    rows = [["1", " Roof", " 2"], ["2", " Wall", " 3"], ["3", " Deck", " 4"]]
    assert layout_of([["id", " type", " fee"], *rows]).header_rows == (1,)


def test_a_short_header_above_wider_words_stays_the_header():
    assert layout_of([["name", "type"], *[["x", "roof", "tall"]] * 5]).header_rows == (1,)


def test_groups_above_repeated_names_are_part_of_the_header():
    layout = layout_of([["", "Engine", "", "Truck", ""], ["Station", "In", "Out", "In", "Out"], ["St 1", "1", "2", "3", "4"],
                        ["St 2", "1", "2", "3", "4"]])
    assert layout.header_rows == (1, 2)
    assert layout.labels == ("Station", "Engine In", "Engine Out", "Truck In", "Truck Out")


def test_repeated_names_below_a_title_stay_one_header_row():
    layout = layout_of([["Calls", "", ""], ["Station", "In", "In"], ["St 1", "1", "2"], ["St 2", "1", "2"]])
    assert layout.header_rows == (2,)


def test_years_repeated_below_groups_are_part_of_the_header():
    layout = layout_of([["Station", "Calls", "", "Losses", ""], ["", "2019", "2020", "2019", "2020"],
                        ["St 1", "1", "2", "3", "4"]])
    assert layout.labels == ("Station", "Calls 2019", "Calls 2020", "Losses 2019", "Losses 2020")


def test_a_record_of_repeated_years_below_a_gappy_header_stays_a_record():
    layout = layout_of([["Site", "Built", "", "Closed", ""], ["A", "2019", "2020", "2019", "2020"]])
    assert layout.header_rows == (1,)


LEVELS = [["", "Engine", "", "", "", "Truck", "", "", ""], ["", "2019", "", "2020", "", "2019", "", "2020", ""],
          ["Station", "In", "Out", "In", "Out", "In", "Out", "In", "Out"]]


def test_three_rows_that_name_columns_only_together_are_joined():
    layout = layout_of([*LEVELS, *([f"S{number}", *"12345678"] for number in range(4))])
    assert layout.header_rows == (1, 2, 3)
    assert layout.labels[:4] == ("Station", "Engine 2019 In", "Engine 2019 Out", "Engine 2020 In")
    assert len(set(layout.labels)) == 9


def test_three_rows_below_a_title_are_joined_too():
    layout = layout_of([["Calls by station"], [], *LEVELS, *([f"S{number}", *"12345678"] for number in range(4))])
    assert (layout.header_rows, layout.title_rows, layout.blank_rows) == ((3, 4, 5), (1,), (2,))


@given(st.data())
@settings(max_examples=25)
def test_three_made_levels_are_found_whatever_they_are_called(data):
    words = st.text("abcdefgh", min_size=2, max_size=5)
    groups, inner, names = (data.draw(st.lists(words, min_size=2, max_size=3, unique=True)) for _level in range(3))
    width = len(inner) * len(names)
    upper = ["", *(part for group in groups for part in [group, *[""] * (width - 1)])]
    middle = ["", *(part for _group in groups for one in inner for part in [one, *[""] * (len(names) - 1)])]
    lower = ["place", *names * (len(groups) * len(inner))]
    records = [[f"p{number}", *(str(data.draw(st.integers(0, 99))) for _cell in lower[1:])] for number in range(3)]
    layout = layout_of([upper, middle, lower, *records])
    assert layout.header_rows == (1, 2, 3)
    assert layout.labels == ("place", *(f"{group} {one} {name}" for group in groups for one in inner for name in names))


@given(st.integers(4, 7).flatmap(lambda width: st.lists(
    st.lists(st.sampled_from(["", "", "red", "blue", "oak", "elm", "north", "12"]), min_size=width, max_size=width), min_size=4,
    max_size=9)))
def test_records_of_words_are_never_taken_for_the_second_or_third_row_of_a_header(records):
    names = [f"name {place}" for place in range(len(records[0]))]
    assert layout_of([names, *records]).header_rows == (1,)


@pytest.mark.parametrize(("lengths", "width"), [([4] * 5 + [3] * 5, 4), ([3] * 9 + [4], 3), ([4] * 6 + [2] * 3 + [5], 4),
                                                ([1] * 5 + [2], 6), ([6] + [4] * 5 + [3] * 5, 6)])
def test_where_records_agree_on_two_widths_the_wider_usual_one_is_taken(lengths, width):
    names = ["a", "b", "c", "d", "e", "f"]
    assert len(layout_of([names, *(["x1"] * length for length in lengths)]).labels) == width


def test_groups_with_years_below_wider_groups_are_joined_with_the_names():
    sample = [["", "Incidents", "", "", "", "Staff"], ["", "2023", "", "2024", "", "2024"],
              ["Station", "Calls", "Fires", "Calls", "Fires", "FTE"],
              *([f"S{row}", "1", "2", "3", "4", "5"] for row in range(9))]
    found = find_layout(sample, None)
    assert found.header_rows == (2, 3)
    assert found.labels == ("Station", "2023 Calls", "2023 Fires", "2024 Calls", "2024 Fires", "2024 FTE")


@pytest.mark.parametrize("units", [["", "(yyyy-mm-dd)", "(°C)", "(m)"], ["", "", "[mg/L]", "[%]"],
                                   ["(text)", "($)", "(#)", "(m)"]])
def test_units_in_brackets_below_the_names_are_part_of_them(units):
    sample = [["Site", "Date", "Temp", "Depth"], units, *([f"S{row}", "2024-01-02", "1.5", "3"] for row in range(9))]
    found = find_layout(sample, None)
    assert found.header_rows == (1, 2)
    assert found.labels[2] == f"Temp {units[2]}"


@pytest.mark.parametrize("record", [["(old)", "(5)", "(6)", "(7)"], ["", "($5.00)", "(6.5)", "7"]])
def test_numbers_in_brackets_are_a_record(record):
    sample = [["Site", "Q1", "Q2", "Q3"], record, *([f"S{row}", "1", "2", "3"] for row in range(9))]
    assert find_layout(sample, None).header_rows == (1,)


def test_brackets_that_later_records_have_too_are_no_units():
    sample = [["Site", "Note", "State"], *([f"S{row}", "(none)", "(open)"] for row in range(9))]
    assert find_layout(sample, None).header_rows == (1,)


TWO_LEVELS = ["Station,Calls,,Losses,|,Medical,Fire,People,Property|S,1,2,3,4|T,5,6,7,8",
              "Permit,Who,,Site,|,First,Last,Street,City|P1,A,L,M,O|P2,B,R,N,O",
              "Where,,How many,|Street,City,Calls,Visits|Main,O,3,4|Oak,O,5,6",
              "Project,,,Budget,,|Name,Bureau,By,Adopted,Revised,Spent|A,B,C,$1.00,$2.00,$3.00|D,E,F,$1.00,$2.00,$3.00",
              "Permit,Dates,,Status|,Issued,Final,|P1,2024-01-02,2024-02-03,open|P2,2024-01-02,2024-02-03,open"]


@pytest.mark.parametrize("titles", ["", "Calls of the year|", "Calls of the year|||"])
@pytest.mark.parametrize("table", TWO_LEVELS)
def test_groups_of_merged_cells_are_joined_with_the_names_below_them(table, titles):
    upper, lower = (line.split(",") for line in table.split("|")[:2])
    layout = layout_of([line.split(",") for line in (titles + table).split("|")])
    above = titles.count("|")
    assert layout.header_rows == (above + 1, above + 2)
    assert layout.labels[-1].split()[-1] == (lower[-1] or upper[-1])
    assert len(set(layout.labels)) == len(lower)
    assert layout.labels[2] == f"{upper[2] or upper[1] or upper[0]} {lower[2]}"


@pytest.mark.parametrize("record", ["A,unknown,x,n/a", "A,3,x,4", "A,,x,", "A,closed,x,7"])
def test_a_record_with_words_for_figures_below_a_gappy_header_stays_one(record):
    sample = [line.split(",") for line in ("site,name,,", record, "B,3,y,4", "C,5,z,6", "D,7,w,8")]
    assert layout_of(sample).header_rows == (1,)


@pytest.mark.parametrize("above", [
    "Report:,Permits,|Date:,2024-01-02,|Run by:,BDS,|,,", "Total,,12", "Report:,Permits,|Run by:,BDS,", "Report,,Permits|,,",
    "Permits,2024,|,,|All bureaus,,|,,"])
def test_particulars_of_a_report_with_a_comma_for_every_column_are_titles(above):
    rows = [line.split(",") for line in above.split("|")]
    layout = layout_of([*rows, ["id", "name", "fee"], ["1", "a", "3"], ["2", "b", "4"], ["3", "c", "5"]])
    assert layout.labels == ("id", "name", "fee")
    assert layout.header_rows == (len(rows) + 1,)
    assert len(layout.title_rows) == sum(map(any, rows))


@pytest.mark.parametrize("rows", [20, 190])
@pytest.mark.parametrize("below", [[], [["Total"], ["Source: the bureau"]]])
def test_a_row_of_names_is_found_below_sixty_lines_of_notes(rows, below):
    notes = [[f"Note {place}: how it was counted"] for place in range(60)]
    table = [["id", "name", "fee"], *([str(row), "Elm", "5"] for row in range(rows))]
    assert find_layout([*notes, [], *table, *below], None).header_rows == (62,)


def test_a_list_with_some_rows_of_two_cells_at_its_end_is_no_table_below_notes():
    rows = [["Name"], *([f"Elm {place}"] for place in range(60)), *([f"Oak {place}", "the old one", "5"] for place in range(5))]
    assert find_layout(rows, None).header_rows == (1,)
