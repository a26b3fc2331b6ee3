### The child's page: labels, notes and the few sentences that the page itself says.
### Labels are short: they stand on buttons of a phone 320 pixels wide. What the robot says is in conversation.ftl.

## Top of the page

# Title of the tab. It says nothing about a helpline, because somebody else may see it.
page_title = محادثة
page_brand = سند
page_skip = إلى مكان الكتابة
page_my_way = طريقتي
# The way out, always in the same place. Neutral words: somebody else may see it.
page_leave = خروج سريع
# Spoken while the page is leaving. Neutral, because somebody else may hear it.
page_leaving = لحظة من فضلك

## Who is here

page_who = مع من هذا الكلام
page_with_robot = هذا روبوت
page_coming = سيأتي شخص
# $ahead (number) children before this one; $place is $ahead + 1.
page_place =
    { $ahead ->
        [0] دورك هو التالي
       *[other] رقمك في الدور { $place }
    }
# $name is the counsellor's first name.
page_with_person = هنا { $name }
page_with_someone = هنا شخص معك
page_a_person = شخص
page_ended = انتهى هذا الكلام
page_ended_detail = يمكنك الكتابة من جديد
page_talk_to_person = الكلام مع شخص
page_numbers = أرقام

## The conversation

# Name of the list of messages for screen readers.
page_log = المحادثة
page_you = أنا
page_robot = الروبوت
# After a first name: Mariam, a person.
page_person = إنسان
page_listen = استماع
page_stop_voice = إيقاف الصوت
page_simpler = كلمات أسهل
page_first_words = الكلمات الأولى
page_answers = أجوبة
# Spoken after the answer that was pressed.
page_chosen = هذا اختياري
page_newest = آخر رسالة
page_choose_language = اختيار اللغة

## Waiting

page_waiting_title = سيأتي شخص ليتكلّم معك
    .simple = سيأتي شخص
page_waiting_asked = طلبنا شخصًا من الفريق.
    .simple = أخبرنا فريقنا.
page_waiting_place =
    { $ahead ->
        [0] دورك هو التالي.
       *[other] رقمك في الدور { $place }.
    }
page_waiting_then = سيكتب لك شخص هنا.
    .simple = سيكتب لك شخص هنا.
page_waiting_keep = يمكنك الاستمرار في الكتابة. سوف يقرأ كلامك.
    .simple = يمكنك الكتابة الآن. سوف يقرأ كلامك.

## Writing

page_write = كتابة
page_write_here = الكتابة هنا
page_send = إرسال
page_unsent = لم تُرسل بعد. هي محفوظة هنا.
    .simple = لم تذهب بعد. هي محفوظة هنا.

## Phone numbers

page_numbers_title = أرقام هاتف
page_country = البلد
page_country_choose = اختيار البلد
page_numbers_note = تبقى المكالمة في قائمة مكالمات الهاتف.
    .simple = يبقى الرقم ظاهرًا في الهاتف.
page_numbers_none = لا يوجد هنا رقم لهذا البلد بعد.
    .simple = ليس عندنا رقم لهذا البلد بعد.

## My way

page_way_title = طريقتي في الكلام
page_language = اللغة
page_words = الكلمات
page_words_simple = كلمات قصيرة وسهلة
page_aloud = قراءة الرسائل لي
page_size = حجم الحروف
page_size_1 = عادي
page_size_2 = أكبر
page_size_3 = كبير
page_size_4 = كبير جدًّا
page_colours = الألوان
page_colours_device = مثل جهازي
page_colours_light = فاتحة
page_colours_dark = داكنة
page_colours_contrast = قوية
page_leave_about = زر «خروج سريع» يغلق هذه الصفحة فورًا. قد يتذكّر الهاتف أو الحاسوب زيارتك لها.
    .simple = زر «خروج سريع» يغلق الصفحة. قد يتذكّرها الهاتف.
# Shown while nobody has checked the words of this language; see languages.yml, reviewed_on.
page_not_reviewed = لم يراجع هذه الكلمات بعد خبير نشأ على هذه اللغة.
    .simple = لم يراجع خبير هذه الكلمات بعد.
page_close = إغلاق

## Deleting

page_delete = حذف هذه المحادثة
page_delete_question = هل نحذف كل شيء في هذه المحادثة؟
    .simple = هل نحذف هذه المحادثة؟
page_delete_detail = نحذفها هنا ومن حاسوبنا. ولا أحد يستطيع إعادتها.
    .simple = يذهب كل شيء. ولا أحد يستطيع إعادته.
page_delete_yes = نعم، حذف
page_delete_no = لا، تبقى
page_deleted = حذفنا كل شيء. يمكنك البدء من جديد.
    .simple = ذهب كل شيء. يمكنك البدء من جديد.

## The connection

page_lost = لا يوجد اتصال الآن. نحفظ هنا كتابتك ونرسلها فيما بعد.
    .simple = لا يوجد اتصال. نحفظ كلامك هنا.
page_back = عاد الاتصال.
    .simple = عاد الاتصال.

## When something cannot be sent. The text stays where the child wrote it.

page_error_empty = لا شيء للإرسال بعد. يمكنك الكتابة أو اختيار جواب.
    .simple = لا شيء مكتوب بعد. يمكنك الكتابة هنا.
page_error_too_long = هذا أطول من رسالة واحدة. يمكنك إرساله في جزأين أو ثلاثة.
    .simple = هذا طويل. يمكنك إرساله في أجزاء.
page_error_too_large = هذا أكبر من أن يُرسل. يمكنك إرساله في أجزاء أصغر.
    .simple = هذا كبير. يمكنك إرساله في أجزاء.
page_error_wrong_shape = شيء هنا لم يعمل. يمكنك المحاولة من جديد.
    .simple = هذا لم يعمل. يمكنك المحاولة من جديد.
page_error_future_seq = اختلط ترتيب هذه الصفحة. نعرض رسائلك من جديد الآن.
    .simple = اختلطت الصفحة. هذه رسائلك.
page_error_unknown_tap = هذا الجواب لم يعد يعمل. يمكنك الكتابة بدلًا منه.
    .simple = هذا الزر قديم. يمكنك الكتابة.
page_error_too_many = كان هذا سريعًا جدًّا. رسالتك محفوظة ونرسلها بعد لحظة.
    .simple = هذا سريع. نرسلها بعد قليل.
page_error_too_many_windows = هذه المحادثة مفتوحة في نوافذ كثيرة. يمكنك إغلاق واحدة والمحاولة من جديد.
    .simple = نوافذ كثيرة مفتوحة. يمكنك إغلاق واحدة.
page_error_down = هذا لا يعمل الآن. رسالتك محفوظة ونرسلها فيما بعد.
    .simple = هذا لا يعمل الآن. نحفظ رسالتك.
page_error_voice = الصوت لا يعمل الآن. يمكنك قراءة الرسالة.
    .simple = الصوت لا يعمل الآن. يمكنك القراءة.

## Without JavaScript

page_plain_title = المحادثة لا تعمل في هذا المتصفّح
page_plain = يمكنك الاتصال بأحد هذه الأرقام، أو فتح هذه الصفحة في متصفّح آخر.
    .simple = يمكنك الاتصال برقم هنا. ويمكنك تجربة متصفّح آخر.
