"""Dates, which are of birth where the header or their spread over the years says so."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("1984-03-09", "3/9/1984", "09-Mar-84", "March 9, 1984", "19840309", "1984", "03/09/84")
NOT_SEEN = ("10:15", "12", "503-555-0123", "3.5")
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
RECOGNIZER = ByPattern(
    kind="date_of_birth", family="quasi",
    core=r"(?:18|19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:[T ][0-9:.]+Z?)?"
         r"|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:[0-9]{4}|[0-9]{2})(?: [0-9:]+(?: ?[AP]M)?)?"
         rf"|[0-9]{{1,2}}[- ]{_MONTH}[- ,]+(?:[0-9]{{4}}|[0-9]{{2}})|{_MONTH} [0-9]{{1,2}},? [0-9]{{4}}"
         r"|(?:19|20)[0-9]{2}(?:[01][0-9][0-3][0-9])?",
    left=r"^\s*(?:)", right=r"\s*$", needs=Needs(strong=0.3, weak=0.6))
