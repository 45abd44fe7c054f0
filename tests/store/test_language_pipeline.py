"""A spaCy pipeline that IT installed: a package of that name stands on the path here, as pip would put it."""

import sys

import pytest

from steward.commands import run
from steward.store import language_pipeline
from steward.store.language_pipeline import LanguagePipeline, installed_pipeline, name_reader, pipeline_in_words

MODULE = '''
"""Stands in for spaCy: reads capital words in pairs, and counts what it was asked."""
import re, warnings
asked, loaded = [], []
class Entity:
    def __init__(self, text): self.text, self.label_ = text, "ORG" if "Taco" in text else "PERSON"
class Document:
    def __init__(self, text): self.ents = [Entity(found) for found in re.findall(r"[A-Z][a-z]+ [A-Z][a-z]+", text)]
class Pipeline:
    def pipe(self, texts, batch_size):
        for text in texts:
            asked.append(text)
            if "boom" in text: raise RuntimeError(text)
            yield Document(text)
def load(name, exclude):
    if name == "en_broken": raise OSError(name)
    warnings.warn("made for another version")
    loaded.append((name, tuple(exclude)))
    return Pipeline()
'''


def install(folder, *names):
    (folder / "spacy.py").write_text(MODULE)
    for name in names:
        made = folder / f"{name}-3.8.0.dist-info"
        made.mkdir()
        (made / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 3.8.0\n")
        (made / "entry_points.txt").write_text(f"[spacy_models]\n{name} = {name}\n")


@pytest.fixture
def site(tmp_path, monkeypatch):
    """Return a folder on the path; what it holds is forgotten afterwards."""
    for name in language_pipeline._OFFLINE:
        monkeypatch.setenv(name, "1")
    monkeypatch.syspath_prepend(str(tmp_path))
    name_reader.cache_clear()
    yield tmp_path
    sys.modules.pop("spacy", None)
    name_reader.cache_clear()


def test_without_spacy_there_is_none_and_nothing_is_read(monkeypatch):
    monkeypatch.setattr(language_pipeline, "find_spec", lambda _name: None)
    assert (installed_pipeline(), pipeline_in_words()) == ("", "")


def test_spacy_without_a_pipeline_is_not_enough(site):
    install(site)
    assert installed_pipeline() == ""
    assert name_reader() is None


def test_an_english_pipeline_goes_first_and_is_found_without_importing_anything(site):
    install(site, "de_core_news_sm", "en_core_web_sm", "xx_ent_wiki_sm")
    assert installed_pipeline() == "en_core_web_sm"
    assert pipeline_in_words() == "en_core_web_sm 3.8.0"
    assert "spacy" not in sys.modules


def test_names_of_people_are_read_once_for_equal_texts_and_remembered(site):
    install(site, "en_core_web_sm")
    reader = name_reader()
    read = reader.names_in(["saw Maria Garcia today", "at the Green Taco", "saw Maria Garcia today"])
    assert read.names == (("Maria Garcia",), (), ("Maria Garcia",))
    assert reader.names_in(["at the Green Taco"]).names == ((),)
    import spacy

    assert len(spacy.asked) == 2
    assert [name for name, _left_out in spacy.loaded] == ["en_core_web_sm"]


def test_one_that_cannot_be_loaded_reads_nothing_and_the_caller_goes_on(site):
    install(site, "en_broken")
    read = LanguagePipeline("en_broken").names_in(["saw Maria Garcia"])
    assert (read.names, read.has_stopped) == ((), True)


def test_one_that_stops_in_the_middle_keeps_what_it_read(site, monkeypatch):
    install(site, "en_core_web_sm")
    monkeypatch.setattr(language_pipeline, "BATCH", 1)
    read = LanguagePipeline("en_core_web_sm").names_in(["saw Maria Garcia", "boom", "saw Ann Lee"])
    assert (read.names, read.has_stopped) == ((("Maria Garcia",),), True)


def test_one_that_takes_too_long_is_left(site, monkeypatch):
    install(site, "en_core_web_sm")
    moments = iter([0.0, 1.0, 3.0])
    monkeypatch.setattr(language_pipeline, "monotonic", lambda: next(moments))
    monkeypatch.setattr(language_pipeline, "BATCH", 1)
    read = LanguagePipeline("en_core_web_sm", most_seconds=2.0).names_in(["one", "two", "three"])
    assert (len(read.names), read.has_stopped) == (1, True)


def test_a_whole_check_names_what_was_read_and_no_cell(site, tmp_path, capsys):
    install(site, "en_core_web_sm")
    table = tmp_path / "notes.csv"
    table.write_text("Ticket,Notes\n" + "".join(f"T-{n},The ditch was full and Grant Woods saw it {n}\n" for n in range(20)))
    run(["check", str(table)], None)
    told = capsys.readouterr().out
    assert "language pipeline installed here read" in told
    assert "Woods" not in told


@pytest.mark.parametrize(("names", "said"), [
    ((), "No spaCy pipeline is installed"), (("en_core_web_sm",), "en_core_web_sm 3.8.0")])
def test_self_check_says_whether_one_is_there(site, capsys, names, said):
    install(site, *names)
    run(["self-check"], None)
    assert said in capsys.readouterr().out
