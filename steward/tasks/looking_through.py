"""Opens the candidate of a sealed submission for the coordinator to look through, with what is found in it.

Context: the findings of a manifest name rows of the bureau's file, which the coordinator does not have. Decision: the
candidate is read from its bag and checked again on this computer, so that every mark stands in a row of the file that would be
published.
Refused: carrying the numbers over, which a reshape or rows that were left out make impossible.
"""

from steward.tasks.bags import read_bag, verify_bag
from steward.tasks.checking import check
from steward.tasks.exploring import Explored, explored_sheet
from steward.tasks.house import House
from steward.tasks.opening import open_sheet
from steward.tasks.program import program
from steward.tasks.updating import AS_SEALED
from steward.vocabulary.errors import Refused, VerificationFailed, words
from steward.vocabulary.message import say
from steward.vocabulary.progress import Part, Progress


def candidate(house: House, submission: str, progress: Progress, name: str = "") -> Explored:
    """Return a table of the newest revision by its name, its bytes verified, row 1 being the names of its columns.

    Without a name it is the first one.
    Raises: VerificationFailed where the table is not the one that the manifest tells of, InputUnreadable, Trouble.
    """
    queue = program(house).queue
    bag = queue.open_revision(submission, queue.state(submission).revision)
    verify_bag(bag)
    manifest = read_bag(bag)
    table = next((one for one in manifest.tables if name in ("", one.name)), None)
    if table is None and manifest.tables:
        raise Refused(words(say("The newest revision of this submission has no such table."),
                            say("Submission {number}.", number=submission), say("Look at the submission again.")))
    if table is None:
        raise Refused(words(say("There is no table in this submission: the dataset is cataloged without its data."),
                            say("Submission {number}.", number=submission), say("Look at what the record says instead.")))
    sheet = open_sheet(house, bag / table.path, AS_SEALED, Part(progress, 0.0, 0.4))
    if sheet.height != table.rows or sheet.quarantine:
        raise VerificationFailed(words(say("The table of this submission is not the one that its manifest tells of."),
                                       say("Submission {number}.", number=submission),
                                       say("Ask the bureau to send it again.")))
    return explored_sheet(sheet, sheet, check(house, sheet, Part(progress, 0.4, 1.0)))
