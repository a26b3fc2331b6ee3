## La console des conseillères et des conseillers. Lue par l’équipe, jamais par un enfant. Calme, court, exact. On vouvoie.
## Les libellés sont des noms ou des verbes simples. {$...} est rempli par la console.

# Cadre de chaque page
console_brand = Sanad
console_title = Console Sanad
console_skip = Aller au contenu
console_queue = File d’attente
console_team = Équipe
console_sign_out = Se déconnecter
console_theme_dark = Couleurs de nuit
console_theme_light = Couleurs de jour
console_shift = {$waiting ->
    [0] Personne n’attend
    [one] 1 en attente · au plus {$longest}
   *[other] {$waiting} en attente · au plus {$longest}
}
console_line_lost = Connexion perdue. Nouvel essai en cours. Ce qui est à l’écran peut être ancien.
console_idle = Masqué parce que rien ne bougeait. Appuyez sur une touche ou bougez la souris.

# Connexion
console_sign_in = Se connecter
console_login = Identifiant
console_password = Mot de passe
console_code = Code de votre application d’authentification
console_code_hint = 6 chiffres. Chaque code sert une seule fois.
console_sign_in_failed = L’identifiant, le mot de passe et le code ne vont pas ensemble. Par sécurité, rien de plus n’est dit.
console_sign_in_slow = Trop d’essais. Attendez {$seconds} secondes, puis réessayez.
console_signed_out = La session est fermée.
console_session_over = Votre session est finie. Connectez-vous de nouveau.

# Invitation
console_invite_title = Créez votre compte
console_invite_lead = Ce lien sert une seule fois. Il crée un compte pour {$role ->
    [supervisor] la supervision
   *[counsellor] l’écoute
}.
console_invite_gone = Ce lien ne marche plus
console_invite_gone_help = Il a déjà servi, ou son délai est passé. Demandez-en un nouveau à la supervision.
console_invite_about = Vous
console_login_hint = Petites lettres, chiffres, point, tiret. De 3 à 40 caractères.
console_first_name = Prénom
console_first_name_hint = L’enfant voit ce prénom.
console_language = Langue de la console
console_password_hint = Au moins 15 caractères. Quatre ou cinq mots que vous aimez se retiennent bien.
console_password_again = Le même mot de passe encore une fois
console_second_step = Deuxième étape
console_totp_how = Ouvrez une application d’authentification sur votre téléphone et scannez cette image, ou tapez-y la clé.
console_totp_picture = Image à scanner avec une application d’authentification
console_totp_key = Clé
console_totp_confirm = Code affiché maintenant par l’application
console_invite_make = Créer le compte
console_fix = À revoir, s’il vous plaît :
console_error_login = L’identifiant doit avoir de 3 à 40 petites lettres, chiffres, points ou tirets.
console_error_login_taken = Cet identifiant est déjà pris.
console_error_first_name = Le prénom doit avoir de 1 à 40 caractères.
console_error_language = Choisissez une langue dans la liste.
console_error_password_short = Le mot de passe doit avoir au moins 15 caractères.
console_error_password_long = Le mot de passe peut avoir au plus 200 caractères.
console_error_password_common = Ce mot de passe est facile à deviner. Choisissez-en un autre.
console_error_password_differs = Les deux mots de passe ne sont pas les mêmes.
console_error_code = Le code ne convient pas. Vérifiez l’heure de votre téléphone, attendez le code suivant et réessayez.

# Équipe
console_team_lead = Une invitation est un lien qui sert une seule fois, pendant {$days} jours. Donnez-le vous-même à la personne, pas dans un groupe.
console_invite_new = Nouvelle invitation
console_invite_role = Pour
console_role_counsellor = Écoute
console_role_supervisor = Supervision
console_invite_link = Lien d’invitation
console_invite_link_once = Il n’est montré que maintenant. Il expire le {$date}.

# File d’attente
console_waiting = En attente, le plus urgent d’abord
console_mine = Les miennes
console_with_others = Chez les collègues
console_empty = Personne n’attend
console_empty_help = Cette page se met à jour seule. Les nouvelles conversations apparaissent ici.
console_take = Prendre
console_take_now = Prendre maintenant
console_open = Ouvrir
console_read_along = Lire en direct
console_news = {$emergencies ->
    [0] {$waiting ->
        [0] Personne n’attend.
        [one] 1 enfant attend.
       *[other] {$waiting} enfants attendent.
    }
    [one] 1 urgence attend.
   *[other] {$emergencies} urgences attendent.
}
console_wait_now = moins de 1 min
console_wait_minutes = {$minutes} min
console_wait_hours = {$hours} h {$minutes} min
console_waiting_time = Temps d’attente
console_level_emergency = Urgence
console_level_high = Élevé
console_level_elevated = À surveiller
console_level_none = Aucun risque vu
console_reason_asked = A demandé une personne
console_reason_risk = Danger vu dans ses mots
console_reason_safety_answer = N’a pas dit être en sécurité
console_reason_not_understood = Le robot n’a pas compris
console_reason_failure = Sanad n’a pas pu répondre
console_reason_returned = Rendue par une ou un collègue
console_channel_web = Page web
console_channel_telegram = Telegram
console_channel_other = Autre voie
console_language_unknown = Langue pas encore connue
console_language_ar = Arabe
console_language_en = Anglais
console_language_fr = Français
console_language_ur = Ourdou
console_needs_simple = Mots faciles
console_needs_aloud = Écoute à voix haute
console_category_suicide = Suicide
console_category_self_harm = Se fait du mal
console_category_sexual_abuse = Violence sexuelle
console_category_physical_abuse = Violence physique
console_category_emotional_abuse = Violence psychologique
console_category_neglect = Négligence
console_category_domestic_violence = Violence à la maison
console_category_online_exploitation = Exploitation en ligne
console_category_bullying = Harcèlement
console_category_trafficking = Traite
console_category_forced_marriage = Mariage forcé
console_category_harmful_practice = Pratique néfaste
console_category_child_labour = Travail des enfants
console_category_runaway = Fugue
console_category_missing = Disparition
console_category_overdose = Surdose
console_category_medical = Urgence médicale
console_category_conflict = Guerre et violence armée
console_category_basic_needs = Manger, dormir, besoins de base
console_category_threat_to_others = Menace envers d’autres
console_category_perpetrator_present = La personne qui fait du mal est tout près
console_category_none = Sans catégorie

# Conversation
console_conversation = Conversation {$code}
console_log = Conversation
console_folded = {$count ->
    [one] Début avec le robot, 1 message
   *[other] Début avec le robot, {$count} messages
}
console_child = Enfant
console_robot = Robot
console_tapped = a touché une réponse
console_opened_chat = L’enfant a ouvert la discussion.
console_unsupported = a envoyé une image, un autocollant, un fichier ou un message vocal. Rien n’a été téléchargé.
console_in_simple = en mots faciles
console_delivery_waiting = pas encore distribué
console_delivery_sending = pas encore distribué
console_delivery_sent = distribué
console_delivery_unknown = peut-être pas arrivé, peut apparaître deux fois
console_delivery_failed = non distribué
console_sending = envoi en cours
console_not_sent = pas encore envoyé, nouvel essai à venir
console_advice_simple = Des mots courts, une question à la fois
console_advice_aloud = Écoute au lieu de lire
console_answer = Votre réponse
console_answer_hint = Entrée envoie. Majuscule et Entrée vont à la ligne.
console_send = Envoyer
console_held_by_other = {$name} a cette conversation. Vous pouvez seulement lire.
console_held_by_nobody = L’enfant attend. Personne n’a cette conversation.
console_with_robot = Le robot a cette conversation. Vous pouvez seulement lire.
console_is_closed = Cette conversation est fermée.
console_lost_claim = Vous n’avez plus cette conversation. Elle est revenue dans la file, parce que votre page n’a rien dit pendant une minute.
console_erased = L’enfant a effacé cette conversation. Plus rien ne peut en être lu.
console_back_to_queue = Retour à la file
console_why = {$level ->
    [emergency] Pourquoi une urgence
    [high] Pourquoi un niveau élevé
    [elevated] Pourquoi à surveiller
   *[none] Pourquoi aucun risque n’a été vu
}
console_why_none = Les règles n’ont vu aucun signe de risque. Lisez avec vos propres yeux.
console_why_note = Le niveau ne baisse jamais seul.
console_reason_number = Raison {$number}
console_mark_label = Raison {$number} de la liste
console_known = Ce qu’on sait
console_country = Pays
console_country_unknown = pas dit
console_language_of_child = Langue
console_language_chosen = {$language}, choisie par l’enfant
console_language_detected = {$language}, reconnue par Sanad
console_mode = Façon
console_mode_standard = Mots courants, à lire
console_channel = Canal
console_handed_over = Transmise
console_started = Premier message
console_waited = En attente depuis
console_finish = Terminer
console_close_reason = Comment cela a fini
console_close_choose = Choisissez
console_close_helped = Aide apportée
console_close_referred = Vers un autre service
console_close_child_left = Départ de l’enfant
console_close_test = Un essai
console_close_abuse_of_service = Usage abusif de la ligne
console_close_other = Autre chose
console_close = Fermer la conversation
console_release = Rendre à la file
console_release_help = L’enfant garde la première place de son niveau.
console_opened_by = Qui l’a ouverte
console_opened_by_nobody = Personne encore
console_access_read = a ouvert
console_access_follow = a lu en direct
console_access_claim = a pris
console_access_release = a rendu
console_access_close = a fermé
console_access_send = a écrit
console_access_other = a fait autre chose
console_access_somebody = Quelqu’un sans compte

# Ce qui vient de se passer
console_said_taken = Quelqu’un d’autre l’a prise, ou elle n’attend plus.
console_said_closed = La conversation est fermée.
console_said_released = La conversation est de nouveau dans la file.
console_said_not_yours = Vous n’avez pas cette conversation.
console_said_not_sent = Pas envoyé : le texte est vide ou dépasse 4 000 caractères.

# Erreurs
console_error_not_found = Cette page n’est pas ici
console_error_not_found_help = Elle n’existe pas, ou elle n’est pas pour vous.
console_error_refused = Cela a été refusé
console_error_refused_help = La page était trop ancienne ou venait d’ailleurs. Revenez en arrière, rechargez-la et réessayez.
console_error_down = La base de données ne répond pas
console_error_down_help = Rien n’a été changé. Réessayez dans un moment et prévenez la personne qui fait tourner Sanad.
console_error_failed = Quelque chose s’est cassé de notre côté
console_error_failed_help = Ce que vous avez fait n’est peut-être pas enregistré. Revenez en arrière, vérifiez et prévenez la personne qui fait tourner Sanad.
