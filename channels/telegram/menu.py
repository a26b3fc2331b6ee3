"""The bot's menu of commands, in every language Telegram knows the child by."""

from __future__ import annotations

from telegram import Bot, BotCommand

from channels.telegram.payloads import Wish
from languages.catalogue import Catalogue

COMMANDS = ("start", "language", *(wish.value for wish in Wish))


async def set_menu(bot: Bot, catalogue: Catalogue) -> None:
    """Tell Telegram the commands: one list per language, and the first language's for everybody else.

    Raises:
        TelegramError: Telegram did not take it.
    """
    for number, tag in enumerate(catalogue.tags):
        commands = [BotCommand(name, catalogue.text(tag, f"telegram_menu_{name}")) for name in COMMANDS]
        await bot.set_my_commands(commands, language_code=tag)
        if number == 0:
            await bot.set_my_commands(commands)
