## The counsellors' console. Read by staff, never by a child. Calm, short, exact.
## Labels are nouns or verbal nouns, so that they fit every counsellor. {$...} are filled in by the console.

# Frame of every page
console_brand = سند
console_title = لوحة سند
console_skip = إلى المحتوى
console_queue = قائمة الانتظار
console_team = الفريق
console_sign_out = تسجيل الخروج
console_theme_dark = ألوان الليل
console_theme_light = ألوان النهار
console_shift = {$waiting ->
    [0] لا أحد في الانتظار
    [one] واحد في الانتظار · أطول انتظار {$longest}
    [two] اثنان في الانتظار · أطول انتظار {$longest}
   *[other] {$waiting} في الانتظار · أطول انتظار {$longest}
}
console_line_lost = انقطع الاتصال، وتجري محاولة جديدة. قد يكون ما على الشاشة قديمًا.
console_idle = أُخفيت الصفحة لعدم الحركة. تظهر بضغطة على مفتاح أو بتحريك الفأرة.

# Sign in
console_sign_in = تسجيل الدخول
console_login = اسم الدخول
console_password = كلمة المرور
console_code = الرمز من تطبيق المصادقة
console_code_hint = 6 أرقام. يصلح كل رمز مرة واحدة.
console_sign_in_failed = اسم الدخول وكلمة المرور والرمز لا تتوافق. لا يُقال أكثر من ذلك حفاظًا على الأمان.
console_sign_in_slow = محاولات كثيرة. تمكن المحاولة من جديد بعد {$seconds} ثانية.
console_signed_out = تم تسجيل الخروج.
console_session_over = انتهت الجلسة. يلزم تسجيل الدخول من جديد.

# Invitation
console_invite_title = إنشاء الحساب
console_invite_lead = يعمل هذا الرابط مرة واحدة، وينشئ حسابًا واحدًا: {$role ->
    [supervisor] إشراف
   *[counsellor] إرشاد
}.
console_invite_gone = هذا الرابط لم يعد يعمل
console_invite_gone_help = استُعمل من قبل أو انتهى وقته. يمكن طلب رابط جديد من الإشراف.
console_invite_about = عن صاحب الحساب
console_login_hint = أحرف لاتينية صغيرة وأرقام ونقطة وشرطة. من 3 إلى 40 حرفًا.
console_first_name = الاسم الأول
console_first_name_hint = هذا الاسم يراه الطفل.
console_language = لغة اللوحة
console_password_hint = 15 حرفًا على الأقل. أربع كلمات أو خمس كلمات محبّبة يسهل تذكّرها.
console_password_again = كلمة المرور نفسها مرة أخرى
console_second_step = الخطوة الثانية
console_totp_how = في تطبيق المصادقة على الهاتف: مسح هذه الصورة، أو كتابة المفتاح.
console_totp_picture = صورة للمسح بتطبيق المصادقة
console_totp_key = المفتاح
console_totp_confirm = الرمز الذي يعرضه التطبيق الآن
console_invite_make = إنشاء الحساب
console_fix = يلزم النظر في هذا مرة أخرى:
console_error_login = يتكوّن اسم الدخول من 3 إلى 40 حرفًا لاتينيًّا صغيرًا أو رقمًا أو نقطة أو شرطة.
console_error_login_taken = اسم الدخول هذا مستعمل.
console_error_first_name = الاسم الأول من حرف واحد إلى 40 حرفًا.
console_error_language = يلزم اختيار لغة من القائمة.
console_error_password_short = كلمة المرور 15 حرفًا على الأقل.
console_error_password_long = كلمة المرور 200 حرف على الأكثر.
console_error_password_common = كلمة المرور هذه سهلة التخمين. تلزم كلمة أخرى.
console_error_password_differs = كلمتا المرور مختلفتان.
console_error_code = الرمز لا يطابق. تفيد مراجعة ساعة الهاتف وانتظار الرمز التالي ثم المحاولة من جديد.

# Team
console_team_lead = {$days ->
    [one] الدعوة رابط يعمل مرة واحدة خلال يوم واحد.
    [two] الدعوة رابط يعمل مرة واحدة خلال يومين.
    [few] الدعوة رابط يعمل مرة واحدة خلال {$days} أيام.
    [many] الدعوة رابط يعمل مرة واحدة خلال {$days} يومًا.
   *[other] الدعوة رابط يعمل مرة واحدة خلال {$days} يوم.
} تُسلَّم للشخص نفسه، لا في مجموعة.
console_invite_new = دعوة جديدة
console_invite_role = الدور
console_role_counsellor = إرشاد
console_role_supervisor = إشراف
console_invite_link = رابط الدعوة
console_invite_link_once = يظهر الآن فقط. ينتهي في {$date}.

# Queue
console_waiting = في الانتظار، الأشد خطرًا أولًا
console_mine = محادثاتي
console_with_others = مع الزملاء
console_empty = لا أحد في الانتظار
console_empty_help = تتجدّد هذه الصفحة وحدها. تظهر المحادثات الجديدة هنا.
console_take = استلام
console_take_now = استلام الآن
console_open = فتح
console_read_along = متابعة القراءة
console_news = {$emergencies ->
    [0] {$waiting ->
        [0] لا أحد في الانتظار.
        [one] طفل واحد في الانتظار.
        [two] طفلان في الانتظار.
        [few] {$waiting} أطفال في الانتظار.
        [many] {$waiting} طفلًا في الانتظار.
       *[other] {$waiting} طفل في الانتظار.
    }
    [one] حالة طارئة واحدة في الانتظار.
    [two] حالتان طارئتان في الانتظار.
    [few] {$emergencies} حالات طارئة في الانتظار.
   *[other] {$emergencies} حالة طارئة في الانتظار.
}
console_wait_now = أقل من دقيقة
console_wait_minutes = {$minutes} د
console_wait_hours = {$hours} س {$minutes} د
console_waiting_time = مدة الانتظار
console_level_emergency = طوارئ
console_level_high = مرتفع
console_level_elevated = متوسط
console_level_none = لم يظهر خطر
console_reason_asked = طلب شخصًا
console_reason_risk = ظهر خطر في الكلام
console_reason_safety_answer = لم يقل إن مكانه آمن
console_reason_not_understood = لم يفهم الروبوت
console_reason_failure = لم يستطع سند أن يجيب
console_reason_returned = أُعيدت من الإرشاد
console_channel_web = صفحة الويب
console_channel_telegram = تيليغرام
console_channel_other = طريق آخر
console_language_unknown = اللغة غير معروفة بعد
console_language_ar = العربية
console_language_en = الإنجليزية
console_language_fr = الفرنسية
console_language_ur = الأردية
console_needs_simple = كلمات سهلة
console_needs_aloud = يسمع الرسائل بصوت
console_category_suicide = الانتحار
console_category_self_harm = إيذاء النفس
console_category_sexual_abuse = الاعتداء الجنسي
console_category_physical_abuse = العنف الجسدي
console_category_emotional_abuse = العنف النفسي
console_category_neglect = الإهمال
console_category_domestic_violence = العنف في البيت
console_category_online_exploitation = الاستغلال على الإنترنت
console_category_bullying = التنمّر
console_category_trafficking = الاتجار بالأطفال
console_category_forced_marriage = الزواج القسري
console_category_harmful_practice = ممارسة ضارة
console_category_child_labour = عمل الأطفال
console_category_runaway = ترك البيت
console_category_missing = فقدان طفل
console_category_overdose = جرعة زائدة
console_category_medical = حالة طبية طارئة
console_category_conflict = الحرب والعنف المسلّح
console_category_basic_needs = الطعام والمأوى والحاجات الأساسية
console_category_threat_to_others = تهديد للآخرين
console_category_perpetrator_present = المؤذي قريب الآن
console_category_none = بلا فئة

# Conversation
console_conversation = المحادثة {$code}
console_log = المحادثة
console_folded = {$count ->
    [one] بداية الروبوت، رسالة واحدة
    [two] بداية الروبوت، رسالتان
    [few] بداية الروبوت، {$count} رسائل
   *[other] بداية الروبوت، {$count} رسالة
}
console_child = الطفل
console_robot = الروبوت
console_tapped = اختار جوابًا
console_opened_chat = فتح الطفل المحادثة.
console_unsupported = أرسل صورة أو ملصقًا أو ملفًّا أو تسجيلًا صوتيًّا. لم يُجلب محتواه.
console_in_simple = بكلمات سهلة
console_delivery_waiting = لم تصل بعد
console_delivery_sending = لم تصل بعد
console_delivery_sent = وصلت
console_delivery_unknown = ربما لم تصل، وربما تظهر مرتين
console_delivery_failed = لم تصل
console_sending = قيد الإرسال
console_not_sent = لم تُرسل بعد، وستُعاد المحاولة
console_advice_simple = كلمات قصيرة، وسؤال واحد في كل مرة
console_advice_aloud = يسمع بدل القراءة
console_answer = الجواب
console_answer_hint = مفتاح Enter يرسل. Shift مع Enter يبدأ سطرًا جديدًا.
console_send = إرسال
console_held_by_other = هذه المحادثة مع {$name}. القراءة فقط ممكنة.
console_held_by_nobody = الطفل في الانتظار. هذه المحادثة ليست مع أحد.
console_with_robot = هذه المحادثة مع الروبوت. القراءة فقط ممكنة.
console_is_closed = هذه المحادثة مغلقة.
console_lost_claim = لم تعد هذه المحادثة معك. عادت إلى قائمة الانتظار لأن الصفحة صمتت دقيقة كاملة.
console_erased = حذف الطفل هذه المحادثة. لا يمكن قراءة شيء منها بعد الآن.
console_back_to_queue = العودة إلى قائمة الانتظار
console_why = {$level ->
    [emergency] سبب مستوى الطوارئ
    [high] سبب المستوى المرتفع
    [elevated] سبب المستوى المتوسط
   *[none] لماذا لم يظهر خطر
}
console_why_none = لم تجد القواعد علامة خطر. قراءة الكلام نفسه تبقى ضرورية.
console_why_note = المستوى لا ينخفض وحده أبدًا.
console_reason_number = السبب {$number}
console_mark_label = السبب {$number} في القائمة
console_known = المعروف حتى الآن
console_country = البلد
console_country_unknown = لم يُذكر
console_language_of_child = اللغة
console_language_chosen = {$language}، باختيار الطفل
console_language_detected = {$language}، تعرّف عليها سند
console_mode = طريقة الكلام
console_mode_standard = كلمات عادية، للقراءة
console_channel = القناة
console_handed_over = سبب التسليم
console_started = أول رسالة
console_waited = في الانتظار منذ
console_finish = الإنهاء
console_close_reason = كيف انتهت
console_close_choose = اختيار واحد
console_close_helped = تمت المساعدة
console_close_referred = إحالة إلى جهة أخرى
console_close_child_left = غادر الطفل
console_close_test = تجربة
console_close_abuse_of_service = إساءة استعمال الخدمة
console_close_other = شيء آخر
console_close = إغلاق المحادثة
console_release = إعادة إلى قائمة الانتظار
console_release_help = يبقى الطفل أول دوره في مستواه.
console_opened_by = من فتح هذه المحادثة
console_opened_by_nobody = لا أحد بعد
console_access_read = فتح
console_access_follow = متابعة
console_access_claim = استلام
console_access_release = إعادة
console_access_close = إغلاق
console_access_send = كتابة
console_access_other = عمل آخر
console_access_somebody = شخص بلا حساب

# What just happened
console_said_taken = استلمها شخص آخر، أو لم تعد في الانتظار.
console_said_closed = أُغلقت المحادثة.
console_said_released = عادت المحادثة إلى قائمة الانتظار.
console_said_not_yours = هذه المحادثة ليست معك.
console_said_not_sent = لم تُرسل: النص فارغ أو أطول من 4000 حرف.

# Errors
console_error_not_found = هذه الصفحة ليست هنا
console_error_not_found_help = هي غير موجودة، أو ليست لهذا الحساب.
console_error_refused = رُفض هذا الطلب
console_error_refused_help = كانت الصفحة قديمة أو جاءت من مكان آخر. تفيد العودة وتحميلها من جديد ثم المحاولة.
console_error_down = قاعدة البيانات لا تجيب
console_error_down_help = لم يتغيّر شيء. تفيد المحاولة بعد لحظة وإخبار الشخص الذي يدير سند.
console_error_failed = حدث خلل عندنا
console_error_failed_help = قد لا يكون ما جرى محفوظًا. تفيد العودة والتأكّد من وجوده وإخبار الشخص الذي يدير سند.
