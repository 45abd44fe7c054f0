"""The options that say how a file is read: the same words as on screen, and a sentence where one does not fit."""

import json

import pytest

from steward.commands import run

DIRTY = "Bericht 2026;;\nBüro für Gebühren;;\n\nNummer;Straße;Betrag\n1;Café;3,5\n2;x;4\n3;y;5\nTotal;;12,5\n"


def no_window(_folder):
    raise AssertionError("no window was asked for")


@pytest.fixture
def dirty(tmp_path):
    path = tmp_path / "fees.csv"
    path.write_bytes(DIRTY.encode("cp1252"))
    return path


def table_of(capsys, path, *words):
    run(["check", str(path), *words, "--json"], no_window)
    return json.loads(capsys.readouterr().out)["table"]


@pytest.mark.parametrize(("words", "header_rows", "rows"), [
    ((), [4], 4), (("--header-rows", "5"), [5], 3), (("--header-rows", "4-5"), [4, 5], 3),
    (("--encoding", "windows-1252", "--delimiter", "semicolon"), [4], 4)])
def test_a_file_is_checked_as_the_options_say(dirty, capsys, words, header_rows, rows):
    table = table_of(capsys, dirty, *words)
    assert (table["header_rows"], table["rows"]) == (header_rows, rows)


@pytest.mark.parametrize(("words", "delimiter", "encoding"), [
    (("--encoding", "utf-8+cp1252"), ";", "utf-8+cp1252"), (("--delimiter", "^"), "^", "cp1252"),
    (("--delimiter", "\x1f"), "\x1f", "cp1252"), (("--delimiter", ":"), ":", "cp1252")])
def test_letters_may_be_mixed_and_any_one_sign_may_divide_the_columns(dirty, capsys, words, delimiter, encoding):
    run(["check", str(dirty), *words, "--json"], no_window)
    source = json.loads(capsys.readouterr().out)["file"]
    assert (source["delimiter"], source["encoding"]) == (delimiter, encoding)


@pytest.mark.parametrize(("words", "quoting", "columns"), [
    ((), "backslash", 2), (("--quoting", "doubled"), "doubled", 3), (("--quoting", "blank-backslash"), "blank-backslash", 2)])
def test_quotation_marks_are_read_as_the_option_says(tmp_path, capsys, words, quoting, columns):
    path = tmp_path / "pipes.csv"
    path.write_text('id,name\n1,"2\\", north"\n2,"3\\", south"\n')
    run(["check", str(path), *words, "--json"], no_window)
    told = json.loads(capsys.readouterr().out)
    assert (told["file"]["quoting"], len(told["table"]["columns"])) == (quoting, columns)


@pytest.mark.parametrize("places", ["4,8", "blanks"])
def test_a_text_of_lined_up_columns_is_cut_as_the_option_says(tmp_path, capsys, places):
    path = tmp_path / "lined.txt"
    path.write_text("id name  fee\n" + "".join(f"{row:<3}{'Elm' if row % 2 else 'Oak':<4}{row:>5}\n" for row in range(1, 60)))
    run(["check", str(path), "--cuts", places, "--json"], no_window)
    told = json.loads(capsys.readouterr().out)
    assert (told["file"]["delimiter"], [one["name"] for one in told["table"]["columns"]]) == (None, ["id", "name", "fee"])


def test_a_file_without_names_is_told_so(dirty, capsys):
    assert table_of(capsys, dirty, "--header-rows", "none")["header_rows"] == []


@pytest.mark.parametrize("words", [
    ("--encoding", "ebcdic"), ("--quoting", "single"),
    ("--cuts", "8,4"), ("--cuts", "1,4"), ("--cuts", "a"),
    ("--delimiter", "colon"), ("--delimiter", ""), ("--header-rows", "0"), ("--header-rows", "5-4"),
    ("--header-rows", "four"), ("--header-rows", "1-900"), ("--region", "A4"), ("--region", "C4:A9"), ("--region", "A9:C4"),
    ("--region", "A0:C4"), ("--region", "A4:C0"), ("--region", "4:9"), ("--region", "ABCD1:ABCE2")])
@pytest.mark.parametrize("command", ["check", "demo"])
def test_words_that_do_not_fit_end_with_sixty_four_and_what_to_name(dirty, capsys, words, command, tmp_path):
    more = ("--out", str(tmp_path / "out")) if command == "demo" else ()
    with pytest.raises(SystemExit) as ended:
        run([command, str(dirty), *words, *more], no_window)
    said = capsys.readouterr().err
    assert ended.value.code == 64
    assert f"{words[0]}: name " in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("word", "region"), [("A4:C8", (4, 1, 8, 3)), ("b2:aa9", (2, 2, 9, 27)), ("A4:F", (4, 1, 0, 6))])
def test_a_region_is_named_as_a_spreadsheet_names_it(word, region):
    from steward.commands import parser
    from steward.commands._reading import chosen_step

    assert chosen_step(parser().parse_args(["check", "a.csv", "--region", word])).region == region
