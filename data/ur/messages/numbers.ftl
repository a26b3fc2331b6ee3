### The page of phone numbers. It works without scripts and, once opened, without a network.

numbers_title = فون نمبر
# $country is the country's name.
numbers_where = فون نمبر: { $country }
numbers_intro = یہ لوگ بچوں اور گھر والوں کی مدد کرتے ہیں۔ جہاں لکھا ہو، وہاں بولنے کے بجائے لکھ بھی سکتے ہیں۔
    .simple = یہ لوگ مدد کرتے ہیں۔ کہیں کہیں لکھ بھی سکتے ہیں۔
numbers_back = بات چیت پر واپس
numbers_others = دوسرے ملک
numbers_kept = یہ صفحہ اب انٹرنیٹ کے بغیر بھی پڑھا جا سکتا ہے۔

## Ways to reach somebody

numbers_call = کال
numbers_whatsapp = واٹس ایپ
numbers_sms = میسج
numbers_chat = ویب پیج

## What is known of a service

numbers_open = ابھی کھلا ہے
numbers_closed = ابھی بند ہے
numbers_always = دن رات
# $first and $last are days; $start and $end are times such as 08:00.
numbers_days = { $first } سے { $last }، { $start } سے { $end } تک
numbers_day = { $first }، { $start } سے { $end } تک
numbers_free = مفت
numbers_signed = اشاروں کی زبان میں، ویڈیو پر
# $languages are languages by their own names.
numbers_speaks = زبانیں: { $languages }
numbers_unsure = شاید یہ نمبر بدل گیا ہو۔ کوئی جواب نہ دے تو دوسرا نمبر ملائیں۔
    .simple = شاید یہ نمبر پرانا ہے۔ دوسرا نمبر بھی ملا سکتے ہیں۔
numbers_none = اس ملک کا نمبر ابھی یہاں نہیں ہے۔ یہ صفحے بہت سے ملکوں کے نمبر جانتے ہیں۔
    .simple = اس ملک کا نمبر ابھی نہیں ہے۔ یہ صفحے اور نمبر جانتے ہیں۔

## Days

weekday_0 = پیر
weekday_1 = منگل
weekday_2 = بدھ
weekday_3 = جمعرات
weekday_4 = جمعہ
weekday_5 = ہفتہ
weekday_6 = اتوار
