"""The triage protocol of a gemeente as validated values (`data/protocol/<gemeente>.yml`)."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bot.domein.lijsten import Contactroute, VraagId

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{2,40}$")]
Regel = Annotated[str, StringConstraints(min_length=1, max_length=400, strip_whitespace=True)]
Wijknaam = Annotated[str, StringConstraints(min_length=2, max_length=40, strip_whitespace=True)]  # fits in a button

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
    """ "Contactpersoon": the one person of the sociaal domein who works for a group of practices."""

    code: Code
    naam: Regel
    functie: Regel
    organisatie: Regel
    telefoon: Regel
    email: str | None = None
    vervanger: Code | None = None


class Wsv(ProtocolDeel):
    """ "WSV": wijksamenwerkingsverband; follows the practices, not the municipal wijken."""

    code: Code
    naam: Regel
    wijken: tuple[Wijknaam, ...] = Field(min_length=1)
    contactpersoon: Code | None = None


class Praktijk(ProtocolDeel):
    """ "Praktijk": a GP practice, with the telephone number that the contactpersoon may call."""

    code: Code
    naam: Regel
    huisarts: Regel
    telefoon: Regel
    wsv: Code
    contactpersoon: Code | None = None


class Toestemmingstekst(ProtocolDeel):
    """The consent text, read aloud; at most 90 words when filled in, B1, "u"."""

    id: Code
    versie: int = Field(ge=1, strict=True)
    taal: str = Field(default="nl", pattern=r"^[a-z]{2}$")
    tekst: str = Field(min_length=40, max_length=2000)
    geldig_maanden: int = Field(ge=1, le=24, strict=True)


class Termijnen(ProtocolDeel):
    """Deadlines of the contactpersoon's loop, in working days; the check in months."""

    ontvangen: int = Field(default=1, ge=1, le=10, strict=True)
    eerste_contact: int = Field(default=3, ge=1, le=20, strict=True)
    eerste_contact_spoed: int = Field(default=1, ge=1, le=5, strict=True)
    intake: int = Field(default=10, ge=1, le=60, strict=True)
    gegevens_herinnering: int = Field(default=1, ge=1, le=10, strict=True)
    patient_belt: int = Field(default=5, ge=1, le=20, strict=True)
    controle_maanden: int = Field(default=3, ge=1, le=12, strict=True)


class Protocol(ProtocolDeel):
    """ "Triageprotocol": what is asked, in which order and words, and to whom a case goes, for one gemeente."""

    gemeente: Code
    naam: Regel
    versie: int = Field(ge=1, strict=True)
    ingangsdatum: date
    vrije_dagen: tuple[date, ...] = ()
    wijken: tuple[Wijknaam, ...] = Field(min_length=1)
    wijk_bijnamen: dict[Wijknaam, Wijknaam] = Field(default_factory=dict)
    vragen: tuple[VraagId, ...]
    contactroutes: tuple[Contactroute, ...] = Field(default=tuple(Contactroute), min_length=1)
    termijnen: Termijnen = Termijnen()
    toestemming: Toestemmingstekst
    spoedroute_telefoon: Regel
    loket_telefoon: Regel
    contactpersonen: tuple[Contactpersoon, ...]
    wsvs: tuple[Wsv, ...] = Field(min_length=1)
    praktijken: tuple[Praktijk, ...] = Field(min_length=1)
    teksten: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _vragen_kloppen(self) -> Self:
        missend = [vraag.value for vraag in VERPLICHTE_VRAGEN if vraag not in self.vragen]
        if missend:
            raise protocolfout("vraag_ontbreekt", "vragen", vragen=", ".join(missend))
        if self.vragen[:2] != (VraagId.HULPVRAAG, VraagId.VEILIG):
            raise protocolfout("begin_met_veilig", "vragen")
        for eerder, later in VOLGORDE:
            if eerder in self.vragen and later in self.vragen and self.vragen.index(eerder) > self.vragen.index(later):
                plek = self.vragen.index(later)
                raise protocolfout("volgorde", "vragen", plek, eerder=eerder.value, later=later.value)
        return self

    @model_validator(mode="after")
    def _alles_is_uniek(self) -> Self:
        for veld, waarden in (
            ("vragen", [vraag.value for vraag in self.vragen]),
            ("contactroutes", [route.value for route in self.contactroutes]),
            ("wijken", list(self.wijken)),
            ("contactpersonen", [p.code for p in self.contactpersonen]),
            ("wsvs", [w.code for w in self.wsvs]),
            ("praktijken", [p.code for p in self.praktijken]),
        ):
            for plek, waarde in enumerate(waarden):
                if waarde in waarden[:plek]:
                    raise protocolfout("dubbel", veld, plek, waarde=waarde)
        return self

    @model_validator(mode="after")
    def _verwijzingen_kloppen(self) -> Self:
        personen = [persoon.code for persoon in self.contactpersonen]
        for nr, persoon in enumerate(self.contactpersonen):
            _moet_bestaan(persoon.vervanger, personen, "contactpersonen", nr, "vervanger")
            if persoon.vervanger == persoon.code:
                raise protocolfout("eigen_vervanger", "contactpersonen", nr, "vervanger")
        for nr, wsv in enumerate(self.wsvs):
            _moet_bestaan(wsv.contactpersoon, personen, "wsvs", nr, "contactpersoon")
            for plek, wijk in enumerate(wsv.wijken):
                _moet_bestaan(wijk, self.wijken, "wsvs", nr, "wijken", plek)
        for nr, praktijk in enumerate(self.praktijken):
            _moet_bestaan(praktijk.wsv, [wsv.code for wsv in self.wsvs], "praktijken", nr, "wsv")
            _moet_bestaan(praktijk.contactpersoon, personen, "praktijken", nr, "contactpersoon")
        for bijnaam, wijk in self.wijk_bijnamen.items():
            _moet_bestaan(wijk, self.wijken, "wijk_bijnamen", bijnaam)
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

    def echte_wijk(self, naam: str) -> str | None:
        """The wijk that somebody means by a name or a bijnaam, however it is capitalised; None when there is none."""
        kaal = naam.strip().casefold()
        namen = {wijk.casefold(): wijk for wijk in self.wijken}
        bijnamen = {bijnaam.casefold(): wijk for bijnaam, wijk in self.wijk_bijnamen.items()}
        return namen.get(kaal) or bijnamen.get(kaal)

    def wijken_voor(self, praktijk_code: str) -> tuple[str, ...]:
        """All wijken, those of the practice's WSV first."""
        eigen = self.wsv_van(praktijk_code).wijken
        return eigen + tuple(wijk for wijk in self.wijken if wijk not in eigen)


def protocolfout(tekst: str, *plek: str | int, **variabelen: object) -> PydanticCustomError:
    """A mistake in a protocol: the end of a text key under `protocol/`, where it stands, and what fills the blanks."""
    return PydanticCustomError("protocol", "{tekst}", {"tekst": tekst, "plek": plek, "variabelen": variabelen})


def _moet_bestaan(waarde: str | None, bekend: Sequence[str], *plek: str | int) -> None:
    if waarde is not None and waarde not in bekend:
        raise protocolfout("verwijzing", *plek, waarde=waarde, keuze=", ".join(bekend))


def _onbekend(code: str) -> Praktijk:
    raise KeyError(code)
