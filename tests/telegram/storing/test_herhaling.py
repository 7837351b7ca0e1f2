"""What explains a repeated message, and what does not."""

import pytest

from tests.telegram.nep.toestand import Aanroep
from tests.telegram.storing.herhaling import _verklaar
from tests.telegram.storing.uitval import Klap


def _aanroep(tijd: float, storing: str = "") -> Aanroep:
    return Aanroep(1, tijd, "sendMessage", 7, {"text": "Nieuwe casus"}, code=200, storing=storing)


@pytest.mark.parametrize(
    ("klappen", "andere", "oorzaak"),
    [
        ([(100.2, "serve")], [], "uitval"),
        ([(99.9, "serve")], [], "uitval"),  # the call was under way when its sender died
        ([(99.0, "serve")], [], ""),
        ([(100.2, "werker")], [], ""),  # a worker sends nothing
        ([(100.2, "serve")], [100.1], ""),  # something else went out in between: the first one had been booked
        ([(106.0, "serve")], [], ""),
        ([(111.0, "serve")], [], ""),
    ],
)
def test_a_kill_of_the_sender_before_anything_else_explains_a_repeat(
    klappen: list[tuple[float, str]], andere: list[float], oorzaak: str
):
    lijst = [Klap(tijd, wat, was_koud=False, daden=0) for tijd, wat in klappen]
    herhaling = _verklaar("m", _aanroep(100.0), _aanroep(110.0), klappen=lijst, andere=[100.0, *andere, 110.0])
    assert herhaling.oorzaak == oorzaak


def test_an_answer_that_got_lost_explains_a_repeat():
    eerder = _aanroep(100.0, storing="verbroken na")
    assert _verklaar("m", eerder, _aanroep(103.0), klappen=[], andere=[]).oorzaak == "verloren antwoord"
