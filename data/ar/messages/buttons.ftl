# Labels of the tappable answers: at most four or five words, first person, the same for a girl and a boy.

## Answers

button_yes = نعم
    .simple = نعم
    .speech = نَعَمْ
    .simple-speech = نَعَمْ
button_no = لا
    .simple = لا
    .speech = لَا
    .simple-speech = لَا
button_unsure = لا أعرف بعد
    .simple = لا أعرف
    .speech = لَا أَعْرِفُ بَعْدْ
    .simple-speech = لَا أَعْرِفْ
button_unsaid = أفضّل ألّا أقول
    .simple = لا أريد أن أقول
    .speech = أُفَضِّلُ أَلَّا أَقُولْ
    .simple-speech = لَا أُرِيدُ أَنْ أَقُولْ
button_else = شيء آخر
    .simple = شيء آخر
    .speech = شَيْءٌ آخَرْ
    .simple-speech = شَيْءٌ آخَرْ
button_stop = أريد التوقّف هنا
    .simple = نتوقّف هنا
    .speech = أُرِيدُ التَوَقُّفَ هُنَا
    .simple-speech = نَتَوَقَّفُ هُنَا

## Help

button_person = الكلام مع شخص
    .simple = أريد إنسانًا
    .speech = الْكَلَامُ مَعَ شَخْصْ
    .simple-speech = أُرِيدُ إِنْسَانًا
button_numbers = أرقام للاتصال
    .simple = أرقام للاتصال
    .speech = أَرْقَامٌ لِلِٱتِّصَالْ
    .simple-speech = أَرْقَامٌ لِلِٱتِّصَالْ
button_other_country = بلد آخر
    .simple = بلد آخر
    .speech = بَلَدٌ آخَرْ
    .simple-speech = بَلَدٌ آخَرْ

## Safety

button_safe_yes = نعم، أنا بأمان
    .simple = نعم، أنا بأمان
    .speech = نَعَمْ، أَنَا بِأَمَانْ
    .simple-speech = نَعَمْ، أَنَا بِأَمَانْ
button_safe_no = لا، لست بأمان
    .simple = لا، لست بأمان
    .speech = لَا، لَسْتُ بِأَمَانْ
    .simple-speech = لَا، لَسْتُ بِأَمَانْ
button_safe_unsure = لا أعرف بعد
    .simple = لا أعرف
    .speech = لَا أَعْرِفُ بَعْدْ
    .simple-speech = لَا أَعْرِفْ
button_hurt_self_yes = نعم، تأتيني
    .simple = نعم
    .speech = نَعَمْ، تَأْتِينِي
    .simple-speech = نَعَمْ
button_hurt_self_no = لا، لا تأتيني
    .simple = لا
    .speech = لَا، لَا تَأْتِينِي
    .simple-speech = لَا
button_someone_there_yes = نعم، هناك أحد
    .simple = نعم، هناك أحد
    .speech = نَعَمْ، هُنَاكَ أَحَدْ
    .simple-speech = نَعَمْ، هُنَاكَ أَحَدْ
button_someone_there_no = لا، لا أحد
    .simple = لا أحد
    .speech = لَا، لَا أَحَدْ
    .simple-speech = لَا أَحَدْ

## Topics

button_sad = أشعر بالحزن
    .simple = قلبي حزين
    .speech = أَشْعُرُ بِٱلْحُزْنْ
    .simple-speech = قَلْبِي حَزِينْ
button_scared = أشعر بالخوف
    .simple = أنا أخاف
    .speech = أَشْعُرُ بِٱلْخَوْفْ
    .simple-speech = أَنَا أَخَافْ
button_alone = أشعر بالوحدة
    .simple = أنا وحدي
    .speech = أَشْعُرُ بِٱلْوَحْدَهْ
    .simple-speech = أَنَا وَحْدِي
button_school = شيء في المدرسة
    .simple = المدرسة
    .speech = شَيْءٌ فِي الْمَدْرَسَهْ
    .simple-speech = الْمَدْرَسَهْ
button_family = شيء في البيت
    .simple = البيت
    .speech = شَيْءٌ فِي الْبَيْتْ
    .simple-speech = الْبَيْتْ
button_bullied = أولاد يضايقونني
    .simple = يضايقونني
    .speech = أَوْلَادٌ يُضَايِقُونَنِي
    .simple-speech = يُضَايِقُونَنِي
button_hurt = شخص يؤذيني
    .simple = شخص يؤذيني
    .speech = شَخْصٌ يُؤْذِينِي
    .simple-speech = شَخْصٌ يُؤْذِينِي
button_online = شيء على الإنترنت
    .simple = الإنترنت
    .speech = شَيْءٌ عَلَى الْإِنْتَرْنِتْ
    .simple-speech = الْإِنْتَرْنِتْ

## How I talk, and deleting

button_language = لغة أخرى
    .simple = لغة أخرى
    .speech = لُغَةٌ أُخْرَى
    .simple-speech = لُغَةٌ أُخْرَى
# $language: the name of a language in that language; the same in every language.
button_language_is = { $language }
    .simple = { $language }
button_mode = طريقة أخرى للكلام
    .simple = كلام بطريقة أخرى
    .speech = طَرِيقَةٌ أُخْرَى لِلْكَلَامْ
    .simple-speech = كَلَامٌ بِطَرِيقَةٍ أُخْرَى
button_simple = كلمات سهلة
    .simple = كلمات سهلة
    .speech = كَلِمَاتٌ سَهْلَهْ
    .simple-speech = كَلِمَاتٌ سَهْلَهْ
button_simple_off = الكلمات العادية
    .simple = الكلمات العادية
    .speech = الْكَلِمَاتُ الْعَادِيَّهْ
    .simple-speech = الْكَلِمَاتُ الْعَادِيَّهْ
button_aloud = القراءة لي بصوت
    .simple = قراءة بصوت
    .speech = الْقِرَاءَةُ لِي بِصَوْتْ
    .simple-speech = قِرَاءَةٌ بِصَوْتْ
button_aloud_off = بلا صوت
    .simple = بلا صوت
    .speech = بِلَا صَوْتْ
    .simple-speech = بِلَا صَوْتْ
button_delete_yes = نعم، حذف كل شيء
    .simple = نعم، حذف
    .speech = نَعَمْ، حَذْفُ كُلِّ شَيْءْ
    .simple-speech = نَعَمْ، حَذْفْ
button_delete_no = لا، أريد أن يبقى
    .simple = لا، يبقى هنا
    .speech = لَا، أُرِيدُ أَنْ يَبْقَى
    .simple-speech = لَا، يَبْقَى هُنَا
