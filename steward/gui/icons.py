"""Icons: line drawings in resources/icons, drawn in a color of the theme at any scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from steward.gui.theme import theme
from steward.tasks.resources import resource_text

DENSITIES = (1.0, 2.0)


def icon(name: str, color: str = "text") -> QIcon:
    """Return the icon in a color of the theme, sharp at 100% and 200%; gray as its text where the button is disabled."""
    drawn = QIcon()
    for density in DENSITIES:
        drawn.addPixmap(picture(name, color, theme().size("icon"), density))
        drawn.addPixmap(picture(name, "disabled", theme().size("icon"), density), QIcon.Mode.Disabled)
    return drawn


def picture(name: str, color: str, size: int, density: float) -> QPixmap:
    """Return the drawing as a picture of `size` pixels square, for a screen of that density."""
    return _drawn(name, theme().colors[color], size, density)


@lru_cache(maxsize=256)
def _drawn(name: str, color: str, size: int, density: float) -> QPixmap:
    drawing = resource_text(f"icons/{name}.svg").replace("currentColor", QColor(color).name())
    pixmap = QPixmap(QSize(size, size) * density)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size * density, size * density))
    painter.end()
    pixmap.setDevicePixelRatio(density)
    return pixmap
