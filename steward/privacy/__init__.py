"""Finds what may harm a person, column by column, and says why it thinks so.

Context: headers mislead, look-alikes abound (permit numbers shaped like Social Security numbers, inspectors in their office,
hydrant coordinates), and one forgotten cell among thousands is a breach. Decision: a recognizer only spots, knowing no context;
one weigher judges all evidence together (header words and anti-words, shares of cells, single hits that prove themselves, what
one row is about) and answers with harmful or benign verdicts and their reason. All words and tiers are files that a privacy
officer edits. Refused: a model of language (its answer cannot be explained, and its download not be kept offline), and
recognizers that look at headers themselves (each would weigh differently).
"""
