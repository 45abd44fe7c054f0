"""The Data Manifest: what is in it, how it is sealed into a bag, verified, and read again.

Context: the city's Handbook names a submission a Data Manifest of four parts: workflow control, candidate open dataset,
metadata, and business rules to curate the data. Decision: one BagIt bag with a public part, built by allow-list from values
meant for the public, and an internal part; the original is named by its hash and never copied. Every document has a format
number, and is read strictly, since it may come from anywhere. Refused: one large JSON file (a candidate may be larger than
memory), and a public part made by taking things out of an internal one (what is forgotten would be published).
"""
