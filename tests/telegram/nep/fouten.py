"""The errors of the Bot API, with the words that Telegram's own server uses (tdlib/telegram-bot-api, Client.cpp)."""

from typing import NoReturn

_KOP = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    500: "Internal Server Error",
}


class ApiFout(Exception):
    """A call that is refused: the HTTP status, the description, and for a 429 the seconds to wait."""

    def __init__(self, code: int, omschrijving: str, *, wacht: int | None = None) -> None:
        super().__init__(omschrijving)
        self.code, self.omschrijving, self.wacht = code, omschrijving, wacht

    def als_json(self) -> dict[str, object]:
        antwoord: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.omschrijving}
        if self.wacht is not None:
            antwoord["parameters"] = {"retry_after": self.wacht}
        return antwoord


class MensFout(AssertionError):
    """Something that a person in Telegram could not do either, such as tapping a button that is not there."""


def weiger(omschrijving: str, *, code: int = 400) -> NoReturn:
    """Refuses the call with Telegram's prefix for this status."""
    raise ApiFout(code, f"{_KOP[code]}: {omschrijving}")


def te_veel(wacht: int) -> ApiFout:
    return ApiFout(429, f"Too Many Requests: retry after {wacht}", wacht=wacht)
