"""The audit of the accessible tree: what a screen reader, the keyboard and the eye would trip over, found without any of them.

Needs no screen reader and no D-Bus, and works on the offscreen platform.
"""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QKeySequence, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QWidget,
)

Role = QAccessible.Role
NAMED = {Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.SpinBox, Role.Slider, Role.Table,
         Role.List, Role.Tree, Role.ListItem, Role.ProgressBar, Role.PageTab, Role.Link}
TARGETS = {Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.SpinBox}
PAIRS = ((QPalette.ColorRole.WindowText, QPalette.ColorRole.Window), (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
         (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
         (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight))
SMALLEST_TARGET = 24
LEAST_CONTRAST = 4.5


def audit(window: QWidget, page: QWidget) -> list[str]:
    """Return one sentence for each thing that stands in somebody's way on the page, or on the window around it."""
    return [*unnamed(window), *small_targets(window), *doubled_mnemonics(window), *weak_colors(window), *clipped_labels(page),
            *cut_off(page), *cell_widgets(window), *unreachable(window)]


def unnamed(window: QWidget) -> Iterator[str]:
    """Yield the controls that a screen reader cannot name."""
    for node in nodes(window):
        if node.role() in NAMED and not name_of(node).strip():
            yield f"no accessible name: {node.role().name} {_where(node)}"


def small_targets(window: QWidget) -> Iterator[str]:
    """Yield the controls smaller than WCAG 2.5.8 allows."""
    for node in nodes(window):
        box = node.rect()
        if node.role() in TARGETS and min(box.width(), box.height()) < SMALLEST_TARGET:
            yield f"target of {box.width()}x{box.height()}: {name_of(node)} {_where(node)}"


def doubled_mnemonics(window: QWidget) -> Iterator[str]:
    """Yield the Alt keys that two things on screen claim."""
    claimed = Counter(QKeySequence.mnemonic(widget.text()).toString() for widget in window.findChildren(QWidget)
                      if widget.isVisible() and (isinstance(widget, QAbstractButton)
                                                 or (isinstance(widget, QLabel) and widget.buddy() is not None)))
    for key, times in claimed.items():
        if key and times > 1:
            yield f"{key} is used {times} times"


def weak_colors(window: QWidget) -> Iterator[str]:
    """Yield the pairs of text and ground whose contrast is too weak."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            colors = widget.palette()
            for text, ground in PAIRS:
                found = contrast(colors.color(text), colors.color(ground))
                if found < LEAST_CONTRAST:
                    yield f"contrast {found:.2f}: {type(widget).__name__} {text.name} on {ground.name}"


def clipped_labels(page: QWidget) -> Iterator[str]:
    """Yield the texts that do not fit their place."""
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text() or not label.pixmap().isNull():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if needed > label.height() + 1:
            yield f"text cut at the bottom ({needed} > {label.height()}): {label.text()[:50]}"
        if not label.wordWrap() and label.sizeHint().width() > label.width() + 1:
            yield f"text cut at the side ({label.sizeHint().width()} > {label.width()}): {label.text()[:50]}"
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.minimumSizeHint().width() > button.width() + 1:
            yield f"button cut ({button.minimumSizeHint().width()} > {button.width()}): {button.text()}"


def cut_off(page: QWidget) -> Iterator[str]:
    """Yield what lies outside its scroll area's width, where nobody scrolls to at 100%."""
    for area in page.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None and content.width() > area.viewport().width() + 1:
            yield f"the page is wider than its place ({content.width()} > {area.viewport().width()}): {_widest(content)}"


def cell_widgets(window: QWidget) -> Iterator[str]:
    """Yield the tables that hold widgets in cells, which are absent from the accessible tree, or that keep the Tab key."""
    for view in window.findChildren(QAbstractItemView):
        if view.isVisible() and view.tabKeyNavigation():
            yield f"a table keeps the Tab key: {view.accessibleName()}"
        inner = {child for child in view.viewport().children() if isinstance(child, QWidget) and child.isVisible()}
        if inner:
            yield f"widgets in the cells of: {view.accessibleName()}"


def unreachable(window: QWidget) -> Iterator[str]:
    """Yield the controls that Tab does not come to."""
    wanted = {widget for widget in window.findChildren(QWidget)
              if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
              and widget.focusProxy() is None}
    seen: list[QWidget] = []
    for _step in range(2 * len(wanted) + 10):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or (seen and focused is seen[0]):
            break
        seen.append(focused)
    for widget in wanted - set(seen):
        yield f"Tab does not come to: {type(widget).__name__} {widget.accessibleName() or widget.objectName()}"


def nodes(window: QWidget) -> Iterator[QAccessible]:
    """Yield every node of the accessible tree that is on screen."""
    waiting = [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        node = waiting.pop()
        if node is None or not node.isValid():
            continue
        state = node.state()
        if not state.invisible and not state.offscreen and node.role() != Role.ScrollBar:
            yield node
        if not state.invisible and node.role() != Role.ScrollBar:
            waiting.extend(node.child(place) for place in range(node.childCount()))


def name_of(node: QAccessible) -> str:
    """Return the name a screen reader speaks."""
    return node.text(QAccessible.Text.Name)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colors, 1 to 21. Source: WCAG 2.2, relative luminance."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
                        for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _where(node: QAccessible) -> str:
    made_by = node.object()
    return f"({type(made_by).__name__} {made_by.objectName() if made_by else ''})"


def _widest(content: QWidget) -> str:
    widest = max(content.findChildren(QWidget), key=lambda child: child.mapTo(content, QRect(0, 0, child.width(), 1).topRight()).x()
                 if child.isVisible() and not isinstance(child.parent(), QAbstractScrollArea | QComboBox) else 0, default=content)
    return f"{type(widest).__name__} {widest.accessibleName() or widest.objectName()}"
