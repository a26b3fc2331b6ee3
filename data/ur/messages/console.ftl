## The counsellors' console in Urdu. Read by staff, never by a child. Calm, short, exact.
## Labels are nouns or plain verbs. {$...} are filled in by the console.

# Frame of every page
console_brand = سند
console_title = سند کنسول
console_skip = اصل مواد پر جائیں
console_queue = قطار
console_team = ٹیم
console_sign_out = لاگ آؤٹ
console_theme_dark = رات کے رنگ
console_theme_light = دن کے رنگ
console_shift = {$waiting ->
    [0] کوئی انتظار میں نہیں
    [one] 1 انتظار میں · سب سے لمبا {$longest}
   *[other] {$waiting} انتظار میں · سب سے لمبا {$longest}
}
console_line_lost = رابطہ ٹوٹ گیا ہے۔ دوبارہ کوشش ہو رہی ہے۔ سکرین پر جو ہے وہ پرانا ہو سکتا ہے۔
console_idle = کوئی حرکت نہیں ہوئی، اس لیے چھپا دیا گیا۔ کوئی کلید دبائیں یا ماؤس ہلائیں۔

# Sign in
console_sign_in = لاگ اِن
console_login = لاگ اِن نام
console_password = پاس ورڈ
console_code = تصدیقی ایپ کا کوڈ
console_code_hint = 6 ہندسے۔ ہر کوڈ ایک ہی بار چلتا ہے۔
console_sign_in_failed = لاگ اِن نام، پاس ورڈ اور کوڈ آپس میں نہیں ملتے۔ حفاظت کے لیے اس سے زیادہ نہیں بتایا جاتا۔
console_sign_in_slow = بہت زیادہ کوششیں ہوئیں۔ {$seconds} سیکنڈ رکیں، پھر کوشش کریں۔
console_signed_out = آپ لاگ آؤٹ ہو چکے ہیں۔
console_session_over = آپ کا سیشن ختم ہو گیا۔ دوبارہ لاگ اِن کریں۔

# Invitation
console_invite_title = اپنا اکاؤنٹ بنائیں
console_invite_lead = یہ لنک ایک بار چلتا ہے۔ اس سے {$role ->
    [supervisor] نگران کا
   *[counsellor] مددگار کا
} ایک اکاؤنٹ بنتا ہے۔
console_invite_gone = یہ لنک اب نہیں چلتا
console_invite_gone_help = یہ استعمال ہو چکا ہے، یا اس کا وقت ختم ہو گیا ہے۔ نگران سے نیا لنک لیں۔
console_invite_about = آپ کے بارے میں
console_login_hint = انگریزی کے چھوٹے حروف، ہندسے، نقطہ، ڈیش۔ 3 سے 40 تک۔
console_first_name = پہلا نام
console_first_name_hint = بچے کو یہ نام نظر آتا ہے۔
console_language = کنسول کی زبان
console_password_hint = کم از کم 15 حروف۔ آپ کی پسند کے چار پانچ لفظ یاد رکھنا آسان ہے۔
console_password_again = وہی پاس ورڈ ایک بار پھر
console_second_step = دوسرا قدم
console_totp_how = فون پر تصدیقی ایپ کھولیں اور یہ تصویر سکین کریں، یا اس میں کلید لکھیں۔
console_totp_picture = تصدیقی ایپ سے سکین کرنے کی تصویر
console_totp_key = کلید
console_totp_confirm = ایپ میں اس وقت نظر آنے والا کوڈ
console_invite_make = اکاؤنٹ بنائیں
console_fix = اسے دوبارہ دیکھیں:
console_error_login = لاگ اِن نام میں انگریزی کے 3 سے 40 چھوٹے حروف، ہندسے، نقطے یا ڈیش ہوں۔
console_error_login_taken = یہ لاگ اِن نام پہلے سے لیا ہوا ہے۔
console_error_first_name = پہلے نام میں 1 سے 40 حروف ہوں۔
console_error_language = فہرست سے زبان چنیں۔
console_error_password_short = پاس ورڈ میں کم از کم 15 حروف ہوں۔
console_error_password_long = پاس ورڈ میں زیادہ سے زیادہ 200 حروف ہوں۔
console_error_password_common = یہ پاس ورڈ آسانی سے بوجھا جا سکتا ہے۔ کوئی اور چنیں۔
console_error_password_differs = دونوں پاس ورڈ ایک جیسے نہیں ہیں۔
console_error_code = کوڈ درست نہیں۔ فون کی گھڑی دیکھیں، اگلے کوڈ کا انتظار کریں اور پھر کوشش کریں۔

# Team
console_team_lead = دعوت ایک لنک ہے جو ایک بار چلتا ہے، {$days} دن تک۔ اسے خود اس شخص کو دیں، کسی گروپ میں نہیں۔
console_invite_new = نئی دعوت
console_invite_role = کس کے لیے
console_role_counsellor = مددگار
console_role_supervisor = نگران
console_invite_link = دعوت کا لنک
console_invite_link_once = یہ صرف ابھی دکھایا جا رہا ہے۔ {$date} کو ختم ہو جائے گا۔

# Queue
console_waiting = انتظار میں، سب سے ضروری پہلے
console_mine = میرے
console_with_others = ساتھیوں کے پاس
console_empty = کوئی انتظار میں نہیں
console_empty_help = یہ صفحہ خود تازہ ہوتا ہے۔ نئی بات چیت یہاں نظر آئے گی۔
console_take = لے لیں
console_take_now = ابھی لے لیں
console_open = کھولیں
console_read_along = ساتھ پڑھیں
console_news = {$emergencies ->
    [0] {$waiting ->
        [0] کوئی انتظار میں نہیں۔
        [one] 1 بچہ انتظار میں ہے۔
       *[other] {$waiting} بچے انتظار میں ہیں۔
    }
    [one] 1 ہنگامی معاملہ انتظار میں ہے۔
   *[other] {$emergencies} ہنگامی معاملے انتظار میں ہیں۔
}
console_wait_now = 1 منٹ سے کم
console_wait_minutes = {$minutes} منٹ
console_wait_hours = {$hours} گھنٹے {$minutes} منٹ
console_waiting_time = انتظار کا وقت
console_level_emergency = ہنگامی
console_level_high = زیادہ
console_level_elevated = بڑھا ہوا
console_level_none = خطرہ نظر نہیں آیا
console_reason_asked = انسان سے بات مانگی
console_reason_risk = لکھے ہوئے میں خطرہ نظر آیا
console_reason_safety_answer = نہیں کہا کہ محفوظ ہے
console_reason_not_understood = روبوٹ نہیں سمجھا
console_reason_failure = سند جواب نہ دے سکا
console_reason_returned = مددگار سے واپس آیا
console_channel_web = ویب صفحہ
console_channel_telegram = ٹیلیگرام
console_channel_other = کوئی اور راستہ
console_language_unknown = زبان ابھی معلوم نہیں
console_language_ar = عربی
console_language_en = انگریزی
console_language_fr = فرانسیسی
console_language_ur = اردو
console_needs_simple = آسان الفاظ
console_needs_aloud = پڑھ کر سنایا جاتا ہے
console_category_suicide = خودکشی
console_category_self_harm = خود کو نقصان
console_category_sexual_abuse = جنسی زیادتی
console_category_physical_abuse = جسمانی تشدد
console_category_emotional_abuse = جذباتی زیادتی
console_category_neglect = لاپروائی
console_category_domestic_violence = گھر میں تشدد
console_category_online_exploitation = آن لائن استحصال
console_category_bullying = تنگ کرنا
console_category_trafficking = انسانی اسمگلنگ
console_category_forced_marriage = زبردستی کی شادی
console_category_harmful_practice = نقصان دہ رسم
console_category_child_labour = بچوں سے مزدوری
console_category_runaway = گھر سے نکل گیا بچہ
console_category_missing = لاپتا
console_category_overdose = دوا یا نشے کی زیادہ مقدار
console_category_medical = طبی ہنگامی حالت
console_category_conflict = جنگ اور مسلح تشدد
console_category_basic_needs = کھانا، چھت، بنیادی ضرورتیں
console_category_threat_to_others = دوسروں کو خطرہ
console_category_perpetrator_present = تکلیف دینے والا پاس ہے
console_category_none = کوئی قسم نہیں

# Conversation
console_conversation = بات چیت {$code}
console_log = بات چیت
console_folded = {$count ->
    [one] روبوٹ کا آغاز، 1 میسج
   *[other] روبوٹ کا آغاز، {$count} میسج
}
console_child = بچہ
console_robot = روبوٹ
console_tapped = جواب دبایا
console_opened_chat = بچے نے چیٹ کھولی۔
console_unsupported = تصویر، سٹکر، فائل یا آواز بھیجی۔ وہ نہیں اتاری گئی۔
console_in_simple = آسان الفاظ میں
console_delivery_waiting = ابھی نہیں پہنچا
console_delivery_sending = ابھی نہیں پہنچا
console_delivery_sent = پہنچ گیا
console_delivery_unknown = شاید نہ پہنچا ہو، شاید دو بار نظر آئے
console_delivery_failed = نہیں پہنچا
console_sending = بھیجا جا رہا ہے
console_not_sent = ابھی نہیں بھیجا گیا، دوبارہ کوشش ہوگی
console_advice_simple = چھوٹے جملے، ایک وقت میں ایک سوال
console_advice_aloud = پڑھنے کی جگہ سننا
console_answer = آپ کا جواب
console_answer_hint = Enter سے بھیجیں۔ Shift اور Enter سے نئی سطر۔
console_send = بھیجیں
console_held_by_other = یہ بات چیت {$name} کے پاس ہے۔ آپ صرف پڑھ سکتے ہیں۔
console_held_by_nobody = بچہ انتظار میں ہے۔ یہ بات چیت کسی کے پاس نہیں۔
console_with_robot = یہ بات چیت روبوٹ کے پاس ہے۔ آپ صرف پڑھ سکتے ہیں۔
console_is_closed = یہ بات چیت بند ہو چکی ہے۔
console_lost_claim = یہ بات چیت اب آپ کے پاس نہیں۔ آپ کا صفحہ ایک منٹ خاموش رہا، اس لیے یہ قطار میں واپس چلی گئی۔
console_erased = بچے نے یہ بات چیت مٹا دی ہے۔ اس کا کچھ بھی دوبارہ نہیں پڑھا جا سکتا۔
console_back_to_queue = واپس قطار میں
console_why = {$level ->
    [emergency] ہنگامی کیوں
    [high] زیادہ کیوں
    [elevated] بڑھا ہوا کیوں
   *[none] خطرہ کیوں نظر نہیں آیا
}
console_why_none = اصولوں کو خطرے کی کوئی نشانی نہیں ملی۔ اپنی آنکھوں سے پڑھیں۔
console_why_note = درجہ خود کبھی کم نہیں ہوتا۔
console_reason_number = وجہ {$number}
console_mark_label = فہرست میں وجہ {$number}
console_known = اب تک معلوم
console_country = ملک
console_country_unknown = نہیں بتایا
console_language_of_child = زبان
console_language_chosen = {$language}، بچے کی چنی ہوئی
console_language_detected = {$language}، سند کی پہچانی ہوئی
console_mode = طریقہ
console_mode_standard = عام الفاظ، پڑھنے کے لیے
console_channel = راستہ
console_handed_over = حوالے ہوئی
console_started = پہلا میسج
console_waited = انتظار کب سے
console_finish = ختم کرنا
console_close_reason = کیسے ختم ہوئی
console_close_choose = ایک چنیں
console_close_helped = مدد ہو گئی
console_close_referred = دوسری سروس کی طرف بھیجا
console_close_child_left = بچہ چلا گیا
console_close_test = آزمائش
console_close_abuse_of_service = سروس کا غلط استعمال
console_close_other = کچھ اور
console_close = بات چیت بند کریں
console_release = قطار میں واپس دیں
console_release_help = بچے کی جگہ اپنے درجے میں سب سے آگے رہتی ہے۔
console_opened_by = یہ کس نے کھولی
console_opened_by_nobody = ابھی کسی نے نہیں
console_access_read = کھولی
console_access_follow = ساتھ پڑھی
console_access_claim = لی
console_access_release = واپس دی
console_access_close = بند کی
console_access_send = لکھا
console_access_other = کچھ اور کیا
console_access_somebody = بغیر اکاؤنٹ کوئی

# What just happened
console_said_taken = کسی اور نے لے لی، یا اب انتظار میں نہیں ہے۔
console_said_closed = بات چیت بند ہو گئی۔
console_said_released = بات چیت قطار میں واپس آ گئی۔
console_said_not_yours = یہ بات چیت آپ کے پاس نہیں ہے۔
console_said_not_sent = نہیں بھیجا گیا: متن خالی ہے یا 4,000 حروف سے لمبا ہے۔

# Errors
console_error_not_found = یہ صفحہ یہاں نہیں ہے
console_error_not_found_help = یہ موجود نہیں، یا آپ کے لیے نہیں ہے۔
console_error_refused = اسے روک دیا گیا
console_error_refused_help = صفحہ بہت پرانا تھا یا کہیں اور سے آیا تھا۔ واپس جائیں، اسے دوبارہ کھولیں اور پھر کوشش کریں۔
console_error_down = ڈیٹا بیس جواب نہیں دے رہا
console_error_down_help = کچھ نہیں بدلا گیا۔ تھوڑی دیر بعد پھر کوشش کریں اور سند چلانے والے کو بتائیں۔
console_error_failed = ہماری طرف سے کچھ خراب ہو گیا
console_error_failed_help = ہو سکتا ہے آپ کا کام محفوظ نہ ہوا ہو۔ واپس جا کر دیکھ لیں اور سند چلانے والے کو بتائیں۔
