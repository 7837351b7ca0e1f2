"""The fault test: the real program is killed again and again while people play cases against the strict fake.

`proef.gespeeld(...)` runs it and gives a `Verslag`; `controle.keur(...)` reads database and record, and finds what is
wrong. Starting costs about six seconds (TensorFlow and Rasa are imported), so most processes are forked from one parent
that has imported everything and loaded the model (`kweker.py`): the child runs the product's own `dien` from its first
line to the SIGKILL. Some are started cold, as `python -m bot serve`, to show that it makes no difference.
"""
