import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from steward.discovery import discover
from steward.metadata.checks import KnownDataset
from steward.metadata.covered import Covered
from steward.metadata.examine import examine
from steward.metadata.neighborhoods import NEIGHBORHOODS_FILE, Neighborhoods
from steward.metadata.profile import LIST_ELEMENTS, is_blank
from steward.metadata.record import ELEMENT_IDS, Record
from steward.metadata.suggestions import SuggestionContext, generated, suggest
from steward.metadata.suggestions.title import cleaned
from steward.vocabulary.tier import Tier
from tests.metadata.samples import program_profile, program_vocabularies, resource

KNOWN = {"file_name": "bicycle_counts_2026.xlsx", "columns": ("Station", "Bicycles", "Date"), "today": "2026-11-23",
         "dates": ("2026-01-01", "2026-10-31"), "bureau": "pbot", "person_name": "R. Example", "contact_name": "PBOT data desk",
         "contact_email": "opendata@portlandoregon.gov", "draft_id": "d1",
         "city": Neighborhoods.parse(resource(NEIGHBORHOODS_FILE)), "covered": Covered(names=("Kenton", "Lents")),
         "step_days": 30.5, "row_names": ("Count Number",), "box": (-122.7, 45.5, -122.6, 45.6)}


def context(**changes):
    return SuggestionContext(**{"record": Record(), "profile": program_profile(), "vocabularies": program_vocabularies(),
                                **KNOWN, **changes})


def offered(**changes):
    return {offer.element: offer.value for offer in suggest(context(**changes))}


def test_what_is_known_is_proposed_for_every_question_it_answers():
    values = offered()
    assert values["title"] == "Bicycle counts 2026"
    assert values["slug"] == "bicycle-counts-2026"
    assert values["keywords"][:2] == ("bicycle", "counts")
    assert (values["temporal_start"], values["temporal_end"], values["modified"]) == ("2026-01-01", "2026-10-31", "2026-10-31")
    assert (values["publisher"], values["data_steward"]) == ("pbot", "R. Example")
    assert (values["license"], values["language"], values["spatial"]) == ("ODC-PDDL-1.0", "en-US", "portland")


def test_nobody_is_spared_the_classification_and_the_access():
    assert not {"classification", "access_level", "description", "third_party", "system_owner"} & set(offered())


def filled_in(**changes):
    return {offer.element: offer.value for offer in suggest(context(**changes)) if offer.fills_in}


@pytest.mark.parametrize(("changes", "themes", "category"), [
    ({}, ("transportation",), "transportation"),
    ({"file_name": "Tree inventory.csv", "columns": ("Species", "Water Meter")}, ("environment",), "environment"),
    ({"file_name": "list.csv", "columns": ("Permit Type", "Construction Date", "Name")}, ("permits-development",), None),
    ({"file_name": "list.csv", "columns": ("Water", "Name"), "bureau": ""}, None, None),
    ({"file_name": "streetLights.csv", "columns": ()}, ("transportation",), "transportation"),
])
def test_subjects_are_told_by_the_words_of_the_title_and_of_several_columns(changes, themes, category):
    values = filled_in(**changes)
    assert (values.get("theme"), values.get("category")) == (themes, category)


def test_the_usual_subject_of_the_bureau_is_only_a_question():
    known = {"file_name": "list.csv", "columns": ("Name",), "bureau": "ppb"}
    assert (offered(**known)["theme"], offered(**known)["category"]) == (("public-safety",), "public-safety")
    assert not {"theme", "category"} & set(filled_in(**known))


@pytest.mark.parametrize(("row_names", "title", "thing"), [
    (("Permit Number",), "Permits", "permit"), (("call_id",), "", "call"), (("OBJECTID", "Inspection No"), "", "inspection"),
    (("ServiceRequestID",), "", "service request"), (("ID",), "", None), (("addresses_id",), "", "address"),
])
def test_the_column_that_names_the_rows_says_what_a_row_is(row_names, title, thing):
    assert filled_in(row_names=row_names, record=Record(title=title)).get("granularity") == thing


@pytest.mark.parametrize(("title", "thing"), [
    ("Tree requests in 2026", "tree request"), ("BOEC calls, April", "BOEC call"), ("Libraries", "library"),
    ("Bicycle counts on the bridges", "bicycle count"), ("Traffic", None), ("Status", None), ("2026", None),
])
def test_the_title_offers_what_a_row_may_be(title, thing):
    known = {"row_names": ("ID",), "record": Record(title=title)}
    assert offered(**known).get("granularity") == thing
    assert "granularity" not in filled_in(**known)
    assert "granularity" not in offered(row_names=(), record=Record(title=title))


def test_what_the_description_says_of_a_row_and_of_its_use_is_offered_where_that_is_asked():
    record = Record(description="Each row is one counter and hour. It is collected in all seasons to plan safer streets. More.")
    values = offered(record=record)
    assert (values["granularity"], values["purpose"]) == ("counter and hour", "To plan safer streets.")
    assert "purpose" not in offered(record=Record(description="It is collected for each bridge. It is collected by sensors."))


@pytest.mark.parametrize(("columns", "value"), [
    (("Operator", "Trip"), "yes"), (("data_source",), "yes"), (("systemSource",), None), (("Operating Hours",), None),
    (("SourceAgency",), "yes"),
])
def test_a_column_of_origins_only_asks_whether_others_made_the_data(columns, value):
    assert offered(columns=columns).get("third_party") == value
    assert "third_party" not in filled_in(columns=columns)


def test_answers_on_the_description_come_before_what_else_is_known():
    assert offered(guided=(("granularity", "bridge and day"),))["granularity"] == "bridge and day"


def test_dates_of_every_day_only_ask_whether_a_version_comes_every_day():
    assert offered(step_days=1.0)["frequency"] == "daily"
    assert "frequency" not in filled_in(step_days=1.0)


def test_every_proposal_says_why_and_fits_its_element():
    for offer in suggest(context()):
        assert offer.why.show().endswith(".")
        assert isinstance(offer.value, tuple) is (offer.element in LIST_ELEMENTS)


def test_nothing_known_still_gives_the_programs_settings_and_a_name():
    values = {offer.element for offer in suggest(SuggestionContext(record=Record(), profile=program_profile(),
                                                                  vocabularies=program_vocabularies()))}
    assert values == {"license", "language", "spatial", "version", "slug", "identifier"}


@pytest.mark.parametrize(("name", "expected"), [
    ("bicycle_counts_2026", "Bicycle counts 2026"), ("BOEC-April2018-Filtered-In", "BOEC April 2018 Filtered In"),
    ("Copy of TreePermits (2)", "Tree Permits"), ("permits_v2_final", "Permits"), ("2018-19 budget", "2018-19 budget"),
    ("Zip codes 97201-97299", "Zip codes 97201-97299"), ("____", ""), ("Fire Incidents export 20240131", "Fire Incidents"),
])
def test_a_file_name_becomes_words(name, expected):
    assert cleaned(name) == expected


def test_a_sheet_with_a_name_of_its_own_joins_the_title():
    assert offered(sheet_name="Steel Bridge")["title"] == "Bicycle counts 2026, Steel Bridge"
    assert offered(sheet_name="Sheet1")["title"] == "Bicycle counts 2026"


def test_a_date_to_come_is_no_change_and_the_files_day_is_proposed():
    assert offered(dates=("2026-01-01", "2031-01-01"), file_changed="2026-11-02T08:00:00")["modified"] == "2026-11-02"
    assert "modified" not in offered(dates=None)


def test_the_identifier_names_program_and_bureau_and_passes_over_what_is_taken():
    first = offered()["identifier"]
    assert first.startswith("PDX-PBOT-")
    assert offered(taken_identifiers=frozenset([first]))["identifier"] not in (first, "")
    assert offered(record=Record(publisher="pfr"))["identifier"].startswith("PDX-PFR-")
    assert offered()["identifier"] == first


def test_the_bureau_is_read_from_the_file_name_where_no_setting_names_it():
    assert offered(bureau="", file_name="BOEC-April2018.csv")["publisher"] == "boec"
    assert offered(bureau="", file_name="BDS - Apps received per month.xlsx")["publisher"] == "ppd"
    assert "publisher" not in offered(bureau="", file_name="PF&R or FPDR.csv")


def test_only_blank_generated_answers_are_filled_in():
    record = generated(context(record=Record(title="Trees", identifier="PDX-PARKS-0001")))
    assert (record.identifier, record.slug) == ("PDX-PARKS-0001", "trees")
    assert is_blank(record.license)


def test_a_title_still_to_be_written_does_not_leave_its_word_in_the_short_name():
    assert generated(context(record=Record(title="TBD"))).slug == "dataset-tbd"


any_text = st.text(max_size=30)


@given(st.builds(Record, title=any_text, publisher=any_text), any_text, st.lists(any_text, max_size=4).map(tuple), any_text,
       st.none() | st.tuples(any_text, any_text))
@example(Record(), "", (), "NONE", None)
def test_whatever_is_known_what_is_proposed_is_never_blocked(record, file_name, columns, sheet_name, dates):
    offers = suggest(context(record=record, file_name=file_name, columns=columns, sheet_name=sheet_name, dates=dates))
    filled = Record()
    for offer in offers:
        filled = filled.with_value(offer.element, offer.value)
    blocked = {finding.column for finding in examine(filled, program_profile(), program_vocabularies())
               if finding.tier is Tier.BLOCK and finding.kind != "metadata-missing"}
    assert blocked <= {"title"}


@pytest.mark.parametrize("suggester", discover("steward.metadata.suggestions", "SUGGESTION"),
                         ids=lambda suggester: type(suggester).__name__)
def test_every_suggester_answers_for_one_element_or_not_at_all(suggester):
    offer = suggester.suggest(context(columns=("Provider",), record=Record(description="It is used to plan streets.")))
    assert offer is not None
    assert offer.element in ELEMENT_IDS
    nothing = SuggestionContext(record=Record(), profile=program_profile(), vocabularies=program_vocabularies())
    again = suggester.suggest(nothing)
    assert again is None or again.element == offer.element


@pytest.mark.parametrize(("step_days", "frequency"), [
    (7.0, "weekly"), (30.5, "monthly"), (31.0, "monthly"), (91.0, "quarterly"), (365.0, "annual"), (1.0, "daily"), (3.0, None),
    (50.0, None), (None, None),
])
def test_the_steps_between_dates_tell_how_often_it_changes(step_days, frequency):
    assert offered(step_days=step_days).get("frequency") == frequency


@pytest.mark.parametrize(("box", "area"), [
    ((-122.7, 45.5, -122.6, 45.6), "portland"), ((-122.7, 45.44, -121.9, 45.6), "multnomah-county"),
    ((-124.0, 42.5, -117.0, 46.0), "oregon"), ((-74.0, 40.7, -73.9, 40.8), "portland"), (None, "portland"),
])
def test_the_smallest_area_that_holds_the_places_is_proposed(box, area):
    assert offered(box=box)["spatial"] == area  # the program's setting where no area holds them


def test_keywords_of_the_bureaus_other_datasets_come_first_where_they_fit():
    others = (KnownDataset(title="Counters", publisher="pbot", keywords=("bicycle count", "sidewalks")),
              KnownDataset(title="Trees", publisher="parks", keywords=("stations",)))
    keywords = offered(others=others)["keywords"]
    assert keywords[0] == "bicycle count"
    assert not {"sidewalks", "stations", "bicycle", "counts"} & set(keywords)


@pytest.mark.parametrize("sheet_name", ["NONE", "n/a", "Test", "lorem ipsum", "TBD"])
def test_the_text_of_a_form_is_no_keyword(sheet_name):
    assert "keywords" not in offered(file_name="", columns=(), sheet_name=sheet_name)
    assert offered(file_name="", columns=("Tree",), sheet_name="NONE")["keywords"] == ("tree",)


@pytest.mark.parametrize(("title", "step_days", "frequency", "is_filled_in"), [
    ("Permit applications per month", None, "monthly", True), ("Monthly counts of bicycles", 30.0, "monthly", True),
    ("Monthly counts of bicycles", 1.0, "monthly", False), ("Crashes by year", 365.0, "annual", True),
    ("Half-yearly budget", None, "semiannual", True), ("Monthly and yearly totals", None, None, False),
    ("Bimonthly notes", None, None, False), ("Monthly counts of bicycles", 365.0, "monthly", False),
])
def test_a_title_that_names_the_rhythm_goes_before_the_dates(title, step_days, frequency, is_filled_in):
    known = {"record": Record(title=title), "step_days": step_days}
    assert offered(**known).get("frequency") == frequency
    assert ("frequency" in filled_in(**known)) is is_filled_in


@pytest.mark.parametrize(("title", "step_days", "newest", "is_filled_in"), [
    ("", 30.5, "2026-06-01", False), ("Counts per month", None, "2026-06-01", False), ("", 30.5, "2026-10-01", True),
    ("", 365.0, "2025-06-01", True), ("", 1.0, "2026-06-01", False)])
def test_a_rhythm_that_the_newest_date_contradicts_is_a_question_that_says_so(title, step_days, newest, is_filled_in):
    known = context(record=Record(title=title), step_days=step_days, dates=("2020-01-01", newest), today="2026-11-27")
    offer = next(offer for offer in suggest(known) if offer.element == "frequency")
    assert offer.fills_in is is_filled_in
    assert ("newest date" in offer.why.show()) is not is_filled_in
    judged = examine(Record(frequency=offer.value), known.profile, known.vocabularies, known.dates, today=known.today)
    assert ("metadata-frequency-differs" in {finding.kind for finding in judged}) is not is_filled_in


def test_the_name_of_the_file_names_the_rhythm_where_there_is_no_title():
    assert offered(file_name="Apps received per month.xlsx", step_days=1.0)["frequency"] == "monthly"


def test_the_neighborhoods_of_the_table_are_filled_in_unless_they_are_nearly_all():
    assert filled_in()["neighborhoods"] == ("Kenton", "Lents")
    every = tuple(one.name for one in KNOWN["city"].listed)
    assert "neighborhoods" not in offered(covered=Covered(names=every))
    assert "map" in next(offer.why.show() for offer in suggest(context(covered=Covered(names=("Kenton",), is_by_places=True)))
                         if offer.element == "neighborhoods")


def test_what_only_sorts_the_rows_is_no_keyword():
    words = offered(file_name="Permits.csv", columns=("Kind of work", "Neighborhood", "Contractor"))["keywords"]
    assert not {"kind", "neighborhood", "work"} & set(words)
    assert "contractor" in words
    assert offered(file_name="New public city services list.csv", columns=("Service", "Shelter"))["keywords"] == ("shelter",)


def test_one_thing_and_many_of_it_are_one_keyword():
    assert offered(file_name="Fire incidents.csv", columns=("Incident", "Engines", "Engine"))["keywords"] == (
        "fire", "incidents", "engines")
