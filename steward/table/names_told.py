"""The words by which a sentence says that a name is a person's: before it ("spoke w/"), or after it ("called back").

Source: notes of city staff: who was spoken to, called, met or told, in full words and in the short forms of call logs.
"""

_WITH = r"(?:with|to|w/|w\b)"
_PEOPLE = (r"caller|residents?|patient|pt|tenants?|(?:home ?)?owners?|victim|suspect|witness|neighbou?rs?|daughter|son|mother"
           r"|father|mom|dad|wife|husband|brother|sister|spouse|parents?|guardian|client|complainant|applicant|customer|cust"
           r"|patron|occupant|renter|landlord|driver|passenger|pedestrian|bicyclist|cyclist|juvenile|student|claimant"
           r"|request[eo]r|reporting (?:party|person)|contact person|rp|r/p")
_REACHED = (r"contact(?:ed)?|called|phoned|texted|e-?mailed|advised|informed|notified|interviewed|met|reached|spoken?|named"
            r"|name|call(?:ed)?(?: from| to)?|per")
_LEFT = r"(?:left )?(?:a )?(?:l/?v?m|vms?|msgs?|messages?|voice ?mails?)(?: (?:for|with|w/|from))"
_RECEIVED = (r"(?:calls?|e-?mails?|messages?|complaints?|requests?|letters?|payments?|statements?|inquiry|report)"
             r"(?: (?:was )?received)? (?:from|by|sent to)")
_BY = r"(?:reported|signed|submitted|requested|confirmed|paid|filed) by"
_SPOKE = (rf"(?:spoke|spoken|talk(?:ed)?|meeting|met|conversation|conv|call|followed up|follow up|f/u|checked|visit(?:ed)?)"
          rf" ?{_WITH}")
_SENT, _OF = r"(?:mailed|sent)(?: (?:notice|letter|copy|email))? to", r"(?:son|daughter|wife|husband|mother|father) of"
_SAYS = (r"called|phoned|e-?mailed|texted|wrote|says|said|states|stated|reports|reported|claims|claimed|wants|wanted|asks"
         r"|asked|requests|requested|complain(?:s|ed)|disputes?|disputed|confirms?|confirmed|refuse[sd]|denie[sd]|agree[sd]"
         r"|repl(?:ies|ied)|responded|advised|answered the"
         r"|was (?:home|upset|angry|present|not home|on site|transported|arrested|cited|advised)")
BEFORE = rf"(?i:{_SPOKE}|{_LEFT}|{_RECEIVED}|{_BY}|name is|attn|c/o|{_SENT}|{_OF}|contact person is|{_REACHED}|{_PEOPLE})"
# In small letters: "Edward F Knapp State" is an airport.
AFTER = rf"(?:,? (?:also |has |just )?(?:{_SAYS})\b|(?i: ?[(,-] ?(?:the )?(?:{_PEOPLE})\b))"
