"""The small rules beneath the search: formats, colors, paths, pictures, literals, areas, tags."""

import pytest

from steward.readers.hidden._areas import area, areas
from steward.readers.hidden._book import LAST_COLUMN, LAST_ROW, NUMBER, TEXT
from steward.readers.hidden._cell_bytes import parse
from steward.readers.hidden._colors import PATTERN, is_invisible, parsed, tinted
from steward.readers.hidden._exif import notes
from steward.readers.hidden._literals import is_dead, is_remark, links, literals
from steward.readers.hidden._number_formats import hides
from steward.readers.hidden._paths import is_inner_link, is_telling
from steward.readers.hidden._tags import elements, first, plain, without, without_comments
from steward.vocabulary.column_letters import column_of, letters_of
from tests.readers.hidden.part_plants import jpeg


@pytest.mark.parametrize(("code", "kind", "text"), [
    (";;;", NUMBER, "5"), (";;;", TEXT, "a"), (";;", NUMBER, "-5"), ('"";"";"";""', TEXT, "a"), ('"***"', NUMBER, "52000"),
    ("0;", NUMBER, "-3"), ("[White];;;", NUMBER, "5"), ("* ;* ;* ;* ", NUMBER, "2")])
def test_a_format_that_shows_nothing_hides(code, kind, text):
    assert hides(code, kind, text)


@pytest.mark.parametrize(("code", "kind", "text"), [
    ("", NUMBER, "5"), ("General", NUMBER, "5"), ("0.00", NUMBER, "5"), ("0;-0;;@", NUMBER, "0"), (";;", TEXT, "a"), (";;;@",
                                                                                                                      TEXT,
                                                                                                                      "a"),
    ("yyyy-mm-dd", NUMBER, "45000"), ('"Yes";;"No"', NUMBER, "1"), ('#,##0" kg"', NUMBER, "5"), ("[>100]0;General", NUMBER,
                                                                                                 "5"),
    ('_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', NUMBER, "12"), ("@", TEXT, "a")])
def test_a_format_that_shows_something_does_not_hide(code, kind, text):
    assert not hides(code, kind, text)


def test_letters_are_invisible_only_on_their_own_color():
    assert is_invisible(0xFFFFFF, None)
    assert is_invisible(None, 0x000000)
    assert is_invisible(0xFFFFFF, 0xFEFEFE)
    assert not is_invisible(0xFFFFFF, 0x1F4E78)
    assert not is_invisible(None, None)
    assert not is_invisible(0xD9D9D9, None)
    assert not is_invisible(0xFFFFFF, PATTERN)


def test_colors_are_read_with_and_without_transparency_and_tint():
    assert parsed("FF1F4E78") == parsed("#1F4E78") == 0x1F4E78
    assert parsed("red") is None
    assert tinted(0x000000, 1.0) == 0xFFFFFF
    assert tinted(0x808080, -1.0) == 0x000000


@pytest.mark.parametrize("path", ["H:\\Personnel\\", "\\\\server\\share\\", "https://city-my.sharepoint.com/personal/jroe/",
                                  "/srv/jroe/cases/", "file:///D:/Layoffs/list.xlsx"])
def test_a_folder_of_ones_own_tells(path):
    assert is_telling(path)


@pytest.mark.parametrize("path", ["C:\\Temp\\", "book.xlsx", "", "H:\\Documents\\", "https://www.portland.gov/a/b.xlsx"])
def test_a_folder_that_every_computer_has_does_not_tell(path):
    assert not is_telling(path)


@pytest.mark.parametrize("target", ["mailto:a@b.org", "file:///a.xlsx", "\\\\hr\\x.xlsx", "http://intranet/hr", "https://x.org/?token=1",
                                    "..\\HR\\list.xlsx", "http://10.1.2.3/x", "https://jroe@x.org/"])
def test_a_link_into_the_house_counts(target):
    assert is_inner_link(target)


@pytest.mark.parametrize("target", ["https://www.portland.gov", "http://example.org/a/b", "#Sheet2!A1", "www.portland.gov/x"])
def test_a_link_to_the_web_does_not_count(target):
    assert not is_inner_link(target)


def test_the_texts_of_a_formula_are_told_from_its_formats_and_links():
    assert literals('IF(A1>5,"High risk","")') == ["High risk"]
    assert literals('TEXT(A1,"yyyy-mm-dd")&TEXT(B1,"#,##0.00")') == []
    assert literals("'My \"own\" sheet'!A1") == []
    assert links('HYPERLINK("mailto:a@b.org","Write")') == ["mailto:a@b.org"]
    assert is_dead('IF(FALSE,"x","")')
    assert is_dead('5+N("remark")')
    assert not is_dead('IF(A1,"x","")')
    assert is_remark("ask in the office first")
    assert not is_remark("High risk")


def test_a_picture_tells_its_author_and_a_bare_one_nothing():
    assert notes(jpeg(b"Jane Roe")) == ["Jane Roe"]
    assert notes(b"\xff\xd8\xff\xd9") == notes(b"") == notes(b"\x89PNG\r\n\x1a\n") == notes(b"GIF89a") == []


def test_texts_in_a_png_count_but_not_the_program_that_made_it():
    def chunk(kind, body):
        return len(body).to_bytes(4, "big") + kind + body + b"\0\0\0\0"
    start = b"\x89PNG\r\n\x1a\n"
    assert notes(start + chunk(b"tEXt", b"Author\0Jane Roe")) == ["Jane Roe"]
    assert notes(start + chunk(b"tEXt", b"Software\0Matplotlib version 3")) == []
    assert notes(start + chunk(b"iTXt", b"Comment\0\0\0\0\0beside the shelter")) == ["beside the shelter"]


def test_a_picture_with_broken_lengths_ends():
    whole = jpeg(b"Jane Roe")
    for place in range(len(whole)):
        for byte in (0, 255):
            notes(whole[:place] + bytes([byte]) + whole[place + 1:])


def test_ranges_are_read_as_rows_and_columns():
    assert area("A2:C9") == (2, 1, 9, 3)
    assert area("$B$4") == (4, 2, 4, 2)
    assert area("F:F") == (1, 6, LAST_ROW, 6)
    assert area("3:5") == (3, 1, 5, LAST_COLUMN)
    assert area("nothing to see") is None
    assert areas("A1 B2:B3 ???") == ((1, 1, 1, 1), (2, 2, 3, 2))
    assert [letters_of(column_of(letters)) for letters in ("A", "Z", "AA", "XFD")] == ["A", "Z", "AA", "XFD"]


def test_elements_are_found_under_any_prefix_and_unclosed_ones_end():
    assert [one.get("id") for one in elements('<x:a id="1"/><a id=\'2\'>t</a><ab id="3"/>', "a")] == ["1", "2"]
    assert first("<a>&lt;b&gt;</a>", "a").text == "<b>"
    assert len(list(elements("<a>" * 1000, "a"))) == 1000
    assert plain("<p>one</p><p>two</p>") == "one two "
    assert without("<a><r>x</r>y</a>", "r") == "<a><r></r>y</a>"


def test_comments_go_and_cdata_becomes_text():
    assert without_comments("a<!-- b -->c<![CDATA[<d>]]>e") == "ac&lt;d&gt;e"
    assert without_comments("a<!-- never closed") == "a"


def test_cells_are_taken_apart_and_unusual_ones_are_named():
    chunk = (b'<row r="2"><c r="A2" s="3" t="s"><v>7</v></c><c r="AB2"><v>1.5</v></c><c r="C2" '
             b't="inlineStr"><is><t>x</t></is></c>'
             b'<c r="D2" s="1"/><c r="E2"><f>A2</f><v>3</v></c><col/></row>')
    parsed = parse(chunk, b"")
    assert parsed.columns.tolist() == [1, 28, 3, 4, 5]
    assert parsed.rows.tolist() == [2] * 5
    assert parsed.styles.tolist() == [3, 0, 0, 1, 0]
    assert parsed.strings.tolist() == [7, -1, -1, -1, -1]
    assert parsed.understood.tolist() == [True, True, True, True, False]
    filled = parsed.understood & parsed.is_filled
    assert parsed.values(chunk, filled).to_pylist() == [b"", b"1.5", b"x"]
