### Les pays, et les sortes de services avec des mots d’enfant. Les numéros sont dans data/directory/.

## Sortes de services

service_emergency_police = Danger maintenant : la police
service_emergency_ambulance = Quelqu’un est blessé ou très malade : l’ambulance
    .simple = Quelqu’un est blessé : l’ambulance
service_child_helpline = Des gens qui écoutent les enfants
service_domestic_violence = Quand quelqu’un te fait du mal à la maison
service_mental_health = Quand tu te sens très mal
service_cyber_abuse = Quand quelqu’un te fait du mal sur internet

## Pays, dans l’ordre des codes

country_AE = Émirats arabes unis
country_BH = Bahreïn
country_DJ = Djibouti
country_DZ = Algérie
country_EG = Égypte
country_IL = Israël
country_IQ = Irak
country_IR = Iran
country_JO = Jordanie
country_KM = Comores
country_KW = Koweït
country_LB = Liban
country_LY = Libye
country_MA = Maroc
country_MR = Mauritanie
country_OM = Oman
country_PS = Palestine
country_QA = Qatar
country_SA = Arabie saoudite
country_SD = Soudan
country_SO = Somalie
country_SY = Syrie
country_TN = Tunisie
country_TR = Turquie
country_YE = Yémen
# Des services qui répondent aux enfants de tous les pays.
country_ZZ = Un autre pays
