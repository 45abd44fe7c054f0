import pyarrow as pa
import pytest

from steward.privacy.sentence_names import name_somebody
from tests.privacy.tables import make_knowledge

NAMED = ("VICT THANH NGUYEN STATED BROTHER JOANNE BARLOW THREATENED HER", "mother Duc Pham may pick up holds",
         "bit Daisy Holt on hand, stitches at Emanuel", "My name is Paige Hathaway, I was robbed last year",
         "Kristin asks to be placed near her friend", "wife Esperanza will call", "WARNING GIVEN TO LIBAN JAMA",
         "spoke w/ GARCIA, MARIA about the fence", "Talked to Oleksandr Tkachuk about the fence")
PLACED = ("the needles in Elizabeth Caruthers Park", "Pothole about 4 ft wide at SW Henry Blvd and SE Clinton Blvd",
          "Loud construction by Todd Warsame Janitorial", "tow by Marjorie Holt Co", "Inspected by Tom Reed on site",
          "PRINTS LIFTED FROM DOOR FRAME", "Officer Dunn was great", "at Fred Meyer on Rosa Parks Way", "Will call back in May",
          "Storm Drain Clogged At Corner Of Main")


@pytest.mark.parametrize(("texts", "count"), [(NAMED, len(NAMED)), (PLACED, 0)])
def test_sentences_that_name_somebody_are_told_from_streets_parks_firms_and_officials(texts, count):
    assert len(name_somebody(pa.array(texts), make_knowledge())) == count
