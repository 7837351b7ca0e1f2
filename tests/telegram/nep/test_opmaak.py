"""HTML texts: what is understood, and what is refused."""

import pytest

from tests.telegram.nep.fouten import ApiFout
from tests.telegram.nep.opmaak import lees_tekst, ontleed
from tests.telegram.nep.velden import Velden


@pytest.mark.parametrize(
    ("html", "tekst", "opmaak"),
    [
        ("<b>vet</b>", "vet", [("bold", 0, 3)]),
        ("<B>vet</B >", "vet", [("bold", 0, 3)]),
        ("😀 <i>a</i>", "😀 a", [("italic", 3, 1)]),  # an emoji is two UTF-16 units
        ("&lt;b&gt; &amp; &quot; &#39; &#x27;", "<b> & \" ' '", []),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<pre><code class='language-soep'>S\nO</code></pre>", "S\nO", [("pre", 0, 3)]),
        ("<blockquote expandable>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span>", "ab", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
        ("<b></b>leeg", "leeg", []),
    ],
)
def test_html_becomes_text_and_entities(html: str, tekst: str, opmaak: list[tuple[str, int, int]]):
    gelezen, gevonden = ontleed(html)
    assert gelezen == tekst
    assert [(een["type"], een["offset"], een["length"]) for een in gevonden] == opmaak


def test_attributes_are_kept():
    assert ontleed('<a href="https://a.nl/?x=1&amp;y=2">a</a>')[1][0]["url"] == "https://a.nl/?x=1&y=2"
    assert ontleed('<pre><code class="language-soep">a</code></pre>')[1][0]["language"] == "soep"


@pytest.mark.parametrize(
    "html",
    [
        "a < b",
        "a > b",
        "Jansen & Zn",
        "&nbsp;",
        "&lt",
        "<b>open",
        "<b><i>a</b></i>",
        "</b>",
        "<script>a</script>",
        "<div>a</div>",
        "<br/>",
        "<span>a</span>",
        "<code><b>a</b></code>",
        "<blockquote><blockquote>a</blockquote></blockquote>",
        "<b",
    ],
)
def test_what_the_documentation_forbids_is_refused(html: str):
    with pytest.raises(ApiFout, match="can't parse entities"):
        ontleed(html)


def test_a_text_is_trimmed_and_its_entities_move_along():
    tekst, opmaak = lees_tekst(Velden({"text": " \n<b> a </b>\n\n", "parse_mode": "HTML"}), "text", "entities")
    assert (tekst, opmaak) == (" a", [{"type": "bold", "offset": 0, "length": 2}])


def test_entities_lie_inside_the_text():
    with pytest.raises(ApiFout, match="ENTITY_BOUNDS_INVALID"):
        lees_tekst(
            Velden({"text": "abc", "entities": [{"type": "bold", "offset": 1, "length": 3}]}), "text", "entities"
        )
