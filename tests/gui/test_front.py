"""Home and settings: what needs me first, my drafts, and what this workstation is told once."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton

from steward.gui import theme
from steward.gui.widgets.list_row import ListRow
from steward.gui.widgets.search_field import SearchField
from steward.tasks import drafting, previewing
from steward.tasks.house import House
from steward.tasks.program import found_program
from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.message import say
from steward.vocabulary.people import Role
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep


def texts(widget):
    QApplication.processEvents()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(widget, name):
    QApplication.processEvents()
    return next(one for one in widget.findChildren(QPushButton) if one.accessibleName().startswith(name) and one.isVisible())


def home(window, settle):
    window.session.go("home")
    settle(window.session)
    return window.view()


def field(view, name, kind):
    return next(one for one in view.findChildren(kind) if one.accessibleName() == name)


def kept():
    return House.open().settings


def test_a_fresh_home_says_how_to_begin(window, settle):
    told = texts(home(window, settle))
    assert "You have no drafts." in told
    assert "Nothing is published yet." in told


def test_arrow_keys_go_from_draft_to_draft_past_the_buttons_beside_them(window, settle, small_csv, tmp_path):
    (tmp_path / "other.csv").write_text(small_csv.read_text(encoding="utf-8"), encoding="utf-8")
    for path in (small_csv, tmp_path / "other.csv"):
        window.session.begin(path)
        settle(window.session)
    window.activateWindow()
    first, second = [line for line in home(window, settle).findChildren(ListRow) if "Step 1" in line.accessibleName()]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_starting_leads_to_what_one_needs_before(window, settle):
    button(home(window, settle), "Start a new dataset").click()
    assert window.windowTitle().startswith("Before you start")
    told = texts(window.view())
    assert "What you need" in told
    assert "You can stop at any time" in told


def test_a_draft_is_listed_with_its_step_and_date(opened_window, settle):
    told = texts(home(opened_window, settle))
    assert "permits 2026.csv" in told
    assert "Step 1 of 5" in told


def test_a_draft_goes_on_where_it_was_left(opened_window, settle, qtbot):
    opened_window.session.edit(lambda draft: draft.with_seen("open"))
    opened_window.session.leave()
    view = home(opened_window, settle)
    next(line for line in view.findChildren(ListRow) if line.accessibleName().startswith("Go on with")).click()
    settle(opened_window.session)
    qtbot.waitUntil(lambda: opened_window.windowTitle().startswith("Check for private information"))


def test_a_draft_that_was_removed_is_gone_and_the_file_stays(opened_window, settle, small_csv):
    view, draft = home(opened_window, settle), opened_window.session.draft
    view._on_remove(draft)
    settle(opened_window.session)
    assert "You have no drafts." in texts(view)
    assert not drafting.drafts(opened_window.session.house)[0]
    assert small_csv.exists()


def test_the_desk_is_one_press_away(window, settle):
    button(home(window, settle), "Open the Desk").click()
    assert window.windowTitle().startswith("Queue")


def test_home_that_cannot_be_read_says_so_and_offers_to_look_again(window, settle):
    folder = window.session.house.places.drafts
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where a folder should be")
    view = home(window, settle)
    folder.unlink()
    button(view, "Look again").click()
    settle(window.session)
    assert "You have no drafts." in texts(view)


def test_name_bureau_and_roles_are_kept(window, settle):
    window.session.go("settings")
    view = window.view()
    field(view, "Your name", QLineEdit).setText("Ann Lee")
    bureau = field(view, "Your bureau", SearchField)
    QApplication.processEvents()
    QTest.keyClicks(bureau, "FPDR")
    QTest.keyClick(bureau, Qt.Key.Key_Return)
    assert "is easily taken for Portland Fire & Rescue" in texts(view)
    next(tick for tick in view.findChildren(QCheckBox) if "coordinate" in tick.text()).setChecked(True)
    button(view, "Save settings").click()
    settle(window.session)
    assert kept().name == "Ann Lee"
    assert kept().bureau == "fpdr"
    assert Role.COORDINATOR in kept().roles


def test_the_queue_of_a_program_ends_practice_and_leaving_it_brings_it_back(window, settle, tmp_path):
    queue = tmp_path / "queue"
    found_program(House.open(tmp_path / "other"), queue, "Open Data Program")
    window.session.go("settings")
    field(window.view(), "Folder of the program's queue", QLineEdit).setText(str(queue))
    button(window.view(), "Work with this queue").click()
    settle(window.session)
    assert not window.session.is_practice
    assert "Open Data Program" in texts(window.view())
    button(window.view(), "Go back to practice").click()
    settle(window.session)
    assert window.session.is_practice


def test_a_folder_that_is_no_queue_is_told_and_practice_stays(window, settle, tmp_path):
    window.session.go("settings")
    field(window.view(), "Folder of the program's queue", QLineEdit).setText(str(tmp_path))
    button(window.view(), "Work with this queue").click()
    settle(window.session)
    assert window.session.is_practice
    assert "The queue cannot be reached." in texts(window.view())
    assert field(window.view(), "Folder of the program's queue", QLineEdit).text() == str(tmp_path)


def test_a_queue_that_is_not_named_is_asked_for_and_nothing_is_looked_into(window, settle):
    settle(window.session)
    window.session.go("settings")
    settle(window.session)
    button(window.view(), "Work with this queue").click()
    assert "Choose the folder first." in texts(window.view())
    assert not window.session.worker.is_busy


def test_a_coordinator_begins_a_new_queue_in_an_empty_folder(window, settle, tmp_path):
    window.session.go("settings")
    view = window.view()
    field(view, "Folder of the program's queue", QLineEdit).setText(str(tmp_path / "share"))
    button(view, "Begin a new queue").click()
    button(view, "Make this folder the queue").click()
    assert "Type the name" in texts(view)
    field(view, "Name of the program", QLineEdit).setText("Open Data Program")
    button(view, "Make this folder the queue").click()
    settle(window.session)
    assert kept().program == "Open Data Program"
    assert "You work with Open Data Program from now on. What you sent for practice stays in practice." in texts(view)


def test_what_was_typed_is_kept_when_a_queue_is_chosen_or_the_page_is_left(window, settle, tmp_path):
    found_program(House.open(tmp_path / "other"), tmp_path / "queue", "Open Data Program")
    window.session.go("settings")
    field(window.view(), "Your name", QLineEdit).setText("Ann Lee")
    field(window.view(), "Folder of the program's queue", QLineEdit).setText(str(tmp_path / "queue"))
    button(window.view(), "Work with this queue").click()
    settle(window.session)
    assert (kept().name, kept().program) == ("Ann Lee", "Open Data Program")
    field(window.view(), "Your name", QLineEdit).setText("Bo Lee")
    window.session.go("home")
    settle(window.session)
    assert (kept().name, kept().program) == ("Bo Lee", "Open Data Program")


def test_a_draft_that_was_sent_for_practice_is_new_to_the_program(opened_window, settle, tmp_path):
    session = opened_window.session
    session.edit(lambda draft: replace(draft, submission="PRA-1", revision=1))
    session.enter(found_program(session.house, tmp_path / "queue", "Open Data Program"))
    assert (session.draft.practice, session.draft.submission, session.draft.revision) == (False, "", 0)


def test_the_chosen_colors_are_put_on_at_once(window, settle, qapp):
    from steward.gui.app import show_settings

    window.session.settings_changed.connect(lambda: show_settings(qapp, window, window.session.house))
    window.session.go("settings")
    scheme = field(window.view(), "Colors", QComboBox)
    scheme.setCurrentIndex(scheme.findData("dark"))
    button(window.view(), "Save settings").click()
    settle(window.session)
    assert theme.theme().scheme == "dark"
    assert kept().theme == "dark"
    assert window.windowTitle().startswith("Settings")
    theme.apply(qapp, "light")


def test_what_is_remembered_of_files_is_counted_and_can_be_forgotten(window, small_csv, settle):
    house, step = window.session.house, ImportStep(header_rows=(2,))
    proposal = previewing.propose_reading(house, small_csv, Silence())
    previewing.remember(house, small_csv, proposal, previewing.look(small_csv, step, Silence()), step)
    window.session.go("settings")
    settle(window.session)
    assert "1 kind of file is remembered." in texts(window.view())
    button(window.view(), "Forget how files were read").click()
    settle(window.session)
    assert "Nothing is remembered now." in texts(window.view())
    assert not button(window.view(), "Forget how files were read").isEnabled()
    assert previewing.remembered_count(house) == 0


def test_what_cannot_be_forgotten_is_told(window, settle, monkeypatch):
    def refuse(_house):
        raise Trouble(words(say("The folder cannot be written."), next_step=say("Try again later.")))

    monkeypatch.setattr(previewing, "remembered_count", lambda _house: 2)
    monkeypatch.setattr(previewing, "forget", refuse)
    window.session.go("settings")
    settle(window.session)
    button(window.view(), "Forget how files were read").click()
    settle(window.session)
    assert "The folder cannot be written." in texts(window.view())
    assert button(window.view(), "Forget how files were read").isEnabled()
