"""What a contactpersoon reports about a case in a few words, read as a status of the loop.

Order matters: the first pattern that fits wins, so "niet bereikt" is never read as "bereikt".
"""

import re

_PATRONEN: tuple[tuple[str, str], ...] = (
    ("ingetrokken", r"\b(trekt|trok|getrokken|intrekken|ingetrokken)\b.*\b(toestemming|in|terug)\b|\btoestemming\b.*\b(weg|ingetrokken|intrekken|terug)\b"),
    ("geen_contact", r"\b(niet|geen|nooit)\b[^.]{0,25}\b(bereik\w*|gehoor|contact|gesproken|opgenomen|opneemt?|reactie)\b|\b(neemt|nam)\b[^.]{0,15}\bniet op\b|\bvoicemail\b|\bonbereikbaar\b"),
    ("teruggegeven", r"\bterug\s?(gegeven|geven|naar (de )?(praktijk|huisarts))\b|\bgeef\b[^.]{0,20}\bterug\b|\bhoort niet bij (mij|ons)\b"),
    ("doorgezet", r"\bdoor(gezet|verwezen|gestuurd)\b|\bzet\b[^.]{0,20}\bdoor\b"),
    ("afgerond", r"\b(afgerond|klaar|afgesloten|afronden|gestopt want geholpen|traject is klaar)\b"),
    ("afspraken_gemaakt", r"\bafspra(a)?k(en)?\b[^.]{0,20}\b(gemaakt|staan|vastgelegd|rond)\b|\b(plan|intake) (gemaakt|gedaan|geweest|rond)\b|\bgestart met\b"),
    ("contact_gelegd", r"\b(gesproken|gebeld|contact (gehad|gelegd)|aan de lijn gehad|langs geweest|bezocht|kennisgemaakt|bereikt|huisbezoek)\b"),
    ("ontvangen", r"\b(ontvangen|binnen|gezien|gelezen|pak (ik|hem|haar|'m|m) op|opgepakt|neem (ik )?(hem|haar|deze|'m)? ?op me|ik ga ermee aan de slag)\b"),
)  # fmt: skip
_STATUS = tuple((status, re.compile(patroon, re.IGNORECASE)) for status, patroon in _PATRONEN)


def lees_status(tekst: str) -> str | None:
    """The status that a typed line reports, or None when it reports none."""
    return next((status for status, patroon in _STATUS if patroon.search(tekst)), None)
