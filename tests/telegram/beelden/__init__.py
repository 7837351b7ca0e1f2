"""Pictures of the conversation as it looks in a Telegram client, drawn from what the fake Bot API recorded."""
