"""Rasa's actions in the same process: no action server, no HTTP."""

from typing import Any

from aiohttp import ClientResponseError, RequestInfo
from multidict import CIMultiDict, CIMultiDictProxy
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection
from yarl import URL


class InProcessActies(EndpointConfig):  # type: ignore[misc]
    """An action endpoint that runs the registered actions directly."""

    def __init__(self, uitvoerder: ActionExecutor) -> None:
        super().__init__(url="http://in-process/")
        self._uitvoerder = uitvoerder

    async def request(self, *_args: Any, json: dict[str, Any] | None = None, **_kwargs: Any) -> dict[str, Any] | None:
        """Runs one action call; a rejection becomes the HTTP error that Rasa knows, else the user would get silence."""
        try:
            uitkomst: dict[str, Any] | None = await self._uitvoerder.run(json or {})
            return uitkomst
        except ActionExecutionRejection as afwijzing:
            adres = URL(self.url)
            info = RequestInfo(adres, "POST", CIMultiDictProxy(CIMultiDict()), adres)
            raise ClientResponseError(info, (), status=400, message=str(afwijzing)) from afwijzing


def bouw_uitvoerder(acties: list[Any]) -> ActionExecutor:
    """An executor with these action instances; dependencies were injected by whoever made them."""
    uitvoerder = ActionExecutor()
    for actie in acties:
        uitvoerder.register_action(actie)
    return uitvoerder
