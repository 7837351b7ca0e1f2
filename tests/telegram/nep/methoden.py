"""Which methods of the Bot API the fake has; every other one answers 404."""

import inspect
from collections.abc import Callable
from typing import Any

from tests.telegram.nep import bewerken, botzaken, zenden
from tests.telegram.nep.fouten import weiger
from tests.telegram.nep.velden import Velden
from tests.telegram.nep.wereld import Wereld

METHODEN: dict[str, Callable[[Wereld, Velden], Any]] = {
    "answerCallbackQuery": botzaken.beantwoord_tik,
    "deleteMessage": bewerken.verwijder,
    "deleteMessages": bewerken.verwijder_lijst,
    "deleteMyCommands": botzaken.wis_opdrachten,
    "deleteWebhook": botzaken.wis_webhook,
    "editMessageCaption": bewerken.bewerk_bijschrift,
    "editMessageReplyMarkup": bewerken.bewerk_knoppen,
    "editMessageText": bewerken.bewerk_tekst,
    "getChat": botzaken.toon_chat,
    "getChatMenuButton": botzaken.lees_menuknop,
    "getFile": botzaken.geef_bestand,
    "getMe": botzaken.wie_ben_ik,
    "getMyCommands": botzaken.lees_opdrachten,
    "getUpdates": botzaken.haal_updates,
    "getWebhookInfo": botzaken.webhookstand,
    "leaveChat": botzaken.verlaat,
    "pinChatMessage": bewerken.zet_vast,
    "sendChatAction": zenden.toon_bezig,
    "sendDocument": zenden.stuur_document,
    "sendMessage": zenden.stuur_tekst,
    "sendPhoto": zenden.stuur_foto,
    "setChatMenuButton": botzaken.zet_menuknop,
    "setMyCommands": botzaken.zet_opdrachten,
    "setMyDescription": botzaken.zet_tekst,
    "setMyName": botzaken.zet_tekst,
    "setMyShortDescription": botzaken.zet_tekst,
    "setWebhook": botzaken.zet_webhook,
    "unpinAllChatMessages": bewerken.maak_los,
    "unpinChatMessage": bewerken.maak_los,
}
_KLEIN = {naam.lower(): naam for naam in METHODEN}


def eigen_naam(methode: str) -> str:
    """The name as documented; the API itself does not mind capitals."""
    return _KLEIN.get(methode.lower(), methode)


async def voer_uit(wereld: Wereld, methode: str, velden: Velden) -> Any:
    """The result of one call; raises what Telegram would answer."""
    doe = METHODEN.get(methode)
    if doe is None:
        weiger("method not found", code=404)
    uitkomst = doe(wereld, velden)
    return await uitkomst if inspect.isawaitable(uitkomst) else uitkomst
