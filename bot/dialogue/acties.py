"""Rasa's actions in the same process: no action server, no HTTP."""

from typing import Any

from aiohttp import ClientResponseError, RequestInfo
from multidict import CIMultiDict, CIMultiDictProxy
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection
from yarl import URL

_RASAS_CONTROLE = RemoteAction._validate_action_result  # noqa: SLF001


class InProcessActies(EndpointConfig):  # type: ignore[misc]
    """An action endpoint that runs the registered actions directly.

    Two things that Rasa does for an action server elsewhere are left out, as nothing crosses a wire here: sending the
    whole domain along at every call (no action reads it), and checking the answer against a JSON schema, which took
    half of a turn (benchmarks/uitslag.md). Our actions are tested, and the executor checks that events are events.
    """

    def __init__(self, uitvoerder: ActionExecutor) -> None:
        super().__init__(url="http://in-process/", enable_selective_domain=True)
        self._uitvoerder = uitvoerder
        RemoteAction._validate_action_result = _controleer  # noqa: SLF001 - Rasa has no setting for it

    async def request(self, *_args: Any, json: dict[str, Any] | None = None, **_kwargs: Any) -> dict[str, Any] | None:
        """Runs one action call; a rejection becomes the HTTP error that Rasa knows, else the user would get silence."""
        try:
            uitkomst: dict[str, Any] | None = await self._uitvoerder.run(json or {})
            return uitkomst
        except ActionExecutionRejection as afwijzing:
            adres = URL(self.url)
            info = RequestInfo(adres, "POST", CIMultiDictProxy(CIMultiDict()), adres)
            raise ClientResponseError(info, (), status=400, message=str(afwijzing)) from afwijzing


def _controleer(actie: RemoteAction, uitkomst: dict[str, Any]) -> bool:
    """Rasa's check of what an action server answered, for every endpoint but ours."""
    return isinstance(actie.action_endpoint, InProcessActies) or bool(_RASAS_CONTROLE(actie, uitkomst))


def bouw_uitvoerder(acties: list[Any]) -> ActionExecutor:
    """An executor with these action instances; dependencies were injected by whoever made them."""
    uitvoerder = ActionExecutor()
    for actie in acties:
        uitvoerder.register_action(actie)
    return uitvoerder
