"""Metrics for Prometheus: how much waits and how fast it goes. Counts and seconds only, no person, no case."""

from collections.abc import Callable, Iterator, Mapping

from prometheus_client import CollectorRegistry, Histogram
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

EMMERS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60)
STANDEN = {
    "wijkbrug_updates_wachtend": "updates that are stored and not handled yet",
    "wijkbrug_updates_mislukt": "updates that need somebody to look (wijkbrug wachtrij)",
    "wijkbrug_zendingen_wachtend": "messages that wait to be sent",
    "wijkbrug_zendingen_mislukt": "messages that need somebody to look (wijkbrug wachtrij)",
    "wijkbrug_meldingen_mislukt": "notices of which nobody can read what they say (wijkbrug wachtrij)",
    "wijkbrug_oudste_update_seconden": "age of the oldest update that waits",
    "wijkbrug_oudste_zending_seconden": "age of the oldest message that waits",
}
TELLERS = {
    "wijkbrug_verzonden": "messages that Telegram accepted",
    "wijkbrug_herhaald": "messages sent again, after a crash or a lost answer",
    "wijkbrug_uitgesteld": "messages put off, because Telegram asked for it or could not be reached",
    "wijkbrug_opgegeven": "messages that can never arrive",
}


class Maten(Collector):
    """Reads the numbers when Prometheus asks for them."""

    def __init__(
        self, *, standen: Callable[[], Mapping[str, float]], tellers: Callable[[], Mapping[str, float]]
    ) -> None:
        self._standen, self._tellers = standen, tellers
        self.register = CollectorRegistry()
        self.register.register(self)
        self.beurt = Histogram(
            "wijkbrug_update_tot_antwoord_seconden",
            "from a stored update to its stored answer",
            buckets=EMMERS,
            registry=self.register,
        )

    def collect(self) -> Iterator[Metric]:
        """The numbers of this moment."""
        for naam, waarde in self._standen().items():
            yield GaugeMetricFamily(naam, STANDEN[naam], value=waarde)
        for naam, waarde in self._tellers().items():
            yield CounterMetricFamily(naam, TELLERS[naam], value=waarde)
