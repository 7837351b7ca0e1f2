"""The closed lists of the protocol and of the command line (docs/opdrachten.md): ids that are the same everywhere."""

LEEFGEBIEDEN: tuple[str, ...] = (
    "eenzaamheid", "rouw", "mantelzorg", "geldzorgen", "wonen", "werk_dagbesteding", "opvoeding_jeugd", "relatie_gezin",
    "taal_meedoen", "administratie", "leefstijl_bewegen", "zingeving", "stress_psychosociaal", "huishouden_zelfzorg",
    "vervoer", "verslaving",
)  # fmt: skip

RODE_VLAGGEN: tuple[str, ...] = (
    "acuut_medisch", "suicidaliteit", "huiselijk_geweld", "acute_psychiatrie", "acute_nood",
)  # fmt: skip

LEEFTIJDSGROEPEN: tuple[str, ...] = ("0-11", "12-15", "16-17", "18-29", "30-49", "50-64", "65-74", "75-84", "85+")

BELEMMERINGEN: tuple[str, ...] = (
    "taal", "vervoer", "mobiliteit", "geld", "digitaal", "durft_niet_alleen", "niet_weg_van_huis",
)  # fmt: skip

ANTWOORDVRAGEN: tuple[str, ...] = (
    "veilig", "leefgebieden", "wijk", "leeftijdsgroep", "wens", "belemmeringen", "voorstel", "route", "contactroute",
    "toestemming", "bevestigen",
)  # fmt: skip
"""The eleven questions of the protocol that have a closed answer."""

VRAGEN: tuple[str, ...] = ("hulpvraag", *ANTWOORDVRAGEN)

COMMANDOS: tuple[str, ...] = (
    "terug", "stop", "status", "help", "waarom", "later", "nieuwe_casus", "verder", "correctie",
)  # fmt: skip

TUSSENVRAGEN: tuple[str, ...] = (
    "kosten", "wachttijd", "wie_is_contactpersoon", "welzijn_op_recept", "sociaal_domein", "wat_wordt_gedeeld",
    "privacy", "toestemming_intrekken", "bewaartermijn", "hoe_verder", "wanneer_gebeld", "niet_bereikbaar",
    "terugkoppeling", "dossier", "verwijsbrief", "minderjarig", "vertegenwoordiger", "andere_gemeente", "tolk",
    "geen_passend_aanbod", "verschil_wmo", "zelf_aanmelden", "spoed", "uitleg_stoplijst", "wie_ben_jij",
    "collega_overnemen", "fout_verstuurd", "duur",
)  # fmt: skip

SOCIAAL: tuple[str, ...] = ("groet", "bedankt", "afscheid", "boos")

BUITEN_ONDERWERP = "buiten_onderwerp"

TUSSENDOOR: tuple[str, ...] = (*COMMANDOS, *TUSSENVRAGEN, *SOCIAAL, BUITEN_ONDERWERP)
"""Everything a message can be instead of, or besides, an answer."""

SOORTEN: tuple[str, ...] = (
    "medisch", "naam", "telefoon", "bsn", "geboortedatum", "adres", "postcode", "email",
)  # fmt: skip
"""Kinds of text that may not leave the practice (gevonden)."""

WENSEN: tuple[str, ...] = ("zelf", "start", "weet_niet")
ROUTES: tuple[str, ...] = ("zelf", "contactpersoon")
CONTACTROUTES: tuple[str, ...] = ("formulier", "praktijk_belt", "patient_belt")
BEVESTIGINGEN: tuple[str, ...] = ("versturen", "aanpassen", "annuleren")
TOESTEMMING_DOOR: tuple[str, ...] = ("zelf", "ouders", "kind_en_ouders", "vertegenwoordiger")
VEILIG_ANTWOORDEN: tuple[str, ...] = ("geen", *RODE_VLAGGEN, "klacht", "twijfel")
