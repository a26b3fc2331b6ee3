### Countries, and kinds of services in words a child knows. The numbers themselves are in data/directory/.

## Kinds of services

service_emergency_police = خطر الآن: الشرطة
    .speech = خَطَرٌ الْآنْ: الشُرْطَهْ
service_emergency_ambulance = إصابة أو مرض شديد: الإسعاف
    .simple = شخص مجروح أو مريض جدًّا: الإسعاف
    .speech = إِصَابَةٌ أَوْ مَرَضٌ شَدِيدْ: الْإِسْعَافْ
    .simple-speech = شَخْصٌ مَجْرُوحٌ أَوْ مَرِيضٌ جِدًّا: الْإِسْعَافْ
service_child_helpline = ناس يسمعون الأطفال
    .speech = نَاسٌ يَسْمَعُونَ الْأَطْفَالْ
service_domestic_violence = إذا كان في البيت من يؤذيك
    .speech = إِذَا كَانَ فِي الْبَيْتِ مَنْ يُؤْذِيكْ
service_mental_health = إذا كان قلبك متعبًا جدًّا
    .speech = إِذَا كَانَ قَلْبُكْ مُتْعَبًا جِدًّا
service_cyber_abuse = إذا كان على الإنترنت من يؤذيك
    .speech = إِذَا كَانَ عَلَى الْإِنْتَرْنِتِ مَنْ يُؤْذِيكْ

## Countries, ordered by code

country_AE = الإمارات
    .speech = الْإِمَارَاتْ
country_BH = البحرين
    .speech = الْبَحْرَيْنْ
country_DJ = جيبوتي
    .speech = جِيبُوتِي
country_DZ = الجزائر
    .speech = الْجَزَائِرْ
country_EG = مصر
    .speech = مِصْرْ
country_IL = إسرائيل
    .speech = إِسْرَائِيلْ
country_IQ = العراق
    .speech = الْعِرَاقْ
country_IR = إيران
    .speech = إِيرَانْ
country_JO = الأردن
    .speech = الْأُرْدُنّْ
country_KM = جزر القمر
    .speech = جُزُرُ الْقَمَرْ
country_KW = الكويت
    .speech = الْكُوَيْتْ
country_LB = لبنان
    .speech = لُبْنَانْ
country_LY = ليبيا
    .speech = لِيبِيَا
country_MA = المغرب
    .speech = الْمَغْرِبْ
country_MR = موريتانيا
    .speech = مُورِيتَانِيَا
country_OM = عُمان
    .speech = عُمَانْ
country_PS = فلسطين
    .speech = فِلَسْطِينْ
country_QA = قطر
    .speech = قَطَرْ
country_SA = السعودية
    .speech = السَعُودِيَّهْ
country_SD = السودان
    .speech = السُودَانْ
country_SO = الصومال
    .speech = الصُومَالْ
country_SY = سوريا
    .speech = سُورِيَا
country_TN = تونس
    .speech = تُونِسْ
country_TR = تركيا
    .speech = تُرْكِيَا
country_YE = اليمن
    .speech = الْيَمَنْ
# Services that answer children of every country.
country_ZZ = بلد آخر
    .speech = بَلَدٌ آخَرْ
