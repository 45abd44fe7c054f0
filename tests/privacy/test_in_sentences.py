from steward.privacy.examine import examine
from steward.vocabulary.progress import Silence
from tests.privacy.tables import make_knowledge, make_profile


def test_each_kind_that_a_note_tells_is_named():
    notes = ["Left a notice at the door", "Call back in the morning", "Gate locked, dog in the yard"] * 40
    notes[7] = "VICT ABSHIR OSMAN STATED THAT HE WAS PUSHED, CB 971-371-7481"
    notes[50] = "Tessa Coyle (DOB 03/15/04) lives at 917 N Lombard St, plate 058PTV"
    report = examine(make_profile({"remarks": notes}), make_knowledge(), Silence())
    kinds = {harm.kind: len(harm.rows) for harm in report.columns[0].harmful}
    assert kinds == {"free_text_pii": 2, "person_name": 2, "phone": 1, "date_of_birth": 1, "home_address": 1,
                     "license_plate": 1}
