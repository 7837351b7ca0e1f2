"""The commands of `wijkbrug …`, one module each; `bot.cli` only names them."""
