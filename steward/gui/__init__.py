"""The window: what people see, and the only room that imports Qt.

Context: a clerk works at the window for minutes at a time and must never wait for it, lose a decision to it, or be shut out by
it. Decision: the window paints before anything heavy is imported; slow work goes through `worker`, the only place that
catches Exception; `session` holds the draft and saves it with every change; a page reads the session, asks a task, and shows
the answer; each page is one file ending in `PAGE`, found by discovery. Refused: QWizard (one way only, steals Enter, cannot
show a task list), Qt Designer files (no review, no types), QML (weak screen reader support, 60 MB more), widgets inside table
cells (absent from the accessible tree).
"""
