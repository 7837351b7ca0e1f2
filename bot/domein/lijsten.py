"""The closed lists of the triage protocol; the values are the ids that code, data, scripts and logs share.

Source: docs/specificatie.md, chapters 3 to 7. `nlu.labels` holds the same ids for the models; a house rule
test compares the two.
"""

from enum import StrEnum


class Leefgebied(StrEnum):
    """ "Leefgebied": a part of life in which a non-medical question can lie."""

    EENZAAMHEID = "eenzaamheid"
    ROUW = "rouw"
    MANTELZORG = "mantelzorg"
    GELDZORGEN = "geldzorgen"
    WONEN = "wonen"
    WERK_DAGBESTEDING = "werk_dagbesteding"
    OPVOEDING_JEUGD = "opvoeding_jeugd"
    RELATIE_GEZIN = "relatie_gezin"
    TAAL_MEEDOEN = "taal_meedoen"
    ADMINISTRATIE = "administratie"
    LEEFSTIJL_BEWEGEN = "leefstijl_bewegen"
    ZINGEVING = "zingeving"
    STRESS_PSYCHOSOCIAAL = "stress_psychosociaal"
    HUISHOUDEN_ZELFZORG = "huishouden_zelfzorg"
    VERVOER = "vervoer"
    VERSLAVING = "verslaving"


class RodeVlag(StrEnum):
    """ "Rode vlag": a sign that stops the social route; a person takes over at once."""

    ACUUT_MEDISCH = "acuut_medisch"
    SUICIDALITEIT = "suicidaliteit"
    HUISELIJK_GEWELD = "huiselijk_geweld"
    ACUTE_PSYCHIATRIE = "acute_psychiatrie"
    ACUTE_NOOD = "acute_nood"


class Stopgrond(StrEnum):
    """ "Stopgrond": the answers at `veilig` that stop without being a rode vlag."""

    KLACHT = "klacht"
    TWIJFEL = "twijfel"


class VraagId(StrEnum):
    """ "Vraag": a question of the protocol, in the order of the specification."""

    HULPVRAAG = "hulpvraag"
    VEILIG = "veilig"
    LEEFGEBIEDEN = "leefgebieden"
    WIJK = "wijk"
    LEEFTIJDSGROEP = "leeftijdsgroep"
    WENS = "wens"
    BELEMMERINGEN = "belemmeringen"
    VOORSTEL = "voorstel"
    ROUTE = "route"
    CONTACTROUTE = "contactroute"
    TOESTEMMING = "toestemming"
    BEVESTIGEN = "bevestigen"


class Leeftijdsgroep(StrEnum):
    """ "Leeftijdsgroep": an age band; a birth date is never kept."""

    KIND = "0-11"
    JONGERE_12_15 = "12-15"
    JONGERE_16_17 = "16-17"
    V18_29 = "18-29"
    V30_49 = "30-49"
    V50_64 = "50-64"
    V65_74 = "65-74"
    V75_84 = "75-84"
    V85 = "85+"

    @property
    def grenzen(self) -> tuple[int, int]:
        """Lowest and highest age in years, both inclusive."""
        if self is Leeftijdsgroep.V85:
            return 85, 120
        laag, hoog = self.value.split("-")
        return int(laag), int(hoog)

    @property
    def is_onder_16(self) -> bool:
        """Under 16 the parent is the client, or the case goes elsewhere (protocol, `leeftijdsgroep`)."""
        return self in (Leeftijdsgroep.KIND, Leeftijdsgroep.JONGERE_12_15)


class Wens(StrEnum):
    """ "Wens": what the patient wants."""

    ZELF = "zelf"
    START = "start"
    WEET_NIET = "weet_niet"


class Belemmering(StrEnum):
    """ "Belemmering": what makes it hard to take part."""

    TAAL = "taal"
    VERVOER = "vervoer"
    MOBILITEIT = "mobiliteit"
    GELD = "geld"
    DIGITAAL = "digitaal"
    DURFT_NIET_ALLEEN = "durft_niet_alleen"
    NIET_WEG_VAN_HUIS = "niet_weg_van_huis"


class Route(StrEnum):
    """ "Route": with information to a place oneself, or through the contactpersoon."""

    ZELF = "zelf"
    CONTACTPERSOON = "contactpersoon"


class Contactroute(StrEnum):
    """ "Contactroute": how the contactpersoon gets name and number."""

    FORMULIER = "formulier"
    PRAKTIJK_BELT = "praktijk_belt"
    PATIENT_BELT = "patient_belt"


class ToestemmingDoor(StrEnum):
    """Who gave consent (WGBO; UAVG art. 5)."""

    ZELF = "zelf"
    OUDERS = "ouders"
    KIND_EN_OUDERS = "kind_en_ouders"
    VERTEGENWOORDIGER = "vertegenwoordiger"


class Extra(StrEnum):
    """The separate permissions beside the consent itself."""

    TERUGKOPPELING = "terugkoppeling"
    VOICEMAIL = "voicemail"
    EVALUATIE = "evaluatie"


class Bevestiging(StrEnum):
    """The answer to what exactly will be sent."""

    VERSTUREN = "versturen"
    AANPASSEN = "aanpassen"
    ANNULEREN = "annuleren"


class Uitkomst(StrEnum):
    """ "Uitkomst": how the triage of a case ended."""

    GESTOPT = "gestopt"
    VOORGELICHT = "voorgelicht"
    GEWEIGERD = "geweigerd"
    OVERGEDRAGEN = "overgedragen"
    BUITEN_BEREIK = "buiten_bereik"
    AFGEBROKEN = "afgebroken"


class OverruleReden(StrEnum):
    """Why the assistant set a recognised rode vlag aside; kept with the case."""

    HUISARTS_BEOORDEELD = "huisarts_beoordeeld"
    GAAT_OVER_VROEGER = "gaat_over_vroeger"
    IEMAND_ANDERS = "iemand_anders"
    VERKEERD_BEGREPEN = "verkeerd_begrepen"


class BuitenReden(StrEnum):
    """Why a case is out of reach for this gemeente's contactpersoon."""

    JEUGD = "jeugd"
    ANDERE_GEMEENTE = "andere_gemeente"
    GEEN_CONTACTPERSOON = "geen_contactpersoon"


class CasusStatus(StrEnum):
    """ "Status": where a case stands, from the first sentence to the end of the contactpersoon's loop."""

    LOPEND = "lopend"
    AFGESLOTEN = "afgesloten"
    OVERGEDRAGEN = "overgedragen"
    ONTVANGEN = "ontvangen"
    CONTACT_GELEGD = "contact_gelegd"
    AFSPRAKEN_GEMAAKT = "afspraken_gemaakt"
    AFGEROND = "afgerond"
    GEEN_CONTACT = "geen_contact"
    TERUGGEGEVEN = "teruggegeven"
    DOORGEZET = "doorgezet"
    INGETROKKEN = "ingetrokken"


class TeruggaafReden(StrEnum):
    """ "Reden van teruggave": why a contactpersoon gives a case back to the practice."""

    RODE_VLAG = "rode_vlag"
    MEDISCH = "medisch"
    PAST_NIET = "past_niet"
    ANDERE_GEMEENTE = "andere_gemeente"
    TE_WEINIG_INFORMATIE = "te_weinig_informatie"
    NIET_BEREIKT = "niet_bereikt"
    GEEN_BEHOEFTE = "geen_behoefte"
    OVERLEG = "overleg"


class Rol(StrEnum):
    """ "Rol": what an account may do."""

    ASSISTENT = "assistent"
    CONTACTPERSOON = "contactpersoon"
    BEHEERDER = "beheerder"
