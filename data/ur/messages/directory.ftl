### Countries, and kinds of services in words a child knows. The numbers themselves are in data/directory/.

## Kinds of services

service_emergency_police = ابھی خطرہ ہو: پولیس
service_emergency_ambulance = کسی کو چوٹ لگی ہو یا کوئی بہت بیمار ہو: ایمبولینس
    .simple = کسی کو چوٹ لگی ہو: ایمبولینس
service_child_helpline = بچوں کی بات سننے والے لوگ
service_domestic_violence = جب گھر میں کوئی تکلیف دے
service_mental_health = جب دل بہت پریشان ہو
service_cyber_abuse = جب انٹرنیٹ پر کوئی تنگ کرے

## Countries, ordered by code

country_AE = متحدہ عرب امارات
country_BH = بحرین
country_DJ = جبوتی
country_DZ = الجزائر
country_EG = مصر
country_IL = اسرائیل
country_IQ = عراق
country_IR = ایران
country_JO = اردن
country_KM = کوموروس
country_KW = کویت
country_LB = لبنان
country_LY = لیبیا
country_MA = مراکش
country_MR = موریطانیہ
country_OM = عمان
country_PS = فلسطین
country_QA = قطر
country_SA = سعودی عرب
country_SD = سوڈان
country_SO = صومالیہ
country_SY = شام
country_TN = تیونس
country_TR = ترکیہ
country_YE = یمن
# Services that answer children of every country.
country_ZZ = کوئی اور ملک
