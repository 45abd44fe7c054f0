"""The page on the portal as the public will see it, made from the draft; it opens only when it is asked for."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card
from steward.vocabulary.message import say

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench

STYLE = """h1 {{ font-size: x-large; color: {text}; }} h2 {{ font-size: large; color: {text}; margin-top: 18px; }}
p, li, td {{ color: {text}; }} th {{ color: {muted}; text-align: left; }} td, th {{ padding: 3px 12px 3px 0; }}"""


class PortalCard(Card):
    """A way to open the page, and the page."""

    def __init__(self, session: Session, bench: "Workbench") -> None:
        """Begin closed: the page is made when it is opened."""
        hint = say("This is what the public will read, made from your answers. Portals show it in their own style.")
        super().__init__(tr(say("The page on the portal")), tr(hint))
        self._session, self._bench = session, bench
        self._open = secondary_button(tr(say("Show the &page")), "published")
        self.page = Sheet()
        self.page.hide()
        self.body.addWidget(self._open)
        self.body.addWidget(self.page)
        self._open.clicked.connect(self._on_open)

    def _on_open(self) -> None:
        from steward.tasks import portal_preview

        is_open = self.page.isHidden()
        if is_open:
            self.page.show_html(portal_preview.preview_of(self._session.house, self._bench))
        self.page.setVisible(is_open)
        self._open.setText(tr(say("Hide the &page") if is_open else say("Show the &page")))
        self._open.setAccessibleName(self._open.text().replace("&", ""))


class Sheet(QTextBrowser):
    """HTML as high as it is, without links that lead anywhere and without anything fetched."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setObjectName("portalPage")
        self.setAccessibleName(tr(say("The page on the portal")))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002, N802  # Qt's name and signature
        """Return nothing, whatever a page asks for."""
        return None

    def show_html(self, body: str) -> None:
        """Show the body of a page in the theme's letters and colors."""
        colors = {name: theme().color(name).name() for name in ("text", "muted")}
        self.document().setDefaultStyleSheet(STYLE.format(**colors))
        self.document().setDefaultFont(theme().font())
        self.setHtml(body)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Be as high as the page is in the new width: the wizard's page scrolls, not this."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        margins = self.contentsMargins()
        self.setFixedHeight(round(self.document().size().height()) + margins.top() + margins.bottom() + 2)
