"""Driver license and state card numbers, told by their header: Oregon's have seven digits or one or two letters with them."""

from steward.privacy.recognizers._recognizer import DATED, ByPattern, Needs

SEEN = ("1234567", "A123456", "WDL1234AB56Z", "OR 3950644", "showed ODL 2574128 at the desk")
NOT_SEEN = ("valid", "DL checked", "ODL office 97204", "Class C", "2024-01-05")
# With its name before it, it proves itself in any text; elsewhere only the header tells.
_NAMED = (r"(?i:\b(?:odl|ordl|cdl|wadl|dl|driver'?s? lic(?:ense)?|oln)) ?(?i:no|num|number)?[ :.#-]{0,3}"
          r"(?:[A-Z]{1,3}-?)?[0-9]{6,8}")
_STATES = (r"(?:A[KLRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]"
           r"|W[AIVY])[ :/-]{1,2}[A-Z]{0,3}[0-9]{5,9}[A-Z0-9*]{0,4}")
RECOGNIZER = ByPattern(
    kind="driver_license", family="number", core=rf"(?:[A-Z*]{{0,7}}[0-9][A-Z0-9*-]{{4,16}})|{_STATES}|{_NAMED}",
    cue=rf"{_NAMED}(?:$|[^0-9A-Za-z-])", candidates=r"(?i)dl|lic|oln",
    but_not=DATED, needs=Needs(strong=0.5, weak=0.9, single=True))
