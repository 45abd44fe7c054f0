"""A portal in memory, for tests and for trying out faces: keeps the rules of the port and fails where it is told to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from steward.disk.disk import Disk
from steward.gateways.bags import public_files
from steward.gateways.port import Account, Listed, NotPublished, Publication, Published
from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.message import Message, say
from steward.vocabulary.progress import Progress


class PortalUnreachable(Trouble):
    """The portal does not answer."""


@dataclass(kw_only=True)
class FakeGateway:
    """A portal in memory. `troubles` is how many of the next acts come to nothing before one goes through."""

    practice: bool = True
    troubles: int = 0
    acts: list[str] = field(default_factory=list)
    withdrawn: dict[str, str] = field(default_factory=dict)
    _published: dict[str, list[tuple[Publication, Mapping[str, str]]]] = field(default_factory=dict)

    def connect(self) -> Account:
        """Return what one may do."""
        self._act("connect")
        return Account(name="Fake portal", practice=self.practice, may_publish=True)

    def plan(self, publication: Publication) -> tuple[Message, ...]:
        """Return one step."""
        self._act("plan")
        return (say("Put {title} into the catalog.", title=publication.title),)

    def publish(self, publication: Publication, progress: Progress) -> Published:
        """Keep the publication; the same again changes nothing."""
        self._act("publish")
        if publication.practice != self.practice:
            raise NotPublished(words(say("Practice and program are kept apart.")))
        versions = self._published.setdefault(publication.identifier, [])
        if all(known.tagmanifest != publication.tagmanifest for known, _files in versions):
            versions.append((publication, public_files(publication.bag, publication.tagmanifest, Disk(say("The bag.")))))
            self.withdrawn.pop(publication.identifier, None)
        progress.report(1.0, say("Reading the portal back"))
        return self._newest(publication.identifier)

    def verify(self, identifier: str) -> Published:
        """Return the newest version."""
        self._act("verify")
        return self._newest(identifier)

    def retract(self, identifier: str, reason: str, at: str) -> None:
        """Take it out of the catalog."""
        self._act(f"retract at {at}")
        self._newest(identifier) if identifier not in self.withdrawn else None
        self.withdrawn.setdefault(identifier, reason)

    def listed(self) -> tuple[Listed, ...]:
        """Return what is in the catalog."""
        self._act("listed")
        return tuple(_listed(versions[-1][0], len(versions)) for identifier, versions in sorted(self._published.items())
                     if identifier not in self.withdrawn)

    def _newest(self, identifier: str) -> Published:
        versions = self._published.get(identifier, [])
        if not versions or identifier in self.withdrawn:
            raise NotPublished(words(say("The portal does not show this dataset."),
                                     say("Dataset {identifier}.", identifier=identifier)))
        last, files = versions[-1]
        return Published(identifier=identifier, version=len(versions), place=f"fake:{identifier}", at=last.at, files=files)

    def _act(self, name: str) -> None:
        self.acts.append(name)
        if self.troubles:
            self.troubles -= 1
            raise PortalUnreachable(words(say("The portal does not answer."), next_step=say("Try again in a moment.")))


def _listed(last: Publication, number: int) -> Listed:
    return Listed(identifier=last.identifier, title=last.title, version=number, at=last.at, submission=last.submission,
                  frequency="")
