# Labels of the tappable answers: the child says them, so short, first person, and no verb that shows boy or girl (STYLE.md).

## Answers

button_yes = جی ہاں
    .simple = ہاں
button_no = نہیں
    .simple = نہیں
button_unsure = مجھے یقین نہیں
    .simple = پتا نہیں
button_unsaid = یہ بتانے کا دل نہیں
    .simple = یہ نہیں بتانا
button_else = کوئی اور بات
    .simple = کوئی اور بات
button_stop = بس، اب رکنا ہے
    .simple = اب رکنا ہے

## Help

button_person = کسی انسان سے بات کرنی ہے
    .simple = انسان سے بات کرنی ہے
button_numbers = مدد کے فون نمبر
    .simple = فون نمبر
button_other_country = کوئی اور ملک
    .simple = کوئی اور ملک

## Safety

button_safe_yes = ہاں، میں محفوظ ہوں
    .simple = ہاں، میں محفوظ ہوں
button_safe_no = نہیں، میں محفوظ نہیں ہوں
    .simple = نہیں، محفوظ نہیں
button_safe_unsure = مجھے یقین نہیں
    .simple = پتا نہیں
button_hurt_self_yes = ہاں، خیال آتا ہے
    .simple = ہاں، آتا ہے
button_hurt_self_no = نہیں، ایسا خیال نہیں آتا
    .simple = نہیں
button_someone_there_yes = ہاں، کوئی پاس ہے
    .simple = ہاں، پاس ہے
button_someone_there_no = نہیں، کوئی پاس نہیں
    .simple = نہیں، کوئی نہیں

## Topics

button_sad = میرا دل اداس ہے
    .simple = میں اداس ہوں
button_scared = مجھے ڈر لگ رہا ہے
    .simple = مجھے ڈر لگتا ہے
button_alone = مجھے اکیلا پن لگتا ہے
    .simple = میرے ساتھ کوئی نہیں
button_school = سکول کی کوئی بات
    .simple = سکول کی بات
button_family = گھر کی کوئی بات
    .simple = گھر کی بات
button_bullied = دوسرے مجھے تنگ کرتے ہیں
    .simple = مجھے تنگ کرتے ہیں
button_hurt = کوئی مجھے تکلیف دیتا ہے
    .simple = کوئی مجھے تکلیف دیتا ہے
button_online = انٹرنیٹ کی کوئی بات
    .simple = نیٹ کی بات

## How I talk, and deleting

button_language = کوئی اور زبان
    .simple = کوئی اور زبان
# $language: the name of a language in that language; the same in every language.
button_language_is = { $language }
    .simple = { $language }
button_mode = بات کرنے کا طریقہ بدلیں
    .simple = بات کا طریقہ بدلیں
button_simple = آسان الفاظ
    .simple = آسان الفاظ
button_simple_off = عام الفاظ
    .simple = عام الفاظ
button_aloud = مجھے پڑھ کر سنائیں
    .simple = پڑھ کر سنائیں
button_aloud_off = پڑھ کر نہ سنائیں
    .simple = پڑھ کر نہ سنائیں
button_delete_yes = ہاں، سب کچھ مٹا دیں
    .simple = ہاں، مٹا دیں
button_delete_no = نہیں، رہنے دیں
    .simple = نہیں، رہنے دیں
