"""Rules that a table keeps today and may be meant to keep always: one file each, offered to a person and never assumed.

Context: a schema that nobody writes checks nothing, and one that is written from a sample is wrong next month. Decision: each
rule is read from every value, is offered only where there is much to go by, and is held against the column by the same code
that will judge next month's file. Refused: rules that repeat the data (the largest amount so far), which break at once.
"""
