"""A second process for the parts of a check, so that a large table is looked at by two.

Context: threads of one process share its interpreter: a check of a million rows took as long on two processors as on one, and
held up the window meanwhile. Decision: a second process maps the very files in which the opened table lies and does parts of
the check next to a thread of this one; both take the next part from one list, so neither waits for the other. What it cannot
do, for whatever cause, is done here: no finding hangs on it. It parses nothing: what it answers is pickled by our own code. It
has limits on memory and time like the process that reads files, and ends with this one. Refused: the reading process as the
second one (a hostile workbook may have taken it over, and what it says is JSON for that reason), and shared memory (the table
lies in files already). Small tables stay in one process: starting one costs half a second.
"""
