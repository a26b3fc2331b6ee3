# Words of the Telegram channel alone.

# Who is speaking stands in every message. $words: the message itself.
telegram_from_robot = 🤖 { $words }
# $name: the counsellor's first name.
telegram_from_person =
    🧡 { $name }:
    { $words }
telegram_note = — { $words } —
telegram_erased = یہاں سب مٹا دیا گیا ہے۔ ٹیلیگرام دو دن سے پرانے میسج رکھتا ہے: انہیں بھی ہٹانے کے لیے اپنے فون میں یہ چیٹ مٹا دیں۔
    .simple = یہاں سب مٹ گیا ہے۔ پرانے میسج ٹیلیگرام میں ہیں: اپنے فون میں یہ چیٹ مٹا دیں۔

## The menu of commands: short

telegram_menu_start = شروع کریں
telegram_menu_language = زبان چنیں
telegram_menu_person = کسی انسان سے بات کریں
telegram_menu_numbers = مدد کے فون نمبر
telegram_menu_delete = یہ بات چیت مٹا دیں
