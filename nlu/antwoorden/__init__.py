"""Typed answers to the open question: one file a question, rules first, a classifier where rules do not decide."""
