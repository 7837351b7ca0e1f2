"""The activity of the local welfare catalogue ("activiteit"; docs/specificatie.md, chapter 6)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError

from bot.domein.lijsten import Belemmering, Leefgebied

GEMEENTE = "gemeente"
"""In `werkgebied`: everybody in the gemeente may come."""
WSV = "wsv:"
"""In `werkgebied`: prefix of the code of a wijksamenwerkingsverband."""
NEDERLANDS = "nederlands"
"""The language that does not help somebody for whom `taal` is a belemmering; "eenvoudig Nederlands" does."""
MAX_LEEFTIJD = 120


class Aanmelden(StrEnum):
    """ "Aanmelden": how somebody joins."""

    VRIJE_INLOOP = "vrije_inloop"
    BELLEN = "bellen"
    FORMULIER = "formulier"
    VIA_CONTACTPERSOON = "via_contactpersoon"


class Capaciteit(StrEnum):
    """ "Capaciteit": whether there is room."""

    VRIJ = "vrij"
    WACHTLIJST = "wachtlijst"
    VOL = "vol"


class Toegankelijkheid(StrEnum):
    """ "Toegankelijkheid": for whom the place itself is fit."""

    ROLSTOEL = "rolstoel"
    TOILET = "toilet"
    RINGLEIDING = "ringleiding"
    PRIKKELARM = "prikkelarm"


class ActiviteitStatus(StrEnum):
    """ "Status": only what is `actief` is ever proposed."""

    ACTIEF = "actief"
    GESTOPT = "gestopt"
    CONCEPT = "concept"


def _zonder_dubbele(waarden: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(waarden))


Tekst = Annotated[str, StringConstraints(strip_whitespace=True)]
Taal = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=40)]
ActiviteitId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,39}$")]
Gebied = Annotated[str, StringConstraints(pattern=r"^(gemeente|wsv:[a-z0-9_]{2,40}|['’A-ZÀ-Ý].{1,39})$")]
Weekmoment = Annotated[
    str, StringConstraints(pattern=r"^(ma|di|wo|do|vr|za|zo) ([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$")
]
Leeftijd = Annotated[int, Field(ge=0, le=MAX_LEEFTIJD)]
Lijst = AfterValidator(_zonder_dubbele)


class Profiel(NamedTuple):
    """What the matching compares of one activity.

    Attributes:
        kern: The leefgebied for which it is meant in the first place.
        plaats: The wijk of the place; without a fixed place the wijk for which alone it works, else empty.
        sluit_uit: Belemmeringen with which somebody of the own wijk cannot join.
        sluit_uit_elders: The same for somebody of another wijk: `vervoer` may be among them.
        eigenschappen: Names of the grounds for the rank (`bot.domein.rangschikking.FACTOREN`) that hold for anybody.
    """

    kern: Leefgebied
    leefgebieden: frozenset[Leefgebied]
    werkgebied: frozenset[str]
    plaats: str
    leeftijd_min: int
    leeftijd_max: int
    sluit_uit: frozenset[Belemmering]
    sluit_uit_elders: frozenset[Belemmering]
    geldig_van: date
    geldig_tot: date
    gecontroleerd_op: date
    status: ActiviteitStatus
    is_vol: bool
    eigenschappen: frozenset[str]


class Activiteit(BaseModel):
    """ "Activiteit": one offer of the local welfare catalogue.

    Attributes:
        leefgebieden: The one for which it is meant in the first place goes first.
        niet_geschikt_voor: Belemmeringen with which the organiser says it does not work.
        werkgebied: Who may come: names of wijken, "wsv:<code>", or "gemeente".
        wijk: The wijk in which the place lies; empty when there is no fixed place (at home, by telephone).
        kosten: What one time costs, in cents; `kosten_tekst` is how a person reads it.
        aan_huis: It comes to the patient: at home or by telephone.
        respijt: The care for a naaste is taken over meanwhile, so that the mantelzorger can leave home.
        begeleiding: Somebody goes along the first time, or there is a maatje.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: ActiviteitId
    naam: Tekst = Field(min_length=3, max_length=80)
    korte_tekst: Tekst = Field(min_length=10, max_length=240)
    aanbieder: Tekst = Field(min_length=2, max_length=80)
    leefgebieden: Annotated[tuple[Leefgebied, ...], Field(min_length=1, max_length=6), Lijst]
    doelgroep: Tekst = Field(default="", max_length=120)
    leeftijd_min: Leeftijd | None = None
    leeftijd_max: Leeftijd | None = None
    niet_geschikt_voor: Annotated[tuple[Belemmering, ...], Lijst] = ()
    niet_geschikt_tekst: Tekst = Field(default="", max_length=160)
    werkgebied: Annotated[tuple[Gebied, ...], Field(min_length=1), Lijst]
    wijk: Tekst = Field(default="", max_length=40)
    locatie: Tekst = Field(min_length=2, max_length=120)
    route: Tekst = Field(default="", max_length=160)
    tijden: Tekst = Field(min_length=2, max_length=120)
    weekpatroon: Annotated[tuple[Weekmoment, ...], Lijst] = ()
    vakantiestop: bool = False
    geldig_van: date | None = None
    geldig_tot: date | None = None
    kosten: int = Field(ge=0, le=100_000)
    kosten_tekst: Tekst = Field(min_length=2, max_length=80)
    minimaregeling: bool = False
    aanmelden: Aanmelden
    capaciteit: Capaciteit = Capaciteit.VRIJ
    wachttijd_weken: int | None = Field(default=None, ge=0, le=104)
    toegankelijkheid: Annotated[tuple[Toegankelijkheid, ...], Lijst] = ()
    talen: Annotated[tuple[Taal, ...], Lijst] = ("Nederlands",)
    digitaal_nodig: bool = False
    begeleiding: bool = False
    vervoer_geregeld: bool = False
    aan_huis: bool = False
    respijt: bool = False
    contact: Tekst = Field(min_length=2, max_length=120)
    gecontroleerd_op: date
    gecontroleerd_door: Tekst = Field(min_length=2, max_length=80)
    bron: Tekst = Field(default="", max_length=200)
    status: ActiviteitStatus = ActiviteitStatus.ACTIEF

    @field_validator("*")
    @classmethod
    def _geen_formule(cls, waarde: Any) -> Any:
        """A cell that starts like a formula would be run by a spreadsheet when the catalogue is exported."""
        delen = waarde if isinstance(waarde, tuple) else (waarde,)
        if any(isinstance(deel, str) and deel[:1] in tuple("=+-@") for deel in delen):
            raise PydanticCustomError("formule", "looks like a formula")
        return waarde

    @model_validator(mode="after")
    def _past_bij_elkaar(self) -> Self:
        if self.profiel.leeftijd_min > self.profiel.leeftijd_max:
            raise _fout("leeftijd_omgekeerd", "leeftijd_max")
        if self.geldig_van and self.geldig_tot and self.geldig_van > self.geldig_tot:
            raise _fout("periode_omgekeerd", "geldig_tot")
        if self.kosten and "€" not in self.kosten_tekst:
            raise _fout("kosten_zonder_bedrag", "kosten_tekst")
        if not self.kosten and self.kosten_tekst.startswith("€"):
            raise _fout("bedrag_zonder_kosten", "kosten")
        if self.wachttijd_weken is not None and self.capaciteit is Capaciteit.VRIJ:
            raise _fout("wachttijd_zonder_wachtlijst", "wachttijd_weken")
        if Belemmering.DURFT_NIET_ALLEEN in self.niet_geschikt_voor:
            raise _fout("durft_niet_alleen_sluit_niet_uit", "niet_geschikt_voor")
        for moment in self.weekpatroon:
            van, tot = moment[3:].split("-")
            if van >= tot:
                raise _fout("tijd_omgekeerd", "weekpatroon")
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As pydantic's, but what was derived from the old values is derived again."""
        kopie = super().model_copy(update=update, deep=deep)
        kopie.__dict__.pop("profiel", None)
        return kopie

    @cached_property
    def profiel(self) -> Profiel:
        """What the matching compares, worked out once: a catalogue has thousands of activities."""
        sluit_uit = self._sluit_uit()
        is_bereikbaar = self.aan_huis or self.vervoer_geregeld
        return Profiel(
            kern=self.leefgebieden[0],
            leefgebieden=frozenset(self.leefgebieden),
            werkgebied=frozenset(self.werkgebied),
            plaats=self.wijk or (self.werkgebied[0] if len(self.werkgebied) == 1 else ""),
            leeftijd_min=0 if self.leeftijd_min is None else self.leeftijd_min,
            leeftijd_max=MAX_LEEFTIJD if self.leeftijd_max is None else self.leeftijd_max,
            sluit_uit=sluit_uit,
            sluit_uit_elders=sluit_uit if is_bereikbaar else sluit_uit | {Belemmering.VERVOER},
            geldig_van=self.geldig_van or date.min,
            geldig_tot=self.geldig_tot or date.max,
            gecontroleerd_op=self.gecontroleerd_op,
            status=self.status,
            is_vol=self.capaciteit is Capaciteit.VOL,
            eigenschappen=self._eigenschappen(),
        )

    def _eigenschappen(self) -> frozenset[str]:
        regels = {
            "aan_huis": self.aan_huis,
            "respijt": self.respijt,
            "begeleiding": self.begeleiding,
            "vervoer_geregeld": self.vervoer_geregeld,
            "rolstoel": Toegankelijkheid.ROLSTOEL in self.toegankelijkheid and not self.aan_huis,
            "taal": bool(self.andere_talen),
            "gratis": self.kosten == 0,
            "minimaregeling": self.kosten > 0 and self.minimaregeling,
            "wachtlijst": self.capaciteit is Capaciteit.WACHTLIJST,
        }
        return frozenset(naam for naam, geldt in regels.items() if geldt)

    def _sluit_uit(self) -> frozenset[Belemmering]:
        regels = {
            Belemmering.GELD: self.kosten > 0 and not self.minimaregeling,
            Belemmering.DIGITAAL: self.digitaal_nodig,
            Belemmering.MOBILITEIT: Toegankelijkheid.ROLSTOEL not in self.toegankelijkheid and not self.aan_huis,
            Belemmering.TAAL: not self.andere_talen,
            Belemmering.NIET_WEG_VAN_HUIS: not self.aan_huis and not self.respijt,
        }
        return frozenset(self.niet_geschikt_voor) | {belemmering for belemmering, uit in regels.items() if uit}

    @property
    def andere_talen(self) -> tuple[str, ...]:
        """The languages besides ordinary Dutch: other languages and "eenvoudig Nederlands"."""
        return tuple(taal for taal in self.talen if taal.lower() != NEDERLANDS)


def _fout(soort: str, veld: str) -> PydanticCustomError:
    """A mistake between fields; `soort` is the end of the text key, `veld` the column to mend."""
    return PydanticCustomError(soort, "{veld} does not fit the other fields", {"veld": veld})
