"""The parts of the explorer and their places: finding, filters, findings, the table, the panel beside it, and the foot."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QScrollArea, QStackedWidget, QWidget

from steward.gui.explorer.column_panel import ColumnPanel
from steward.gui.explorer.filters import FilterBar
from steward.gui.explorer.find import FindBar
from steward.gui.explorer.findings import FindingStrip
from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.turns import Step
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.labels import Hint, Text, in_one_row
from steward.gui.widgets.marked_table import MarkedTable
from steward.gui.widgets.spacing import column, row
from steward.gui.widgets.table_view import TableView
from steward.vocabulary.message import Message, say

PANEL_WIDTH, PANEL_HEIGHT, ENOUGH = 320, 260, 900   # pixels: beside the table, under it, and for both beside each other
TABLE_HEIGHT = 220
LEGEND = say("Signs in cells and beside rows: octagon – cannot be sent as it is; triangle – your decision is needed; "
             "circle – worth mending or good to know.")


class ExplorerFrame(QWidget):
    """All that is seen of the explorer; what it does stands in the class that follows from it."""

    def __init__(self) -> None:
        """Begin without parts; `building` adds them."""
        super().__init__()
        self._outer = column(self, gap="unit")
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(theme().size("gap"))
        self._panel_area: QScrollArea | None = None

    def building(self) -> tuple[Step, ...]:
        """Return the steps that add the parts from top to bottom, each short enough to be done between two pictures."""
        return (self._add_search, self._add_filters, self._add_findings, self._add_rows, self._add_panel, self._add_foot)

    def tell(self, words: Message) -> None:
        """Say something in the line under the table, aloud too."""
        self.said.setText(tr(words))
        announce(self, tr(words))

    def _add_search(self) -> None:
        self.search = FindBar()
        self._outer.addWidget(self.search)

    def _add_filters(self) -> None:
        self.filters = FilterBar()
        self._outer.addWidget(self.filters)

    def _add_findings(self) -> None:
        self.findings = FindingStrip()
        self._outer.addWidget(self.findings)

    def _add_rows(self) -> None:
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(TABLE_HEIGHT)
        self._both.addWidget(self.stack, 1)
        self._outer.addLayout(self._both, 1)
        self.rows = MarkedTable(tr(say("The whole table")))
        self.aside = TableView(tr(say("Rows that do not fit, as they stand in the file")))
        self.stack.addWidget(self.rows)
        self.stack.addWidget(self.aside)

    def _add_panel(self) -> None:
        self.panel = ColumnPanel()
        self._panel_area = _panel_area(self.panel)
        self._both.addWidget(self._panel_area)
        self._lay(self.width())

    def _add_foot(self) -> None:
        self.reveal = QCheckBox(tr(say("Show blanks at the ends")))
        self.beside = QCheckBox(tr(say("About the column")))
        self.only_aside = QCheckBox("")
        self.counted, self.said = Text(""), Hint("")
        self._outer.addWidget(self._build_foot())
        self.beside.setChecked(True)  # Qt's signature
        self.beside.toggled.connect(self._show_panel)
        self.stack.currentChanged.connect(self._show_panel)

    def _show_panel(self) -> None:
        """Show what there is to know of a cell where one is wanted and can be chosen: not beside rows that do not fit."""
        if self._panel_area is not None:
            self._panel_area.setVisible(self.beside.isChecked() and self.stack.currentWidget() is self.rows)

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        layout = column(foot, gap="unit")
        options = QWidget()
        flow = FlowLayout(options)
        for part in (self.beside, self.reveal, self.only_aside):
            flow.addWidget(part)
        told = row()
        told.addWidget(in_one_row(self.counted))
        told.addWidget(self.said, 1)
        layout.addLayout(told)
        layout.addWidget(options)
        layout.addWidget(Text(tr(LEGEND), tone="muted", role="small"))
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Put the panel beside the table, or under it where there is no room."""
        super().resizeEvent(event)
        self._lay(event.size().width())

    def _lay(self, width: int) -> None:
        if self._panel_area is None:
            return
        is_wide = width >= ENOUGH
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._panel_area.setMinimumSize(PANEL_WIDTH if is_wide else 0, 0 if is_wide else PANEL_HEIGHT)
        self._panel_area.setMaximumSize(PANEL_WIDTH if is_wide else width,
                                        self.maximumHeight() if is_wide else PANEL_HEIGHT)


def _panel_area(panel: ColumnPanel) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(panel)
    return area
