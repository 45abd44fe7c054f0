"""Which remedies answer a kind of finding, the recommended one first, and what to say of them.

Source: City of Portland, "Privacy Toolkit", guideline on public data: address to ZIP code, birth date to age range, name to
first name and last initial; DataSF, "Open data release toolkit": removal, obfuscation, banding, aggregation.
"""

from steward.vocabulary.message import Message, say

_OUT, _ROWS, _FOUR, _ID = "leave_out_column", "leave_out_rows", "mask_all_but_last_four", "replace_by_random_id"
_SCRUB = "scrub_text"
_RARE, _SINGLE = 0.1, 0.01     # of the filled cells: few of them, and single ones
_CELLS = frozenset(("ssn", "itin", "credit_card", "phone", "email", "credential", "free_text_pii"))  # in sentences
_NUMBER, _PERSON = (_OUT, _FOUR, _ROWS), (_ID, _OUT, _ROWS)
_ANSWERS = ("recode_rare", _OUT, _ROWS)
_FITTING: dict[str, tuple[str, ...]] = {
    "ssn": _NUMBER, "itin": _NUMBER, "credit_card": _NUMBER, "bank_account": _NUMBER, "phone": _NUMBER,
    "driver_license": _NUMBER, "passport": _NUMBER, "medical_id": _NUMBER,
    "email": (_OUT, "keep_domain", _ROWS), "person_name": (_OUT, "first_name_last_initial", _ID, _ROWS),
    "license_plate": (_OUT, _ID, _FOUR, _ROWS), "vin": (_OUT, _ID, _FOUR, _ROWS),
    "person_id": _PERSON, "username": _PERSON, "device_id": _PERSON, "mac_address": _PERSON, "ip_address": (_OUT, _ID, _ROWS),
    "home_address": ("address_to_block", "address_to_zip", _OUT, _ROWS),
    "precise_geo": ("round_coordinates", "address_to_block", _OUT, _ROWS),
    "date_of_birth": ("birth_to_age", "date_to_year", _OUT, _ROWS), "age": ("age_bands", "top_and_bottom_code", _OUT, _ROWS),
    "income": ("top_and_bottom_code", _OUT, _ROWS),
    "free_text_pii": (_SCRUB, _OUT, _ROWS),
    **dict.fromkeys(("gender", "race_ethnicity", "zip_code", "national_origin"), _ANSWERS),
}
_TYPES = {
    "birth_to_age": ("date", "datetime"), "address_to_block": ("string",), "address_to_zip": ("string",),
    "keep_domain": ("string",), "first_name_last_initial": ("string",), "age_bands": ("integer", "number", "string"),
    "top_and_bottom_code": ("integer", "number"), "round_coordinates": ("number", "geopoint"), _SCRUB: ("string",),
    "date_to_year": ("date", "datetime", "yearmonth", "string"),
}
_ADVICE = {
    _ROWS: say("Leave out these rows, or clear the cells in the spreadsheet and open it again."),
    _SCRUB: say("Take out what tells of a person, and read the sentences that are left yourself; or leave out the column."),
    _ID: say("Replace each by a random identifier, so that rows of one person can still be told to belong together, or leave "
             "out the column."),
    "date_to_year": say("Keep only the year, or leave out the column."),
    "birth_to_age": say("Tell ages in place of birth dates, keep only the year, or leave out the column."),
    "age_bands": say("Tell ages in the city's bands, or leave out the column."),
    "address_to_block": say("Keep only the block or the ZIP code, or leave out the column."),
    "round_coordinates": say("Round the coordinates so that they no longer point at one building, or leave out the column."),
    "recode_rare": say('Put "Other" in place of rare answers, so that nobody stands alone with one, or leave out the column.'),
    "top_and_bottom_code": say("Tell the highest and the lowest amounts together, or leave out the column."),
}


def remedies_for(kind: str, column_type: str, share: float, *, in_sentences: bool = False) -> tuple[str, ...]:
    """Return the names of the remedies for a kind in a column of this type, the recommended one first.

    Where only single cells hold it (`share` of the filled ones), leaving out those rows comes first. Inside sentences it is
    taken out of them: what is meant for a whole cell, such as its last four characters, would tear the sentence.
    """
    if in_sentences and column_type == "string" and kind in _CELLS:
        return (_SCRUB, _OUT, _ROWS) if share >= _SINGLE or kind == "free_text_pii" else (_ROWS, _SCRUB, _OUT)
    fitting = [name for name in _FITTING.get(kind, (_OUT, _ROWS)) if column_type in _TYPES.get(name, (column_type,))]
    if share >= _RARE:
        return tuple(fitting)
    if column_type == "string" and kind in _CELLS and _SCRUB not in fitting:
        fitting.append(_SCRUB)
    return tuple(sorted(fitting, key=lambda name: name not in (_ROWS, _SCRUB)))


def advice(remedies: tuple[str, ...]) -> Message:
    """Return in a sentence what the recommended remedies do."""
    if remedies[0] in _ADVICE:
        return _ADVICE[remedies[0]]
    if _FOUR in remedies:
        return say("Leave out the column, or keep only the last four characters of each cell.")
    if "keep_domain" in remedies:
        return say("Leave out the column, or keep only the part behind the @.")
    if "first_name_last_initial" in remedies:
        return say("Leave out the column, or replace each name by a random identifier.")
    return say("Leave out the column.")
