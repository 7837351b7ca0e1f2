"""Keyboards under a message, checked as Telegram does before it shows them."""

from typing import Any
from urllib.parse import urlsplit

from tests.telegram.nep.fouten import weiger
from tests.telegram.nep.velden import Velden

MAX_DATA = 64  # bytes
MAX_KOPIE = 256  # characters
MAX_PER_RIJ = 8
MAX_KNOPPEN = 100
_WERKING = (
    "url",
    "callback_data",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)
Rijen = list[list[dict[str, Any]]]


def lees_toetsenbord(velden: Velden, *, alleen_inline: bool = False) -> dict[str, Any]:
    """The checked `reply_markup` of a call; empty when there is none."""
    toetsenbord = velden.json("reply_markup")
    if not toetsenbord:
        return {}
    if not isinstance(toetsenbord, dict):
        weiger("object expected as reply markup")
    if "inline_keyboard" in toetsenbord:
        return {"inline_keyboard": _inline(toetsenbord["inline_keyboard"])}
    if alleen_inline:
        weiger("inline keyboard expected")
    if "keyboard" in toetsenbord:
        return {**toetsenbord, "keyboard": _gewoon(toetsenbord["keyboard"])}
    if not toetsenbord.get("remove_keyboard") and not toetsenbord.get("force_reply"):
        weiger("object expected as reply markup")
    return toetsenbord


def _rijen(toetsenbord: Any, naam: str) -> list[list[Any]]:
    if not isinstance(toetsenbord, list) or not all(isinstance(rij, list) for rij in toetsenbord):
        weiger(f'field "{naam}" of the markup must be an Array of Arrays')
    if any(len(rij) > MAX_PER_RIJ for rij in toetsenbord) or sum(map(len, toetsenbord)) > MAX_KNOPPEN:
        weiger("reply markup is too long")
    return [rij for rij in toetsenbord if rij]


def _inline(toetsenbord: Any) -> Rijen:
    rijen = _rijen(toetsenbord, "inline_keyboard")
    for knop in (knop for rij in rijen for knop in rij):
        _keur_inline(knop)
    return rijen


def _keur_inline(knop: Any) -> None:
    if not isinstance(knop, dict):
        weiger("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not str(knop.get("text", "")).strip():
        weiger("inline keyboard button text must be non-empty")
    werking = [naam for naam in _WERKING if naam in knop]
    if not werking:
        weiger("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(werking) > 1:
        weiger("BUTTON_TYPE_INVALID")
    if "callback_data" in knop and not 1 <= len(str(knop["callback_data"]).encode()) <= MAX_DATA:
        weiger("BUTTON_DATA_INVALID")
    if "copy_text" in knop:
        _keur_kopie(knop["copy_text"])
    if "url" in knop:
        _keur_url(str(knop["url"]))


def _keur_kopie(kopie: Any) -> None:
    tekst = kopie.get("text") if isinstance(kopie, dict) else None
    if not isinstance(tekst, str) or not 1 <= len(tekst) <= MAX_KOPIE:
        weiger("BUTTON_COPY_TEXT_INVALID")


def _keur_url(url: str) -> None:
    """As `LinkManager::check_link` of TDLib: `localhost` has no dot and is refused."""
    delen = urlsplit(url if "//" in url or url.startswith("tg:") else f"http://{url}")
    if delen.scheme == "tg":
        return
    if delen.scheme not in ("http", "https") or "." not in (delen.hostname or ""):
        weiger(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _gewoon(toetsenbord: Any) -> Rijen:
    rijen: Rijen = [
        [{"text": knop} if isinstance(knop, str) else knop for knop in rij] for rij in _rijen(toetsenbord, "keyboard")
    ]
    if not rijen or not all(str(knop.get("text", "")).strip() for rij in rijen for knop in rij):
        weiger("keyboard button text must be non-empty")
    return rijen
