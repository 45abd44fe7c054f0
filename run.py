#!/usr/bin/env python3
"""Sets Steward up beside itself, once, and runs it.

    python3 run.py              opens the window; where there is no screen, takes the sample the whole way as practice
    python3 run.py test         runs the tests; words after it go to pytest
    python3 run.py check FILE   every other word goes to steward as it is

Context: a newcomer has Python 3.11 or newer with pip, and nothing else. Decision: this file, which needs the standard
library only, makes `.venv` from `requirements.lock`, where every package is pinned with its hash and no index is named, so
that it works with whatever index or mirror pip is set up for. Refused: `pip install .` (Debian's own Python forbids it,
PEP 668) and uv (not there on a fresh machine, and its lock names an address for every file).

What can go wrong is told in one sentence with exit code 4; all other exit codes are those of what was run.
"""

import contextlib
import errno
import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any, Callable, Iterator, Mapping, Sequence, Union

TROUBLE = 4
if sys.version_info < (3, 11):  # stands before all else, and nothing in this file is newer than Python 3.6
    sys.stderr.write(f"Steward needs Python 3.11 or newer, and this is {sys.version.split()[0]}. Install a newer Python from "
                     "python.org or the computer's own software list, then run this again.\n")
    sys.exit(TROUBLE)

HERE = Path(__file__).resolve().parent
QT_PACKAGES = ("libgl1", "libegl1", "libglib2.0-0", "libxkbcommon0", "libfontconfig1", "libdbus-1-3")
SCREEN_PACKAGES = ("libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0")
PROBE = """
import ctypes, os, pathlib, sys
import PySide6.QtSvg, PySide6.QtWidgets
if os.environ.get("DISPLAY") and sys.platform == "linux":
    ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so"))
"""
BUILD_TOOLS = ("setuptools", "setuptools-scm", "vcs-versioning", "packaging", "typing-extensions")  # some come as source
DISK_FULL = "The disk is full. Make about 1 GB free, then run this again."
NOT_REACHED = f"No matching distribution found for (?:{'|'.join(BUILD_TOOLS)})="  # these are made for every Python
CAUSES = (  # what pip prints, and what that means
    (r"No space left|Disk quota", DISK_FULL),
    (r"DO NOT MATCH THE HASHES",
     ("A package that was fetched is not the one Steward was built with, so it was not installed. "
      "Tell the person who looks after Steward.")),
    (r"CERTIFICATE_VERIFY|SSLError",
     ("The place that packages come from could not be trusted by this Python. Ask the person who looks after this computer to "
      "set pip up for the city's network, then run this again.")),
    ("NewConnection|NameResolution|name resolution|Timeout|timed out|refused|unreachable|ProxyError|Connection broken|"
     + NOT_REACHED,
     ("The packages could not be fetched. Check that this computer is connected, or that pip is set up for the city's network, "
      "then run this again.")),
    (r"No matching distribution|not a supported wheel",
     (f"One of the packages is not made for this Python ({sys.version.split()[0]} on {sys.platform}). Install another Python, "
      "3.11 or newer and 64-bit, then run this again.")),
)
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+|(?<=host=)\S+|(?<=resolve )\S+|(?<=host: )\S+|(?<=located at )\S+"
                     r"|(?<=-host )\S+")


WORKERS = ("-n", "logical", "--maxprocesses", "4", "--dist", "worksteal")  # a worker takes 300 MB; "-n 0" after them: none

Words = Sequence[Union[str, Path]]  # a command line


class Trouble(Exception):
    """Something about this computer stands in the way; the text says what, and what to do."""


class Machine:
    """What is asked of this computer. The tests put another in its place."""

    def run(self, words: Words, **options: Any) -> int:
        """Run a program to its end and return its exit code, also where the person stops it."""
        child = subprocess.Popen([str(word) for word in words], **options)
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue  # the child got the same signal, and ends in its own way

    def follow(self, words: Words, heard: Callable[[str], None], env: Mapping[str, str]) -> int:
        """Run a program, give each line it prints to `heard`, and return its exit code."""
        with subprocess.Popen([str(word) for word in words], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8", errors="replace") as child:
            for line in child.stdout or ():
                heard(line)
        return child.returncode

    def make_environment(self, folder: Path, with_pip: bool) -> None:
        """Make an empty virtual environment, in place of whatever stood there."""
        venv.create(str(folder), clear=True, symlinks=os.name != "nt", with_pip=with_pip)

    def has_module(self, name: str) -> bool:
        """Return whether this Python can import a module; Debian's lacks ensurepip, and may lack pip."""
        return self.run([base_python(), "-c", "import " + name], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0

    def may_install(self) -> bool:
        """Return whether system packages can be installed: as root, with apt."""
        return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None

    def has_screen(self) -> bool:
        """Return whether a window could be seen."""
        return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class Checkout:
    """The folder of this file, and what is set up in it."""

    def __init__(self, folder: Path) -> None:
        """Look at a folder; nothing is made yet."""
        self.folder = folder
        self.environment = folder / ".venv"
        self.python = self.environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.stamp = self.environment / "set-up-complete"
        self.log = self.environment / "set-up.log"

    def fingerprint(self) -> str:
        """Return what the environment was made from: another lock, Python or place means to make it again."""
        digest = hashlib.sha256(repr((sys.version, base_python(), str(self.folder))).encode())
        for name in ("requirements.lock", "pyproject.toml"):
            digest.update((self.folder / name).read_bytes())
        return digest.hexdigest()

    def is_ready(self) -> bool:
        """Return whether the environment is whole and made from what stands here now."""
        return self.python.exists() and self.stamp.exists() and self.stamp.read_text() == self.fingerprint()


def base_python() -> str:
    """Return the Python that virtual environments are made from, also where this one runs in such an environment."""
    return getattr(sys, "_base_executable", None) or sys.executable


def say(text: str) -> None:
    """Tell the person, apart from what the program itself prints."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def without_addresses(line: str) -> str:
    """Return a line of pip's without the address of any index or mirror."""
    return "" if line.startswith("Looking in ") else ADDRESS.sub("(address)", line)


def environment_variables(**more: str) -> Mapping[str, str]:
    """Return the variables for a child: none that would lead packages elsewhere, UTF-8 on every console."""
    leading = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_HASHES", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in leading}
    return {**kept, "PYTHONUTF8": "1", **more}


@contextlib.contextmanager
def alone(checkout: Checkout) -> Iterator[None]:
    """Let one set-up of a folder run at a time; on Windows the files in use see to that."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (checkout.folder / "requirements.lock").open("rb") as lock:
        with contextlib.suppress(OSError):  # some network folders know no locks
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def set_up(checkout: Checkout, machine: Machine) -> None:
    """Make the environment if it is not there, not whole, or not made from what stands here now."""
    if checkout.is_ready():
        return
    with alone(checkout):
        if not checkout.is_ready():
            _make(checkout, machine)


def _make(checkout: Checkout, machine: Machine) -> None:
    if checkout.environment.is_symlink():  # it would be emptied there, under whoever else works with it
        raise Trouble("The folder .venv beside run.py is a link to a folder somewhere else, which was made for another place. "
                      "Nothing was changed there. Remove the link, then run this again.")
    say("Setting Steward up in the folder .venv: once, a minute or more, about 1 GB.")
    try:
        pip = _make_environment(checkout, machine)
        pinned = [*pip, "install", "--no-build-isolation", "--require-hashes", "-r"]  # so no build tool comes without hash
        _install(checkout, machine, [*pinned, _build_tools(checkout)])
        _install(checkout, machine, [*pinned, checkout.folder / "requirements.lock"])
        _install(checkout, machine, [*pip, "install", "--no-build-isolation", "--no-deps", "-e", checkout.folder])
        checkout.stamp.write_text(checkout.fingerprint())
    except OSError as problem:
        raise Trouble(_cannot_write(problem)) from problem
    say("Steward is set up.")


def _make_environment(checkout: Checkout, machine: Machine) -> list[str | Path]:
    """Return the words that start the pip which installs into the new environment."""
    if machine.has_module("ensurepip"):
        with contextlib.suppress(subprocess.CalledProcessError):
            machine.make_environment(checkout.environment, with_pip=True)
            return [checkout.python, "-m", "pip"]
    if not machine.has_module("pip"):
        raise Trouble("This Python has no pip. Install it (on Debian and Ubuntu: apt-get install python3-pip), "
                      "then run this again.")
    machine.make_environment(checkout.environment, with_pip=False)
    return [base_python(), "-m", "pip", "--python", checkout.python]


def _build_tools(checkout: Checkout) -> Path:
    """Return a file with the part of the lock that must be there before anything is built."""
    pins = re.split(r"\n(?=\S)", (checkout.folder / "requirements.lock").read_text(encoding="utf-8"))
    chosen = [pin for pin in pins if pin.split("==")[0] in BUILD_TOOLS]
    part = checkout.environment / "build-tools.lock"
    part.write_text("\n".join(chosen) + "\n", encoding="utf-8")
    return part


def _install(checkout: Checkout, machine: Machine, words: Words) -> None:
    lines: list[str] = []
    with checkout.log.open("a", encoding="utf-8") as log:
        def heard(line: str) -> None:
            lines.append(without_addresses(line))
            log.write(lines[-1])
            _show_count(lines)

        code = machine.follow([*words, "--no-input", "--disable-pip-version-check", "--progress-bar", "off"], heard,
                              environment_variables(PIP_USER="0"))
    if code:
        raise Trouble(_why("".join(lines)))


def _show_count(lines: Sequence[str]) -> None:
    if lines[-1].startswith("Collecting ") and sys.stderr.isatty():
        sys.stderr.write(f"\r{sum(line.startswith('Collecting ') for line in lines)} packages ")


def _why(output: str) -> str:
    """Return the sentence for what pip printed; where no cause is known, its own last words."""
    for pattern, sentence in CAUSES:
        if re.search(pattern, output):
            return sentence + " (More in .venv/set-up.log)"
    last = [line for line in output.splitlines() if line.startswith("ERROR")][-3:]
    return "\n".join(["The packages could not be installed. All that was said is in .venv/set-up.log; the end of it:", *last])


def _cannot_write(problem: OSError) -> str:
    if problem.errno == errno.ENOSPC:
        return DISK_FULL
    return (f"The folder .venv beside run.py cannot be written ({problem.strerror}). Close Steward if it is open, or copy the "
            "whole folder to a place of your own, then run this again.")


def ensure_window_libraries(checkout: Checkout, machine: Machine) -> None:
    """See to it that Qt finds its system libraries, which a bare Linux lacks; Windows and macOS have them."""
    if sys.platform != "linux" or _qt_loads(checkout, machine):
        return
    packages = QT_PACKAGES + (SCREEN_PACKAGES if machine.has_screen() else ())
    if machine.may_install():
        say(f"Installing system libraries that the window needs: {', '.join(packages)}.")
        _apt(machine, packages)
    if not _qt_loads(checkout, machine):
        raise Trouble("The window needs system libraries that are not on this computer. Ask the person who looks after it to "
                      f"install these packages (names as in Debian and Ubuntu): {' '.join(packages)}.")


def _qt_loads(checkout: Checkout, machine: Machine) -> bool:
    return machine.run([checkout.python, "-c", PROBE], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def _apt(machine: Machine, packages: Sequence[str]) -> None:
    quiet = {"env": environment_variables(DEBIAN_FRONTEND="noninteractive"), "stdin": subprocess.DEVNULL,
             "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    patient = ["-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=3"]
    machine.run(["apt-get", "update", *patient], **quiet)
    machine.run(["apt-get", "install", "-y", "--no-install-recommends", *patient, *packages], **quiet)


def words_to_run(checkout: Checkout, machine: Machine, words: Words) -> list[str | Path]:
    """Return the whole command line for the person's words."""
    if words[:1] == ["test"]:
        return [checkout.python, "-m", "pytest", *WORKERS, *words[1:]]
    if not words and not machine.has_screen():
        say("There is no screen here, so this takes the bundled sample the whole way as practice.")
        words = ["demo", "--out", str(checkout.folder / "practice")]
    return [checkout.python, "-P", "-m", "steward", *words]


def needs_window(words: Sequence[str], machine: Machine) -> bool:
    """Return whether Qt must load for these words; commands work without it."""
    return words[:1] in (["test"], ["self-check"]) or (machine.has_screen() and (not words or words[0] == "open"))


def run(words: Sequence[str], checkout: Checkout, machine: Machine) -> int:
    """Set up what is missing, run what was asked for, and return the exit code."""
    try:
        set_up(checkout, machine)
        if needs_window(words, machine):
            ensure_window_libraries(checkout, machine)
    except Trouble as trouble:
        say(str(trouble))
        return TROUBLE
    except KeyboardInterrupt:
        say("Stopped. Run this again to go on.")
        return 130
    folder = checkout.folder if words[:1] == ["test"] else None  # paths in the words are the person's own
    env = {name: value for name, value in environment_variables().items()
           if folder is None or name != "PYTHONDONTWRITEBYTECODE"}  # tests start many processes: each would compile all anew
    code = machine.run(words_to_run(checkout, machine, words), cwd=folder, env=env)
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], Checkout(HERE), Machine()))
