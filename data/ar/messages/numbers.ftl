### The page of phone numbers. It works without scripts and, once opened, without a network.

numbers_title = أرقام هاتف
# $country is the country's name.
numbers_where = أرقام هاتف: { $country }
numbers_intro = هؤلاء ناس يساعدون الأطفال والعائلات. حيث نذكر ذلك، تمكن الكتابة بدل الكلام.
    .simple = هؤلاء ناس يساعدون. أحيانًا تمكن الكتابة.
numbers_back = عودة إلى المحادثة
numbers_others = بلدان أخرى
numbers_kept = يمكن الآن قراءة هذه الصفحة بلا إنترنت.

## Ways to reach somebody

numbers_call = اتصال
numbers_whatsapp = واتساب
numbers_sms = رسالة نصية
numbers_chat = صفحة إنترنت

## What is known of a service

numbers_open = مفتوح الآن
numbers_closed = مغلق الآن
numbers_always = ليلًا ونهارًا
# $first and $last are days; $start and $end are times such as 08:00.
numbers_days = من { $first } إلى { $last }، من { $start } إلى { $end }
numbers_day = { $first }، من { $start } إلى { $end }
numbers_free = بلا ثمن
numbers_signed = بلغة الإشارة، بالفيديو
# $languages are languages by their own names.
numbers_speaks = اللغات: { $languages }
numbers_unsure = ربما تغيّر هذا الرقم. إذا لم يردّ أحد، يمكن تجربة رقم آخر.
    .simple = ربما هذا الرقم قديم. يمكن تجربة رقم آخر.
numbers_none = لا يوجد هنا رقم لهذا البلد بعد. هذه صفحات تعرف أرقام بلدان كثيرة.
    .simple = لا رقم عندنا لهذا البلد بعد. هذه الصفحات تعرف أكثر.

## Days

weekday_0 = الاثنين
weekday_1 = الثلاثاء
weekday_2 = الأربعاء
weekday_3 = الخميس
weekday_4 = الجمعة
weekday_5 = السبت
weekday_6 = الأحد
