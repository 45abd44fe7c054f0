"""Rules that a table keeps today and may be meant to keep always: one file each, offered to a person and never assumed.

Context: a schema that nobody writes checks nothing, and one that is written from a sample is wrong next month. Decision: each
rule is read from every value and is offered only where there is much to go by. Refused: rules that repeat the data (the
largest amount so far), which break at once.
"""
