import codecs

import pytest

from steward.readers.errors import (
    EncodingUnfit,
    FileChanged,
    FileEmpty,
    LinesUnaccounted,
    NotATable,
    QuoteUnclosed,
    SheetMissing,
    lines_unaccounted,
)
from steward.readers.formats import delimited
from tests.readers.opened import cells_of, read_here, read_text


def test_cells_arrive_exactly_as_typed(tmp_path):
    reading = read_text(tmp_path, 'id,note\n007, padded \n1.50,"say ""hi"""\nNA,NULL\n')
    assert reading.labels == ("id", "note")
    assert cells_of(reading) == [("007", " padded "), ("1.50", 'say "hi"'), ("NA", "NULL")]


def test_rows_count_records_and_lines_count_physical_lines(tmp_path):
    reading = read_text(tmp_path, 'id,note\n1,"two\nlines"\n2,one\n')
    assert reading.rows.tolist() == [2, 3]
    assert reading.lines.tolist() == [2, 4]
    assert reading.provenance.physical_lines == 4


def test_ragged_records_are_set_aside_with_their_text_and_never_padded(tmp_path):
    reading = read_text(tmp_path, 'a,b,c\n1,2,3\n4,5\n6,7,8\n9,"10\n11",12,13\n')
    assert cells_of(reading) == [("1", "2", "3"), ("6", "7", "8")]
    assert [(one.row, one.line, one.cells, one.text) for one in reading.quarantine] == [
        (3, 3, 2, "4,5"), (5, 5, 4, '9,"10\n11",12,13')]


@pytest.mark.parametrize("blank", ["\n", ",\n", "  \n", ",,\n", '""\n', '"",""\n'])
def test_blank_rows_are_counted_and_left_out(tmp_path, blank):
    reading = read_text(tmp_path, f"a,b\n1,2\n{blank}3,4\n")
    assert cells_of(reading) == [("1", "2"), ("3", "4")]
    assert reading.provenance.blank_rows == (3,)
    assert reading.rows.tolist() == [2, 4]
    assert reading.quarantine == ()


def test_a_blank_text_of_one_column_is_told_from_a_record(tmp_path):
    reading = read_text(tmp_path, "name\nx\n\ny\n")
    assert cells_of(reading) == [("x",), ("y",)]
    assert reading.provenance.blank_rows == (3,)


def test_titles_above_the_header_are_named_and_not_read_as_records(tmp_path):
    reading = read_text(tmp_path, "Permits issued in 2024\n\nid,type,fee\n1,Roof,20\n")
    assert reading.labels == ("id", "type", "fee")
    assert reading.provenance.title_rows == (1,)
    assert reading.provenance.blank_rows == (2,)
    assert reading.provenance.header_rows == (3,)
    assert reading.rows.tolist() == [4]


def test_a_person_may_say_which_row_holds_the_names(tmp_path):
    reading = read_text(tmp_path, "a,b\nc,d\n1,2\n", header_rows=(2,))
    assert reading.labels == ("c", "d")
    assert reading.provenance.title_rows == (1,)
    assert cells_of(reading) == [("1", "2")]


def test_a_person_may_say_that_there_is_no_header(tmp_path):
    reading = read_text(tmp_path, "a,b\nc,d\n", header_rows=())
    assert reading.labels == (None, None)
    assert cells_of(reading) == [("a", "b"), ("c", "d")]


def test_a_header_row_that_is_not_there_is_said_in_one_sentence(tmp_path):
    with pytest.raises(NotATable, match="row with the column names"):
        read_text(tmp_path, "a,b\n1,2\n", header_rows=(9,))


def test_a_file_of_only_a_header_is_a_table_without_records(tmp_path):
    for end in ("\n", ""):
        reading = read_text(tmp_path, f"a,b{end}")
        assert reading.labels == ("a", "b")
        assert cells_of(reading) == []


def test_a_file_of_one_unusual_sign_is_not_empty(tmp_path):
    assert cells_of(read_text(tmp_path, "\u2028\n", header_rows=())) == [("\u2028",)]


@pytest.mark.parametrize("content", ["\n\n\n", "  \n", codecs.BOM_UTF8])
def test_a_file_of_nothing_but_blanks_is_said_to_be_empty(tmp_path, content):
    with pytest.raises(FileEmpty):
        read_text(tmp_path, content)


ENCODINGS = [("utf-8", b""), ("utf-8-sig", b""), ("cp1252", b""),
             ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)]


@pytest.mark.parametrize(("encoding", "mark"), ENCODINGS)
def test_the_same_table_arrives_from_every_encoding(tmp_path, encoding, mark):
    text = 'Title\r\n\r\nname;größe\r\n"José\r\nNúñez";5 €\r\nx;y;z\r\n"";"é"\r\n'
    reading = read_text(tmp_path, mark + text.encode(encoding))
    assert reading.provenance.encoding == encoding
    assert reading.labels == ("name", "größe")
    assert cells_of(reading) == [("José\r\nNúñez", "5 €"), ("", "é")]
    assert reading.lines.tolist() == [4, 7]
    assert reading.provenance.physical_lines == 7
    assert reading.provenance.line_ending == "crlf"


def test_utf_16_without_its_mark_is_recognized_by_its_zero_bytes(tmp_path):
    reading = read_text(tmp_path, "name,size\nJosé,5\n".encode("utf-16-le"))
    assert reading.provenance.encoding == "utf-16-le"
    assert cells_of(reading) == [("José", "5")]


def test_one_byte_far_down_that_is_not_utf_8_leaves_the_lines_before_it_as_they_are_and_is_named(tmp_path):
    content = "name,size\n" + f"José{'x' * 100},5\n" * 45_000
    reading = read_text(tmp_path, content.encode() + "Núñez,6\n".encode("cp1252"))
    assert reading.provenance.encoding == "utf-8+cp1252"
    assert cells_of(reading)[0] == (f"José{'x' * 100}", "5")
    assert cells_of(reading)[-1] == ("Núñez", "6")
    oddity = next(one for one in reading.oddities if one.kind == "second-encoding")
    assert list(oddity.lines) == [45_002]


def test_the_undefined_bytes_of_cp1252_are_kept_and_named(tmp_path):
    reading = read_text(tmp_path, b"a,b\n\xe9,\x81\n")
    assert cells_of(reading) == [("é", "\x81")]
    assert [(one.kind, list(one.lines)) for one in reading.oddities] == [("undefined-byte", [2]), ("assumed-encoding", [2])]


def test_an_encoding_that_a_person_chose_is_kept_to_or_refused(tmp_path):
    assert cells_of(read_text(tmp_path, "a,b\né,1\n", encoding="cp1252")) == [("Ã©", "1")]
    for encoding in ("utf-8", "utf-16-le", "shift-jis"):
        with pytest.raises(EncodingUnfit) as trouble:
            read_text(tmp_path, b"a,b\n\xe9,12\n", encoding=encoding)
        assert encoding not in str(trouble.value.words.what)    # a name that only programs know


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path, delimiter):
    rows = [("id", "where", "note"), ("1", "45", "a b"), ("2", "46", "c")]
    reading = read_text(tmp_path, "\n".join(delimiter.join(row) for row in rows))
    assert reading.provenance.delimiter == delimiter
    assert cells_of(reading) == rows[1:]


def test_decimal_commas_do_not_make_a_semicolon_file_a_comma_file(tmp_path):
    assert read_text(tmp_path, "x;y\n1,5;2,5\n3,5;4,5\n").provenance.delimiter == ";"


def test_excels_own_line_about_the_delimiter_is_followed(tmp_path):
    reading = read_text(tmp_path, "sep=;\na;b\n1;2\n")
    assert reading.provenance.delimiter == ";"
    assert reading.labels == ("a", "b")


@pytest.mark.parametrize(("ends", "said"), [("\n", "lf"), ("\r\n", "crlf"), ("\r", "cr")])
def test_line_ends_are_named_and_line_breaks_inside_cells_do_not_count(tmp_path, ends, said):
    reading = read_text(tmp_path, f'a,b{ends}1,"x\ny"{ends}2,"x\r\ny"{ends}')
    assert reading.provenance.line_ending == said
    assert cells_of(reading) == [("1", "x\ny"), ("2", "x\r\ny")]


def test_mixed_line_ends_are_named(tmp_path):
    assert read_text(tmp_path, "a,b\n1,2\r\n3,4\r").provenance.line_ending == "mixed"


@pytest.mark.parametrize("tail", ['"open', '"open\n', '"open\nx,y\n', '"open ""\nx,y', '"\n"",'])
def test_an_unclosed_quotation_mark_is_named_with_the_line_where_it_opens(tmp_path, tail):
    with pytest.raises(QuoteUnclosed) as trouble:
        read_text(tmp_path, 'a,b\n1,"two\nlines"\n2,' + tail)
    assert "line 4" in str(trouble.value.words.where)


def test_an_unclosed_quotation_mark_far_from_the_end_is_found_too(tmp_path):
    with pytest.raises(QuoteUnclosed) as trouble:
        read_text(tmp_path, 'a,b\n1,2\n3,"4\n' + "5,6\n" * 600_000)
    assert "line 3" in str(trouble.value.words.where)


def test_a_cell_larger_than_a_block_is_read(tmp_path):
    large = "word " * 500_000
    reading = read_text(tmp_path, f'a,b\n1,"{large}\n"\n2,x\n')
    assert cells_of(reading) == [("1", large + "\n"), ("2", "x")]


def test_nul_bytes_are_kept_and_named(tmp_path):
    reading = read_text(tmp_path, "a,b\n" + "1,2\n" * 40 + "3,\x00\n")
    assert cells_of(reading)[-1] == ("3", "\x00")
    assert [(one.kind, one.count, list(one.lines)) for one in reading.oddities] == [("nul-byte", 1, [42])]


def test_a_cell_with_very_many_line_breaks_is_named(tmp_path):
    reading = read_text(tmp_path, 'a,b\n1,"' + "2\n" * 80 + '"\n')
    assert [(one.kind, list(one.rows)) for one in reading.oddities] == [("many-line-breaks", [2])]


@pytest.mark.parametrize("every", [2, 3, 50])
@pytest.mark.parametrize("size", [3, 30_000, 900_000])
def test_many_records_that_do_not_fit_are_set_apart_whatever_the_size_of_a_cell(tmp_path, every, size):
    lines = [f"{number},x,y" if number % every == 0 else f"{number},x" for number in range(300)]
    lines[every * 2] = f'1,"{"w" * size}\n",y'
    reading = read_text(tmp_path, "a,b,c\n" + "\n".join(lines) + "\n")
    fitting = [number for number in range(300) if number % every == 0]
    assert (len(reading.rows), len(reading.quarantine)) == (len(fitting), 300 - len(fitting))
    assert (reading.account.missing, len(cells_of(reading)[2][1])) == (0, size + 1)


def test_thousands_of_columns_are_read(tmp_path):
    names, cells = [f"c{number}" for number in range(5000)], [str(number) for number in range(5000)]
    reading = read_text(tmp_path, ",".join(names) + "\n" + ",".join(cells) + "\n")
    assert cells_of(reading) == [tuple(cells)]


def test_lines_that_are_not_accounted_for_give_no_table(tmp_path, monkeypatch):
    from steward.readers.formats import _attempt

    whole = _attempt.read_records

    def lossy(stream, *rest, **more):
        stream.read(5)
        return whole(stream, *rest, **more)

    monkeypatch.setattr(_attempt, "read_records", lossy)
    with pytest.raises(LinesUnaccounted):
        read_text(tmp_path, "a,b\n1,2\n3,4\n5,6\n")


def test_a_header_shorter_than_all_records_gets_nameless_columns(tmp_path):
    reading = read_text(tmp_path, "a,b\n1,2,3\n4,5,6\n")
    assert reading.labels == ("a", "b", None)
    assert cells_of(reading) == [("1", "2", "3"), ("4", "5", "6")]


def test_a_sheet_that_is_asked_of_a_text_file_is_not_passed_over(tmp_path):
    assert cells_of(read_text(tmp_path, "a,b\n1,2\n", sheet="table")) == [("1", "2")]
    with pytest.raises(SheetMissing, match="no sheets"):
        read_text(tmp_path, "a,b\n1,2\n", sheet="2024")


PROSE = {"address": [f"{number} SE Elm St, Portland, OR 9720{number}" for number in range(9)],
         "owner": [f"Smith, Pat {number}" for number in range(9)],
         "notes": ["The tree fell, nobody was hurt.", "A car, a dog, a cat.", "Nothing.", "Light out; crew sent, twice.",
                   "x, y", "z"]}


@pytest.mark.parametrize("name", PROSE)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("file_name", ["list.txt", "list.csv"])
def test_a_single_column_of_texts_with_commas_is_one_column(tmp_path, name, end, file_name):
    reading = read_text(tmp_path, end.join([name, *PROSE[name]]) + end, file_name)
    assert (reading.labels, cells_of(reading)) == ((name,), [(text,) for text in PROSE[name]])
    assert reading.quarantine == ()


@pytest.mark.parametrize("text", [
    "Fees of 2024\nname, fee\nElm, 5\nOak, 6\nFir, 7\nAsh, 8\n", "Fees\nname,fee\nElm,5\nOak,6\nElm,7\nElm,8\n",
    "owner, state\nSmith, OR\nLee, OR\nKim, OR\nDoe, OR\n",
    'owner\n"Smith, Pat", 5\n"Lee, Al", 6\n"Kim, Bo", 7\n"Doe, Jo", 8\n'])
def test_commas_that_divide_cells_divide_them_also_below_a_title_and_with_blanks(tmp_path, text):
    assert read_text(tmp_path, text).provenance.delimiter == ","


def test_a_record_that_serves_as_header_below_a_title_is_doubtful(tmp_path):
    reading = read_text(tmp_path, "Places\n" + "".join(f"Elm{name},Portland,OR\n" for name in "abcdef"))
    assert [one.kind for one in reading.oddities] == ["header-like-record"]


@pytest.mark.parametrize(("text", "rows", "cells"), [
    ('a,b,c\n1,2,3\n,,\n\n,\n,,,\n"",,\n4,5,6\n', (3, 4, 5, 6, 7), (3, 0, 2, 4, 3)),
    ("a\n1\n\n2\n", (3,), (0,)), ("t\n\na,b\n1,2\n,\n", (2, 5), (0, 2))])
def test_a_row_of_separators_is_told_from_an_empty_line(text, rows, cells, tmp_path):
    source = read_text(tmp_path, text).provenance
    assert (source.blank_rows, source.blank_cells) == (rows, cells)


def test_a_file_that_changes_under_the_reader_is_said_to_have_changed_and_not_to_be_broken(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_text("id,n\n1,a\n")

    def changing(*_args, **_more):
        path.write_text("id,n\n1,a\n2,b\n3,c\n")
        raise lines_unaccounted(path.name, 2)

    monkeypatch.setattr(delimited.Attempt, "read", changing)
    with pytest.raises(FileChanged):
        read_here(path)


def test_the_sign_that_divides_the_first_records_is_kept_where_another_one_follows(tmp_path):
    found = read_text(tmp_path, "a,b,c\n" + "1,2,3\n" * 50 + "4;5;6\n" * 50)
    assert (found.labels, len(found.rows), len(found.quarantine)) == (("a", "b", "c"), 50, 50)
