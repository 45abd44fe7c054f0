"""`record.json`, our own form, also where a person or an earlier version wrote it."""

from collections.abc import Mapping

from steward.metadata.imports._reading import Reading
from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import ELEMENT_IDS, FORMAT, UNCONFIRMED
from steward.metadata.strict_json import Node, check_format
from steward.vocabulary.message import say


class RecordJson:
    """Answers under the names of the record."""

    name = "record"
    order = 1

    def fits(self, document: Mapping[str, object]) -> bool:
        """Return whether it has our format number and one of our names."""
        return "format" in document and ("identifier" in document or any(name in document for name in ELEMENT_IDS))

    def read(self, document: Mapping[str, object], reading: Reading) -> None:
        """Tell every answer. Raises: DocumentTooNew."""
        check_format(Node(document, reading.name), FORMAT)
        for name in (name for name in ELEMENT_IDS if name in document):
            if isinstance(document[name], list) != (name in LIST_ELEMENTS):
                reading.fault("wrong-kind", name, say("This is not written as a text or a list of texts."))
            reading.tell(name, document[name], name)
        reading.understand([document.get("format"), document.get(UNCONFIRMED)])
        reading.sort_out(document, ("format", UNCONFIRMED, *ELEMENT_IDS))


IMPORT = RecordJson()
