# Les réponses à toucher : cinq mots au plus, à la première personne, jamais un reproche comme seule issue.

## Réponses

button_yes = Oui
    .simple = Oui
button_no = Non
    .simple = Non
button_unsure = Je ne sais pas trop
    .simple = Je ne sais pas
button_unsaid = Je préfère ne pas dire
    .simple = Je ne veux pas dire
button_else = Autre chose
    .simple = Autre chose
button_stop = Je veux m’arrêter là
    .simple = On s’arrête

## Aide

button_person = Parler à une personne
    .simple = Une personne
button_numbers = Des numéros à appeler
    .simple = Les numéros
button_other_country = Un autre pays
    .simple = Un autre pays

## Sécurité

button_safe_yes = Oui, je suis en sécurité
    .simple = Oui, en sécurité
button_safe_no = Non, pas en sécurité
    .simple = Non, pas en sécurité
button_safe_unsure = Je ne sais pas trop
    .simple = Je ne sais pas
button_hurt_self_yes = Oui, j’y pense
    .simple = Oui
button_hurt_self_no = Non, je n’y pense pas
    .simple = Non
button_someone_there_yes = Oui, quelqu’un est là
    .simple = Oui, tout près
button_someone_there_no = Non, personne
    .simple = Non, personne

## Sujets

button_sad = Je me sens triste
    .simple = Je suis triste
button_scared = J’ai peur
    .simple = J’ai peur
button_alone = Je n’ai personne
    .simple = Je n’ai personne
button_school = Un souci à l’école
    .simple = L’école
button_family = Un souci à la maison
    .simple = La maison
button_bullied = On est méchant avec moi
    .simple = On est méchant
button_hurt = On me fait du mal
    .simple = On me fait mal
button_online = Un souci sur internet
    .simple = Internet

## Ma façon de parler, et effacer

button_language = Une autre langue
    .simple = Une autre langue
# $language : le nom d’une langue dans cette langue ; le même dans toutes les langues.
button_language_is = { $language }
    .simple = { $language }
button_mode = Changer ta façon de parler
    .simple = Parle autrement
button_simple = Utilise des mots faciles
    .simple = Mots faciles
button_simple_off = Utilise les mots habituels
    .simple = Mots habituels
button_aloud = Lis à voix haute
    .simple = Lis à voix haute
button_aloud_off = Ne lis plus à voix haute
    .simple = Ne lis plus
button_delete_yes = Oui, tout effacer
    .simple = Oui, efface
button_delete_no = Non, tout garder
    .simple = Non, garde tout
