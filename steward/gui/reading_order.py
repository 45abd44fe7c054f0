"""The order in which Tab goes through a window: as one reads it, whenever its parts were built."""

from collections.abc import Iterator
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget


def next_stop(root: QWidget, focused: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return the control that Tab comes to after the focused one (before it, where not `forward`); None where there is none."""
    walked = list(reading_order(root))
    if not forward:
        walked.reverse()
    place = next((place for place, widget in enumerate(walked) if widget is focused), -1)
    return next((widget for widget in (*walked[place + 1:], *walked[:place + 1]) if is_stop(widget)), None)


def is_stop(widget: QWidget) -> bool:
    """Return whether Tab stops at a widget."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def reading_order(root: QWidget) -> Iterator[QWidget]:
    """Yield every widget within the root that can be seen and used, from the top left to the bottom right."""
    for child in _children(root):
        if child.isWindow() or not child.isVisible() or not child.isEnabled():
            continue
        yield child
        yield from reading_order(child)


def _children(widget: QWidget) -> list[QWidget]:
    """Return what lies in a widget: as its layout places it, then what is in no layout."""
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        return [content] if content is not None else []
    if isinstance(widget, QAbstractScrollArea):
        return []
    layout = widget.layout()
    within = [child for child in widget.children() if isinstance(child, QWidget)]
    placed = list(_placed(layout, within)) if layout is not None else []
    return [*placed, *(child for child in within if child not in placed)]


def _placed(layout: QLayout, within: list[QWidget]) -> Iterator[QWidget]:
    """Yield those of the widgets that lie in a layout, as it places them.

    Their places are asked for, never the layout's items: Qt deletes an item without telling its Python object, which would
    then answer for whatever is built at the same address.
    """
    places: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(child), child) for child in within]
    places += [(layout.indexOf(part), part) for part in layout.children() if isinstance(part, QLayout)]
    for _place, part in sorted((found for found in places if found[0] >= 0), key=itemgetter(0)):
        if isinstance(part, QLayout):
            yield from _placed(part, within)
        else:
            yield part
