"""Loops that run beside the conversation come here: the relay of the outbox, reminders, retention."""
