"""Asking: the open question of a case as a message with its buttons.

A button's `actie` is "<casuscode>|<stap>|<wat>"; `bot.dialogue.knoppen` reads it back.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations

from bot.domein.bericht import Bericht, Blad, Knop
from bot.domein.dossier import Dossier
from bot.domein.lijsten import (
    Belemmering,
    Bevestiging,
    Contactroute,
    Extra,
    Leefgebied,
    Leeftijdsgroep,
    RodeVlag,
    Route,
    Stopgrond,
    ToestemmingDoor,
    VraagId,
    Wens,
)
from bot.domein.verloop import AANPASBAAR, wie_mag_toestemmen
from bot.services.beheermeldingen import KLOPT_NIET
from bot.services.casus import dossier_van, open_vraag
from bot.services.omgeving import Omgeving
from bot.services.overdracht import overdracht_tekst, overdracht_velden
from bot.services.toestemming import toestemmingstekst
from bot.services.voorstellen import activiteit_blad, activiteit_kaart, kandidaten_van
from bot.storage.tabellen import CasusRow

VINKJE = "✓ "
OPTIONEEL = (VraagId.WENS, VraagId.BELEMMERINGEN)


def stel_open_vraag(omg: Omgeving, casus: CasusRow) -> Bericht | None:
    """The open question of a case, or None when it has an outcome."""
    vraag = open_vraag(omg, casus)
    if vraag is None:
        return None
    return stel_vraag(omg, casus, vraag)


def stel_vraag(omg: Omgeving, casus: CasusRow, vraag: VraagId) -> Bericht:
    """Renders one question; after two messages that were not understood it says so and shows the plain list."""
    return _VRAAG[vraag](_Vraag(omg, casus, vraag))


class _Vraag:
    """What the question functions share: texts, the dossier, and making buttons for this step."""

    def __init__(self, omg: Omgeving, casus: CasusRow, vraag: VraagId) -> None:
        self.omg, self.casus, self.vraag = omg, casus, vraag
        self.dossier: Dossier = dossier_van(casus)

    def knop(self, wat: str, label: str) -> Knop:
        return Knop(label=label, actie=f"{self.casus.code}|{self.dossier.stap}|{wat}")

    def keuzes(self, waarden: Iterable[str], *, soort: str, aan: Iterable[str] = ()) -> list[Knop]:
        """A button per value; values in `aan` carry a tick."""
        gekozen = set(aan)
        return [
            self.knop(f"{self.vraag.value}:{w}", (VINKJE if w in gekozen else "") + self.omg.teksten.label(soort, w))
            for w in waarden
        ]

    def extra_knop(self, wat: str) -> Knop:
        return self.knop(wat, self.omg.teksten.vul(f"knop/{wat}"))

    def bericht(self, naam: str, knoppen: Iterable[Knop], **variabelen: object) -> Bericht:
        tekst = self.omg.teksten.vul(naam, **variabelen)
        return Bericht(naam=naam, tekst=tekst, knoppen=tuple(knoppen), vraag=self.vraag)


def _hulpvraag(v: _Vraag) -> Bericht:
    if v.dossier.onbegrepen == 0:
        return v.bericht("vraag/hulpvraag", [])
    return v.bericht("vraag/hulpvraag_lijst", v.keuzes(Leefgebied, soort="leefgebied"))


def _veilig(v: _Vraag) -> Bericht:
    knoppen = v.keuzes(["geen"], soort="veilig") + v.keuzes([*RodeVlag, *Stopgrond], soort="veilig")
    if v.dossier.vroeger:
        return v.bericht("vraag/veilig_vroeger", knoppen)
    return v.bericht("vraag/veilig", knoppen)


def _leefgebieden(v: _Vraag) -> Bericht:
    d, teksten = v.dossier, v.omg.teksten
    optioneel = [v.extra_knop(f"kaart:{x.value}") for x in OPTIONEEL if x in v.omg.protocol.vragen]
    if not d.leefgebieden:
        mogelijk = d.twijfel if d.twijfel and d.onbegrepen < 2 else tuple(Leefgebied)
        knoppen = v.keuzes(mogelijk, soort="leefgebied")
        if mogelijk is d.twijfel:
            return v.bericht("vraag/leefgebieden_twijfel", [*knoppen, v.extra_knop("kaart:lijst")])
        return v.bericht("vraag/leefgebieden_lijst", knoppen)
    if d.kaartvraag is VraagId.LEEFGEBIEDEN:
        knoppen = v.keuzes(Leefgebied, soort="leefgebied", aan=d.leefgebieden)
        return v.bericht("vraag/leefgebieden_keuze", [v.extra_knop("leefgebieden:klopt"), *knoppen])
    onbekend = teksten.vul("kaart/onbekend")
    return v.bericht(
        "vraag/leefgebieden",
        [v.extra_knop("leefgebieden:klopt"), v.extra_knop("kaart:lijst"), *optioneel],
        leefgebieden=teksten.som_op("leefgebied", d.leefgebieden),
        wijk=d.wijk or onbekend,
        leeftijd=teksten.label("leeftijdsgroep", d.leeftijdsgroep) if d.leeftijdsgroep else onbekend,
        belemmeringen=teksten.som_op("belemmering", d.alle_belemmeringen) or teksten.vul("kaart/geen"),
        wens=teksten.label("wens", d.wens) if d.wens else onbekend,
    )


def _wijk(v: _Vraag) -> Bericht:
    wijken = v.omg.protocol.wijken_voor(v.omg.praktijk)
    knoppen = [v.knop(f"wijk:{wijk}", wijk) for wijk in wijken]
    return v.bericht("vraag/wijk", [*knoppen, v.extra_knop("wijk:buiten")], gemeente=v.omg.protocol.naam)


def _leeftijdsgroep(v: _Vraag) -> Bericht:
    groep = v.dossier.leeftijdsgroep
    if groep is not None and groep.is_onder_16:
        knoppen = v.keuzes(["ouder_is_client", "ouder_is_geen_client"], soort="ouder")
        return v.bericht("vraag/ouder", knoppen, groep=v.omg.teksten.label("leeftijdsgroep", groep))
    return v.bericht("vraag/leeftijdsgroep", v.keuzes(Leeftijdsgroep, soort="leeftijdsgroep"))


def _wens(v: _Vraag) -> Bericht:
    return v.bericht("vraag/wens", v.keuzes(Wens, soort="wens"))


def _belemmeringen(v: _Vraag) -> Bericht:
    aan = v.dossier.alle_belemmeringen
    klaar = v.extra_knop("belemmeringen:klaar") if aan else v.extra_knop("belemmeringen:geen")
    return v.bericht("vraag/belemmeringen", [*v.keuzes(Belemmering, soort="belemmering", aan=aan), klaar])


def _voorstel(v: _Vraag) -> Bericht:
    kandidaten = kandidaten_van(v.omg, v.casus)
    kaarten = [activiteit_kaart(v.omg, k, nr) for nr, k in enumerate(kandidaten, 1)]
    knoppen = [
        v.knop(f"voorstel:{nr}", v.omg.teksten.vul("knop/voorstel", naam=_kort(k.activiteit.naam)))
        for nr, k in enumerate(kandidaten, 1)
    ]
    paren = combinations(range(1, len(kandidaten) + 1), 2)
    knoppen += [
        v.knop(f"voorstel:{een}+{twee}", v.omg.teksten.vul("knop/voorstel_twee", een=een, twee=twee))
        for een, twee in paren
    ]
    if len(kandidaten) > 2:
        knoppen.append(v.extra_knop("voorstel:alle"))
    knoppen += [v.extra_knop("voorstel:geen"), v.extra_knop("vraag:waarom_niet")]
    bericht = v.bericht("vraag/voorstel", knoppen, kaarten="\n\n".join(kaarten))
    klopt_niet = v.omg.teksten.vul("knop/klopt_niet")
    bladen = (
        Blad(activiteit_blad(v.omg, k), (v.knop(f"vraag:{KLOPT_NIET}{nr}", klopt_niet),))
        for nr, k in enumerate(kandidaten, 1)
    )
    return replace(bericht, bladen=tuple(bladen))


def _route(v: _Vraag) -> Bericht:
    volgorde = [Route.ZELF, Route.CONTACTPERSOON] if v.dossier.wens is Wens.ZELF else [Route.CONTACTPERSOON, Route.ZELF]
    persoon = v.omg.protocol.contactpersoon_van(v.omg.praktijk)
    naam = "vraag/route" if v.dossier.voorgesteld else "vraag/route_geen_voorstel"
    contactpersoon = persoon.naam if persoon else v.omg.teksten.vul("kaart/geen_contactpersoon")
    return v.bericht(naam, v.keuzes(volgorde, soort="route"), contactpersoon=contactpersoon)


def _contactroute(v: _Vraag) -> Bericht:
    persoon = v.omg.protocol.contactpersoon_van(v.omg.praktijk)
    routes = [r for r in Contactroute if r in v.omg.protocol.contactroutes]
    knoppen = [replace(k, label=k.label[:1].upper() + k.label[1:]) for k in v.keuzes(routes, soort="contactroute")]
    return v.bericht("vraag/contactroute", knoppen, contactpersoon=persoon.naam if persoon else "")


def _toestemming(v: _Vraag) -> Bericht:
    wie = wie_mag_toestemmen(v.dossier)
    keuze = v.dossier.toestemming
    if keuze is not None and keuze.gegeven and keuze.door is None:
        return v.bericht("vraag/toestemming_door", v.keuzes(wie, soort="toestemming_door"))
    knoppen = v.keuzes([wie[0]], soort="toestemming")
    if Extra.TERUGKOPPELING not in v.dossier.extra:
        knoppen += v.keuzes([f"{wie[0]}+terugkoppeling"], soort="toestemming")
    knoppen += v.keuzes(wie[1:], soort="toestemming")
    knoppen.append(v.extra_knop("toestemming:nee"))
    knoppen += [
        v.knop(f"extra:{x.value}", (VINKJE if x in v.dossier.extra else "☐ ") + v.omg.teksten.label("extra_knop", x))
        for x in Extra
    ]
    return v.bericht("vraag/toestemming", knoppen, tekst=toestemmingstekst(v.omg, v.dossier))


def _bevestigen(v: _Vraag) -> Bericht:
    if v.dossier.aanpassen:
        velden = [x for x in AANPASBAAR if x in v.omg.protocol.vragen]
        knoppen = [v.knop(f"opnieuw:{x.value}", v.omg.teksten.label("vraag", x)) for x in velden]
        return v.bericht("vraag/aanpassen", [*knoppen, v.extra_knop("bevestigen:toch")])
    persoon = v.omg.protocol.contactpersoon_van(v.omg.praktijk)
    velden_ = overdracht_velden(v.omg, v.casus, v.dossier, contact_voor=v.omg.klok.nu().date())
    velden_.pop("contact_voor")
    return v.bericht(
        "vraag/bevestigen",
        v.keuzes(Bevestiging, soort="bevestigen"),
        contactpersoon=persoon.naam if persoon else "",
        overdracht=overdracht_tekst(v.omg, velden_),
    )


def _kort(naam: str, *, tekens: int = 40) -> str:
    return naam if len(naam) <= tekens else naam[: tekens - 1].rstrip() + "…"


_VRAAG: dict[VraagId, Callable[[_Vraag], Bericht]] = {
    VraagId.HULPVRAAG: _hulpvraag,
    VraagId.VEILIG: _veilig,
    VraagId.LEEFGEBIEDEN: _leefgebieden,
    VraagId.WIJK: _wijk,
    VraagId.LEEFTIJDSGROEP: _leeftijdsgroep,
    VraagId.WENS: _wens,
    VraagId.BELEMMERINGEN: _belemmeringen,
    VraagId.VOORSTEL: _voorstel,
    VraagId.ROUTE: _route,
    VraagId.CONTACTROUTE: _contactroute,
    VraagId.TOESTEMMING: _toestemming,
    VraagId.BEVESTIGEN: _bevestigen,
}


def door_uit(waarde: str) -> tuple[ToestemmingDoor, tuple[Extra, ...]]:
    """Reads the value of a consent button: "zelf" or "zelf+terugkoppeling"."""
    door, _, extra = waarde.partition("+")
    return ToestemmingDoor(door), ((Extra(extra),) if extra else ())
