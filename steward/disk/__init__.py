"""Files and folders: writes that are whole or not there at all, locks that die with their owner, trouble in plain words.

Context: drafts, the queue and the folder portal all write files, on local disks and on shares, and none of them may lose what
stood before when the disk is full, the share is gone or the power fails. Decision: one small room below the edges does every
write and turns every OSError into words without a path; the edges share it instead of knowing each other. Refused: each
edge on its own (three times the same traps of Windows and of shares), and a protocol passed in from above (nothing but a disk
fills it).
"""
