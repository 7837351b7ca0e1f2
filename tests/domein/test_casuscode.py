"""The case code: what can go wrong on the telephone is found. The proof is exhaustive where the code is linear."""

from itertools import combinations, product
from math import gcd
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domein.casuscode import (
    AANTAL,
    ALFABET,
    GEWICHTEN,
    LETTERS,
    PRIEM,
    controleer,
    nieuwe_code,
    normaliseer,
    vind_code,
)

codes = st.integers(0, AANTAL - 1).map(lambda nummer: nieuwe_code(lambda _: nummer))


def _zonder(code: str) -> str:
    return code.replace("-", "")


def test_there_are_more_than_ten_million_codes() -> None:
    assert AANTAL == len(LETTERS) * len(ALFABET) ** 5 == 17_038_284


def test_the_alphabet_is_prime_and_free_of_look_and_sound_alikes() -> None:
    assert all(PRIEM % deler for deler in range(2, PRIEM))
    assert len(set(ALFABET)) == len(ALFABET) == PRIEM
    assert not set(ALFABET) & set("0O1IL5S8B2ZUV")
    assert not set(ALFABET) & set("AEIOUY")
    assert len(set(ALFABET) & set("BDPT")) == len(set(ALFABET) & set("MN")) == 1


def test_every_single_character_error_changes_the_sum() -> None:
    """The check is linear: a code is wrong by exactly weight x difference, whatever the other characters are."""
    for gewicht, verschil in product(GEWICHTEN, range(1, PRIEM)):
        assert gewicht * verschil % PRIEM != 0


def test_every_swap_of_two_characters_changes_the_sum() -> None:
    for (een, ander), verschil in product(combinations(GEWICHTEN, 2), range(1, PRIEM)):
        assert (een - ander) * verschil % PRIEM != 0
        assert gcd(een + ander, PRIEM) == 1  # so a doubled character heard as another is found too


@pytest.mark.parametrize("plek", range(7))
def test_every_single_character_error_is_refused(plek: int) -> None:
    bron = Random(plek)
    for _ in range(200):
        code = _zonder(nieuwe_code(bron.randrange))
        for teken in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            fout = code[:plek] + teken + code[plek + 1 :]
            assert (normaliseer(fout) is None) == (teken != code[plek])


def test_every_swap_of_neighbours_is_refused() -> None:
    bron = Random(7)
    for _ in range(500):
        code = _zonder(nieuwe_code(bron.randrange))
        for plek in range(6):
            fout = code[:plek] + code[plek + 1] + code[plek] + code[plek + 2 :]
            assert (normaliseer(fout) is None) == (fout != code)


@given(codes)
def test_a_new_code_is_valid_and_has_the_form(code: str) -> None:
    assert controleer(code)
    assert len(code) == 8
    assert code[0] in LETTERS
    assert code[3] == "-"


@given(st.integers(0, AANTAL - 1), st.integers(0, AANTAL - 1))
def test_two_numbers_give_two_codes(een: int, ander: int) -> None:
    assert (nieuwe_code(lambda _: een) == nieuwe_code(lambda _: ander)) == (een == ander)


@given(codes, st.sampled_from(["", " ", "-", " - ", "\u2011", "\u2013", "."]), st.booleans())
def test_the_way_people_write_it_does_not_matter(code: str, scheiding: str, klein: bool) -> None:
    geschreven = code.replace("-", scheiding)
    assert normaliseer(f" {geschreven.lower() if klein else geschreven} ") == code


@given(st.text(max_size=12))
def test_anything_else_is_no_code(tekst: str) -> None:
    code = normaliseer(tekst)
    assert code is None or controleer(code)


def test_only_the_exact_form_is_controlled() -> None:
    code = nieuwe_code(lambda _: 1234567)
    assert controleer(code)
    assert not controleer(_zonder(code))
    assert not controleer(code.lower())
    assert not controleer(f"{code} ")
    assert not controleer("")


@given(codes)
@pytest.mark.parametrize(
    "zin",
    [
        "hoe staat het met {}?",
        "status {} graag",
        "mw {} heeft nog niets gehoord",
        "({})",
        "{}: gesproken, 3 keer gebeld",
        "casus\n{}",
    ],
)
def test_a_code_is_found_in_a_sentence(zin: str, code: str) -> None:
    assert vind_code(zin.format(code)) == code
    assert vind_code(zin.format(code.lower())) == code
    assert vind_code(zin.format(_zonder(code))) == code


@given(codes)
def test_a_spelled_out_code_is_found(code: str) -> None:
    assert vind_code(f"het gaat om {' '.join(_zonder(code)).lower()}, hoor") == code


def test_the_first_of_two_codes_is_found() -> None:
    een, ander = nieuwe_code(lambda _: 5_000_000), nieuwe_code(lambda _: 6_000_000)
    assert vind_code(f"{een} en {ander}") == een


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "hoe staat het met mijn casus",
        "bel 06-34679346 of 079 346 7934",
        "346 7934",
        "mw 82 Palenstein, zit sinds overlijden man alleen",
        "xK7X4F9Mx",
    ],
)
def test_no_code_is_found_where_there_is_none(tekst: str) -> None:
    assert vind_code(tekst) is None
