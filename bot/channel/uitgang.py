"""Uitgang: what one turn says in one chat, as calls to Telegram that are queued in the turn's own transaction."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlmodel import Session

from bot.channel.weergave import MAX_TEKENS, Toets, als_html, lengte, splits, toetsen, zending
from bot.dialogue.voering import Huis
from bot.domein.bericht import Bericht, Blad, Knop
from bot.domein.lijsten import VraagId
from bot.services.chatberichten import Chatsoort, Tik, maak_chatbericht, open_berichten
from bot.services.teksten import Teksten
from bot.services.zendingen import Zendsoort, zet_zending
from bot.storage.tabellen_kanaal import ChatberichtRow

LOS = ("uitkomst/soep", "uitkomst/patient")  # copied or printed as they are: a message of their own
ALLEEN = (VraagId.TOESTEMMING, VraagId.BEVESTIGEN)  # read aloud, or exactly what is sent: nothing else in that message
BLAD = "blad:"
GEEN_ANTWOORD = ("cmd:", "vraag:")  # taps under a question that are no answer to it


class Uitgang:
    """Queues what a chat must get. Nothing is sent here: the relay does that after the commit."""

    def __init__(
        self,
        session: Session,
        huis: Huis,
        chat_id: int,
        *,
        account_id: str,
        teksten: Teksten,
        uitbak_id: int | None = None,
    ) -> None:
        """`uitbak_id` is the message of the outbox that is told here; when it cannot arrive, it goes another way."""
        self.session, self.huis, self.chat_id, self.account_id = session, huis, chat_id, account_id
        self.teksten, self._uitbak_id = teksten, uitbak_id

    def zeg(self, tekst: str, *, naam: str = "") -> None:
        """A message without buttons, split where it is too long."""
        for deel in splits(tekst) if naam not in LOS else [tekst]:
            self._zet(Zendsoort.STUUR, zending(als_html(deel, naam=naam)))

    def zeg_tekst(self, naam: str, **variabelen: object) -> None:
        """One text of data/teksten."""
        self.zeg(self.teksten.vul(naam, **variabelen), naam=naam)

    def verwijder(self, message_id: int) -> None:
        """Deletes a message of the chat, also one that the person sent."""
        self._zet(Zendsoort.VERWIJDER, {"message_id": message_id})

    def antwoord_tik(self, tik_id: str, tekst: str = "") -> None:
        """Ends the waiting of a tap; the text, at most 200 characters, shows for a moment."""
        self._zet(Zendsoort.TIK_ANTWOORD, {"tik_id": tik_id, "tekst": tekst[:200]})

    def toon(self, berichten: Sequence[Bericht], *, casus_id: str | None, tik: Tik | None, terug: bool) -> None:
        """Shows what a turn said: news first, together in one message; the open question last, with the buttons.

        A tap that leaves the same question open (a tick) changes that message in place. Any other turn takes the
        buttons of the earlier question away.
        """
        vorige = open_berichten(self.session, Chatsoort.VRAAG, chat_id=self.chat_id)
        zelfde = next((v for v in vorige if self._is_zelfde(v, berichten, tik)), None)
        if zelfde is not None:
            self._bewerk(zelfde, berichten[0], terug=terug)
            return
        if berichten:
            self._stuur(list(berichten), casus_id=casus_id, terug=terug)
        for rij in vorige:
            if self._blijft_open(rij, berichten, tik):
                continue
            self.sluit(rij, keuze=_keuze(rij, berichten, tik))

    def sluit(self, rij: ChatberichtRow, *, keuze: str = "") -> None:
        """Takes the buttons of a message away and shows what was chosen; a tap that is under way is told so."""
        inhoud: dict[str, Any] = {}
        if keuze:
            inhoud = zending(f"{rij.inhoud['bladen'][0]['html']}\n\n<b>→ {als_html(keuze)}</b>")
        rij.open, rij.inhoud = False, {}  # what it said is not needed any more
        self.session.add(rij)
        self._zet(Zendsoort.KNOPPEN_WEG, inhoud, chatbericht=rij)

    def vat_samen(self, tekst: str, *, casus_id: str) -> None:
        """Shows the summary card of a case: sent once in this chat, then edited when something changed."""
        kaart = next(
            (k for k in open_berichten(self.session, Chatsoort.SAMENVATTING, chat_id=self.chat_id, casus_id=casus_id)),
            None,
        )
        kop, _, rest = tekst.partition("\n")
        opmaak = f"<b>{als_html(kop)}</b>\n{als_html(rest)}"
        if kaart is None:
            kaart = self._maak(Chatsoort.SAMENVATTING, {"html": opmaak}, casus_id=casus_id)
            self._zet(Zendsoort.STUUR, zending(opmaak), chatbericht=kaart)
        elif kaart.inhoud.get("html") != opmaak:
            kaart.inhoud = {"html": opmaak}
            self.session.add(kaart)
            self._zet(Zendsoort.BEWERK, zending(opmaak), chatbericht=kaart)

    def toon_los(self, bericht: Bericht, soort: Chatsoort, *, casus_id: str | None) -> None:
        """A message with buttons that is not the open question: a notice, a case card."""
        rij = self._maak(soort, self._inhoud(bericht, terug=False), casus_id=casus_id)
        self._zet(Zendsoort.STUUR, self._zending(rij), chatbericht=rij)

    def verander(self, rij: ChatberichtRow, bericht: Bericht) -> None:
        """Changes a message with buttons in place."""
        self._bewerk(rij, bericht, terug=False)

    def blader(self, rij: ChatberichtRow, blad: int) -> None:
        """Turns a message to one of its pages; the case does not change by it."""
        bladen = rij.inhoud.get("bladen", [])
        if not 0 <= blad < len(bladen) or blad == rij.inhoud.get("blad", 0):
            return
        rij.inhoud = {**rij.inhoud, "blad": blad}
        self.session.add(rij)
        self._zet(Zendsoort.BEWERK, self._zending(rij), chatbericht=rij)

    def _stuur(self, berichten: list[Bericht], *, casus_id: str | None, terug: bool) -> None:
        groep: list[str] = []
        laatste = next((b for b in reversed(berichten) if b.knoppen), None)
        for bericht in berichten:
            past = lengte("\n\n".join([*groep, bericht.tekst])) <= MAX_TEKENS
            if bericht is laatste and bericht.vraag not in ALLEEN and past:
                bericht = _met_ervoor(bericht, groep)  # noqa: PLW2901 - the news goes on top of the question
                groep = []
            if bericht.knoppen or bericht.naam in LOS or not past:
                self._zeg_groep(groep)
                groep = []
            if bericht.knoppen:
                self._stuur_vraag(bericht, casus_id=casus_id, terug=terug and bericht.vraag is not None)
            elif bericht.naam in LOS:
                self.zeg(bericht.tekst, naam=bericht.naam)
            else:
                groep.append(bericht.tekst)
        self._zeg_groep(groep)

    def _zeg_groep(self, groep: list[str]) -> None:
        if groep:
            self.zeg("\n\n".join(groep))

    def _stuur_vraag(self, bericht: Bericht, *, casus_id: str | None, terug: bool) -> None:
        *eerder, slot = splits(bericht.tekst)
        for deel in eerder:
            self.zeg(deel)
        bericht = Bericht(bericht.naam, slot, bericht.knoppen, bericht.vraag, bericht.bladen if not eerder else ())
        rij = self._maak(Chatsoort.VRAAG, self._inhoud(bericht, terug=terug), casus_id=casus_id)
        self._zet(Zendsoort.STUUR, self._zending(rij), chatbericht=rij)

    def _bewerk(self, rij: ChatberichtRow, bericht: Bericht, *, terug: bool) -> None:
        nieuw = self._inhoud(bericht, terug=terug)
        if nieuw != rij.inhoud:
            rij.inhoud = nieuw
            self.session.add(rij)
            self._zet(Zendsoort.BEWERK, self._zending(rij), chatbericht=rij)

    @staticmethod
    def _is_zelfde(rij: ChatberichtRow, berichten: Sequence[Bericht], tik: Tik | None) -> bool:
        if tik is None or rij.id != tik.rij.id or len(berichten) != 1 or berichten[0].vraag is None:
            return False
        return bool(rij.inhoud.get("vraag") == berichten[0].vraag.value and rij.inhoud.get("naam") == berichten[0].naam)

    @staticmethod
    def _blijft_open(rij: ChatberichtRow, berichten: Sequence[Bericht], tik: Tik | None) -> bool:
        """A choice that is no question of the protocol (why a flag is wrong, withdraw or not) waits for its answer."""
        if tik is not None and tik.rij.id == rij.id:
            return False
        soort = str(rij.inhoud.get("naam", "")).partition("/")[0]
        if any(bericht.naam.startswith(f"{soort}/") for bericht in berichten):
            return False  # answered in words
        return rij.inhoud.get("vraag") is None and not any(b.knoppen or b.vraag for b in berichten)

    def _inhoud(self, bericht: Bericht, *, terug: bool) -> dict[str, Any]:
        """What is kept of a message with buttons: the actions in the order of all its buttons, and its pages."""
        eigen = [*bericht.knoppen, *(self._terugknop(bericht) if terug else ())]
        bladen = [Blad(bericht.tekst), *bericht.bladen]
        alle, paginas = list(eigen), []
        for nummer, blad in enumerate(bladen):
            boven = [*blad.knoppen, *(self._bladknoppen(nummer, len(bladen)) if len(bladen) > 1 else ())]
            nummers = [*range(len(alle), len(alle) + len(boven)), *range(len(eigen))]
            alle += boven
            paginas.append({"html": als_html(blad.tekst, naam=bericht.naam), "nummers": nummers})
        return {
            "naam": bericht.naam,
            "vraag": bericht.vraag.value if bericht.vraag else None,
            "acties": [k.actie for k in alle],
            "labels": [k.label for k in alle],
            "bladen": paginas,
            "blad": 0,
        }

    def _terugknop(self, bericht: Bericht) -> tuple[Knop, ...]:
        """Undo, for the same step as the other buttons of the question."""
        code, stap, _ = bericht.knoppen[0].actie.split("|", 2)
        return (Knop(label=self.teksten.vul("knop/terug"), actie=f"{code}|{stap}|cmd:terug"),)

    def _bladknoppen(self, nummer: int, aantal: int) -> list[Knop]:
        """To the page before and after; on the first page only onwards."""
        knoppen = [Knop(label=self.teksten.vul("knop/blad_vorige"), actie=f"{BLAD}{nummer - 1}")] if nummer else []
        if nummer + 1 < aantal:
            label = self.teksten.vul("knop/blad_volgende" if nummer else "knop/blad_eerste")
            knoppen.append(Knop(label=label, actie=f"{BLAD}{nummer + 1}"))
        return knoppen

    def _zending(self, rij: ChatberichtRow) -> dict[str, Any]:
        blad = rij.inhoud["bladen"][rij.inhoud["blad"]]
        labels, nummers = rij.inhoud["labels"], blad["nummers"]
        rijen: list[list[Toets]] = toetsen([labels[nr] for nr in nummers], (f"{rij.id}.{nr}" for nr in nummers))
        return zending(blad["html"], rijen)

    def _maak(self, soort: Chatsoort, inhoud: dict[str, Any], *, casus_id: str | None) -> ChatberichtRow:
        return maak_chatbericht(
            self.session,
            self.chat_id,
            soort,
            account_id=self.account_id,
            ids=self.huis.ids,
            nu=self.huis.klok.nu(),
            inhoud=inhoud,
            casus_id=casus_id,
        )

    def _zet(
        self, soort: Zendsoort, inhoud: dict[str, Any] | None = None, *, chatbericht: ChatberichtRow | None = None
    ) -> None:
        zet_zending(
            self.session,
            self.chat_id,
            soort,
            nu=self.huis.klok.nu(),
            inhoud=inhoud,
            chatbericht_id=chatbericht.id if chatbericht else None,
            uitbak_id=self._uitbak_id,
        )


def _keuze(rij: ChatberichtRow, berichten: Sequence[Bericht], tik: Tik | None) -> str:
    """The label to show under a closed question: the button that was tapped, if it was an answer and was accepted."""
    if tik is None or tik.rij.id != rij.id or any(b.naam.startswith("fout/") for b in berichten):
        return ""
    return "" if tik.actie.rpartition("|")[2].startswith(GEEN_ANTWOORD) else tik.label


def _met_ervoor(bericht: Bericht, groep: Iterable[str]) -> Bericht:
    tekst = "\n\n".join([*groep, bericht.tekst])
    return Bericht(bericht.naam, tekst, bericht.knoppen, bericht.vraag, bericht.bladen)
