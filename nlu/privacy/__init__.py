"""The privacy gate (de poort): `filter_tekst` for everyone, `PrivacyFilter` for the Rasa pipeline.

The component is imported when it is asked for, so that the command line can filter without loading Rasa.
"""

from typing import TYPE_CHECKING, Any

from nlu.privacy.filter import Filtering, filter_tekst
from nlu.privacy.vondst import Vondst

if TYPE_CHECKING:
    from nlu.privacy.component import PrivacyFilter

__all__ = ["Filtering", "PrivacyFilter", "Vondst", "filter_tekst"]


def __getattr__(naam: str) -> Any:
    if naam == "PrivacyFilter":
        from nlu.privacy.component import PrivacyFilter

        return PrivacyFilter
    raise AttributeError(naam)
