# Words of the Telegram channel alone.

# Who is speaking stands in every message. $words: the message itself.
telegram_from_robot = 🤖 { $words }
# $name: the counsellor's first name.
telegram_from_person =
    🧡 { $name }:
    { $words }
telegram_note = — { $words } —
telegram_erased = It is deleted here. Telegram keeps messages older than two days: to remove those too, delete this chat on your phone.
    .simple = It is gone here. Old messages are still in Telegram: delete this chat on your phone.

## The menu of commands: short

telegram_menu_start = Start
telegram_menu_language = Choose a language
telegram_menu_person = Talk to a person
telegram_menu_numbers = Phone numbers that help
telegram_menu_delete = Delete this conversation
