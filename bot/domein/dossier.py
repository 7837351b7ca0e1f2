""" "Dossier": everything that is known of a case during the triage. One immutable value; the Rasa slots mirror it."""

import hashlib
import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from bot.domein.lijsten import (
    Belemmering,
    BuitenReden,
    Contactroute,
    Extra,
    Leefgebied,
    Leeftijdsgroep,
    OverruleReden,
    RodeVlag,
    Route,
    Stopgrond,
    ToestemmingDoor,
    Uitkomst,
    VraagId,
    Wens,
)

MAX_UNDO = 30


class Waarde(BaseModel):
    """Base of the values in a dossier: immutable, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ToestemmingKeuze(Waarde):
    """What was answered at `toestemming`, and over which shared fields (`velden_digest`)."""

    gegeven: bool
    door: ToestemmingDoor | None = None
    velden_digest: str = ""


class Overrule(Waarde):
    """A recognised rode vlag that the assistant set aside, with the reason that is kept."""

    vlag: RodeVlag
    reden: OverruleReden


class Dossier(Waarde):
    """The answers of one case so far.

    `vlag_bron` tells whether a rode vlag was recognised in text (may be overruled with a reason) or chosen by the
    assistant (may only be undone as a slip). `kaartvraag` is an optional question that the assistant opened herself.
    `stap` counts the changes and never goes back: a button of an earlier step is recognised by it.
    """

    hulpvraag_gesteld: bool = False
    stoplijst_nee: bool = False
    vlag: RodeVlag | None = None
    vlag_bron: Literal["herkend", "gekozen"] | None = None
    stopgrond: Stopgrond | None = None
    overruled: tuple[Overrule, ...] = ()
    vroeger: tuple[RodeVlag, ...] = ()
    leefgebieden: tuple[Leefgebied, ...] = ()
    leefgebieden_herkend: tuple[Leefgebied, ...] = ()
    twijfel: tuple[Leefgebied, ...] = ()
    leefgebieden_bevestigd: bool = False
    spoed: bool = False
    wijk: str | None = None
    leeftijdsgroep: Leeftijdsgroep | None = None
    ouder_is_client: bool | None = None
    wens: Wens | None = None
    wens_tekst: str | None = None
    belemmeringen: tuple[Belemmering, ...] | None = None
    belemmeringen_herkend: tuple[Belemmering, ...] = ()
    kaartvraag: VraagId | None = None
    voorgesteld: tuple[str, ...] | None = None
    gekozen: tuple[str, ...] | None = None
    route: Route | None = None
    contactroute: Contactroute | None = None
    extra: tuple[Extra, ...] = ()
    toestemming: ToestemmingKeuze | None = None
    aanpassen: bool = False
    bevestigd: bool = False
    uitkomst: Uitkomst | None = None
    buiten_reden: BuitenReden | None = None
    onbegrepen: int = 0
    weet_niet: int = 0  # "weet niet" to the open question, which it cannot do without
    stap: int = 0
    geschiedenis: tuple[dict[str, Any], ...] = ()

    def wijzig(self, **velden: Any) -> "Dossier":
        """A copy with these fields changed; the undo history stays as it is."""
        return self.model_copy(update=velden)

    def kale_stand(self) -> dict[str, Any]:
        """The answers without the undo history, only what differs from an empty dossier."""
        return self.model_dump(mode="json", exclude={"geschiedenis"}, exclude_defaults=True)

    def onthoud(self, vorige: "Dossier") -> "Dossier":
        """A copy in which `vorige` is the state to which one `terug` returns."""
        return self.wijzig(geschiedenis=(*vorige.geschiedenis, vorige.kale_stand())[-MAX_UNDO:])

    def vorige(self) -> "Dossier | None":
        """The dossier before the last answer, or None when there is nothing to undo."""
        if not self.geschiedenis:
            return None
        *eerder, laatste = self.geschiedenis
        return Dossier.model_validate({**laatste, "stap": self.stap, "geschiedenis": tuple(eerder)})

    @property
    def alle_belemmeringen(self) -> tuple[Belemmering, ...]:
        """What was chosen on the card, else what was recognised in the text."""
        return self.belemmeringen_herkend if self.belemmeringen is None else self.belemmeringen

    def gedeelde_velden(self, contactpersoon: str | None) -> dict[str, Any]:
        """The fields that the contactpersoon would see, and who that is. A consent covers exactly these."""
        return {
            "contactpersoon": contactpersoon,
            "leefgebieden": sorted(self.leefgebieden),
            "spoed": self.spoed,
            "wijk": self.wijk,
            "leeftijdsgroep": self.leeftijdsgroep,
            "wens": self.wens,
            "wens_tekst": self.wens_tekst,
            "belemmeringen": sorted(self.alle_belemmeringen),
            "activiteiten": sorted(self.gekozen or ()),
            "contactroute": self.contactroute,
        }

    def velden_digest(self, contactpersoon: str | None) -> str:
        """SHA-256 over the shared fields: another digest means that consent must be asked again."""
        inhoud = json.dumps(self.gedeelde_velden(contactpersoon), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(inhoud.encode()).hexdigest()
