"""Secrets: in the system's store, else in memory, never anywhere else."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.errors import PasswordDeleteError

from steward.store.secrets import Secrets, SecretTooLong

HOST = "data.example.org"


class Remembering(KeyringBackend):
    """The system's store, in memory."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept, self.persist = {}, "enterprise"

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.kept:
            raise PasswordDeleteError
        del self.kept[service, username]


class Odd(Remembering):
    """Answers as Windows does for an entry it does not take: with an OSError that is no KeyringError."""

    def set_password(self, service, username, password):
        raise OSError(1783, "CredWrite", "The stub received bad data")


@pytest.fixture(params=[Remembering, FailKeyring, Odd])
def backend(request):
    before = keyring.get_keyring()
    keyring.set_keyring(request.param())
    yield keyring.get_keyring()
    keyring.set_keyring(before)


def test_what_is_kept_is_there_and_what_is_forgotten_is_not(backend):
    secrets = Secrets()
    assert secrets.get(HOST) is None
    secrets.keep(HOST, "token")
    assert secrets.get(HOST) == "token"
    secrets.forget(HOST)
    secrets.forget(HOST)
    assert secrets.get(HOST) is None


def test_the_next_session_knows_it_only_where_the_system_remembers_and_else_it_is_said(backend):
    secrets = Secrets()
    secrets.keep(HOST, "token")
    remembers = type(backend) is Remembering
    assert Secrets().get(HOST) == ("token" if remembers else None)
    assert bool(secrets.note.text) is not remembers


def test_two_hosts_have_two_secrets(backend):
    secrets = Secrets()
    secrets.keep(HOST, "one")
    secrets.keep("other.example.org", "two")
    assert (secrets.get(HOST), secrets.get("other.example.org")) == ("one", "two")


def test_windows_is_asked_to_keep_it_on_this_computer(backend):
    Secrets().keep(HOST, "token")
    assert getattr(backend, "persist", "local machine") == "local machine"


def test_a_key_longer_than_a_store_takes_is_refused_before_it_is_sent(backend):
    with pytest.raises(SecretTooLong):
        Secrets().keep(HOST, "x" * 1281)
    Secrets().keep(HOST, "x" * 1280)


def test_nothing_shows_a_secret(backend):
    secrets = Secrets()
    secrets.keep(HOST, "token")
    assert "token" not in f"{secrets!r} {secrets}"
