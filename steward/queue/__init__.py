"""Where submissions wait for review: a port, and a plain folder that fills it.

Context: the city's bureaus share a network drive and nothing else; no server of ours may stand between clerk and coordinator,
several people write at once, machines are switched off in the middle, and no decision may be lost. Decision ("SQ1"): one
folder per submission, never renamed; revisions are sealed bags that exist once an event cites the hash of their tagmanifest;
events are small files with numbers for names, made by exclusive create, each naming the hash of the one before. Exclusive
create is the one thing that a share decides for exactly one of many (measured over SMB: one winner in 150 of 150 rounds).
Refused: claiming by renaming (up to 8 of 8 clients were told they had it), appending to one file (142 of 400 lines kept), a
database on the share (its locks do not hold there), and a stored state beside the events (two truths).
"""
