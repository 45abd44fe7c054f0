"""An icon that stands beside a text, sharp at every scale and silent for screen readers: the text beside it says the same."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from steward.gui.icons import DENSITIES, picture
from steward.gui.theme import theme


class Picture(QLabel):
    """A drawing of resources/icons in a color of the theme."""

    def __init__(self, name: str, color: str = "text", size: int = 0) -> None:
        """Draw the icon; `size` in pixels, the theme's icon size where not given."""
        super().__init__()
        self._size = size or theme().size("icon")
        self.draw(name, color)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def draw(self, name: str, color: str) -> None:
        """Show another drawing, or this one in another color."""
        self.setPixmap(picture(name, color, self._size, DENSITIES[-1]))
