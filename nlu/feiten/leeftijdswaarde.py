"""What a text can say of an age: exact years or a range, and the band (leeftijdsgroep) that holds it."""

from dataclasses import dataclass

from nlu.labels import LEEFTIJDSGROEPEN

OUDST = 110


@dataclass(frozen=True)
class Leeftijd:
    """What the text says of an age: exact years or only a range, with its place in `Tekst.plat`.

    `punten` is how sure it is that this is an age at all (1 to 6), `eind` where the number ends.
    """

    van: int
    tot: int
    begin: int
    punten: int = 0
    eind: int = 0

    @property
    def jaren(self) -> int | None:
        """The exact age, None for a range."""
        return self.van if self.van == self.tot else None

    @property
    def groep(self) -> str | None:
        """The band, only when the whole range lies inside one."""
        groep = leeftijdsgroep(self.van)
        return groep if groep == leeftijdsgroep(self.tot) else None


def leeftijdsgroep(jaren: int) -> str:
    """The band of the protocol that holds this age."""
    for groep in LEEFTIJDSGROEPEN[:-1]:
        if jaren <= int(groep.split("-")[1]):
            return groep
    return LEEFTIJDSGROEPEN[-1]
