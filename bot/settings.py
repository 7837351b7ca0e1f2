"""Instellingen: the only place that reads the environment (`WIJKBRUG_…`, and `DATABASE_URL`)."""

import os
import re
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from cryptography.fernet import Fernet
from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

HIER = Path(__file__).resolve().parent.parent
_TOKEN = re.compile(r"[A-Za-z0-9_:-]{3,120}")  # emulators are less strict than BotFather
_GEHEIM = re.compile(r"[A-Za-z0-9_-]{16,256}")  # https://core.telegram.org/bots/api#setwebhook; ours has a lower bound
_EIGEN_MACHINE = ("127.0.0.1", "::1", "localhost")
_GEVOLG = "default_factory_not_called"  # pydantic's word for a default that an earlier error kept from being made


class Omgevingsoort(StrEnum):
    """ "Omgevingsoort": development (defaults that simply work) or production (nothing secret is made up)."""

    ONTWIKKELING = "ontwikkeling"
    PRODUCTIE = "productie"


class InstellingFout(Exception):
    """A setting is missing or wrong. `tekst` is a key in `data/teksten`, `variabelen` fill its blanks."""

    def __init__(self, tekst: str, **variabelen: object) -> None:
        super().__init__(tekst)
        self.tekst = tekst
        self.variabelen = variabelen


def _sqlite_in_var_map(eerder: dict[str, Any]) -> str:
    return f"sqlite:///{eerder.get('var_map', HIER / 'var') / 'wijkbrug.db'}"


class Instellingen(BaseSettings):
    """What can be set from outside.

    Attributes:
        omgeving: Development or production.
        var_map: Where the program keeps its own files: the SQLite database and, in development, the key.
        database_url: See `bot.storage.engine.maak_engine`; by default a SQLite file in `var_map`.
        sleutels: Fernet keys, newest first, separated by commas.
        gemeente: Whose protocol, texts and catalogue are used.
        modelmap: Where trained Rasa models are.
        taalmodel: A folder with a Dutch spaCy pipeline; None lets the program find one itself.
        telegram_token: The bot's token, from BotFather.
        telegram_botnaam: The bot's user name without @; asked of Telegram when it is not set.
        telegram_api: Where the Bot API is; another address is for tests and for an own Bot API server.
        telegram_webhook: The https address at which Telegram reaches this program; without it the program polls.
        telegram_geheim: The secret that Telegram sends along with each webhook call.
        http_adres: Where health, metrics and the webhook listen, "host:port".
        smtp: A mail server (see `bot.channel.post.Post`); without it nothing is mailed.
        smtp_afzender: The sender of those e-mails.
        beheer_url: The address of the beheerder's page, named in notices; optional.
    """

    model_config = SettingsConfigDict(
        env_prefix="WIJKBRUG_",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_by_name=True,
        protected_namespaces=(),
    )

    omgeving: Omgevingsoort = Omgevingsoort.ONTWIKKELING
    var_map: Path = HIER / "var"
    database_url: str = Field(
        default_factory=_sqlite_in_var_map,
        validation_alias=AliasChoices("WIJKBRUG_DATABASE_URL", "DATABASE_URL"),
        repr=False,  # it may hold a password
    )
    sleutels: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    gemeente: str = Field(default="zoetermeer", pattern=r"^[a-z0-9_-]{1,40}$")
    modelmap: Path = HIER / "models"
    taalmodel: Path | None = None
    telegram_token: SecretStr | None = None
    telegram_botnaam: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_]{3,64}$")
    telegram_api: str = Field(default="https://api.telegram.org", pattern=r"^https?://[^/\s]+(/[^\s]*)?$")
    telegram_webhook: str | None = Field(default=None, pattern=r"^https?://[^/\s]+/[^\s]+$")
    telegram_geheim: SecretStr | None = None
    http_adres: str = Field(default="127.0.0.1:8080", pattern=r"^[\w.\-:\[\]]+:\d{1,5}$")
    smtp: SecretStr | None = None
    smtp_afzender: str = "wijkbrug@localhost"
    beheer_url: str | None = None

    @field_validator("sleutels", mode="before")
    @classmethod
    def _splits(cls, waarde: object) -> object:
        return [deel.strip() for deel in waarde.split(",") if deel.strip()] if isinstance(waarde, str) else waarde

    def lees_token(self) -> str:
        """The bot's token.

        Raises:
            InstellingFout: There is none, or something in production would be unsafe.
        """
        if self.telegram_token is None or not _TOKEN.fullmatch(self.telegram_token.get_secret_value()):
            raise InstellingFout("fout/telegram_token")
        if self.omgeving is Omgevingsoort.PRODUCTIE:
            self._controleer_productie()
        if self.telegram_webhook is not None and not _GEHEIM.fullmatch(self.geheim):
            raise InstellingFout("fout/telegram_geheim")
        return self.telegram_token.get_secret_value()

    @property
    def geheim(self) -> str:
        """The webhook's secret, or nothing."""
        return self.telegram_geheim.get_secret_value() if self.telegram_geheim else ""

    @property
    def http_plek(self) -> tuple[str, int]:
        """Host and port of `http_adres`."""
        host, _, poort = self.http_adres.rpartition(":")
        return host.strip("[]"), int(poort)

    def _controleer_productie(self) -> None:
        """Nothing travels unencrypted: Telegram's addresses and the mail server with a password."""
        for adres in (self.telegram_api, self.telegram_webhook):
            if adres is not None and adres.startswith("http://") and urlsplit(adres).hostname not in _EIGEN_MACHINE:
                raise InstellingFout("fout/onveilig_adres", adres=adres)
        smtp = self.smtp.get_secret_value() if self.smtp else ""
        if smtp.startswith("smtp://") and "@" in smtp:
            raise InstellingFout("fout/onveilige_post")

    def lees_sleutels(self) -> list[str]:
        """The keys, newest first. In development a key file is made at the first start, readable by the owner only.

        Raises:
            InstellingFout: In production without keys, or the key file cannot be made or read.
        """
        if self.sleutels:
            return [sleutel.get_secret_value() for sleutel in self.sleutels]
        if self.omgeving is Omgevingsoort.PRODUCTIE:
            raise InstellingFout("fout/sleutel_productie")
        bestand = self.var_map / "sleutel"
        try:
            return _lees_of_maak_sleutel(bestand)
        except OSError as fout:
            raise InstellingFout("fout/sleutel_bestand", bestand=bestand) from fout


def lees_instellingen() -> Instellingen:
    """Reads the environment.

    Raises:
        InstellingFout: A setting has a value that it cannot have; names the setting, never its value.
    """
    try:
        return Instellingen()
    except ValidationError as fout:
        namen = ", ".join(
            sorted(
                {
                    f"WIJKBRUG_{str(f['loc'][0]).upper().removeprefix('WIJKBRUG_')}"
                    for f in fout.errors()
                    if f["type"] != _GEVOLG
                }
            )
        )
        raise InstellingFout("fout/instelling", instelling=namen) from None


def _lees_of_maak_sleutel(bestand: Path) -> list[str]:
    """Reads the key file; when several processes start at once, one of them makes it and all read the same key."""
    if not bestand.exists():
        bestand.parent.mkdir(parents=True, exist_ok=True)
        kladversie, pad = tempfile.mkstemp(dir=bestand.parent)  # mode 0600
        try:
            os.write(kladversie, Fernet.generate_key() + b"\n")
            os.fsync(kladversie)
            os.link(pad, bestand)  # the file appears whole, and only if nobody was first
        except FileExistsError:
            pass
        finally:
            os.close(kladversie)
            Path(pad).unlink()
    return bestand.read_text(encoding="ascii").split()
