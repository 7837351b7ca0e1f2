"""A strict fake of the Telegram Bot API over real HTTP on loopback, and the people on the other side of it.

In the process of the test::

    async with NepTelegram() as nep:                       # or the fixture `nep`
        bot = Bot(nep.token, base_url=nep.base_url)        # python-telegram-bot, or anything that speaks the Bot API
        mw = nep.gebruiker("Fatima")                       # a private chat; the bot cannot write before `start`
        mw.start("uitnodiging-code")                       # deep link; mw.stuur("…"), mw.tik("Ja"), mw.kopieer("…")
        bericht = await mw.antwoord()                      # waits for the bot; .tekst .knopteksten .knoppen .versies
        mw.scherm()                                        # the chat as she sees it, after edits and deletions

In a process of its own, so that the bot can be killed: `with NepOpAfstand() as nep:`, the same people and commands.
`Tijd(loopt=False)` or `nep.roep("vooruit", seconden=…)` moves the clock: dates, rate limits, 24 and 48 hours, taps.
Commands (`nep.roep(name, …)` or `POST /bediening/<name>`) are the methods of `bediening.py` and `handelingen.py`.
Faults: `nep.roep("plan", soort="429", methode="sendMessage", wacht=3)` or
`nep.roep("loterij", seed=1, kansen={"429": 0.02, "time-out na": 0.01})`; kinds in `storingen.Soort`;
what happened in `nep.roep("gebeurde_storingen")`, who did not wait for `retry_after` in `nep.roep("te_vroeg")`.

Sources: core.telegram.org/bots/api and /bots/faq, and for the words of errors tdlib/telegram-bot-api and tdlib/td.
Stricter than Telegram where its documentation is (bare `&` and `>` in HTML, nesting in `pre`), and where no number is
documented a cautious one: a burst of 3, an answer to a tap within 30 seconds and once only.
"""

from tests.telegram.nep.fouten import MensFout
from tests.telegram.nep.limieten import Limieten
from tests.telegram.nep.mensen import Gebruiker, Groep, wacht_tot
from tests.telegram.nep.opafstand import NepOpAfstand
from tests.telegram.nep.server import TOKEN, NepTelegram
from tests.telegram.nep.storingen import Soort
from tests.telegram.nep.tijd import Tijd
from tests.telegram.nep.toestand import Chatbericht

__all__ = [
    "TOKEN",
    "Chatbericht",
    "Gebruiker",
    "Groep",
    "Limieten",
    "MensFout",
    "NepOpAfstand",
    "NepTelegram",
    "Soort",
    "Tijd",
    "wacht_tot",
]
