"""Layouts on the 8 px grid of the theme."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from steward.gui.theme import theme

Box = TypeVar("Box", bound=QBoxLayout)
Named = TypeVar("Named", bound=QWidget)


def column(parent: QWidget | None = None, *, gap: str = "gap", margin: int = 0) -> QVBoxLayout:
    """Return a layout from top to bottom; `gap` is a size of the theme."""
    return _spaced(QVBoxLayout(parent) if parent is not None else QVBoxLayout(), theme().size(gap), margin)


def row(parent: QWidget | None = None, *, gap: str = "unit", margin: int = 0) -> QHBoxLayout:
    """Return a layout from left to right; `gap` is a size of the theme."""
    return _spaced(QHBoxLayout(parent) if parent is not None else QHBoxLayout(), theme().size(gap), margin)


def stacked(*widgets: QWidget) -> QWidget:
    """Return the widgets one under the other, as one."""
    place = QWidget()
    layout = column(place)
    for widget in widgets:
        layout.addWidget(widget)
    return place


def named(widget: Named, name: str) -> Named:
    """Return the widget with the name that steward.qss knows it by."""
    widget.setObjectName(name)
    return widget


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def _spaced(layout: Box, gap: int, margin: int) -> Box:
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout
