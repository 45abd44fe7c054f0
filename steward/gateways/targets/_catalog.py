"""The catalog of a folder portal, as DCAT-US 1.1 has it, made from what the portal holds. Source: resources.data.gov, v1.1."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from steward.disk.disk import Disk
from steward.gateways.bags import differs
from steward.gateways.targets._ledger import Ledger, Version, Withdrawal
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say

CATALOG = "catalog.json"
ENTRY, PACKAGE, DICTIONARY = "dcat-us-1.1.json", "datapackage.json", "dictionary.csv"
CONFORMS_TO = "https://project-open-data.cio.gov/v1.1/schema"
LONGEST_RIGHTS = 255     # characters, of DCAT-US 1.1
OF_FILES = ("distribution", "describedBy", "describedByType", "license", "accrualPeriodicity")
MOST_MISSING = 0.2       # harvesters delete what disappears from a catalog (data.gov does)
WEB = re.compile(r"https?://", re.IGNORECASE)
LINKS = ("downloadURL", "accessURL", "describedBy", "landingPage", "conformsTo")

Json = dict[str, Any]


class CatalogShrinks(Refused):
    """Far more datasets would disappear from the catalog than were taken down."""


def empty_catalog(program: str, *, practice: bool) -> Json:
    """Return the catalog of a new portal."""
    return {"@context": f"{CONFORMS_TO}/catalog.jsonld", "@type": "dcat:Catalog", "conformsTo": CONFORMS_TO,
            "describedBy": f"{CONFORMS_TO}/catalog.json", "title": program, "practice": practice, "dataset": []}


def catalog_bytes(catalog: Mapping[str, Any]) -> bytes:
    """Return the catalog as it is written: the same datasets give the same bytes."""
    return json.dumps(catalog, indent=1, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n"


def rebuilt(before: Json, root: Path, ledgers: Iterable[Ledger], disk: Disk) -> Json:
    """Return the catalog of what the portal holds now. Raises: VerificationFailed, Trouble."""
    entries = [_entry(root, ledger, newest, disk) for ledger in ledgers if (newest := ledger.newest) is not None]
    return {**before, "dataset": sorted(entries, key=lambda entry: str(entry["identifier"]))}


def check_loss(before: Json, after: Json, ledgers: Iterable[Ledger]) -> None:
    """Raise CatalogShrinks where more than a fifth of the datasets would disappear that nobody took down."""
    taken_down = {version.identifier for ledger in ledgers if ledger.shown is None for version in ledger.versions}
    known, kept = _identifiers(before) - taken_down, _identifiers(after)
    if len(known - kept) > MOST_MISSING * len(known):
        raise CatalogShrinks(words(
            say("Many datasets would disappear from the portal's catalog, so it was left as it is."),
            say("{missing} of {known} datasets.", missing=len(known - kept), known=len(known)),
            say("Look whether folders of the portal were moved or deleted, and put them back from a copy.")))


def _identifiers(catalog: Json) -> set[str]:
    return {str(entry.get("identifier", "")) for entry in catalog.get("dataset", [])}


def _entry(root: Path, ledger: Ledger, shown: Version, disk: Disk) -> Json:
    base = f"{ledger.folder}/v{shown.version}"
    entry = _document(disk.read(root / base / ENTRY))
    first = next(version for version in ledger.versions if version.published)
    named = {**entry, "identifier": shown.identifier, "issued": entry.get("issued") or first.published[:10]}
    package = _document(disk.read(root / base / PACKAGE)) if PACKAGE in shown.files else {}
    if ledger.shown is None and ledger.withdrawal is not None:
        return _linked(_without_files(named, ledger.withdrawal), base, {})
    files = _distributions(named, package, shown.files)
    return _linked({**named, "distribution": files} if files else named, base, shown.files)


def _without_files(entry: Json, withdrawal: Withdrawal) -> Json:
    """Return the entry of a dataset that was taken down: what it was, when its data went, and why, and no file."""
    kept = {name: value for name, value in entry.items() if name not in OF_FILES}
    said = f"The data was taken down on {withdrawal.at[:10]}. Why: {' '.join(withdrawal.reason.split())}"
    rights = said if len(said) <= LONGEST_RIGHTS else f"{said[:LONGEST_RIGHTS - 1].rstrip()}…"
    return {**kept, "accessLevel": "non-public", "rights": rights}


def _distributions(entry: Json, package: Json, files: Mapping[str, str]) -> list[Json]:
    """Return the distributions, each with its file (as it names it, else as the data package does) and the data dictionary."""
    described = {"describedBy": DICTIONARY, "describedByType": "text/csv"} if DICTIONARY in files else {}
    given = [each for each in entry.get("distribution") or [] if isinstance(each, dict)]
    paths = [str(resource.get("path", "")) for resource in package.get("resources", []) if isinstance(resource, dict)]
    if len(paths) != len(given):
        return [{**described, **each} for each in given]
    return [each if WEB.match(str(each.get("accessURL", ""))) else
            {"downloadURL": path, **described, **_own_dictionary(path, files), **each}
            for each, path in zip(given, paths, strict=True)]


def _own_dictionary(path: str, files: Mapping[str, str]) -> Json:
    """Return the data dictionary of one table, where each of several has its own."""
    own = f"{path.removesuffix('.csv')}.{DICTIONARY}"
    return {"describedBy": own, "describedByType": "text/csv"} if own in files else {}


def _linked(values: Json, base: str, files: Mapping[str, str]) -> Json:
    """Return values whose links lead to the web or into the portal; any other, a path of some computer, is left out."""
    linked: Json = {}
    for name, value in values.items():
        if name in LINKS and isinstance(value, str):
            link = value if WEB.match(value) else f"{base}/{quote(value)}" if value in files else ""
            linked.update({name: link} if link else {})
        elif name == "distribution":
            linked[name] = [_linked(each, base, files) for each in value]
        else:
            linked[name] = value
    return linked


def _document(raw: bytes) -> Json:
    try:
        found = json.loads(raw)
    except ValueError:
        raise differs() from None
    if not isinstance(found, dict):
        raise differs()
    return found
