"""The pinned Qt binding loses no reference. PySide6 6.12.0 loses one to True per signal, and Python 3.11 aborts after 500."""

import sys

import PySide6
import pytest
from PySide6.QtCore import QObject, Signal

SIGNALS = 2_000


class Sender(QObject):
    told = Signal(int, str)


def true_lost_by(act):
    """Return by how much the references to True fell while `act` ran 2,000 times."""
    before = sys.getrefcount(True)
    for _ in range(SIGNALS):
        act()
    return before - sys.getrefcount(True)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on True cannot be lost")
@pytest.mark.parametrize("receivers", [0, 1])
def test_two_thousand_signals_lose_no_reference_to_true(receivers):
    sender = Sender()
    heard = []
    for _ in range(receivers):
        sender.told.connect(lambda number, text: heard.append(number))
    assert true_lost_by(lambda: sender.told.emit(1, "x")) < SIGNALS / 20, "this PySide6 must not be shipped"
    assert len(heard) == receivers * SIGNALS


def test_the_binding_is_older_than_the_one_that_aborts():
    assert tuple(int(part) for part in PySide6.__version__.split(".")[:2]) < (6, 12)
