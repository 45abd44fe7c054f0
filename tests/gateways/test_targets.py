"""The contract of every gateway: whatever is discovered as a target, and the fake that stands in for them."""

import pytest

from steward.discovery import discover
from steward.gateways.fake import FakeGateway, PortalUnreachable
from steward.gateways.port import NotPublished
from steward.gateways.targets.folder import FolderPortal
from steward.vocabulary.message import Message
from steward.vocabulary.progress import Silence
from tests.gateways.bags import publication

TARGETS = discover("steward.gateways.targets", "TARGET")


def open_folder(tmp_path):
    FolderPortal.create(tmp_path / "portal", program="P", practice=True)
    return next(target for target in TARGETS if target.name == "folder").open(str(tmp_path / "portal"))


@pytest.fixture(params=["folder", "fake"])
def gateway(request, tmp_path):
    return {"folder": open_folder, "fake": lambda _path: FakeGateway()}[request.param](tmp_path)


@pytest.fixture
def bikes(tmp_path):
    return publication(tmp_path / "bag", practice=True)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_every_target_has_a_name_a_title_and_opens(target, tmp_path):
    assert target.name.isidentifier()
    assert isinstance(target.title, Message)
    for act in ("connect", "plan", "publish", "verify", "retract", "listed"):
        assert callable(getattr(target.open(str(tmp_path)), act))


def test_publishing_twice_gives_one_version(gateway, bikes):
    assert gateway.publish(bikes, Silence()) == gateway.publish(bikes, Silence())
    assert [listed.version for listed in gateway.listed()] == [1]


def test_what_is_published_can_be_verified(gateway, bikes):
    assert gateway.publish(bikes, Silence()) == gateway.verify(bikes.identifier)


def test_only_the_public_part_is_published(gateway, bikes):
    assert set(gateway.publish(bikes, Silence()).files) == {"counts.csv", "datapackage.json", "dcat-us-1.1.json"}


def test_an_update_raises_the_version(gateway, bikes, tmp_path):
    gateway.publish(bikes, Silence())
    assert gateway.publish(publication(tmp_path / "next", practice=True, csv="a\n1\n"), Silence()).version == 2


def test_what_was_taken_down_is_not_listed_and_cannot_be_verified(gateway, bikes):
    gateway.publish(bikes, Silence())
    for _ in range(2):
        gateway.retract(bikes.identifier, "Wrong.", bikes.at)
    assert gateway.listed() == ()
    with pytest.raises(NotPublished):
        gateway.verify(bikes.identifier)


def test_practice_and_program_are_kept_apart(gateway, tmp_path):
    with pytest.raises(NotPublished):
        gateway.publish(publication(tmp_path / "real", practice=False), Silence())


def test_planning_changes_nothing(gateway, bikes):
    assert gateway.plan(bikes)
    assert gateway.listed() == ()


def test_the_fake_fails_as_often_as_it_is_told_and_then_goes_on(bikes):
    gateway = FakeGateway(troubles=2)
    for _ in range(2):
        with pytest.raises(PortalUnreachable):
            gateway.publish(bikes, Silence())
    assert gateway.publish(bikes, Silence()).version == 1
    assert gateway.acts == ["publish"] * 3
