"""What Steward keeps on this workstation: settings, drafts, tables of the moment, word lists, the log, and secrets.

Context: drafts hold what a person decided and may name a private file; nothing of them may leave the workstation or be lost.
Decision: plain JSON files in the person's own folder, each written whole beside the old one and then put in its place, one
folder per draft, secrets in the system's own store only. Refused: one database (a damaged page loses all drafts, and a clerk
cannot copy one draft to a colleague), roaming or synchronized folders (tables are large and drafts are private).
"""
