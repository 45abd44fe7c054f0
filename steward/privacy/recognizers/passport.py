"""Passport numbers, told by their header. Source: travel.state.gov: nine digits, or one letter and eight digits."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("C01234567", "512345678")
NOT_SEEN = ("yes", "USA", "2024-01-05")
RECOGNIZER = ByPattern(kind="passport", family="number", core=r"[A-Z]{0,2}[0-9]{6,9}[A-Z]?", needs=Needs(strong=0.5, weak=None))
