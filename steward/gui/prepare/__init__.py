"""The bureau's way from a file to a submission, one file per page: before you start, then the five steps."""
