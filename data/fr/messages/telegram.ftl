# Les mots du canal Telegram seulement.

# Qui parle est dit dans chaque message. $words : le message lui-même.
telegram_from_robot = 🤖 { $words }
# $name : le prénom de la personne qui écoute.
telegram_from_person =
    🧡 { $name } :
    { $words }
telegram_note = — { $words } —
telegram_erased = C’est effacé ici. Telegram garde les messages de plus de deux jours : pour les enlever aussi, efface cette discussion sur ton téléphone.
    .simple = C’est effacé ici. Les vieux messages restent dans Telegram : efface la discussion sur ton téléphone.

## Le menu des commandes : court

telegram_menu_start = Commencer
telegram_menu_language = Choisir une langue
telegram_menu_person = Parler à une personne
telegram_menu_numbers = Des numéros qui aident
telegram_menu_delete = Effacer cette discussion
