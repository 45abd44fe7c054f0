"""Street addresses. Source: USPS Publication 28, appendix C (street suffixes) and section 28 (post office boxes)."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("1420 SE Ankeny St Apt 3", "917 N Lombard Street, Portland, OR 97217", "PO Box 4471", "3 Willow Ct",
        "1420 SE Ankeny St, 97214")
NOT_SEEN = ("1400 block of SE Ankeny St", "SE Ankeny St & 12th Ave", "Ankeny", "12XX SE Ankeny St", "5 Main campus",
            "2 St Johns")
SUFFIX = (r"(?:st|street|ave?|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|ct|court|pl|place|ter|terrace|way|wy|pkwy|parkway|"
          r"cir|circle|loop|hwy|highway|sq|square|trl|trail|aly|alley|row|cv|cove|pt|point|run|path|broadway)")
GENERALIZED = r"(?i)(?:^|[^a-z])(?:block|blk)(?:$|[^a-z])|[0-9]x{1,4} | x{2,} |[a-z] ?(?:&|/|@| and | at ) ?[a-z0-9]"
_STREET = (r"[0-9]{1,6}(?:-[0-9]{1,4}|[A-Z]|[ -]1/2)? (?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\.? )?"
           rf"(?:[a-z0-9.'’-]+ ){{1,4}}{SUFFIX}\.?(?:[ ,]+(?:n|s|e|w|ne|nw|se|sw)\b)?")
_UNIT = r"(?:[ ,]+(?:apt|unit|suite|ste|#|fl|rm|spc|lot|bldg)[. #]*[a-z0-9-]{0,6})?"
_CITY = r"(?:,? +(?:[a-z .,'-]{2,40}[0-9-]{0,10}|[0-9]{5}(?:-[0-9]{4})?))?"
RECOGNIZER = ByPattern(
    kind="home_address", family="place",
    core=rf"(?i:{_STREET}{_UNIT}{_CITY}|p\.?o\.? box [0-9]+(?:,? .{{0,40}})?)",
    right=r"(?:$|[^0-9A-Za-z])", but_not=GENERALIZED, needs=Needs(strong=0.3, weak=0.4, alone=0.5))
