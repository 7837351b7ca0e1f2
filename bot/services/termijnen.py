"""Deadlines in working days, with the Dutch holidays and the gemeente's own free days."""

from datetime import date, timedelta
from functools import lru_cache

import holidays

from bot.domein.protocol import Protocol


@lru_cache(maxsize=8)
def _feestdagen(jaar: int) -> holidays.HolidayBase:
    return holidays.country_holidays("NL", years=jaar)


def is_werkdag(protocol: Protocol, dag: date) -> bool:
    """Monday to Friday, no national holiday, no free day of this gemeente (5 mei, which `holidays` omits)."""
    return dag.weekday() < 5 and dag not in _feestdagen(dag.year) and dag not in protocol.vrije_dagen


def tel_werkdagen(protocol: Protocol, vanaf: date, aantal: int) -> date:
    """The working day that lies `aantal` working days after `vanaf`, which itself does not count."""
    dag = vanaf
    while aantal > 0:
        dag += timedelta(days=1)
        aantal -= is_werkdag(protocol, dag)
    return dag
