"""The methods about the bot itself: who it is, its menu, its webhook, answers to taps, the chats it is in."""

import re
from typing import Any
from urllib.parse import urlsplit

from tests.telegram.nep.fouten import te_veel, weiger
from tests.telegram.nep.velden import Velden
from tests.telegram.nep.wereld import Wereld

MAX_ANTWOORD = 200
MAX_OPDRACHTEN = 100
LOOPBACK = ("127.0.0.1", "::1", "localhost")
_OPDRACHT = re.compile(r"[a-z0-9_]{1,32}")
_GEHEIM = re.compile(r"[A-Za-z0-9_-]{0,256}")
_BEREIK = frozenset(
    [
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    ]
)
_TEKSTEN = {"name": 64, "description": 512, "short_description": 120}


def wie_ben_ik(wereld: Wereld, velden: Velden) -> dict[str, Any]:
    """`getMe`."""
    vlaggen = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return {**wereld.bot_als_api(), **vlaggen, "can_connect_to_business": False, "has_main_web_app": False}


def beantwoord_tik(wereld: Wereld, velden: Velden) -> bool:
    """`answerCallbackQuery`: once, soon, and at most 200 characters."""
    if len(velden.tekst("text")) > MAX_ANTWOORD:
        weiger("MESSAGE_TOO_LONG")
    tik, nu = wereld.tikken.get(velden.tekst("callback_query_id")), wereld.tijd.nu()
    if tik is None or tik.beantwoord is not None or nu - tik.tijd > wereld.tik_geldig:
        weiger("query is too old and response timeout expired or query ID is invalid")
    tik.beantwoord, tik.tekst, tik.venster = nu, velden.tekst("text"), velden.waar("show_alert")
    if tik.tekst:
        wereld.chats[tik.chat].meldingen.append(tik.tekst)
    return True


def zet_opdrachten(wereld: Wereld, velden: Velden) -> bool:
    """`setMyCommands`: names of 1–32 `a-z0-9_`, descriptions of 1–256 characters, at most 100."""
    opdrachten = velden.json("commands")
    if not isinstance(opdrachten, list):
        weiger("can't parse commands JSON object")
    if len(opdrachten) > MAX_OPDRACHTEN:
        weiger("BOT_COMMANDS_TOO_MUCH")
    for een in opdrachten:
        naam, uitleg = str(een.get("command", "")).removeprefix("/"), str(een.get("description", "")).strip()
        if not _OPDRACHT.fullmatch(naam):
            weiger("BOT_COMMAND_INVALID")
        if not uitleg:
            weiger("command description must be non-empty")
        if len(uitleg) > 256:
            weiger("command description length must not exceed 256")
    wereld.instellingen["commands"][_bereik(velden)] = opdrachten
    return True


def lees_opdrachten(wereld: Wereld, velden: Velden) -> list[dict[str, Any]]:
    """`getMyCommands`."""
    return list(wereld.instellingen["commands"].get(_bereik(velden), []))


def wis_opdrachten(wereld: Wereld, velden: Velden) -> bool:
    """`deleteMyCommands`."""
    wereld.instellingen["commands"].pop(_bereik(velden), None)
    return True


def zet_menuknop(wereld: Wereld, velden: Velden) -> bool:
    """`setChatMenuButton`: commands, default, or a web app over https."""
    knop = velden.json("menu_button") or {"type": "default"}
    if knop.get("type") not in ("commands", "default", "web_app"):
        weiger("MenuButton has unsupported type")
    if knop["type"] == "web_app" and not str(knop.get("web_app", {}).get("url", "")).startswith("https://"):
        weiger("menu button Web App URL is invalid: Only HTTPS links are allowed")
    wereld.instellingen["menu"][velden.chat] = knop
    return True


def lees_menuknop(wereld: Wereld, velden: Velden) -> dict[str, Any]:
    """`getChatMenuButton`."""
    menu = wereld.instellingen["menu"]
    return dict(menu.get(velden.chat) or menu.get(None) or {"type": "default"})


def zet_tekst(wereld: Wereld, velden: Velden) -> bool:
    """`setMyName`, `setMyDescription`, `setMyShortDescription`."""
    for naam in _TEKSTEN.keys() & velden.waarden.keys():
        if len(velden.tekst(naam)) > _TEKSTEN[naam]:
            weiger(f"{naam} is too long")
        wereld.instellingen[naam] = velden.tekst(naam)
    return True


def zet_webhook(wereld: Wereld, velden: Velden) -> bool:
    """`setWebhook`: https (plain http only to this machine), a secret of 1–256 `A-Za-z0-9_-`, at most once a second."""
    url = velden.tekst("url")
    if not url:
        return wis_webhook(wereld, velden)
    nu, geheim = wereld.tijd.nu(), velden.tekst("secret_token")
    if nu < wereld.webhook_gezet + 1:
        raise te_veel(1)
    delen = urlsplit(url)
    if not delen.hostname or (delen.scheme != "https" and delen.hostname not in LOOPBACK):
        weiger("bad webhook: An HTTPS URL must be provided for webhook")
    if not _GEHEIM.fullmatch(geheim):
        weiger("secret token contains unallowed characters" if len(geheim) <= 256 else "secret token is too long")
    _sta_toe(wereld, velden)
    if velden.waar("drop_pending_updates"):
        wereld.updates.wis()
    verbindingen = min(max(velden.geheel("max_connections", 40), 1), 100)
    wereld.webhook = {"url": url, "geheim": geheim, "max_connections": verbindingen}
    wereld.webhook_gezet = nu
    wereld.updates.breek_poll_af()
    return True


def wis_webhook(wereld: Wereld, velden: Velden) -> bool:
    """`deleteWebhook`."""
    wereld.webhook = {}
    if velden.waar("drop_pending_updates"):
        wereld.updates.wis()
    return True


def webhookstand(wereld: Wereld, velden: Velden) -> dict[str, Any]:
    """`getWebhookInfo`."""
    stand = {naam: waarde for naam, waarde in wereld.webhook.items() if naam != "geheim"}
    if wereld.updates.toegestaan:
        stand["allowed_updates"] = wereld.updates.toegestaan
    wachtend = len(wereld.updates.open)
    return {"url": "", "has_custom_certificate": False, "pending_update_count": wachtend, **stand}


async def haal_updates(wereld: Wereld, velden: Velden) -> list[dict[str, Any]]:
    """`getUpdates`."""
    if wereld.webhook:
        weiger(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            code=409,
        )
    _sta_toe(wereld, velden)
    limiet = min(max(velden.geheel("limit", 100), 1), 100)
    return await wereld.updates.poll(velden.geheel("offset"), limiet, max(0, velden.geheel("timeout")))


def toon_chat(wereld: Wereld, velden: Velden) -> dict[str, Any]:
    """`getChat`."""
    chat = wereld.chat_voor(velden, zenden=False)
    gegevens = {**wereld.chat_als_api(chat.id), "accent_color_id": 0, "max_reaction_count": 11}
    gegevens["accepted_gift_types"] = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
    )
    if chat.vastgezet in chat.berichten:
        gegevens["pinned_message"] = wereld.als_api(chat.berichten[chat.vastgezet])
    return gegevens


def geef_bestand(wereld: Wereld, velden: Velden) -> dict[str, Any]:
    """`getFile`: a path, but there is nothing behind it; the record shows who asks."""
    file_id = velden.tekst("file_id")
    if not file_id:
        weiger("file_id not specified")
    return {"file_id": file_id, "file_unique_id": file_id[:16], "file_path": f"files/{file_id}"}


def verlaat(wereld: Wereld, velden: Velden) -> bool:
    """`leaveChat`."""
    chat = wereld.chat_voor(velden, zenden=False)
    if not chat.is_groep:
        weiger("chat member status can't be changed in private chats")
    oud, chat.status = chat.status, "left"
    bot = wereld.bot_als_api()
    lid = [{"user": bot, "status": status} for status in (oud, "left")]
    inhoud = {"chat": wereld.chat_als_api(chat.id), "from": bot, "date": int(wereld.tijd.nu())}
    wereld.updates.voeg_toe(chat.id, "my_chat_member", {**inhoud, "old_chat_member": lid[0], "new_chat_member": lid[1]})
    return True


def _sta_toe(wereld: Wereld, velden: Velden) -> None:
    """`allowed_updates` stays as it was when it is not given; an empty list means the default."""
    toegestaan = velden.json("allowed_updates")
    if toegestaan is not None:
        wereld.updates.toegestaan = list(toegestaan)


def _bereik(velden: Velden) -> str:
    bereik = velden.json("scope") or {"type": "default"}
    if bereik.get("type") not in _BEREIK:
        weiger("can't parse BotCommandScope: Unsupported type specified")
    return ":".join(str(deel) for deel in (bereik["type"], bereik.get("chat_id", ""), velden.tekst("language_code")))
