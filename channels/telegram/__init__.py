"""A child on Telegram."""
