"""Passwords, PINs and access keys. Source: ORS 646A.602, category 2; published token forms of AWS, GitHub and RFC 7519.

Kept passwords: crypt(5) of libxcrypt, RFC 2307 for LDAP, Django's password hashers.
"""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("login: maria password: Rose!2024", "gate code = 4471#", "AKIAIOSFODNN7EXAMPLE", "pwd is hunter2x",
        "pw to cam is hunter2", "wifi: guestnet, pass bluebird",
        "$2b$12$abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ01234")
NOT_SEEN = ("12.75", "password reset requested", "forgot password", "PIN", "pin oak", "passenger: 4", "yes", "2 St Johns")
_WORD = (r"(?i:\b(?:pass ?word|passwd|pwd|pass ?code|pass ?phrase|pin (?:code|number|no\.?)"
         r"|p/?w|contrasena|clave|(?:gate|door|alarm|access|entry|lockbox|lock box) code|api[ _-]?key|secret[ _-]?key"
         r"|access[ _-]?token)\b)")
_WIFI = r"(?i:\bwi-?fi\b[^.;]{0,40}\bpass(?:word|code)?\b)(?i:[:= ]| is ){1,3}[^\s,;]{5,}"
_SHORT = (r"(?i:\b(?:pass|user/pass)\b)\s*[:=]\s*[^\s,;]*[A-Za-z][^\s,;]*[0-9!@#$%^&*][^\s,;]*"
          r"|(?i:\bpin\b)(?i: is)?[ :=#]*[0-9]{4,6}(?:$|[^0-9-])"
          r"|(?i:\b(?:combo|combination)\b)[ :=]*(?i:is )?[0-9]{1,2}-[0-9]{1,2}-[0-9]{1,2}")
_KEY = (r"AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}"
        r"|-----BEGIN [A-Z ]*PRIVATE KEY"
        r"|\$(?:2[abxy]?|5|6|y|argon2(?:id?|d))\$[^\s]{20,}|\{(?:S?SHA(?:256|512)?|CRYPT)\}[^\s]{20,}"
        r"|pbkdf2_sha(?:1|256|512)\$[^\s]{20,}")   # how systems keep passwords: one may be guessed from it
_GIVEN = (r"\s*[:=]\s*[^\s,;]{3,}|\s+(?i:is|was|to):?\s+[^\s,;]*[0-9!@#$%^&*][^\s,;]*|\s+[#*]?[0-9]{3,8}\b"
          r"|\s+[^\s]*[A-Za-z][^\s]*[0-9!@#$%^&*][^\s]*"
          r"|\s+(?i:to|for|on)\s+(?:[^\s,;:]+\s+){1,3}(?i:is|was|=)\s+[^\s,;]*[0-9!@#$%^&*][^\s,;]*")
_CUED = rf"(?:{_WORD}(?:{_GIVEN})|{_SHORT}|{_WIFI}|{_KEY})"
_BARE = r"^\s*[^\s]*[0-9!@#$%^&*][^\s]*\s*$"   # what a cell under the header "PIN" may hold
RECOGNIZER = ByPattern(
    kind="credential", family="number", core=rf"{_CUED}|{_BARE}", strict=_CUED, cue=_CUED, left="", right="",
    but_not=r"^\s*[-+]?[0-9]*\.[0-9]+\s*$",
    candidates=r"(?i:pass|pwd|\bp/?w\b|\bpin\b|combo|combination|contrasena|clave|code|api[ _-]?key|secret|access[ _-]?token)"
               r"|AKIA|gh[pousr]_|eyJ|PRIVATE KEY|\$(?:2[abxy]?|5|6|y|argon2)|\{S?SHA|\{CRYPT|pbkdf2_",
    needs=Needs(strong=0.6, weak=None, alone=0.2, single=True))
