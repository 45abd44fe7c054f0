"""The one record of a dataset; every standard is an export of it."""

from dataclasses import dataclass, fields, replace

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is said about a dataset, in DCAT's words. Every value is text as typed, or a tuple of texts; "" means not answered.

    The names of the attributes are the ids of the elements in resources/metadata/profile.json.
    """

    identifier: str = ""            # PDX-<BUREAU>-<NNNN> or another stable one
    slug: str = ""                  # [a-z0-9_-]{2,100}
    title: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    category: str = ""
    purpose: str = ""
    modified: str = ""              # ISO date
    issued: str = ""                # ISO date; set when published
    frequency: str = ""             # id in resources/metadata/frequencies.json
    related: tuple[str, ...] = ()   # identifiers or addresses of other datasets
    requests_count: str = ""        # internal: how often it was asked for under public records, digits
    requests_period: str = ""       # internal: over which time they were counted
    data_status: str = ""           # "": its data goes with it; else why not: planned, restricted, declined
    status_reason: str = ""
    legal_basis: tuple[str, ...] = ()  # ids in resources/metadata/legal_bases.json
    how_to_ask: str = ""
    expected: str = ""              # ISO date
    publisher: str = ""             # id of the bureau in resources/bureaus.csv
    division: str = ""
    contact_name: str = ""
    contact_email: str = ""
    data_steward: str = ""          # internal
    system_owner: str = ""          # internal: the Business System Owner who classified
    classification: str = ""        # internal: public, restricted, confidential
    access_level: str = ""          # public, restricted public, non-public
    rights: str = ""
    license: str = ""               # id in resources/metadata/licenses.json
    temporal_start: str = ""        # ISO date
    temporal_end: str = ""
    spatial: str = ""               # id in resources/metadata/areas.json, or "w,s,e,n"
    neighborhoods: tuple[str, ...] = ()  # names of resources/metadata/neighborhoods.geojson; none: not only of some
    language: str = ""
    granularity: str = ""           # one row is one ...
    source_system: str = ""
    third_party: str = ""           # yes, no
    third_party_source: str = ""
    third_party_agreement: str = ""  # internal
    third_party_right: str = ""     # internal: yes, no: whether the agreement lets the city publish
    trade_secrets: str = ""         # internal: yes, no
    known_limits: str = ""
    equity: str = ""
    version: str = ""
    landing_page: str = ""          # set when published

    def value(self, element: str) -> Value:
        """Return the answer to one element. Raises: KeyError for an unknown element."""
        if element not in ELEMENT_IDS:
            raise KeyError(element)
        answer: Value = getattr(self, element)
        return answer

    def with_value(self, element: str, value: Value) -> "Record":
        """Return the record with one answer changed. Raises: KeyError for an unknown element."""
        if element not in ELEMENT_IDS:
            raise KeyError(element)
        return replace(self, **{element: value})  # type: ignore[arg-type]  # the name decides which of the two types


ELEMENT_IDS: tuple[str, ...] = tuple(field.name for field in fields(Record))
FORMAT = 1
UNCONFIRMED = "unconfirmed"   # in a document that Steward filled in: the elements that no person has looked through yet
