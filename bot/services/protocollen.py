"""Protocols: reading a gemeente's file, keeping every version that was used, and finding the one of a case."""

import hashlib
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from bot.domein.fouten import BestandFout, DomeinFout
from bot.domein.protocol import Protocol
from bot.services.protocolcontrole import controleer_protocol
from bot.services.protocolfouten import wijs_af
from bot.services.teksten import Teksten
from bot.services.toestemmingstekst import invulplekken
from bot.services.yamlbestand import YamlBestand
from bot.storage.tabellen import ProtocolVersieRow

TEKSTEN = Path(__file__).resolve().parents[2] / "data" / "teksten"


def laad_protocol(pad: Path, teksten: Teksten | None = None) -> Protocol:
    """Reads the protocol of one gemeente.

    Args:
        pad: The YAML file.
        teksten: The texts that its own wording replaces; by default those of the product.

    Raises:
        BestandFout: Names the file, the line, the field and the mend.
    """
    return _lees(YamlBestand.open(pad, teksten or _standaardteksten()), teksten or _standaardteksten())


def _lees(bestand: YamlBestand, teksten: Teksten) -> Protocol:
    protocol = _ontleed(bestand)
    controleer_protocol(protocol, bestand, teksten)
    return protocol


def _ontleed(bestand: YamlBestand) -> Protocol:
    try:
        return Protocol.model_validate(bestand.inhoud)
    except ValidationError as fout:
        wijs_af(bestand, fout)


@lru_cache(maxsize=1)
def _standaardteksten() -> Teksten:
    return Teksten.uit_map(TEKSTEN)


def leg_versie_vast(session: Session, protocol: Protocol, inhoud: str, *, nu: datetime) -> None:
    """Keeps the exact YAML of a version. The same version again changes nothing; comments may differ.

    Raises:
        BestandFout: This version was kept before with other content: a used version never changes.
    """
    if _is_bewaard(session, protocol, inhoud):
        return
    rij = ProtocolVersieRow(
        gemeente=protocol.gemeente,
        versie=protocol.versie,
        sha256=hashlib.sha256(inhoud.encode()).hexdigest(),
        inhoud=inhoud,
        vastgelegd_op=nu,
    )
    try:
        with session.begin_nested():
            session.add(rij)
    except IntegrityError:  # another process kept it at the same moment
        _is_bewaard(session, protocol, inhoud)


def _is_bewaard(session: Session, protocol: Protocol, inhoud: str) -> bool:
    rij = session.get(ProtocolVersieRow, (protocol.gemeente, protocol.versie))
    if rij is None:
        return False
    if rij.inhoud != inhoud and _uit_rij(rij) != protocol:
        naam = f"{protocol.gemeente}.yml"
        bestand = YamlBestand(naam, inhoud, _standaardteksten())
        bestand.fout(("versie",), "hoog_versie_op", versie=protocol.versie, volgende=protocol.versie + 1)
    return True


def _uit_rij(rij: ProtocolVersieRow) -> Protocol | None:
    """The protocol that a kept version holds; None when it does not fit this program any more."""
    try:
        return _ontleed(YamlBestand(f"{rij.gemeente} {rij.versie}", rij.inhoud, _standaardteksten()))
    except BestandFout:
        return None


class Protocollen:
    """The protocols of all gemeenten by name, with their texts; earlier versions come from the database."""

    def __init__(self, protocollen: list[tuple[Protocol, str]], teksten: Teksten) -> None:
        self._op_gemeente = {protocol.gemeente: (protocol, inhoud) for protocol, inhoud in protocollen}
        self._teksten = teksten
        self._eigen_teksten: dict[tuple[str, int], Teksten] = {}
        self._oud: dict[tuple[str, int], Protocol] = {}

    @classmethod
    def uit_map(cls, map_: Path, teksten: Teksten) -> "Protocollen":
        """Reads every `<gemeente>.yml` of a folder.

        Raises:
            BestandFout: A file holds a mistake, or is not named after its gemeente.
        """
        protocollen = []
        for pad in sorted(map_.glob("*.yml")):
            bestand = YamlBestand.open(pad, teksten)
            protocol = _lees(bestand, teksten)
            if protocol.gemeente != pad.stem:
                bestand.fout(("gemeente",), "naam_van_bestand", gemeente=protocol.gemeente)
            protocollen.append((protocol, bestand.tekst))
        return cls(protocollen, teksten)

    def gemeenten(self) -> tuple[str, ...]:
        """The gemeenten that have a protocol, sorted."""
        return tuple(sorted(self._op_gemeente))

    def van(self, gemeente: str) -> Protocol:
        """The newest protocol of a gemeente.

        Raises:
            DomeinFout: This gemeente has no protocol; the text lists those that have.
        """
        if gemeente not in self._op_gemeente:
            raise DomeinFout("fout/gemeente_onbekend", gemeente=gemeente, bekend=", ".join(self.gemeenten()))
        return self._op_gemeente[gemeente][0]

    def van_versie(self, session: Session, gemeente: str, versie: int) -> Protocol:
        """The protocol with which a case began: a case keeps its version.

        Raises:
            DomeinFout: This version was never kept here.
        """
        nieuwste = self.van(gemeente)
        if nieuwste.versie == versie:
            return nieuwste
        sleutel = (gemeente, versie)
        if sleutel not in self._oud:
            rij = session.get(ProtocolVersieRow, sleutel)
            protocol = _uit_rij(rij) if rij else None
            if protocol is None:
                raise DomeinFout("fout/protocolversie_onbekend", gemeente=nieuwste.naam, versie=versie)
            self._oud[sleutel] = protocol
        return self._oud[sleutel]

    def teksten_van(self, gemeente: str) -> Teksten:
        """The texts with this gemeente's own wording."""
        return self.teksten_bij(self.van(gemeente))

    def teksten_bij(self, protocol: Protocol) -> Teksten:
        """The texts with the wording of one version; old wording that fits no text any more is left out."""
        sleutel = (protocol.gemeente, protocol.versie)
        if sleutel not in self._eigen_teksten:
            past = {
                naam: tekst.strip()
                for naam, tekst in protocol.teksten.items()
                if self._teksten.heeft(naam) and invulplekken(tekst) <= self._teksten.velden(naam)
            }
            self._eigen_teksten[sleutel] = self._teksten.met(past)
        return self._eigen_teksten[sleutel]

    def met_inhoud(self) -> list[tuple[Protocol, str]]:
        """Every newest protocol with the exact YAML that it was read from."""
        return [self._op_gemeente[gemeente] for gemeente in self.gemeenten()]
