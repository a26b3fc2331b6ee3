### The child's page in Urdu: labels, notes and the few sentences that the page itself says.
### Labels are short: they stand on buttons of a phone 320 pixels wide. What the robot says is in conversation.ftl.

## Top of the page

# Title of the tab. It says nothing about a helpline, because somebody else may see it.
page_title = چیٹ
page_brand = سند
page_skip = لکھنے کی جگہ پر جائیں
page_my_way = میرا طریقہ
# The way out, always in the same place. Neutral words: somebody else may see it.
page_leave = فوراً بند
# Spoken while the page is leaving. Neutral, because somebody else may hear it.
page_leaving = کھل رہا ہے

## Who is here

page_who = آپ کی بات کس سے ہو رہی ہے
page_with_robot = یہ روبوٹ ہے
page_coming = ایک انسان آ رہا ہے
# $ahead (number) children before this one; $place is $ahead + 1.
page_place =
    { $ahead ->
        [0] اب آپ کی باری ہے
       *[other] آپ کا نمبر { $place } ہے
    }
# $name is the counsellor's first name.
page_with_person = یہاں { $name } ہیں
page_with_someone = ایک انسان یہاں ہے
page_a_person = ایک انسان
page_ended = یہ بات چیت ختم ہو گئی
page_ended_detail = جب چاہیں پھر لکھیں
page_talk_to_person = انسان سے بات کریں
page_numbers = فون نمبر

## The conversation

# Name of the list of messages for screen readers.
page_log = بات چیت
page_you = آپ
page_robot = روبوٹ
# After a first name: Mariam, a person.
page_person = انسان
page_listen = سنیں
page_stop_voice = آواز روکیں
page_simpler = آسان الفاظ
page_first_words = پہلے والے الفاظ
page_answers = جواب
# Spoken after the answer that was pressed.
page_chosen = چنا گیا
page_newest = نیا میسج
page_choose_language = اپنی زبان چنیں

## Waiting

page_waiting_title = ایک انسان آپ سے بات کرنے آ رہا ہے
    .simple = ایک انسان آ رہا ہے
page_waiting_asked = آپ کے لیے ایک انسان کو بلایا گیا ہے۔
    .simple = ہم نے مددگار کو بتا دیا ہے۔
page_waiting_place =
    { $ahead ->
        [0] اب آپ کی باری ہے۔
       *[other] آپ کا نمبر { $place } ہے۔
    }
page_waiting_then = پھر ایک انسان یہیں آپ کو لکھے گا۔
    .simple = ایک انسان یہیں لکھے گا۔
page_waiting_keep = لکھنا جاری رکھیں، آپ کا لکھا پڑھا جائے گا۔
    .simple = ابھی بھی لکھیں۔ وہ اسے پڑھے گا۔

## Writing

page_write = لکھیں
page_write_here = یہاں لکھیں
page_send = بھیجیں
page_unsent = ابھی بھیجا نہیں گیا۔ یہیں رکھا ہوا ہے۔
    .simple = ابھی نہیں گیا۔ یہیں رکھا ہے۔

## Phone numbers

page_numbers_title = فون نمبر
page_country = ملک
page_country_choose = اپنا ملک چنیں
page_numbers_note = کال فون کی کال لسٹ میں نظر آتی ہے۔
    .simple = فون یہ کال یاد رکھتا ہے۔
page_numbers_none = اس ملک کا نمبر ابھی یہاں نہیں ہے۔
    .simple = اس ملک کا نمبر ابھی ہمارے پاس نہیں۔

## My way

page_way_title = میری بات کا طریقہ
page_language = زبان
page_words = الفاظ
page_words_simple = چھوٹے، آسان جملے
page_aloud = میسج مجھے پڑھ کر سنائیں
page_size = حروف کا سائز
page_size_1 = عام
page_size_2 = تھوڑے بڑے
page_size_3 = بڑے
page_size_4 = بہت بڑے
page_colours = رنگ
page_colours_device = میرے فون جیسے
page_colours_light = ہلکے
page_colours_dark = گہرے
page_colours_contrast = بہت صاف
page_leave_about = “فوراً بند” سے یہ صفحہ ایک دم بند ہو جاتا ہے۔ پھر بھی فون یا کمپیوٹر کو یاد رہ سکتا ہے کہ یہ صفحہ کھلا تھا۔
    .simple = “فوراً بند” سے یہ صفحہ بند ہو جاتا ہے۔ فون کو پھر بھی یاد رہ سکتا ہے۔
# Shown while nobody has checked the words of this language; see languages.yml, reviewed_on.
page_not_reviewed = اردو کے کسی ماہر نے، جس کی یہ اپنی زبان ہو، یہ الفاظ ابھی نہیں جانچے۔
    .simple = کسی ماہر نے یہ الفاظ ابھی نہیں دیکھے۔
page_close = بند کریں

## Deleting

page_delete = یہ چیٹ مٹا دیں
page_delete_question = کیا اس چیٹ میں سب کچھ مٹا دیں؟
    .simple = کیا یہ چیٹ مٹا دیں؟
page_delete_detail = یہ یہاں سے بھی مٹ جائے گی اور ہمارے کمپیوٹر سے بھی۔ کوئی اسے واپس نہیں لا سکتا۔
    .simple = سب مٹ جائے گا۔ کوئی واپس نہیں لا سکتا۔
page_delete_yes = ہاں، مٹا دیں
page_delete_no = نہیں، رہنے دیں
page_deleted = سب کچھ مٹ گیا ہے۔ چاہیں تو نئے سرے سے شروع کریں۔
    .simple = سب مٹ گیا۔ چاہیں تو پھر شروع کریں۔

## The connection

page_lost = انٹرنیٹ نہیں چل رہا۔ آپ جو لکھیں وہ یہیں رہے گا اور بعد میں بھیجا جائے گا۔
    .simple = انٹرنیٹ نہیں ہے۔ آپ کا لکھا یہیں رہے گا۔
page_back = انٹرنیٹ پھر چل رہا ہے۔
    .simple = انٹرنیٹ پھر چل رہا ہے۔

## When something cannot be sent. The text stays where the child wrote it.

page_error_empty = ابھی بھیجنے کے لیے کچھ نہیں ہے۔ کچھ لکھیں یا کوئی جواب چنیں۔
    .simple = ابھی کچھ نہیں لکھا۔ یہاں لکھیں۔
page_error_too_long = یہ ایک بار میں بھیجنے کے لیے بہت لمبا ہے۔ اسے دو یا تین حصوں میں بھیجیں۔
    .simple = یہ بہت لمبا ہے۔ اسے حصوں میں بھیجیں۔
page_error_too_large = یہ بھیجنے کے لیے بہت بڑا ہے۔ اسے چھوٹے حصوں میں بھیجیں۔
    .simple = یہ بہت بڑا ہے۔ اسے حصوں میں بھیجیں۔
page_error_wrong_shape = یہاں کچھ خراب ہو گیا۔ پھر سے کوشش کریں۔
    .simple = یہ نہیں ہوا۔ پھر سے کوشش کریں۔
page_error_future_seq = یہ صفحہ گڑبڑا گیا تھا۔ آپ کے میسج اب پھر سے دکھائے گئے ہیں۔
    .simple = صفحہ گڑبڑا گیا تھا۔ یہ رہے آپ کے میسج۔
page_error_unknown_tap = یہ جواب اب کام نہیں کرتا۔ اس کی جگہ لکھ کر بتائیں۔
    .simple = یہ بٹن پرانا ہے۔ لکھ کر بتائیں۔
page_error_too_many = یہ بہت تیز تھا۔ آپ کا میسج یہیں ہے اور تھوڑی دیر میں بھیجا جائے گا۔
    .simple = یہ بہت تیز تھا۔ تھوڑی دیر میں بھیجا جائے گا۔
page_error_too_many_windows = یہ چیٹ بہت سی جگہوں پر کھلی ہے۔ ایک کو بند کر کے پھر کوشش کریں۔
    .simple = چیٹ بہت جگہ کھلی ہے۔ ایک کو بند کریں۔
page_error_down = یہ ابھی نہیں چل رہا۔ آپ کا میسج یہیں ہے اور بعد میں بھیجا جائے گا۔
    .simple = یہ ابھی نہیں چل رہا۔ آپ کا میسج یہیں ہے۔
page_error_voice = آواز ابھی نہیں چل رہی۔ یہ میسج پڑھا جا سکتا ہے۔
    .simple = آواز ابھی نہیں چل رہی۔ اسے پڑھ لیں۔

## Without JavaScript

page_plain_title = یہ چیٹ اس براؤزر میں نہیں چلتی
page_plain = ان میں سے کسی نمبر پر فون کریں، یا یہ صفحہ کسی اور براؤزر میں کھولیں۔
    .simple = یہاں کے کسی نمبر پر فون کریں۔ یا دوسرا براؤزر کھولیں۔
