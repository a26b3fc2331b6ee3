### The page of phone numbers. It works without scripts and, once opened, without a network.

numbers_title = Numéros de téléphone
# $country is the country's name.
numbers_where = Numéros de téléphone : { $country }
numbers_intro = Ces personnes aident les enfants et les familles. Quand c’est indiqué, tu peux écrire sans parler.
    .simple = Ces personnes peuvent aider. Parfois, tu peux écrire.
numbers_back = Retour à la discussion
numbers_others = Autres pays
numbers_kept = Cette page peut maintenant se lire sans internet.

## Ways to reach somebody

numbers_call = Appeler
numbers_whatsapp = WhatsApp
numbers_sms = SMS
numbers_chat = Page web

## What is known of a service

numbers_open = Ouvert maintenant
numbers_closed = Fermé maintenant
numbers_always = Jour et nuit
# $first and $last are days; $start and $end are times such as 08:00.
numbers_days = { $first } à { $last }, { $start } à { $end }
numbers_day = { $first }, { $start } à { $end }
numbers_free = Gratuit
numbers_signed = En langue des signes, par vidéo
# $languages are languages by their own names.
numbers_speaks = Langues : { $languages }
numbers_unsure = Ce numéro a peut-être changé. Si personne ne répond, essaie un autre numéro.
    .simple = Ce numéro est peut-être vieux. Tu peux en essayer un autre.
numbers_none = Il n’y a pas encore de numéro ici pour ce pays. Voici des pages qui connaissent les numéros de beaucoup de pays.
    .simple = Pas encore de numéro pour ce pays. Ces pages en connaissent d’autres.

## Days

weekday_0 = lundi
weekday_1 = mardi
weekday_2 = mercredi
weekday_3 = jeudi
weekday_4 = vendredi
weekday_5 = samedi
weekday_6 = dimanche
