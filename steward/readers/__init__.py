"""Opens files: exactly, in a child process, and with every row and line accounted for.

Context: a spreadsheet comes from anywhere and may be damaged, enormous or hostile; the window must stay alive and must never
show a wrong table. Decision: all parsing happens in a child process with limits (`child`, `process`), which hands over an Arrow
file that the window maps (`handover`); formats are told by content, one file each in `formats`; what stands in the way is one
sentence per cause (`errors`). Refused: threads (a running parser cannot be stopped and holds up the window), engines that may
reach the network or drop text without a word.
"""
