### La page de l’enfant : libellés, notes, et les quelques phrases que la page dit elle-même.
### Les libellés sont courts : ils tiennent sur un bouton, sur un écran de 320 pixels. Le robot parle dans conversation.ftl.

## Haut de la page

# Titre de l’onglet. Il ne parle pas d’aide, parce que quelqu’un d’autre peut le voir.
page_title = Discussion
page_brand = Sanad
page_skip = Aller à l’écriture
page_my_way = Ma façon
# La sortie, toujours au même endroit. Des mots neutres : quelqu’un d’autre peut les voir.
page_leave = Quitter vite
# Dit pendant que la page se ferme. Neutre, parce que quelqu’un d’autre peut l’entendre.
page_leaving = Chargement

## Qui est là

page_who = Avec qui tu parles
page_with_robot = C’est un robot
page_coming = Une personne arrive
# $ahead (nombre) enfants avant ; $place vaut $ahead + 1.
page_place =
    { $ahead ->
        [0] C’est bientôt ton tour
       *[other] Tu as le numéro { $place }
    }
# $name : le prénom de la personne.
page_with_person = Tu parles avec { $name }
page_with_someone = Une personne est là
page_a_person = Une personne
page_ended = La discussion est finie
page_ended_detail = Tu peux encore écrire
page_talk_to_person = Parler à une personne
page_numbers = Numéros

## La conversation

# Nom de la liste des messages pour les lecteurs d’écran.
page_log = Discussion
page_you = Toi
page_robot = Robot
# Après un prénom : Mariam, une personne.
page_person = une personne
page_listen = Écouter
page_stop_voice = Couper la voix
page_simpler = Mots plus faciles
page_first_words = Premiers mots
page_answers = Réponses
# Dit après la réponse touchée.
page_chosen = c’est choisi
page_newest = Dernier message
page_choose_language = Choisis ta langue

## L’attente

page_waiting_title = Une personne va venir te parler
    .simple = Une personne arrive
page_waiting_asked = Nous avons demandé une personne.
    .simple = On a prévenu l’équipe.
page_waiting_place =
    { $ahead ->
        [0] C’est bientôt ton tour.
       *[other] Tu as le numéro { $place }.
    }
page_waiting_then = Une personne t’écrira ici.
    .simple = Une personne écrira ici.
page_waiting_keep = Tu peux continuer à écrire. Elle le lira.
    .simple = Tu peux écrire maintenant. Elle le lira.

## Écrire

page_write = Écrire
page_write_here = Écris ici
page_send = Envoyer
page_unsent = Pas encore envoyé. C’est gardé ici.
    .simple = Pas encore envoyé. On le garde.

## Les numéros de téléphone

page_numbers_title = Numéros de téléphone
page_country = Pays
page_country_choose = Choisis ton pays
page_numbers_note = Un appel reste dans la liste d’appels du téléphone.
    .simple = Le téléphone se souvient de l’appel.
page_numbers_none = Il n’y a pas encore de numéro ici pour ce pays.
    .simple = On n’a pas encore de numéro pour ce pays.

## Ma façon

page_way_title = Ma façon de parler
page_language = Langue
page_words = Mots
page_words_simple = Mots courts et faciles
page_aloud = Lire les messages
page_size = Taille des lettres
page_size_1 = Habituelle
page_size_2 = Plus grande
page_size_3 = Grande
page_size_4 = Très grande
page_colours = Couleurs
page_colours_device = Comme mon appareil
page_colours_light = Claires
page_colours_dark = Sombres
page_colours_contrast = Fortes
page_leave_about = « Quitter vite » ferme cette page tout de suite. Le téléphone ou l’ordinateur peut quand même se souvenir de ta visite.
    .simple = « Quitter vite » ferme la page. Le téléphone peut s’en souvenir.
# Montré tant que personne n’a vérifié les mots de cette langue ; voir languages.yml, reviewed_on.
page_not_reviewed = Aucun spécialiste qui a grandi avec cette langue n’a encore vérifié ces mots.
    .simple = Un spécialiste n’a pas encore vérifié ces mots.
page_close = Fermer

## Effacer

page_delete = Effacer la discussion
page_delete_question = Effacer toute cette discussion ?
    .simple = Effacer la discussion ?
page_delete_detail = C’est effacé ici et sur notre ordinateur. Personne ne peut revenir en arrière.
    .simple = Tout part. Personne ne peut le ramener.
page_delete_yes = Oui, effacer
page_delete_no = Non, garder
page_deleted = Tout est effacé. Tu peux recommencer.
    .simple = Tout est parti. Tu peux recommencer.

## La connexion

page_lost = Il n’y a pas de connexion. Ce que tu écris est gardé ici et envoyé plus tard.
    .simple = Pas de connexion. On garde ce que tu écris.
page_back = La connexion est revenue.
    .simple = La connexion est revenue.

## Quand quelque chose ne peut pas partir. Le texte reste là où l’enfant l’a écrit.

page_error_empty = Il n’y a encore rien à envoyer. Tu peux écrire ou choisir une réponse.
    .simple = Rien n’est écrit. Tu peux écrire ici.
page_error_too_long = C’est trop long pour un seul envoi. Tu peux l’envoyer en deux ou trois morceaux.
    .simple = C’est trop long. Tu peux l’envoyer en morceaux.
page_error_too_large = C’est trop gros pour un envoi. Tu peux l’envoyer en petits morceaux.
    .simple = C’est trop gros. Tu peux l’envoyer en morceaux.
page_error_wrong_shape = Quelque chose n’a pas marché ici. Tu peux essayer encore.
    .simple = Ça n’a pas marché. Tu peux essayer encore.
page_error_future_seq = Cette page s’est emmêlée. Tes messages sont de nouveau là.
    .simple = La page s’est emmêlée. Voici tes messages.
page_error_unknown_tap = Cette réponse ne marche plus. Tu peux écrire à la place.
    .simple = Ce bouton est trop vieux. Tu peux écrire.
page_error_too_many = C’était très rapide. Ton message est gardé et part dans un instant.
    .simple = C’était rapide. On l’envoie bientôt.
page_error_too_many_windows = Cette discussion est ouverte dans trop de fenêtres. Tu peux en fermer une et essayer encore.
    .simple = Il y a trop de fenêtres. Tu peux en fermer une.
page_error_down = Ça ne marche pas en ce moment. Ton message est gardé et part plus tard.
    .simple = Ça ne marche pas. On garde ton message.
page_error_voice = La voix ne marche pas en ce moment. Tu peux lire le message.
    .simple = La voix ne marche pas. Tu peux lire.

## Sans JavaScript

page_plain_title = La discussion ne marche pas dans ce navigateur
page_plain = Tu peux appeler un de ces numéros, ou ouvrir cette page dans un autre navigateur.
    .simple = Tu peux appeler un numéro ici. Tu peux essayer un autre navigateur.
