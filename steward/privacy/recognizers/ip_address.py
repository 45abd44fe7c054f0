"""Internet addresses, IPv4 and IPv6. Source: RFC 791, RFC 4291."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("203.0.113.7", "from 198.51.100.22:443", "2001:db8:85a3:8d3:1319:8a2e:370:7348")
NOT_SEEN = ("1.2.3", "300.1.1.1", "4.12.2026", "10:15:22")
_PART = r"(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"
RECOGNIZER = ByPattern(
    kind="ip_address", family="number",
    core=rf"(?:{_PART}\.){{3}}{_PART}|(?i:(?:[0-9a-f]{{1,4}}:){{7}}[0-9a-f]{{1,4}}|(?:[0-9a-f]{{1,4}}:){{1,6}}:[0-9a-f:]{{0,30}})",
    needs=Needs(strong=0.2, weak=0.4, alone=0.6))
