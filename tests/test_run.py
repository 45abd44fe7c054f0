"""The set-up says what it does, survives what it can, and tells the rest in one sentence."""

import ast
import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

import run
from run import Checkout, Machine, Trouble, set_up, without_addresses, words_to_run

WINDOW, NO_SCREEN = True, False


class FakeMachine(Machine):
    """A computer on which nothing really happens."""

    def __init__(self, *, pip_prints="", pip_ends=0, modules=("ensurepip", "pip"), screen=WINDOW, root=False, qt_after=0):
        self.pip_prints, self.pip_ends, self.modules = pip_prints, pip_ends, modules
        self.screen, self.root, self.qt_after = screen, root, qt_after
        self.ran, self.made = [], []

    def run(self, words, **options):
        self.ran.append([str(word) for word in words])
        if run.PROBE in words:
            self.qt_after -= 1
            return int(self.qt_after >= 0)
        return 0

    def follow(self, words, heard, env):
        self.ran.append([str(word) for word in words])
        for line in self.pip_prints.splitlines(keepends=True):
            heard(line)
        return self.pip_ends

    def make_environment(self, folder, with_pip):
        self.made.append(with_pip)
        (folder / "bin").mkdir(parents=True, exist_ok=True)
        (folder / "bin" / "python").touch()

    def has_module(self, name):
        return name in self.modules

    def has_screen(self):
        return self.screen

    def may_install(self):
        return self.root

    def commands(self, first):
        return [words for words in self.ran if words[0] == first]


@pytest.fixture
def checkout(tmp_path):
    (tmp_path / "requirements.lock").write_text("numpy==2.4.0\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    place = Checkout(tmp_path)
    place.python = tmp_path / ".venv" / "bin" / "python"
    return place


def trouble_of(checkout, machine):
    with pytest.raises(Trouble) as caught:
        set_up(checkout, machine)
    return str(caught.value)


def test_old_pythons_understand_the_file_far_enough_to_be_told():
    source = Path(run.__file__).read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 6))


def test_the_version_is_asked_before_anything_newer_is_needed():
    body = ast.parse(Path(run.__file__).read_text(encoding="utf-8")).body
    check = next(place for place, node in enumerate(body) if isinstance(node, ast.If))
    assert "version_info" in ast.unparse(body[check].test)
    assert all(isinstance(node, (ast.Expr, ast.Import, ast.ImportFrom, ast.Assign)) for node in body[:check])


def test_the_first_run_installs_by_hash_and_then_the_project_itself(checkout):
    machine = FakeMachine()
    set_up(checkout, machine)
    tools, packages, project = machine.ran
    assert "--require-hashes" in tools
    assert "--require-hashes" in packages
    assert {"--no-deps", "--no-build-isolation", "-e"} < set(project)


def test_what_builds_packages_is_pinned_too_and_comes_first(checkout):
    (checkout.folder / "requirements.lock").write_text(
        "numpy==2.4.6 \\\n    --hash=sha256:aa\nsetuptools==84.2.1 \\\n    --hash=sha256:bb\n    --hash=sha256:cc\n")
    set_up(checkout, FakeMachine())
    part = checkout.environment / "build-tools.lock"
    assert part.read_text() == "setuptools==84.2.1 \\\n    --hash=sha256:bb\n    --hash=sha256:cc\n\n"


def test_every_build_tool_is_in_the_lock():
    lock = (run.HERE / "requirements.lock").read_text(encoding="utf-8")
    assert all(f"\n{tool}==" in lock for tool in run.BUILD_TOOLS)


def test_the_second_run_installs_nothing(checkout):
    set_up(checkout, FakeMachine())
    again = FakeMachine()
    set_up(checkout, again)
    assert not again.ran
    assert not again.made


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_another_lock_or_project_file_makes_the_environment_again(checkout, name):
    set_up(checkout, FakeMachine())
    (checkout.folder / name).write_text("something = 'else'\n")
    assert not checkout.is_ready()


def test_a_moved_folder_is_set_up_again(checkout, tmp_path):
    set_up(checkout, FakeMachine())
    moved = checkout.folder.rename(tmp_path.parent / f"{tmp_path.name}-moved")
    assert not Checkout(moved).is_ready()


def test_an_environment_that_was_left_half_made_is_made_again(checkout):
    trouble_of(checkout, FakeMachine(pip_ends=1))
    machine = FakeMachine()
    set_up(checkout, machine)
    assert machine.made == [True]
    assert checkout.is_ready()


def test_an_environment_behind_a_link_is_never_made_again(checkout, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "kept").touch()
    checkout.environment.symlink_to(elsewhere, target_is_directory=True)
    machine = FakeMachine()
    assert "Remove the link" in trouble_of(checkout, machine)
    assert not machine.made
    assert [path.name for path in elsewhere.iterdir()] == ["kept"]


def test_without_ensurepip_the_pip_of_this_python_installs_into_the_environment(checkout):
    machine = FakeMachine(modules=("pip",))
    set_up(checkout, machine)
    assert machine.made == [False]
    assert machine.ran[0][1:4] == ["-m", "pip", "--python"]


def test_an_ensurepip_that_does_not_work_is_done_without(checkout):
    class Broken(FakeMachine):
        def make_environment(self, folder, with_pip):
            super().make_environment(folder, with_pip)
            if with_pip:
                raise subprocess.CalledProcessError(1, "ensurepip")

    machine = Broken()
    set_up(checkout, machine)
    assert machine.made == [True, False]


def test_a_python_without_any_pip_is_told_what_to_install(checkout):
    assert "python3-pip" in trouble_of(checkout, FakeMachine(modules=()))


@pytest.mark.parametrize(("said", "told"), [
    ("Retrying after NewConnectionError(host='mirror.city')\nERROR: No matching distribution\n", "connected"),
    ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE\n", "was not installed"),
    ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n", "disk is full"),
    ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))\n", "trusted"),
    ("ERROR: No matching distribution found for packaging==26.3\n", "connected"),
    ("ERROR: No matching distribution found for pyside6-essentials==6.11.3\n", "not made for this Python"),
])
def test_each_cause_gets_its_sentence(checkout, said, told):
    assert told in trouble_of(checkout, FakeMachine(pip_prints=said, pip_ends=1))


def test_a_cause_nobody_knows_shows_the_end_of_what_was_said(checkout):
    told = trouble_of(checkout, FakeMachine(pip_prints="ERROR: the moon is down at https://mirror.city/simple\n", pip_ends=1))
    assert "the moon is down" in told
    assert "mirror" not in told


@pytest.mark.parametrize("line", [
    "Looking in indexes: https://user:secret@mirror.city/simple\n",
    "  Downloading https://mirror.city/numpy.whl (16 MB)\n",
    "HTTPSConnectionPool(host='mirror.city', port=443): Max retries exceeded\n",
    "Failed to resolve 'mirror.city' ([Errno -2])\n",
    "Could not find a host: mirror.city\n",
    "The repository located at mirror.city is not trusted; allow it with '--trusted-host mirror.city'.\n",
])
def test_no_line_of_the_log_names_an_index(line):
    assert "mirror.city" not in without_addresses(line)
    assert "secret" not in without_addresses(line)


def test_the_log_is_kept_without_addresses(checkout):
    set_up(checkout, FakeMachine(pip_prints="Collecting numpy\n  Downloading https://mirror.city/numpy.whl\n"))
    assert "Collecting numpy" in checkout.log.read_text()
    assert "mirror.city" not in checkout.log.read_text()


@pytest.mark.parametrize(("code", "told"), [
    (errno.EACCES, "copy the whole folder"), (errno.EROFS, "copy the whole folder"), (errno.ENOSPC, "disk is full")])
def test_a_folder_that_cannot_be_written_gets_a_sentence(checkout, code, told):
    class Closed(FakeMachine):
        def make_environment(self, folder, with_pip):
            raise OSError(code, "no")

    assert told in trouble_of(checkout, Closed())


def test_trouble_with_the_machine_ends_with_four(checkout, capsys):
    assert run.run(["check"], checkout, FakeMachine(modules=())) == 4
    assert "pip" in capsys.readouterr().err


def test_the_exit_code_of_what_ran_is_passed_on(checkout):
    class Ends(FakeMachine):
        def run(self, words, **options):
            return 3

    assert run.run(["check", "a.csv"], checkout, Ends()) == 3


def test_what_a_signal_ended_gives_the_code_that_shells_give(checkout):
    class Killed(FakeMachine):
        def run(self, words, **options):
            return -9

    assert run.run(["check", "a.csv"], checkout, Killed()) == 137


def test_without_words_the_window_opens_where_there_is_a_screen(checkout):
    assert words_to_run(checkout, FakeMachine(screen=WINDOW), [])[1:] == ["-P", "-m", "steward"]


def test_without_words_and_screen_the_sample_goes_the_whole_way_as_practice(checkout):
    words = words_to_run(checkout, FakeMachine(screen=NO_SCREEN), [])
    assert words[4:] == ["demo", "--out", str(checkout.folder / "practice")]


def test_the_word_test_runs_the_tests_on_all_cores_with_the_words_after_it(checkout):
    assert words_to_run(checkout, FakeMachine(), ["test", "-x"])[1:] == ["-m", "pytest", *run.WORKERS, "-x"]


def test_every_other_word_goes_to_steward_as_it_is(checkout):
    assert words_to_run(checkout, FakeMachine(), ["check", "my file.csv", "--json"])[3:] == [
        "steward", "check", "my file.csv", "--json"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can lack the libraries")
class TestWindowLibraries:
    def test_they_are_not_asked_for_by_a_command_that_needs_no_window(self, checkout):
        machine = FakeMachine(screen=NO_SCREEN, qt_after=9)
        assert run.run(["demo"], checkout, machine) == 0

    def test_root_on_apt_installs_them_and_says_so(self, checkout, capsys):
        machine = FakeMachine(root=True, qt_after=1)
        assert run.run(["test"], checkout, machine) == 0
        assert [words[1] for words in machine.commands("apt-get")] == ["update", "install"]
        assert "libegl1" in capsys.readouterr().err

    def test_anyone_else_is_told_the_packages_in_one_sentence(self, checkout, capsys):
        machine = FakeMachine(qt_after=9)
        assert run.run(["test"], checkout, machine) == 4
        assert not machine.commands("apt-get")
        assert "libxkbcommon0" in capsys.readouterr().err

    def test_a_screen_needs_more_of_them(self, checkout, capsys):
        run.run([], checkout, FakeMachine(screen=WINDOW, qt_after=9))
        assert "libxcb-cursor0" in capsys.readouterr().err


def test_settings_of_pip_and_python_that_lead_elsewhere_are_left_out(monkeypatch):
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert not {"PIP_TARGET", "PYTHONPATH"} & set(run.environment_variables())


def test_a_real_child_is_followed_line_by_line():
    lines = []
    code = Machine().follow([sys.executable, "-c", "print('one'); print('two'); raise SystemExit(3)"], lines.append, os.environ)
    assert (lines, code) == (["one\n", "two\n"], 3)
