"""Encodings, joined files, quotation marks and regions of text files: each trap has an alarm of its own, with its line."""

import codecs

import pytest

from steward.readers.errors import EncodingUnfit, NotATable, QuoteUnclosed, TooManyColumns
from steward.readers.formats import _scan
from steward.readers.formats._lines import LineTally
from steward.readers.formats._stray_quotes import StrayQuotes
from tests.readers.opened import cells_of, look_here, read_text


def noticed(reading):
    return {one.kind: (one.count, list(one.rows), list(one.lines)) for one in reading.oddities}


def line_said(trouble):
    return str(trouble.value.words.where)


def test_letters_that_are_assumed_to_be_cp1252_are_told_with_their_lines_unless_a_person_chose_so(tmp_path):
    content = b"name,n\nJos\xe9,1\nx,2\n\x93N\xfa\xf1ez\x94,3\n"
    assert noticed(read_text(tmp_path, content)) == {"assumed-encoding": (2, [2, 4], [2, 4])}
    assert noticed(read_text(tmp_path, content, encoding="cp1252")) == {}


@pytest.mark.parametrize(("first", "second"), [("utf-8", "cp1252"), ("cp1252", "utf-8")])
def test_a_file_in_two_encodings_is_read_line_by_line_and_says_where_the_second_begins(tmp_path, first, second):
    content = "name,n\nJosé,1\nx,2\n".encode(first) + "Núñez,3\ny,4\nGrüße,5\n".encode(second)
    reading = read_text(tmp_path, content)
    assert reading.provenance.encoding == "utf-8+cp1252"
    assert [name for name, _ in cells_of(reading)] == ["José", "x", "Núñez", "y", "Grüße"]
    assert noticed(reading) == {"second-encoding": (1, [], [4])}
    assert cells_of(read_text(tmp_path, content, encoding="utf-8+cp1252")) == cells_of(reading)


def test_each_change_of_encoding_is_counted(tmp_path):
    lines = ["é,1\n".encode(encoding) for encoding in ("utf-8", "cp1252", "utf-8", "utf-8", "cp1252")]
    assert noticed(read_text(tmp_path, b"a,b\n" + b"".join(lines)))["second-encoding"] == (3, [], [3, 4, 6])


def test_the_change_is_found_across_the_blocks_of_a_long_file(tmp_path, monkeypatch):
    monkeypatch.setattr(_scan, "BLOCK_BYTES", 7)
    content = b"a,b\r\n" + "é,1\r\n".encode() * 50 + "ñ,2\r\n".encode("cp1252") * 50
    reading = read_text(tmp_path, content)
    assert noticed(reading)["second-encoding"] == (1, [], [52])
    assert {name for name, _ in cells_of(reading)} == {"é", "ñ"}


def test_a_utf_8_mark_before_bytes_of_cp1252_does_not_make_them_wrong(tmp_path):
    reading = read_text(tmp_path, codecs.BOM_UTF8 + b"name,n\nJos\xe9,1\n")
    assert cells_of(reading) == [("José", "1")]
    assert reading.labels == ("name", "n")


WIDE = "id,name\r\n1,Elm\r\n2,Oak street and a park\r\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_single_bytes_after_utf_16_are_told_with_the_line_where_they_begin(tmp_path, encoding):
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else codecs.BOM_UTF16_BE
    row = "3,Fir along the river and the avenue beside it\r\n"
    for tail in (row * 2, row * 3, "4" + row * 2):
        with pytest.raises(EncodingUnfit, match="Two files") as trouble:
            read_text(tmp_path, mark + WIDE.encode(encoding) + tail.encode())
        assert "line 4" in line_said(trouble)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("has_mark", [True, False])
def test_utf_16_after_single_bytes_is_told_with_the_line_where_it_begins(tmp_path, encoding, has_mark):
    mark = (codecs.BOM_UTF16_LE if encoding == "utf-16-le" else codecs.BOM_UTF16_BE) if has_mark else b""
    content = ("id,name\r\n" + "1,Elm\r\n" * 300).encode() + mark + WIDE.encode(encoding)
    with pytest.raises(EncodingUnfit, match="Two files") as trouble:
        read_text(tmp_path, content)
    assert "line 302" in line_said(trouble)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_short_file_that_begins_in_utf_8_and_goes_on_in_utf_16_is_no_table_of_odd_letters(tmp_path, encoding):
    text = "id,name\n" + "".join(f"{row},Café by the river {row}\n" for row in range(1, 20))
    with pytest.raises(EncodingUnfit, match="Two files") as trouble:
        read_text(tmp_path, text.encode() + text.encode(encoding))
    assert "line 21" in line_said(trouble)
    with pytest.raises(EncodingUnfit, match="Two files"):
        look_here(tmp_path / "table.csv")


def test_utf_16_that_is_cut_in_a_letter_is_told_with_its_line(tmp_path):
    with pytest.raises(EncodingUnfit) as trouble:
        read_text(tmp_path, codecs.BOM_UTF16_LE + WIDE.encode("utf-16-le")[:-5])
    assert "line 3" in line_said(trouble)


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF16_LE])
@pytest.mark.parametrize(("rest", "line"), [(b"\n", 4), (b"x", 4), (b"y\0\0", 4)])
def test_an_odd_byte_behind_utf_16_is_told_with_its_line_at_the_first_look_too(tmp_path, mark, rest, line):
    content = mark + WIDE.encode("utf-16-le") + rest
    with pytest.raises(EncodingUnfit) as trouble:
        read_text(tmp_path, content)
    assert f"line {line}" in line_said(trouble)
    with pytest.raises(EncodingUnfit) as trouble:
        look_here(tmp_path / "table.csv")
    assert f"line {line}" in line_said(trouble)


def test_half_a_character_in_utf_16_is_told_with_its_line(tmp_path):
    content = codecs.BOM_UTF16_LE + WIDE.encode("utf-16-le") + b"\x00\xd8" + ",x\r\n".encode("utf-16-le")
    with pytest.raises(EncodingUnfit) as trouble:
        read_text(tmp_path, content)
    assert "line 4" in line_said(trouble)


def test_half_a_character_in_utf_8_is_named_with_its_row(tmp_path):
    reading = read_text(tmp_path, "é,b\nx,1\n".encode() + b"\xed\xa0\xbd,2\n")
    assert noticed(reading)["half-character"] == (1, [3], [3])


@pytest.mark.parametrize(("content", "name"), [(("a,b\n1,2\n" * 9).encode("utf-32"), "UTF-32"),
                                               (("a,b\n1,2\n" * 9).encode("utf-32-be"), "UTF-32"),
                                               (("a,b\n1,2\n" * 9).encode("utf-32-le"), "UTF-32"),
                                               (b"+/v8-a,b\n1,2\n", "UTF-7"),
                                               ("id,Elm street 12\n".encode("cp037") * 9, "EBCDIC"),
                                               ("00012ELM STREET 97201".encode("cp500") * 9, "EBCDIC")])
def test_an_encoding_that_is_not_read_is_named(tmp_path, content, name):
    with pytest.raises(EncodingUnfit, match=name):
        read_text(tmp_path, content)


def test_words_in_an_encoding_that_a_person_chose_are_told_with_the_first_line_that_does_not_fit(tmp_path):
    with pytest.raises(EncodingUnfit) as trouble:
        read_text(tmp_path, b"a,b\nx,1\n\xe9,2\n", encoding="utf-8")
    assert "line 3" in line_said(trouble)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_mark_in_the_middle_says_that_two_files_were_joined(tmp_path, end):
    one = f"id,name{end}1,é{end}"
    reading = read_text(tmp_path, one.encode("utf-8-sig") * 2)
    assert noticed(reading)["inner-mark"] == (1, [3], [3])
    assert cells_of(reading) == [("1", "é"), ("\ufeffid", "name"), ("1", "é")]


@pytest.mark.parametrize("block_bytes", range(1, 9))
def test_signs_are_found_wherever_a_block_is_cut(tmp_path, monkeypatch, block_bytes):
    monkeypatch.setattr(_scan, "BLOCK_BYTES", block_bytes)
    content = b'id,name\r\n1,"a"b\r\n2,"x, ""y"""\r\n3,5" pipe\r\n' + codecs.BOM_UTF8 + b'4,"\x00"\r\n"5",z'
    found = noticed(read_text(tmp_path, content))
    assert found == {"nul-byte": (1, [5], [5]), "inner-mark": (1, [5], [5]), "stray-quote": (2, [2, 4], [2, 4])}


@pytest.mark.parametrize("cell", ['"abc"def', '5" pipe', '"x" ', 'a"b'])
def test_a_quotation_mark_inside_a_cell_is_named(tmp_path, cell):
    assert noticed(read_text(tmp_path, f"id,note\n1,{cell}\n2,x\n"))["stray-quote"][1:] == ([2], [2])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_quotation_mark_behind_a_backslash_or_a_blank_is_told_by_itself(tmp_path, delimiter):
    lines = ["id,note,fee", r'1,"say \"hi\", ok",5', "2,x,6", '3, "Elm, Oak", 7', '4,5" pipe,8', r'5,"C:\",9']
    found = noticed(read_text(tmp_path, "\n".join(lines).replace(",", delimiter) + "\n"))
    assert found == {"escaped-quote": (1, [2], [2]), "spaced-quote": (1, [4], [4]), "stray-quote": (1, [5], [5])}


@pytest.mark.parametrize("before", range(8))
def test_a_quotation_mark_is_known_wherever_a_piece_of_the_file_ends(before):
    text, quotes, tally = b"a\n1, " + b'"x\n2,\\"y\n3,z"z\n', StrayQuotes(",", 9), LineTally()
    for block in (text[:before], text[before:before + 9], text[before + 9:]):
        if block:
            quotes.add(block, tally)
            tally.add(block)
    quotes.finish(tally)
    assert [(one.count, one.lines) for one in (quotes.spaced, quotes.escaped, quotes.plain)] == [(1, [2]), (1, [3]), (1, [4])]


@pytest.mark.parametrize("cell", ['"abc"', '"a ""b"" c"', '""', '""""', '"a,b"', '"a\nb"', '"""a"""', "'a'", '"a\r\n"'])
def test_quotation_marks_by_the_rules_raise_no_alarm(tmp_path, cell):
    for text in (f"id,note\n1,{cell}\n2,x\n", f"id,note\n{cell},1\nx,{cell}"):
        assert noticed(read_text(tmp_path, text)) == {}


def test_the_delimiter_of_the_file_explains_a_quotation_mark(tmp_path):
    assert noticed(read_text(tmp_path, 'a;b\n"1,5";"2"\n"3";"4"\n')) == {}


def test_columns_of_cells_between_apostrophes_are_named_and_kept(tmp_path):
    reading = read_text(tmp_path, "id,name\n1,'Elm'\n2,'Oak'\n3,''\n")
    assert noticed(reading) == {"single-quotes": (1, [], [])}
    assert cells_of(reading)[0] == ("1", "'Elm'")


@pytest.mark.parametrize("swallowed", [0, 3, 60])
def test_a_quotation_mark_that_swallows_rows_until_the_next_one_is_named(tmp_path, swallowed):
    rows = "5,plain,y\n" * swallowed
    reading = read_text(tmp_path, f'id,note,z\n1,x,y\n2,"open,y\n{rows}3,"Elm",y\n4,"quoted",y\n')
    kind = "many-line-breaks" if swallowed > 50 else "swallowed-row"
    assert noticed(reading)[kind] == (1, [3], [3])


@pytest.mark.parametrize("before", range(4))
@pytest.mark.parametrize("swallowed", [1, 2, 5, 12])
def test_a_quotation_mark_closed_neatly_rows_further_down_is_named_too(tmp_path, before, swallowed):
    rows = [[f"P-{row}", f"Oak {row}", "roof", str(row)] for row in range(30)]
    opened, closed = rows[4], rows[4 + swallowed]
    opened[before], closed[before] = f'"{opened[before]}', f'{closed[before]}"'
    reading = read_text(tmp_path, "permit,street,kind,fee\n" + "".join(",".join(row) + "\n" for row in rows))
    assert noticed(reading)["swallowed-row"] == (1, [6], [6])


@pytest.mark.parametrize("text", ['Name,"Fee\n', 'Report,\nName,"Fee""', 'Name,"Fee'])
def test_a_quotation_mark_left_open_in_the_row_of_names_is_told_where_no_record_follows(tmp_path, text):
    with pytest.raises(QuoteUnclosed) as trouble:
        read_text(tmp_path, text)
    assert f"line {text.rstrip().count(chr(10)) + 1}" in line_said(trouble)


@pytest.mark.parametrize("piece", [b"x", b"12,", "é;".encode()])
def test_a_first_row_without_end_is_said_to_have_none(tmp_path, piece):
    with pytest.raises(NotATable, match="does not end within 4 MB"):
        read_text(tmp_path, piece * ((5 << 20) // len(piece)))


@pytest.mark.parametrize(("above", "line"), [("", 1), ("name,fee\n", 2), ('"long\nname",fee\n', 3)])
def test_a_row_of_more_cells_than_a_table_has_columns_is_named(tmp_path, above, line):
    with pytest.raises(TooManyColumns, match="50,003 cells") as trouble:
        read_text(tmp_path, above + '1,"2,' * 50_002 + "9\n")
    assert line_said(trouble).endswith(f"line {line}.")


def test_a_single_long_row_among_short_ones_is_set_aside_and_ends_nothing(tmp_path):
    reading = read_text(tmp_path, "name,fee\n" + "x,1\n" * 3 + "1," * 50_001 + "\n" + "y,2\n" * 40)
    assert [one.line for one in reading.quarantine] == [5]


@pytest.mark.parametrize("nul", ["", "\0"])
def test_a_swallowed_row_is_told_on_its_own_row_below_blank_and_short_ones(tmp_path, nul):
    text = f'id,name,fee,day\n1,a{nul},b,c\n,,,\n2,x\n\n3,"open,b,c\n4,d",e,f\n5,a,b,c\n6,"neat\nnote",b,c\n'
    assert noticed(read_text(tmp_path, text))["swallowed-row"] == (1, [6], [6])


def test_a_column_of_notes_alone_has_no_rows_to_swallow(tmp_path):
    assert "swallowed-row" not in noticed(read_text(tmp_path, 'note\n"one\ntwo\nthree"\n"four\nfive"\nsix\n'))


def test_addresses_on_two_lines_are_no_swallowed_rows(tmp_path):
    text = "id,address,z\n" + '1,"12 Elm St\nPortland, OR",y\n2,"The ""Old"" Mill\nElm St, Portland, OR",y\n' * 5
    assert "swallowed-row" not in noticed(read_text(tmp_path, text))


@pytest.mark.parametrize("note", ["Called twice, no answer\nWill call again, Monday", "1. Roof\n2. Door, wall\n3. Fence, gate",
                                  "12 Elm St, Apt 5\nPortland, OR, 97201\nUSA", "First\n\nSecond, with a comma"])
def test_notes_of_several_lines_are_no_swallowed_rows(tmp_path, note):
    text = "id,name,note,fee,day\n" + "".join(f'{row},Ann,"{note}",{row},2024-01-0{row}\n' for row in range(1, 9))
    assert "swallowed-row" not in noticed(read_text(tmp_path, text))


TITLED = "Permits, roofs; and fees, 2024\nAs of: May; June\n"


@pytest.mark.parametrize(("text", "delimiter"), [
    ("1,5;2,5\n3,5;4,5\n5,25;6,75\n", ";"), (TITLED + "a;b\n1;2\n3;4\n", ";"), (TITLED + "a|b|c\n1|2,5|x\n2|3,5|y\n", "|"),
    ("name\tcity\nSmith, John\tElm, OR\nDoe, Ann\tOak, WA\n", "\t"), ('"a";"b,c"\n"1,5";"x, y"\n"2,5";"z, w"\n', ";"),
    ("id,tags\n1,a;b;c\n2,d;e;f\n3,g;h;i\n", ","), ("a,b,c\n1,x|y,2\n3,z|w,4\n", ","), ('"sep=;"\n1,5;2\n', ";"),
    ("date;amount\n1/2/2024;1.204,50\n2/2/2024;3.000,00\n", ";"), ("name\nElm\nOak, the\n", ",")])
def test_the_delimiter_is_told_where_others_compete(tmp_path, text, delimiter):
    assert read_text(tmp_path, text).provenance.delimiter == delimiter


def test_the_name_of_a_file_tells_between_delimiters_that_fit_alike(tmp_path):
    assert read_text(tmp_path, "a,b\tc\n1,2\t3\n", name="table.TSV").provenance.delimiter == "\t"


TEXT = 'Title\nmore\nid,name\n1,"a\nb"\n2,b\n\n3,c,d\nNotes\nid,other\n9,z\n'


def parts(reading):
    account = reading.account
    assert account.missing == 0
    return {name: getattr(account, name) for name in ("header", "titles", "records", "quarantined", "blank", "left_out")
            if getattr(account, name)}


def test_every_physical_line_is_in_the_account(tmp_path):
    reading = read_text(tmp_path, TEXT)
    assert reading.account.total == 11
    assert parts(reading) == {"titles": 2, "header": 1, "records": 5, "blank": 1, "quarantined": 2}


def test_rows_outside_the_region_a_person_chose_are_left_out_and_counted(tmp_path):
    reading = read_text(tmp_path, TEXT, region=(3, 0, 5, 0))
    assert reading.labels == ("id", "name")
    assert cells_of(reading) == [("1", "a\nb"), ("2", "b")]
    assert reading.rows.tolist() == [4, 5]
    assert reading.lines.tolist() == [4, 6]
    assert parts(reading) == {"header": 1, "records": 3, "left_out": 7}
    assert reading.provenance.header_rows == (3,)
    assert reading.quarantine == ()


def test_a_region_may_reach_to_the_end(tmp_path):
    reading = read_text(tmp_path, TEXT, region=(9, 0, 0, 0))
    assert reading.labels == ("id", "other")
    assert cells_of(reading) == [("9", "z")]
    assert parts(reading) == {"left_out": 9, "header": 1, "records": 1}


def test_a_region_and_its_header_are_chosen_together(tmp_path):
    reading = read_text(tmp_path, "x,y\na,b\n1,2\n3,4\n5,6\n", region=(2, 0, 4, 0), header_rows=())
    assert reading.labels == (None, None)
    assert reading.rows.tolist() == [2, 3, 4]
    assert parts(reading) == {"records": 3, "left_out": 2}
    with pytest.raises(NotATable):
        read_text(tmp_path, "x,y\na,b\n1,2\n", region=(2, 0, 0, 0), header_rows=(1,))


@pytest.mark.parametrize("region", [(50, 0, 0, 0), (4, 0, 2, 0)])
def test_a_region_without_rows_is_said_in_one_sentence(tmp_path, region):
    with pytest.raises(NotATable, match="chosen part"):
        read_text(tmp_path, TEXT, region=region)


def test_a_region_far_down_is_found(tmp_path):
    rows = "".join(f"{number},x\n" for number in range(2, 5_000))
    reading = read_text(tmp_path, "old,names\n" + rows + "id,name\n1,y\n", region=(5_000, 0, 0, 0))
    assert reading.labels == ("id", "name")
    assert cells_of(reading) == [("1", "y")]


@pytest.mark.parametrize("sign", ",;\t|^~:\x1f#")
@pytest.mark.parametrize("hint", ["sep={}", "SEP={}", '"sep={}"', "sep={0}{0}{0}"])
def test_a_hint_for_excel_is_followed_and_is_no_title(tmp_path, sign, hint):
    rows = [("id", "name", "fee"), ("1", "Elm", "5"), ("2", "Oak", "6")]
    text = "\r\n".join([hint.format(sign), *map(sign.join, rows)]) + "\r\n"
    reading = read_text(tmp_path, text)
    assert (reading.provenance.delimiter, reading.labels, cells_of(reading)) == (sign, rows[0], rows[1:])
    assert noticed(reading) == {"delimiter-hint": (1, [1], [1])}
    assert (reading.account.titles, reading.account.missing) == (1, 0)


def test_titles_below_the_hint_are_titles_and_records_below_it_need_no_header(tmp_path):
    reading = read_text(tmp_path, "sep=;\nFees\n\nid;name\n1;Elm\n2;Oak\n")
    told = reading.provenance
    assert (told.title_rows, told.blank_rows, told.header_rows) == ((1, 2), (3,), (4,))
    assert read_text(tmp_path, "sep=;\n1;2024-01-02\n2;2024-01-03\n").provenance.header_rows == ()
    assert read_text(tmp_path, "sep=;\nid;name\n1;Elm\n", header_rows=(2,)).labels == ("id", "name")


def test_a_hint_is_only_one_in_the_first_line(tmp_path):
    assert noticed(read_text(tmp_path, "a,b\nsep=;,2\n3,4\n")) == {}
    assert noticed(read_text(tmp_path, "sep=x\na,b\n1,2\n")) == {}


@pytest.mark.parametrize("sign", "^~\x1f")
def test_signs_that_few_use_are_found_where_no_usual_one_is_there(tmp_path, sign):
    rows = [("id", "name", "fee"), ("1", "Elm", "5"), ("2", "Oak", "6"), ("3", "Ash, old", "7")]
    reading = read_text(tmp_path, "\n".join(map(sign.join, rows[:3])))
    assert (reading.provenance.delimiter, cells_of(reading)) == (sign, rows[1:3])
    assert read_text(tmp_path, "name\nx^2\nElm\nOak\n").labels == ("name",)


@pytest.mark.parametrize("count", [16, 300, 5_000, 70_000])
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_a_disks_unwritten_room_at_the_end_is_told_and_hides_no_record(tmp_path, count, end):
    reading = read_text(tmp_path, ("id,name\n1,Elm\n2,Oak" + end).encode() + bytes(count))
    line = 4 if end else 3
    assert noticed(reading) == {"nul-tail": (count, [line], [line])}
    assert cells_of(reading)[0] == ("1", "Elm")
    assert len(reading.rows) + len(reading.quarantine) == line - 1
    assert reading.account.missing == 0


def test_unwritten_room_in_the_middle_is_told_with_its_line(tmp_path):
    reading = read_text(tmp_path, b"id,name\n1,Elm\n" + bytes(4_000) + b"\n2,Oak\n" + bytes(20))
    assert noticed(reading) == {"nul-byte": (4_000, [3, 5], [3, 5]), "nul-tail": (20, [5], [5])}


def test_unwritten_room_behind_utf_16_is_told(tmp_path):
    reading = read_text(tmp_path, codecs.BOM_UTF16_LE + WIDE.encode("utf-16-le") + bytes(4_096))
    assert noticed(reading) == {"nul-tail": (2_048, [4], [4])}
    assert len(reading.rows) == 2


def test_a_file_of_nothing_but_zero_bytes_says_that_its_content_is_gone(tmp_path):
    with pytest.raises(NotATable, match="zero bytes"):
        read_text(tmp_path, bytes(5_000))


def test_rows_parted_by_control_signs_are_named(tmp_path):
    with pytest.raises(NotATable, match=r"U\+001E"):
        read_text(tmp_path, "\x1e".join("a\x1fb" for _ in range(9)))


@pytest.mark.parametrize("encoding", ["cp1251", "cp1253", "shift_jis", "gb18030", "euc_kr"])
def test_letters_of_other_languages_are_not_taken_for_those_of_a_mainframe(tmp_path, encoding):
    text = {"cp1251": "улица,дом\n", "cp1253": "οδός,αριθμός\n", "euc_kr": "이름,서울\n"}.get(encoding, "名前,東京\n")
    assert read_text(tmp_path, (text * 40).encode(encoding)).provenance.encoding == "cp1252"
