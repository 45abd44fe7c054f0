"""Coordinates that are moved to their block: one place for each block, never nearer than rounding tells it."""

import pytest

from steward.remedies import StepDoesNotFit, remedy
from tests.builders import cells_of, sheet_of, step

SNAP = remedy("snap_to_block")
TABLE = {"Address": ["1204 SW Main St", "1299 SW Main St. Apt 4", "1250 sw main st", "77 NE Alder Ave", "", "PO Box 12"],
         "Latitude": ["45.512344", "45.514444", "45.513999", "45.600012", "45.700049", ""]}


def snapped(columns, **parameters):
    return cells_of(SNAP.apply(sheet_of(columns, chunks=2), step("snap_to_block", "Latitude", **parameters)))["Latitude"]


def test_all_rows_of_a_block_get_the_same_place_and_others_are_rounded():
    assert snapped(TABLE) == ["45.514", "45.514", "45.514", "45.600", "45.7", ""]


def test_a_house_alone_in_its_block_is_told_no_nearer_than_rounding_tells_it():
    alone = {"Address": ["77 NE Alder Ave"] * 1, "Latitude": ["45.600412"]}
    assert snapped(alone) == ["45.600"]


def test_a_place_that_is_far_off_does_not_move_the_block():
    far = {"Address": ["1204 SW Main St"] * 4, "Latitude": ["45.512", "45.513", "0", "45.514"]}
    assert snapped(far) == ["45.512"] * 4


def test_blocks_that_stand_in_place_of_the_houses_already_serve_as_well():
    blocks = {**TABLE, "Address": ["1200 block of SW Main St"] * 3 + ["0 block of NE Alder Ave", "", ""]}
    assert snapped(blocks) == snapped(TABLE)


def test_without_blocks_nothing_is_moved_and_that_is_said():
    with pytest.raises(StepDoesNotFit) as refused:
        snapped({"Area": ["Lents"] * 6, "Latitude": TABLE["Latitude"]})
    assert "blocks" in str(refused.value.words.what)
    with pytest.raises(StepDoesNotFit):
        snapped(TABLE, address="Gone")


def test_numbers_that_are_no_degrees_are_refused():
    with pytest.raises(StepDoesNotFit):
        snapped({**TABLE, "Latitude": ["7641234.5"] * 6})
