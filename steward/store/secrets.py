"""Sign-ins and keys: in the system's own store, else in memory for this session; never in a file of ours, never in the log.

Sources: keyring 25.7; Windows holds at most 2,560 bytes of UTF-16 per entry (CRED_MAX_CREDENTIAL_BLOB_SIZE) and answers a
longer one with an OSError of its own kind.
"""

from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import Message, say

SERVICE = "Steward {host}"   # one service per host and one name: with two names under one service Windows moves the older
USER = "steward"
LARGEST_BYTES = 2560


class SecretTooLong(Refused):
    """A secret that no system's store takes whole."""


class Secrets:
    """The secrets of one person, by host. `note` says, once it is known, that this computer cannot remember them."""

    def __init__(self) -> None:
        """Begin with nothing in memory; the system's store is asked at first use."""
        self._session: dict[str, str] = {}
        self.note = Message("")

    def get(self, host: str) -> str | None:
        """Return what was kept for a host, None where there is nothing."""
        if host in self._session:
            return self._session[host]
        import keyring
        from keyring.errors import KeyringError

        try:
            return keyring.get_password(SERVICE.format(host=host), USER)
        except (KeyringError, OSError, RuntimeError):
            self._note()
            return None

    def keep(self, host: str, secret: str) -> None:
        """Keep a secret for a host; only for this session where the system has no store. Raises: SecretTooLong."""
        if len(secret.encode("utf-16-le")) > LARGEST_BYTES:
            raise SecretTooLong(words(say("This key is longer than a computer's key store takes."),
                                      next_step=say("Ask the portal's people for a shorter key.")))
        import keyring
        from keyring.errors import KeyringError

        try:
            _stay_local()
            keyring.set_password(SERVICE.format(host=host), USER, secret)
            if keyring.get_password(SERVICE.format(host=host), USER) == secret:
                self._session.pop(host, None)
                return
        except (KeyringError, OSError, RuntimeError):
            pass
        self._session[host] = secret
        self._note()

    def forget(self, host: str) -> None:
        """Forget what was kept for a host; nothing happens where there is nothing."""
        self._session.pop(host, None)
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.delete_password(SERVICE.format(host=host), USER)
        except (KeyringError, OSError, RuntimeError):
            return

    def __repr__(self) -> str:
        return f"Secrets({len(self._session)} in memory)"

    def _note(self) -> None:
        self.note = say("This computer cannot remember the sign-in. Steward keeps it until you close the window.")


def _stay_local() -> None:
    """Ask Windows' store not to carry the secret to other computers with the person's profile."""
    import keyring

    backend = keyring.get_keyring()
    if hasattr(backend, "persist"):
        backend.persist = "local machine"
