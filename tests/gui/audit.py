"""The audit of the accessible tree: what a screen reader, the keyboard and the eye would trip over, found without any of them.

Needs no screen reader and no D-Bus, and works on the offscreen platform.
"""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QRadioButton,
    QScrollArea,
    QWidget,
)

Role = QAccessible.Role
NAMED = {Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.SpinBox, Role.Slider, Role.Table,
         Role.List, Role.Tree, Role.ListItem, Role.ProgressBar, Role.PageTab, Role.Link}
TARGETS = {Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.SpinBox}
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
    """Yield the texts that do not stand out from the ground they are really painted on."""
    painted = window.grab().toImage()
    for widget in window.findChildren(QWidget):
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        if text and widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty():
            color = widget.palette().color(widget.foregroundRole())
            ground = _ground(painted, widget, window)
            if ground is not None and contrast(color, ground) < LEAST_CONTRAST:
                yield f"contrast {contrast(color, ground):.2f}: {text[:40]} ({color.name()} on {ground.name()})"


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
    groups = {widget.group() for widget in seen if isinstance(widget, QRadioButton)}  # arrow keys go on within a group
    for widget in wanted - set(seen):
        if isinstance(widget, QRadioButton) and widget.group() in groups:
            continue
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


def _ground(painted: QImage, widget: QWidget, window: QWidget) -> QColor | None:
    """Return the color that most of the widget's visible part is painted in."""
    part = widget.visibleRegion().boundingRect()
    density = painted.devicePixelRatio()
    corner = widget.mapTo(window, part.topLeft())
    seen = Counter(painted.pixel(int((corner.x() + x) * density), int((corner.y() + y) * density))
                   for x in range(1, part.width() - 1, max(3, part.width() // 24))
                   for y in range(1, part.height() - 1, max(2, part.height() // 12))
                   if (corner.x() + x) * density < painted.width() and (corner.y() + y) * density < painted.height())
    return QColor(seen.most_common(1)[0][0]) if seen else None


def _luminance(color: QColor) -> float:
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
                        for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _where(node: QAccessible) -> str:
    made_by = node.object()
    return f"({type(made_by).__name__} {made_by.objectName() if made_by else ''})"


def _widest(content: QWidget) -> str:
    shown = [child for child in content.findChildren(QWidget) if child.isVisible()]
    widest = max(shown, key=lambda child: child.mapTo(content, QPoint(child.width(), 0)).x(), default=content)
    return f"{type(widest).__name__} {widest.accessibleName() or widest.objectName()}"
