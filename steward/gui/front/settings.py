"""Settings: who works here and for which bureau, where the program's queue is, language and colors."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from steward.gui.page import Page
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.theme import CHOICES
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import primary_button, secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.form_row import FormRow, choice_field, line_edit
from steward.gui.widgets.labels import Hint, strong
from steward.gui.widgets.notice import Notice
from steward.gui.widgets.page_view import PageView
from steward.gui.widgets.spacing import column, row
from steward.vocabulary.message import Message, say
from steward.vocabulary.people import Role

if TYPE_CHECKING:
    from steward.tasks.house import House

ROLES: dict[Role, Message] = {
    Role.STEWARD: say("I prepare data (City Data Steward)"),
    Role.BUREAU_APPROVER: say("I approve for my bureau"),
    Role.PRIVACY_CHAMPION: say("I am my bureau's Privacy Champion"),
    Role.COORDINATOR: say("I coordinate the open data program"),
    Role.PRIVACY_REVIEWER: say("I review privacy for the program"), Role.AUDITOR: say("I look on (auditor)")}
SCHEMES: dict[str, Message] = {"system": say("As this computer is set"), "light": say("Light"), "dark": say("Dark")}
LANGUAGES = (("en", "English"),)


class Settings(PageView):
    """What this workstation is told once."""

    def refresh(self) -> None:
        """Show the settings as they are kept."""
        house = self.session.house
        self.renew(self.content, self._build_person(house), self._build_program(house), self._build_screen(house))

    def _build(self) -> None:
        self._save = primary_button(tr(say("&Save settings")))
        self.add_next(self._save)

    def _connect(self) -> None:
        self._save.clicked.connect(self._on_save)

    def _build_person(self, house: "House") -> Card:
        from steward.tasks import describing

        kept = house.settings
        card = Card(tr(say("You")), tr(say("Your name stands on what you send and decide.")))
        self._name = line_edit(kept.name)
        bureaus = (("", tr(say("Choose…"))), *describing.choices(house, "bureaus"))
        self._bureau = choice_field(bureaus, kept.bureau)
        card.body.addWidget(FormRow(tr(say("Your &name")), self._name))
        card.body.addWidget(FormRow(tr(say("Your &bureau")), self._bureau))
        card.body.addWidget(self._build_roles(kept.roles))
        return card

    def _build_roles(self, held: tuple[Role, ...]) -> QWidget:
        box = QWidget()
        layout = column(box, gap="unit")
        layout.setSpacing(0)
        layout.addWidget(strong(tr(say("What you do in the program"))))
        self._roles: dict[Role, QCheckBox] = {}
        for role, label in ROLES.items():
            self._roles[role] = tick = QCheckBox(tr(label))
            tick.setChecked(role in held)
            layout.addWidget(tick)
        return box

    def _build_program(self, house: "House") -> Card:
        card = Card(tr(say("The program")))
        if house.is_practice:
            card.body.addWidget(Notice(
                tr(say("This is practice.")),
                tr(say("Queue and portal are folders of this computer. Choose the folder of the program's queue when you have "
                       "been told where it is.")), picture="practice"))
        else:
            name = house.settings.program or tr(say("the program"))
            card.body.addWidget(Notice(tr(say("You work with {program}.", program=name)), picture="published"))
        self._queue, self._portal = line_edit(house.settings.queue_folder), line_edit(house.settings.portal_folder)
        card.body.addWidget(self._build_folder(tr(say("Folder of the program's &queue")), self._queue))
        card.body.addWidget(self._build_folder(tr(say("Folder of the &portal (coordinators only)")), self._portal))
        card.body.addLayout(self._build_joining(house))
        return card

    def _build_folder(self, label: str, field: QLineEdit) -> QWidget:
        box = QWidget()
        layout = column(box, gap="unit")
        layout.addWidget(FormRow(label, field))
        browse = secondary_button(tr(say("Browse…")), "folder")
        browse.setAccessibleName(tr(say("Browse: {label}", label=label.replace("&", ""))))
        browse.clicked.connect(partial(self._on_browse, field))
        layout.addWidget(browse)
        return box

    def _build_joining(self, house: "House") -> QHBoxLayout:
        line = row()
        join = secondary_button(tr(say("&Work with this queue")), "check")
        join.clicked.connect(self._on_join)
        line.addWidget(join)
        if not house.is_practice:
            leave = secondary_button(tr(say("Go back to p&ractice")), "practice")
            leave.clicked.connect(self._on_leave)
            line.addWidget(leave)
        line.addStretch(1)
        return line

    def _build_screen(self, house: "House") -> Card:
        card = Card(tr(say("The screen")))
        self._language = choice_field(LANGUAGES, house.settings.language)
        self._scheme = choice_field(tuple((name, tr(SCHEMES[name])) for name in CHOICES), house.settings.theme)
        card.body.addWidget(FormRow(tr(say("&Language")), self._language))
        card.body.addWidget(FormRow(tr(say("&Colors")), self._scheme))
        card.body.addWidget(Hint(tr(say("Size and contrast follow this computer's own settings."))))
        return card

    def _on_browse(self, field: QLineEdit) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr(say("Choose a folder")), field.text())
        if folder:
            field.setText(folder)

    def _on_save(self) -> None:
        house = self.session.house
        settings = replace(
            house.settings, name=self._name.text().strip(), bureau=str(self._bureau.currentData()),
            roles=tuple(role for role, tick in self._roles.items() if tick.isChecked()) or (Role.STEWARD,),
            language=str(self._language.currentData()), theme=str(self._scheme.currentData()))
        self.session.worker.run(lambda _progress: house.with_settings(settings), then=self._on_saved)

    def _on_join(self) -> None:
        from steward.tasks.program import join_program

        house, queue, portal = self.session.house, Path(self._queue.text().strip()), self._portal.text().strip()
        self.session.worker.run(lambda _progress: join_program(house, queue, Path(portal) if portal else None),
                                then=self._on_saved, progress=say("Looking into the queue's folder"))

    def _on_leave(self) -> None:
        from steward.tasks.program import leave_program

        house = self.session.house
        self.session.worker.run(lambda _progress: leave_program(house), then=self._on_saved)

    def _on_saved(self, house: "House") -> None:
        announce(self, tr(say("The settings are saved.")))
        self.session.enter(house)
        if self.isVisible():
            self.refresh()


def build(session: Session) -> PageView:
    """Return the page."""
    return Settings(session, title=say("Settings"))


PAGE = Page(order=90, name="settings", title=say("Settings"), icon="settings", build=build)
