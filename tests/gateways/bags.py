"""Small bags with a public and an internal part, written without the house's own writer."""

import hashlib
import json
from pathlib import Path

from steward.gateways.port import Publication

ENTRY = {"identifier": "another", "title": "Bike counts", "accessLevel": "public", "modified": "2026-11-01",
         "accrualPeriodicity": "R/P1M", "landingPage": "/home/someone/landing", "describedBy": "datapackage.json",
         "distribution": [{"@type": "dcat:Distribution", "title": "Counts", "mediaType": "text/csv"}]}
PACKAGE = {"name": "bikes", "resources": [{"name": "bikes", "path": "counts.csv"}]}


def write_bag(folder: Path, csv: str = "a,b\n1,2\n", entry: dict | None = None) -> str:
    """Return the tagmanifest's SHA-256 of a bag written into a folder."""
    files = {"data/public/counts.csv": csv, "data/public/dcat-us-1.1.json": json.dumps(entry or ENTRY),
             "data/public/datapackage.json": json.dumps(PACKAGE), "data/internal/decisions.json": '{"private": true}'}
    manifest = "".join(f"{_sha256(text)}  {name}\n" for name, text in sorted(files.items()))
    files["manifest-sha256.txt"] = manifest
    files["tagmanifest-sha256.txt"] = f"{_sha256(manifest)}  manifest-sha256.txt\n"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return _sha256(files["tagmanifest-sha256.txt"])


def publication(bag: Path, *, identifier: str = "PDX-PBOT-0001", practice: bool = False, at: str = "2026-11-23T10:00:00+00:00",
                **contents) -> Publication:
    """Return a publication of a new bag."""
    tagmanifest = write_bag(bag, **contents)
    return Publication(submission="PBOT-7F3K2Q", identifier=identifier, title="Bike counts", bag=bag, tagmanifest=tagmanifest,
                       head="0" * 64, at=at, practice=practice)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
