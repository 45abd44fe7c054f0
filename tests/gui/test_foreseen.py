"""The whole file is read beside its preview; what only that shows is told before anybody opens the table."""

from tests.gui.test_importing import marks
from tests.gui.test_prepare import go, texts


def test_what_only_the_whole_file_shows_is_told_beside_the_preview(window, tmp_path, qtbot):
    path = tmp_path / "open.csv"
    path.write_text('a,b,c\n1,2,3\n4,"never closed,6\n7,8,9\n', encoding="utf-8")
    go(window, "open")
    importing = window.session.importing
    importing.start(path)
    qtbot.waitUntil(lambda: importing.trouble is not None, timeout=30_000)
    assert "quotation mark" in texts(window.view())
    assert marks(window)[0] == "■ Column names"
