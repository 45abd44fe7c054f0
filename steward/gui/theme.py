"""Colors, spacing and type from one file, resources/theme/theme.json, for the light and the dark scheme.

Context: a city brands its programs, people change contrast and scheme, and a color written in a page is found by nobody.
Decision: theme.json names every color and size, steward.qss places them, and pages ask `theme()` for sizes; a test keeps each
pair of text and ground at 4.5:1. Refused: colors in code, and styles that replace the palette from outside.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template
from typing import Any

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from steward.tasks.resources import resource_path, resource_text

SCHEMES = ("light", "dark")
CHOICES = ("system", *SCHEMES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One scheme: colors by name, sizes in pixels by name, fonts."""

    scheme: str
    colors: Mapping[str, str]
    sizes: Mapping[str, int]
    families: tuple[str, ...]
    points: Mapping[str, float]

    def color(self, name: str) -> QColor:
        """Return a color by its name in theme.json."""
        return QColor(self.colors[name])

    def size(self, name: str) -> int:
        """Return a size in pixels by its name in theme.json."""
        return self.sizes[name]

    def font(self, role: str = "body", weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the font of a role: body, small, section or title."""
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPointSizeF(self.points[role])
        font.setWeight(weight)
        return font


class _Current:
    """The theme that is on."""

    theme: Theme | None = None
    choice: str = "system"


def load(scheme: str) -> Theme:
    """Return the theme of a scheme, "light" or "dark", from theme.json."""
    content: dict[str, Any] = json.loads(resource_text("theme/theme.json"))
    fonts = content["fonts"]
    points = {name: float(size) for name, size in fonts.items() if name != "families"}
    return Theme(scheme=scheme, colors=content[scheme], sizes=content["sizes"], points=points,
                 families=tuple(fonts["families"]))


def theme() -> Theme:
    """Return the theme that is on."""
    if _Current.theme is None:
        _Current.theme = load("light")
    return _Current.theme


def apply(app: QApplication, choice: str = "system") -> Theme:
    """Put the chosen scheme on the whole program and return its theme; "system" follows the desktop."""
    _Current.choice = choice
    _Current.theme = chosen = load(_scheme_of(app, choice))
    QDir.setSearchPaths("icons", [str(resource_path("icons"))])
    app.setFont(chosen.font())
    app.setPalette(palette(chosen))
    app.setStyleSheet(style_sheet(chosen))
    return chosen


def follow_system(app: QApplication) -> Theme | None:
    """Return the theme newly put on because the desktop changed its scheme; None where a person chose one or none changed."""
    if _Current.choice != "system" or _scheme_of(app, "system") == theme().scheme:
        return None
    return apply(app, "system")


def style_sheet(chosen: Theme) -> str:
    """Return steward.qss filled with the theme's values."""
    sizes = {name: str(size) for name, size in chosen.sizes.items()}
    inner = {"button_inner": str(chosen.size("control_height") - 12), "target_inner": str(chosen.size("target") - 8)}
    return Template(resource_text("theme/steward.qss")).substitute({**sizes, **inner, **chosen.colors, "scheme": chosen.scheme})


def palette(chosen: Theme) -> QPalette:
    """Return Qt's palette in the theme's colors."""
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, chosen.color(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, chosen.color("disabled"))
    return result


def _scheme_of(app: QApplication, choice: str) -> str:
    if choice in SCHEMES:
        return choice
    return "dark" if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


_ROLES = {
    QPalette.ColorRole.Window: "window", QPalette.ColorRole.WindowText: "text", QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken", QPalette.ColorRole.Text: "text", QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text", QPalette.ColorRole.BrightText: "on_primary", QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary", QPalette.ColorRole.Link: "link", QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "surface", QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted", QPalette.ColorRole.Accent: "primary",
    QPalette.ColorRole.Light: "surface", QPalette.ColorRole.Midlight: "border", QPalette.ColorRole.Mid: "control_border",
    QPalette.ColorRole.Dark: "control_border", QPalette.ColorRole.Shadow: "control_border",
}
