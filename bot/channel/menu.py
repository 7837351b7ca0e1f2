"""The command menu per role; a command is a short way to say words that the conversation understands anyway."""

from telegram import Bot, BotCommand, BotCommandScopeChat

from bot.domein.lijsten import Rol
from bot.services.teksten import Teksten

OPDRACHTEN: dict[Rol, tuple[str, ...]] = {
    Rol.ASSISTENT: ("nieuw", "terug", "status", "later", "verder", "stop", "help"),
    Rol.CONTACTPERSOON: ("casussen", "afwezig", "aanwezig", "help"),
    Rol.BEHEERDER: ("help",),
}


def als_woorden(tekst: str, rol: Rol, teksten: Teksten) -> str:
    """A command of the menu ("/status K7-…") as the words that it stands for, with what was typed after it."""
    if not tekst.startswith("/"):
        return tekst
    opdracht, _, rest = tekst[1:].partition(" ")
    naam = opdracht.partition("@")[0].lower()
    if naam not in OPDRACHTEN[rol]:
        return teksten.vul("menu_woorden/help")
    return f"{teksten.vul(f'menu_woorden/{naam}')} {rest}".strip()


async def zet_menu(bot: Bot, chat_id: int, *, rol: Rol, teksten: Teksten) -> None:
    """Shows the role's commands in this chat."""
    opdrachten = [BotCommand(naam, teksten.vul(f"menu/{naam}")) for naam in OPDRACHTEN[rol]]
    await bot.set_my_commands(opdrachten, scope=BotCommandScopeChat(chat_id))
