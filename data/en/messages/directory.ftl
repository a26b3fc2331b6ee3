### Countries, and kinds of services in words a child knows. The numbers themselves are in data/directory/.

## Kinds of services

service_emergency_police = Danger now: police
service_emergency_ambulance = Someone is hurt or very ill: ambulance
    .simple = Someone is hurt: ambulance
service_child_helpline = People who listen to children
service_domestic_violence = When someone at home hurts you
service_mental_health = When you feel very bad
service_cyber_abuse = When someone hurts you on the internet

## Countries, ordered by code

country_AE = United Arab Emirates
country_BH = Bahrain
country_DJ = Djibouti
country_DZ = Algeria
country_EG = Egypt
country_IL = Israel
country_IQ = Iraq
country_IR = Iran
country_JO = Jordan
country_KM = Comoros
country_KW = Kuwait
country_LB = Lebanon
country_LY = Libya
country_MA = Morocco
country_MR = Mauritania
country_OM = Oman
country_PS = Palestine
country_QA = Qatar
country_SA = Saudi Arabia
country_SD = Sudan
country_SO = Somalia
country_SY = Syria
country_TN = Tunisia
country_TR = Türkiye
country_YE = Yemen
# Services that answer children of every country.
country_ZZ = Another country
