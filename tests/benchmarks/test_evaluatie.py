"""Honest measuring: the guard on the test set's figures, and the parts that make the figures."""

import numpy as np
import pytest

from benchmarks.evaluatie import beelden, cijfers, fouten, pagina
from benchmarks.evaluatie.groepen import bijna_gelijk, deel_in
from benchmarks.evaluatie.maten import Maat, Trekking, aandeel, ijkcurve, meet_labels
from benchmarks.evaluatie.oordeel import Antwoordoordeel, Berichtoordeel
from benchmarks.evaluatie.toetsing import Toets, meet_toets
from benchmarks.vergelijking import lees_vergelijking

NIETS: dict[str, set[str]] = {"leefgebieden": set(), "vlaggen": set(), "belemmeringen": set()}


def bericht(tekst: str, *, waar: set[str], gezegd: set[str], kans: float = 0.5) -> Berichtoordeel:
    kansen = {"leefgebieden": dict.fromkeys(waar | gezegd, kans)}
    een, ander = NIETS | {"leefgebieden": waar}, NIETS | {"leefgebieden": gezegd}
    return Berichtoordeel(tekst=tekst, eenheid=tekst, waar=een, gezegd=ander, kansen=kansen)


@pytest.fixture(scope="module")
def toets() -> Toets:
    return meet_toets()


@pytest.mark.model
@pytest.mark.traag
def test_no_total_of_the_test_set_dropped_below_its_interval(toets: Toets):
    bewaard = cijfers.lees()["toets"]["totalen"]
    assert set(bewaard) == set(cijfers.lees_streven())
    assert cijfers.gezakt(toets.totalen(), bewaard) == {}, "mend it, or run `make evaluate` and account for the drop"


@pytest.mark.model
@pytest.mark.traag
def test_nothing_is_sent_that_nobody_asked_for(toets: Toets):
    assert [o.tekst for o in toets.antwoorden if o.is_gevaar] == []


def test_a_drop_below_the_interval_is_seen():
    bewaard = {"wijk": {"waarde": 0.98, "laag": 0.96, "hoog": 1.0, "n": 400}, "leeftijd": {"laag": 0.9}}
    nu = {"wijk": Maat(0.955, 0.93, 0.97, 400), "leeftijd": Maat(0.9, 0.8, 1.0, 400), "nieuw": Maat(0, 0, 0, 1)}
    assert cijfers.gezakt(nu, bewaard) == {"wijk": (0.955, 0.96)}


def test_a_total_that_is_no_longer_measured_has_dropped():
    assert cijfers.gezakt({}, {"wijk": {"laag": 0.96}}) == {"wijk": (0.0, 0.96)}


def test_a_file_and_near_duplicates_stay_on_one_side():
    teksten = [
        "de bus rijdt niet meer",
        "hij zoekt al jaren werk",
        "haar kat is dood",
        "wil minder roken",
        "huur te hoog",
    ]
    teksten += ["mevrouw mist haar man elke avond aan tafel", "aan tafel mist mevrouw elke avond haar man!"]
    indeling = deel_in(teksten, ["a", "b", "c", "d", "e", "f", "g"])
    assert indeling.dubbel == {5: [6], 6: [5]}
    assert indeling.paren == 1
    vouw = int(indeling.vouw[5])
    assert 6 not in indeling.leer(vouw)
    assert not {indeling.vouw[i] for i in indeling.leer(vouw)} & {vouw}


def test_what_everybody_types_is_no_copy():
    assert bijna_gelijk(["ja hoor", "ja hoor!", "nee"]) == {}


def test_an_interval_holds_the_figure_and_is_the_same_each_time():
    goed = [True] * 80 + [False] * 20
    maat = aandeel(goed, Trekking(range(100)))
    assert maat.waarde == 0.8
    assert maat.laag == pytest.approx(0.72, abs=0.02)
    assert maat.hoog == pytest.approx(0.88, abs=0.02)
    assert maat == aandeel(goed, Trekking(range(100)))


def test_all_right_still_leaves_doubt():
    assert aandeel([True] * 60, Trekking(range(60))).laag == pytest.approx(0.94, abs=0.005)


def test_drawing_whole_files_widens_the_interval():
    goed = [i < 50 for i in range(100)]
    los, heel = Trekking(range(100)), Trekking(["x" if g else "y" for g in goed])
    assert aandeel(goed, los).laag > aandeel(goed, heel).laag


def test_precision_recall_and_f1():
    waar, gezegd = [{"a"}, {"a", "b"}, set()], [{"a"}, {"b"}, {"b"}]
    maten = meet_labels(["a", "b"], waar=waar, gezegd=gezegd, trekking=Trekking(range(3)))
    assert [maten.per_label["a"][x].waarde for x in ("p", "r")] == [1.0, 0.5]
    assert [maten.per_label["b"][x].waarde for x in ("p", "r")] == [0.5, 1.0]
    assert maten.samen["f1"].waarde == pytest.approx(2 / 3)
    assert maten.precies.waarde == pytest.approx(1 / 3)


def test_calibration_measures_the_distance_to_the_line():
    punten, ece = ijkcurve([0.25] * 4 + [0.95] * 2, [1, 0, 0, 0, 0, 0])
    assert [p["waar"] for p in punten] == [0.25, 0.0]
    assert ece == pytest.approx(0.95 / 3)


@pytest.mark.parametrize(
    ("vraag", "verwacht", "gekregen", "gevaar"),
    [
        ("toestemming", None, {"gegeven": True, "door": "zelf"}, True),
        ("toestemming", {"gegeven": False, "door": None}, {"gegeven": True, "door": "zelf"}, True),
        ("toestemming", {"gegeven": True, "door": "ouders"}, {"gegeven": True, "door": "zelf"}, False),
        ("bevestigen", "aanpassen", "versturen", True),
        ("bevestigen", "versturen", "aanpassen", False),
    ],
)
def test_a_wrong_yes_is_counted_apart(vraag: str, verwacht: object, gekregen: object, gevaar: bool):
    assert Antwoordoordeel(tekst="x", vraag=vraag, verwacht=verwacht, gekregen=gekregen).is_gevaar is gevaar


def test_confusion_sets_what_was_missed_against_what_was_said():
    oordelen = [
        bericht("een", waar={"rouw"}, gezegd={"rouw"}),
        bericht("twee", waar={"rouw"}, gezegd={"wonen"}),
        bericht("drie", waar={"wonen"}, gezegd=set()),
        bericht("vier", waar=set(), gezegd=set()),
    ]
    telling = beelden.verwarring(oordelen, "leefgebieden", ("rouw", "wonen"))
    assert telling.tolist() == [[1, 1, 0], [0, 0, 1], [0, 0, 1]]


def test_a_reason_written_by_hand_goes_before_the_measured_one(monkeypatch: pytest.MonkeyPatch):
    een = bericht("ze kijkt naar de stoel van haar man", waar={"rouw"}, gezegd=set(), kans=0.1)
    assert [f.reden for f in fouten.ergste([een])] == ["zonder sleutelwoord"]
    redenen = {"oorzaken": {}, "met_de_hand": {fouten.sleutel("Ze kijkt naar de stoel, van haar man."): "beeldspraak"}}
    monkeypatch.setattr(fouten, "_redenen", lambda: redenen)
    assert [f.reden for f in fouten.ergste([een])] == ["beeldspraak"]


def test_the_page_is_what_the_command_makes_of_the_stored_figures():
    """Whoever changes text or figures by hand is told: `python -m benchmarks.evalueer --alleen-pagina`."""
    staat = pagina.PAGINA.read_text(encoding="utf-8").partition(pagina.FOUTEN)
    gemaakt = pagina.vul(cijfers.lees(), lees_vergelijking(), []).partition(pagina.FOUTEN)
    assert staat[:2] == gemaakt[:2]


def test_the_same_figures_give_the_same_picture(tmp_path):
    for naam in ("a.png", "b.png"):
        beelden.teken_verwarring(tmp_path / naam, np.eye(3, dtype=np.int64), ("rouw", "wonen"), titel="proef")
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()
