# Words of the Telegram channel alone.

# Who is speaking stands in every message. $words: the message itself.
telegram_from_robot = 🤖 { $words }
# $name: the counsellor's first name.
telegram_from_person =
    🧡 { $name }:
    { $words }
telegram_note = — { $words } —
telegram_erased = حذفنا كل شيء هنا. لكن تيليغرام يحتفظ بالرسائل الأقدم من يومين: لمسحها أيضًا، يلزم حذف هذه المحادثة من الهاتف.
    .simple = ذهب كل شيء هنا. الرسائل القديمة باقية في تيليغرام: يلزم حذف المحادثة من الهاتف.
    .speech = حَذَفْنَا كُلَّ شَيْءٍ هُنَا. لٰكِنْ تِيلِيغْرَامْ يَحْتَفِظُ بِٱلرَّسَائِلِ الْأَقْدَمِ مِنْ يَوْمَيْنْ: لِمَسْحِهَا أَيْضًا، يَلْزَمُ حَذْفُ هٰذِهِ الْمُحَادَثَةِ مِنَ الْهَاتِفْ.
    .simple-speech = ذَهَبَ كُلُّ شَيْءٍ هُنَا. الرَسَائِلُ الْقَدِيمَةُ بَاقِيَةٌ فِي تِيلِيغْرَامْ: يَلْزَمُ حَذْفُ الْمُحَادَثَةِ مِنَ الْهَاتِفْ.

## The menu of commands: short

telegram_menu_start = البداية
telegram_menu_language = اختيار اللغة
telegram_menu_person = الكلام مع شخص
telegram_menu_numbers = أرقام هاتف تساعد
telegram_menu_delete = حذف هذه المحادثة
