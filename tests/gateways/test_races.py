"""Several coordinators publish at once: every dataset ends up in the catalog, each once."""

import json
import multiprocessing
from pathlib import Path

from steward.gateways.targets.folder import FolderPortal
from steward.vocabulary.errors import Trouble
from steward.vocabulary.progress import Silence
from tests.gateways.bags import publication

SPAWN = multiprocessing.get_context("spawn")
COORDINATORS, DATASETS = 3, 4


def publish(root: str, bags: str, coordinator: int) -> None:
    for number in range(DATASETS):
        wanted = publication(Path(bags) / f"{coordinator}-{number}", identifier=f"PDX-{coordinator}-{number}")
        for _ in range(20):
            try:
                FolderPortal(Path(root)).publish(wanted, Silence())
            except Trouble:
                continue
            break


def test_every_dataset_that_is_published_at_once_with_others_ends_up_in_the_catalog(tmp_path):
    root = tmp_path / "portal"
    FolderPortal.create(root, program="P", practice=False)
    processes = [SPAWN.Process(target=publish, args=(str(root), str(tmp_path / "bags"), number))
                 for number in range(COORDINATORS)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(90)
        assert process.exitcode == 0
    found = [entry["identifier"] for entry in json.loads((root / "catalog.json").read_text(encoding="utf-8"))["dataset"]]
    assert found == sorted(f"PDX-{coordinator}-{number}" for coordinator in range(COORDINATORS) for number in range(DATASETS))
    assert len(FolderPortal(root).listed()) == COORDINATORS * DATASETS
