"""The command as a script meets it: real processes' words and codes, without the process."""

import json

import pytest

from steward.commands import run
from tests.readers.books import book

TABLE = "Permit,Applicant Phone,Opened\n1,503-281-0101,2020-01-31\n2,503-281-0102,2020-02-01\n3,,2020-02-02\n"
WITH_SSN = "Case,Notes\n1,nothing\n2,SSN 123-45-6789 given by phone\n"


def no_window(_folder):
    raise AssertionError("no window was asked for")


@pytest.fixture
def table(tmp_path):
    def write(text, name="table.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path
    return write


def checked(capsys, *words):
    code = run(["check", *map(str, words), "--json"], no_window)
    return code, json.loads(capsys.readouterr().out)


def test_a_check_without_a_block_ends_with_zero(table, capsys):
    code, answer = checked(capsys, table(TABLE))
    assert code == 0
    assert answer["table"]["rows"] == 3


def test_a_block_ends_with_one(table, capsys):
    code, answer = checked(capsys, table(WITH_SSN))
    assert code == 1
    assert [found["kind"] for found in answer["findings"] if found["tier"] == "block"] == ["ssn"]


def test_no_cell_stands_in_the_answer(table, capsys):
    path = table(WITH_SSN)
    run(["check", str(path), "--json"], no_window)
    run(["check", str(path)], no_window)
    said = capsys.readouterr()
    assert "123-45-6789" not in said.out + said.err


def test_a_missing_file_ends_with_two_and_three_sentences(tmp_path, capsys):
    code, answer = checked(capsys, tmp_path / "gone.csv")
    assert code == 2
    assert sorted(answer) == ["error", "format"]
    assert all(answer["error"][part] for part in ("what", "where", "next_step"))
    assert str(tmp_path) not in json.dumps(answer)


def test_wrong_words_end_with_sixty_four():
    with pytest.raises(SystemExit) as ended:
        run(["check"], no_window)
    assert ended.value.code == 64


def test_the_columns_are_told_as_typed(table, capsys):
    _, answer = checked(capsys, table("Name,,Name\nx,y,z\n"))
    assert [column["name"] for column in answer["table"]["columns"]] == ["Name", "Column 2", "Name"]


def test_a_personal_column_names_kind_tier_and_rows(table, capsys):
    _, answer = checked(capsys, table(TABLE))
    phone = answer["table"]["columns"][1]
    assert phone["privacy"] == [{"kind": "phone", "tier": "decide", "rows": 2, "share": 1.0}]


def test_rows_are_cut_at_a_hundred_unless_all_are_asked_for(table, capsys):
    path = table("Id,Kind\n" + "".join(f"{number}, padded \n" for number in range(300)))
    few = checked(capsys, path)[1]["findings"]
    every = checked(capsys, path, "--rows", "all")[1]["findings"]
    assert [len(found["rows"]) for found in few if found["kind"] == "padded-cell"] == [100]
    assert [len(found["rows"]) for found in every if found["kind"] == "padded-cell"] == [300]


def test_a_schema_is_held_against_the_columns(table, tmp_path, capsys):
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps({"fields": [{"name": "Permit", "type": "integer", "constraints": {"maximum": 2}},
                                             {"name": "Applicant Phone"}, {"name": "Opened", "type": "date"}]}))
    _, answer = checked(capsys, table(TABLE), "--schema", schema)
    assert [(found["kind"], found["rows"]) for found in answer["findings"] if found["kind"] == "constraint-error"] == [
        ("constraint-error", [4])]


def test_a_broken_schema_ends_with_two(table, tmp_path, capsys):
    schema = tmp_path / "schema.json"
    schema.write_text("{")
    code, answer = checked(capsys, table(TABLE), "--schema", schema)
    assert code == 2
    assert "schema.json" in answer["error"]["what"]


def test_a_schema_with_an_unknown_type_is_refused_with_the_line(table, tmp_path, capsys):
    schema = tmp_path / "schema.json"
    schema.write_text('{"fields": [\n  {"name": "Permit"},\n  {"name": "Opened", "type": "colour"}\n]}')
    code, answer = checked(capsys, table(TABLE), "--schema", schema)
    assert code == 2
    assert "line 3" in answer["error"]["where"]


def test_the_report_page_is_written_without_cells_or_scripts(table, tmp_path, capsys):
    page = tmp_path / "report.html"
    run(["check", str(table(WITH_SSN)), "--html", str(page)], no_window)
    text = page.read_text(encoding="utf-8")
    assert "Cannot be sent" in text
    assert "123-45-6789" not in text
    assert "<script" not in text
    assert "http" not in text


def test_a_column_name_with_markup_is_shown_and_not_run(table, tmp_path):
    page = tmp_path / "report.html"
    run(["check", str(table("<img src=x onerror=alert(1)>,b\n1,2\n")), "--html", str(page), "--quiet"], no_window)
    assert "<img" not in page.read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_ends_with_four(table, tmp_path, capsys):
    code = run(["check", str(table(TABLE)), "--html", str(tmp_path / "no" / "such" / "report.html"), "--json"], no_window)
    assert code == 4
    assert "could not be written" in json.loads(capsys.readouterr().out)["error"]["what"]


def test_a_fault_of_ours_is_one_sentence_and_the_log(table, monkeypatch, capsys, expected_log):
    import steward.tasks.stable_form

    def broken(*_given, **_named):
        raise ZeroDivisionError("503-555-0101")

    monkeypatch.setattr(steward.tasks.stable_form, "stable_form", broken)
    expected_log("steward")
    code = run(["check", str(table(TABLE)), "--json"], no_window)
    said = capsys.readouterr()
    assert code == 70
    assert "503-555-0101" not in said.out + said.err
    assert "Traceback" not in said.out + said.err


def test_the_answer_keeps_to_its_schema(table, capsys):
    import jsonschema

    from steward.tasks.resources import resource_text

    schema = json.loads(resource_text("schemas/check.schema.json"))
    for text in (TABLE, WITH_SSN, "a,b\n1\n2,3,4\n5,6\n", "only header,two\n"):
        jsonschema.validate(checked(capsys, table(text))[1], schema)


def test_the_answer_holds_the_account_of_all_lines(table, capsys):
    account = checked(capsys, table('Title\na,b,c\n1,2,3\n4,"5\n6",7\n\n8,9\n'))[1]["account"]
    assert account == {"unit": "line", "total": 7, "header": 1, "titles": 1, "records": 3, "quarantined": 1, "blank": 1,
                       "left_out": 0, "passed_over": 0, "missing": 0}


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["demo", "--help"], ["prepare", "--help"],
                                   ["verify", "--help"], ["self-check", "--help"], ["open", "--help"]])
def test_every_command_answers_help(words, capsys):
    with pytest.raises(SystemExit) as ended:
        run(words, no_window)
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage: steward")


def test_without_words_the_window_opens():
    opened = []
    assert run([], lambda folder: opened.append(folder) or 0) == 0
    assert opened == [None]


def test_open_takes_the_folder_of_a_demo():
    opened = []
    run(["open", "practice"], lambda folder: opened.append(folder) or 0)
    assert opened == ["practice"]


def test_what_is_out_of_sight_and_which_sheet_it_is_are_told_in_words(tmp_path, capsys):
    def hide(workbook):
        workbook.create_sheet("Staff").append(["x"])
        workbook["Staff"].sheet_state = "hidden"
    path, page = book(tmp_path / "a.xlsx", [["id", "fee"], ["a", 1]], hide), tmp_path / "page.html"
    assert run(["check", str(path), "--html", str(page)], no_window) == 0
    for told in (capsys.readouterr().out, page.read_text(encoding="utf-8")):
        assert "Sheet Staff." in told
        assert "out of sight" in told
    run(["check", str(path)], no_window)
    assert "This is sheet Data." in capsys.readouterr().out


def test_the_report_is_never_written_over_the_file_that_is_checked(table, capsys):
    path = table(TABLE)
    assert run(["check", str(path), "--html", str(path)], no_window) == 3
    assert path.read_text(encoding="utf-8") == TABLE
    assert "another name" in capsys.readouterr().err


def test_a_sheet_that_is_not_there_is_answered_with_those_that_are(tmp_path, capsys):
    path = book(tmp_path / "a.xlsx", [["id", "fee"], ["a", 1]])
    assert run(["check", str(path), "--sheet", "2024"], no_window) == 2
    assert "Data" in capsys.readouterr().err
