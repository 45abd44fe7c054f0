"""Settings: who works here and for which bureau, where the program's queue is, language and colors."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QWidget
from shiboken6 import isValid

from steward.gui.bureau_field import bureau_field, bureau_row
from steward.gui.front._memory import MemoryCard
from steward.gui.front._program import ProgramCard
from steward.gui.page import Page
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.theme import CHOICES
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import primary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.form_row import FormRow, choice_field, line_edit
from steward.gui.widgets.labels import Hint, strong
from steward.gui.widgets.notice import Notice
from steward.gui.widgets.page_view import PageView
from steward.gui.widgets.spacing import column
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


class SettingsPage(PageView):
    """What this workstation is told once."""

    _done: Message | None = None  # what was just saved or chosen, to be told at the top

    def refresh(self) -> None:
        """Show the settings as they are kept."""
        house = self.session.house
        program = ProgramCard(self.session)
        program.joined.connect(self._on_joined)
        program.left.connect(self._on_left)
        done = self._done
        self._done = None
        told = (Notice(tr(done), tone="done"),) if done is not None else ()
        self.renew(self.content, *told, self._build_person(house), program, self._build_screen(house),
                   MemoryCard(self.session))
        self._is_filled = True

    def leave(self) -> None:
        """Keep what was typed, if anything, though nobody pressed Save."""
        if self._is_filled and self._is_changed():
            self._on_save()

    def _build(self) -> None:
        self._is_filled = False
        self._save = primary_button(tr(say("&Save settings")))
        self.add_next(self._save)

    def _connect(self) -> None:
        self._save.clicked.connect(self._on_save)

    def _build_person(self, house: "House") -> Card:
        kept = house.settings
        card = Card(tr(say("You")), tr(say("Your name stands on what you send and decide.")))
        self._name = line_edit(kept.name)
        self._bureau = bureau_field(kept.bureau)
        card.body.addWidget(FormRow(tr(say("Your &name")), self._name))
        card.body.addWidget(bureau_row(tr(say("Your &bureau")), self._bureau))
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

    def _build_screen(self, house: "House") -> Card:
        card = Card(tr(say("The screen")))
        self._language = choice_field(LANGUAGES, house.settings.language)
        self._scheme = choice_field(tuple((name, tr(SCHEMES[name])) for name in CHOICES), house.settings.theme)
        card.body.addWidget(FormRow(tr(say("&Language")), self._language))
        card.body.addWidget(FormRow(tr(say("&Colors")), self._scheme))
        card.body.addWidget(Hint(tr(say("Size and contrast follow this computer's own settings."))))
        return card

    def _typed(self) -> dict[str, Any]:
        return {"name": self._name.text().strip(), "bureau": self._bureau.chosen,
                "roles": tuple(role for role, tick in self._roles.items() if tick.isChecked()) or (Role.STEWARD,),
                "language": str(self._language.currentData()), "theme": str(self._scheme.currentData())}

    def _is_changed(self) -> bool:
        kept = self.session.house.settings
        return any(getattr(kept, name) != value for name, value in self._typed().items())

    def _on_save(self) -> None:
        self._keep(self.session.house, say("The settings are saved."))

    def _on_joined(self, house: "House") -> None:
        done = say("You work with {program} from now on. What you sent for practice stays in practice.",
                   program=house.settings.program)
        self._keep(house, done)

    def _on_left(self, house: "House") -> None:
        self._keep(house, say("You practice again. What you sent to the program stays with the program."))

    def _keep(self, house: "House", done: Message) -> None:
        """Keep what was typed, together with the program that was just chosen."""
        typed = self._typed()
        self.session.worker.run(lambda _progress: house.with_settings(replace(house.settings, **typed)),
                                then=partial(self._on_saved, done))

    def _on_saved(self, done: Message, house: "House") -> None:
        self._done = done
        self.session.enter(house)
        announce(self.window(), tr(done))
        if isValid(self) and self.isVisible():
            self.refresh()
            self.area.verticalScrollBar().setValue(0)


def build(session: Session) -> PageView:
    """Return the page."""
    return SettingsPage(session, title=say("Settings"))


PAGE = Page(order=90, name="settings", title=say("Settings"), icon="settings", build=build)
