"""Colors and sizes come from one file and can be read by everyone."""

import re

import pytest
from PySide6.QtGui import QColor, QPalette

from steward.gui import theme
from steward.tasks.resources import resource_path, resource_text
from tests.gui.audit import contrast

TEXTS_ON = {
    "window": ("text", "muted", "link", "stop", "caution", "note", "done", "practice"),
    "surface": ("text", "muted", "link", "primary", "stop", "caution", "note", "done"),
    "sunken": ("text", "muted", "disabled"),
    "sidebar": ("text", "muted", "caution", "disabled"),
    "selected": ("text", "on_selected", "muted", "caution"),
    "hover": ("text", "muted", "link", "caution"),
    "note_surface": ("note", "text"),
    "caution_surface": ("caution", "text"),
    "stop_surface": ("stop", "text"),
    "done_surface": ("done", "text"),
    "practice_surface": ("practice", "text"),
    "primary": ("on_primary",), "primary_hover": ("on_primary",), "primary_pressed": ("on_primary",),
}
EDGES_ON = {"surface": ("control_border", "focus", "primary"), "window": ("control_border", "focus", "primary")}


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_every_text_stands_out_from_its_ground(scheme):
    chosen = theme.load(scheme)
    weak = [(text, ground) for ground, texts in TEXTS_ON.items() for text in texts
            if contrast(chosen.color(text), chosen.color(ground)) < 4.5]
    assert not weak


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_the_edge_of_every_control_can_be_seen(scheme):
    chosen = theme.load(scheme)
    weak = [(edge, ground) for ground, edges in EDGES_ON.items() for edge in edges
            if contrast(chosen.color(edge), chosen.color(ground)) < 3]
    assert not weak


def test_both_schemes_name_the_same_colors():
    assert theme.load("light").colors.keys() == theme.load("dark").colors.keys()


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_the_style_sheet_is_filled_from_the_theme_alone(scheme):
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?!\s*\{)|\brgb", re.sub(r"Q\w+#\w+", "", resource_text("theme/steward.qss")))
    filled = theme.style_sheet(theme.load(scheme))
    assert "$" not in filled
    assert theme.load(scheme).colors["primary"] in filled


def test_a_chosen_scheme_is_put_on_and_another_replaces_it(qapp):
    theme.apply(qapp, "dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.load("dark").colors["window"])
    theme.apply(qapp, "light")
    assert theme.theme().scheme == "light"


def test_a_chosen_scheme_does_not_follow_the_desktop(qapp):
    theme.apply(qapp, "dark")
    assert theme.follow_system(qapp) is None
    theme.apply(qapp, "light")


def test_no_page_writes_a_color_of_its_own():
    package = resource_path("theme").parents[1] / "steward" / "gui"
    a_color = re.compile(r"[\"']#[0-9a-fA-F]{3,8}[\"']|QColor\(\d")
    written = [path.name for path in package.rglob("*.py") if a_color.search(path.read_text("utf-8"))]
    assert not written


def test_every_icon_can_be_drawn_in_a_color(qapp):
    from steward.gui.icons import icon

    for path in resource_path("icons").glob("*.svg"):
        assert not icon(path.stem, "primary").isNull()
