"""Second processes for tests: one that is a thread of this process, and such as fail on purpose."""

import os
import threading
from contextlib import suppress

from steward.crew.child import Bench
from steward.crew.line import hear, tell
from steward.crew.words import Do, Fault, Ready


class ThreadSecond:
    """What `steward.crew.hands` uses of a second process, in a thread: the same words over pipes, and no time to start."""

    def __init__(self) -> None:
        source, self._target = self._pipe()
        self._source, target = self._pipe()
        self.lives, self.parts, self.memory = True, 0, 0
        self._thread = threading.Thread(target=self._serve, args=(source, target), daemon=True)
        self._thread.start()

    @staticmethod
    def _pipe():
        read, write = os.pipe()
        return os.fdopen(read, "rb"), os.fdopen(write, "wb")

    def _serve(self, source, target) -> None:
        with suppress(EOFError, OSError, ValueError), source, target:
            tell(target, Ready())
            bench = Bench(target)
            while self.lives:
                word = hear(source)
                self.parts += isinstance(word, Do)
                if not self.take(word, bench, target):
                    return

    def take(self, word, bench, target) -> bool:
        """Do what a word says and return whether it goes on."""
        bench.take(word)
        return True

    def tell(self, word) -> None:
        tell(self._target, word)

    def hear(self):
        return hear(self._source)

    def wait_until_ready(self) -> bool:
        with suppress(EOFError):
            return isinstance(self.hear(), Ready)
        return False

    def memory_bytes(self) -> int:
        return self.memory

    def kill(self) -> None:
        self.lives = False
        with suppress(OSError):
            self._target.close()

    def end(self) -> None:
        self.kill()
        self._thread.join()
        self._source.close()


class Faulty(ThreadSecond):
    """Meets a fault in every other part."""

    def take(self, word, bench, target) -> bool:
        if isinstance(word, Do) and self.parts % 2:
            tell(target, Fault("ValueError in here.py:1"))
            return True
        return super().take(word, bench, target)


class Dying(ThreadSecond):
    """Ends in the middle of its third part."""

    def take(self, word, bench, target) -> bool:
        return self.parts < 3 and super().take(word, bench, target)


class Mumbling(ThreadSecond):
    """Answers with something that is no answer."""

    def take(self, word, bench, target) -> bool:
        if isinstance(word, Do):
            tell(target, "what?")
            return True
        return super().take(word, bench, target)


class Stillborn(ThreadSecond):
    """Ends before it is ready."""

    def wait_until_ready(self) -> bool:
        return False


SECONDS = (ThreadSecond, Faulty, Dying, Mumbling, Stillborn)
