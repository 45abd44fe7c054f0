"""All ways in which things are hidden in the workbooks of the tests: kind, name, act, and whether it changes the zip."""

from tests.readers.hidden import cell_plants, further_plants, part_plants, variant_plants
from tests.readers.hidden.planting import every

FOLDERS = (cell_plants, part_plants, variant_plants, further_plants)     # what they register is gathered
EVERY = every()
