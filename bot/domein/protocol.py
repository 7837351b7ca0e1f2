"""The triage protocol of a gemeente as validated values (`data/protocol/<gemeente>.yml`)."""

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from bot.domein.lijsten import Contactroute, VraagId

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{2,40}$")]
Regel = Annotated[str, StringConstraints(min_length=1, max_length=400, strip_whitespace=True)]

VERPLICHTE_VRAGEN = (
    VraagId.HULPVRAAG,
    VraagId.VEILIG,
    VraagId.LEEFGEBIEDEN,
    VraagId.WIJK,
    VraagId.LEEFTIJDSGROEP,
    VraagId.ROUTE,
    VraagId.CONTACTROUTE,
    VraagId.TOESTEMMING,
    VraagId.BEVESTIGEN,
)
VOLGORDE = (  # (earlier, later): what the sense of the protocol fixes; the rest is the gemeente's choice
    (VraagId.HULPVRAAG, VraagId.VEILIG),
    (VraagId.LEEFGEBIEDEN, VraagId.VOORSTEL),
    (VraagId.WIJK, VraagId.VOORSTEL),
    (VraagId.LEEFTIJDSGROEP, VraagId.VOORSTEL),
    (VraagId.VOORSTEL, VraagId.ROUTE),
    (VraagId.ROUTE, VraagId.CONTACTROUTE),
    (VraagId.CONTACTROUTE, VraagId.TOESTEMMING),
    (VraagId.TOESTEMMING, VraagId.BEVESTIGEN),
)


class ProtocolDeel(BaseModel):
    """Base of every part: unknown keys are mistakes, values never change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Contactpersoon(ProtocolDeel):
    """"Contactpersoon": the one person of the sociaal domein who works for a group of practices."""

    code: Code
    naam: Regel
    functie: Regel
    organisatie: Regel
    telefoon: Regel
    email: str | None = None
    vervanger: Code | None = None


class Wsv(ProtocolDeel):
    """"WSV": wijksamenwerkingsverband; follows the practices, not the municipal wijken."""

    code: Code
    naam: Regel
    wijken: tuple[str, ...] = Field(min_length=1)
    contactpersoon: Code | None = None


class Praktijk(ProtocolDeel):
    """"Praktijk": a GP practice, with the telephone number that the contactpersoon may call."""

    code: Code
    naam: Regel
    huisarts: Regel
    telefoon: Regel
    wsv: Code
    contactpersoon: Code | None = None


class Toestemmingstekst(ProtocolDeel):
    """The consent text, read aloud; at most 90 words when filled in, B1, "u"."""

    id: Code
    versie: int = Field(ge=1)
    taal: str = "nl"
    tekst: str = Field(min_length=40)
    geldig_maanden: int = Field(ge=1, le=24)


class Termijnen(ProtocolDeel):
    """Deadlines of the contactpersoon's loop, in working days; the check in months."""

    ontvangen: int = Field(default=1, ge=1, le=10)
    eerste_contact: int = Field(default=3, ge=1, le=20)
    eerste_contact_spoed: int = Field(default=1, ge=1, le=5)
    intake: int = Field(default=10, ge=1, le=60)
    gegevens_herinnering: int = Field(default=1, ge=1, le=10)
    patient_belt: int = Field(default=5, ge=1, le=20)
    controle_maanden: int = Field(default=3, ge=1, le=12)


class Protocol(ProtocolDeel):
    """"Triageprotocol": what is asked, in which order and words, and to whom a case goes, for one gemeente."""

    gemeente: Code
    naam: Regel
    versie: int = Field(ge=1)
    ingangsdatum: date
    vrije_dagen: tuple[date, ...] = ()
    wijken: tuple[str, ...] = Field(min_length=1)
    wijk_bijnamen: dict[str, str] = Field(default_factory=dict)
    vragen: tuple[VraagId, ...]
    contactroutes: tuple[Contactroute, ...] = Field(default=tuple(Contactroute), min_length=1)
    termijnen: Termijnen = Termijnen()
    toestemming: Toestemmingstekst
    spoedroute_telefoon: Regel
    contactpersonen: tuple[Contactpersoon, ...]
    wsvs: tuple[Wsv, ...] = Field(min_length=1)
    praktijken: tuple[Praktijk, ...] = Field(min_length=1)
    teksten: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _vragen_kloppen(self) -> Self:
        if len(set(self.vragen)) != len(self.vragen):
            raise ValueError("vragen: een vraag staat er twee keer in; haal er één weg")
        missend = [vraag.value for vraag in VERPLICHTE_VRAGEN if vraag not in self.vragen]
        if missend:
            raise ValueError(f"vragen: {', '.join(missend)} mag niet ontbreken; zet de vraag terug")
        for eerder, later in VOLGORDE:
            if later in self.vragen and self.vragen.index(eerder) > self.vragen.index(later):
                raise ValueError(f"vragen: zet {eerder.value} vóór {later.value}")
        if self.vragen[:2] != (VraagId.HULPVRAAG, VraagId.VEILIG):
            raise ValueError("vragen: begin met hulpvraag en daarna veilig; de stoplijst gaat altijd voor")
        return self

    @model_validator(mode="after")
    def _verwijzingen_kloppen(self) -> Self:
        personen = {persoon.code for persoon in self.contactpersonen}
        for lijst, codes in (
            ("contactpersonen", [p.code for p in self.contactpersonen]),
            ("wsvs", [w.code for w in self.wsvs]),
            ("praktijken", [p.code for p in self.praktijken]),
            ("wijken", list(self.wijken)),
        ):
            dubbel = sorted({code for code in codes if codes.count(code) > 1})
            if dubbel:
                raise ValueError(f"{lijst}: {', '.join(dubbel)} staat er twee keer in; haal er één weg")
        for persoon in self.contactpersonen:
            _moet_bestaan(f"contactpersonen.{persoon.code}.vervanger", persoon.vervanger, personen)
            if persoon.vervanger == persoon.code:
                raise ValueError(f"contactpersonen.{persoon.code}.vervanger: kies iemand anders als vervanger")
        for wsv in self.wsvs:
            _moet_bestaan(f"wsvs.{wsv.code}.contactpersoon", wsv.contactpersoon, personen)
            for wijk in wsv.wijken:
                _moet_bestaan(f"wsvs.{wsv.code}.wijken", wijk, set(self.wijken))
        for praktijk in self.praktijken:
            _moet_bestaan(f"praktijken.{praktijk.code}.wsv", praktijk.wsv, {wsv.code for wsv in self.wsvs})
            _moet_bestaan(f"praktijken.{praktijk.code}.contactpersoon", praktijk.contactpersoon, personen)
        for bijnaam, wijk in self.wijk_bijnamen.items():
            _moet_bestaan(f"wijk_bijnamen.{bijnaam}", wijk, set(self.wijken))
        return self

    def praktijk(self, code: str) -> Praktijk:
        """The practice with this code.

        Raises:
            KeyError: No practice of this gemeente has the code.
        """
        return next((p for p in self.praktijken if p.code == code), None) or _onbekend(code)

    def wsv_van(self, praktijk_code: str) -> Wsv:
        """The WSV to which a practice belongs."""
        wsv_code = self.praktijk(praktijk_code).wsv
        return next(wsv for wsv in self.wsvs if wsv.code == wsv_code)

    def contactpersoon(self, code: str | None) -> Contactpersoon | None:
        """The contactpersoon with this code, or None."""
        return next((p for p in self.contactpersonen if p.code == code), None)

    def contactpersoon_van(self, praktijk_code: str) -> Contactpersoon | None:
        """Routing: the practice's own contactpersoon, else that of its WSV, else nobody."""
        praktijk = self.praktijk(praktijk_code)
        return self.contactpersoon(praktijk.contactpersoon or self.wsv_van(praktijk_code).contactpersoon)

    def wijken_voor(self, praktijk_code: str) -> tuple[str, ...]:
        """All wijken, those of the practice's WSV first."""
        eigen = self.wsv_van(praktijk_code).wijken
        return eigen + tuple(wijk for wijk in self.wijken if wijk not in eigen)


def _moet_bestaan(veld: str, waarde: str | None, bekend: set[str]) -> None:
    if waarde is not None and waarde not in bekend:
        raise ValueError(f"{veld}: '{waarde}' bestaat niet; kies uit {', '.join(sorted(bekend))}")


def _onbekend(code: str) -> Praktijk:
    raise KeyError(code)
