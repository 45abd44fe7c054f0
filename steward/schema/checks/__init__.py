"""One file per rule about tables, each with its words, its threshold and where the rule comes from.

Context: a finding must name every row it is about, on a million rows, and never a cell. Decision: a check reads the profile
(distinct values, masks) and answers with at most one finding for each kind and column. Kinds that frictionless has carry its
names. Refused: one error per cell, as frictionless reports, which nobody reads and which puts cells into texts.
"""
