# Ce que dit le robot. Valeur : mots courants. .simple : phrases courtes, une idée par phrase, des mots de sept ans.
# Deux phrases courtes et une question au plus. Ni reproche, ni diagnostic, ni promesse de secret. Voir STYLE.md.

## Premier contact

utter_welcome = Bonjour, je suis un robot, pas une personne, et c’est bien que tu sois là. Une personne de la ligne d’écoute peut lire ce que tu écris, et ici on ne demande pas ton nom.
    .simple = Bonjour, je suis un robot, pas une personne. Une personne qui aide peut lire ce que tu écris.
utter_welcome_back = Te revoilà, c’est bien : je suis toujours le robot de la ligne d’écoute. Tu peux continuer où tu en étais, ou parler d’autre chose.
    .simple = Bonjour encore, je suis le robot. On peut continuer.
utter_greet = Bonjour, c’est bien que tu écrives. De quoi as-tu envie de parler ?
    .simple = Bonjour ! De quoi veux-tu parler ?
utter_more_topics = Tu peux aussi choisir une de ces réponses, ou le dire avec tes mots. Laquelle s’en rapproche le plus ?
    .simple = Voici d’autres choix. C’est lequel ?
utter_help = Je peux t’écouter, chercher des numéros d’aide, et appeler une personne pour toi. Qu’est-ce que tu voudrais ?
    .simple = Je peux t’écouter et appeler une personne. Tu veux quoi ?
utter_tell_more = Je t’écoute. Écris comme ça vient, avec tes mots à toi.
    .simple = Je t’écoute. Raconte encore.

## Ce que les enfants demandent sur la ligne d’écoute

utter_is_robot = Je suis un robot : un programme d’ordinateur, avec des phrases que des personnes ont écrites. Une vraie personne peut aussi te parler, si tu veux.
    .simple = Je suis un robot, pas une personne. Une vraie personne peut aussi te parler.
utter_is_secret = Je ne peux pas promettre de tout garder secret : si tu es en danger, une personne doit le savoir pour t’aider. Ici, on ne demande ni ton nom ni où tu habites.
    .simple = Je ne peux pas garder tous les secrets. Si tu es en danger, une personne doit le savoir pour t’aider.
utter_is_free = Écrire ici ne coûte pas d’argent. Il faut seulement internet.
    .simple = C’est gratuit. Tu ne paies rien.
utter_thanks = Avec plaisir. C’est bien que tu aies écrit.
    .simple = De rien ! Tu as bien fait d’écrire.
utter_goodbye = Au revoir, prends soin de toi. Tu peux revenir quand tu veux.
    .simple = Au revoir ! Tu peux revenir quand tu veux.
utter_out_of_scope = Là, je ne peux pas t’aider, je suis juste un petit robot. Mais je peux écouter comment tu vas, ou appeler une personne.
    .simple = Ça, je ne sais pas le faire. Mais je peux t’écouter.

## Sujets : d’abord ce que l’enfant ressent, puis une chose qui aide

utter_talk_physical_violence = Je suis désolé de ce qui t’est arrivé, et merci de me le dire. Personne n’a le droit de te faire du mal, et ce n’est pas ta faute.
    .simple = Personne n’a le droit de te faire mal. Ce n’est pas ta faute.
utter_talk_bullying = Ça fait mal quand les autres te traitent comme ça, et tu ne le mérites pas. Souvent, ça aide de raconter à un adulte de confiance ce qui s’est passé, et quand.
    .simple = Ce n’est pas juste, et tu n’as rien fait de mal. Ça aide d’en parler à un adulte que tu aimes bien.
utter_talk_sadness = Je suis désolé que tout soit si lourd en ce moment. Tu n’as pas à porter ça dans ton coin, en parler peut rendre les choses plus légères.
    .simple = Je suis désolé que tu sois triste. Je suis là, et parler peut aider.
utter_talk_anxiety = Avoir peur, c’est dur, et tu as raison de chercher de l’aide. Essaie de souffler doucement, plusieurs fois, comme dans une paille.
    .simple = Tu as le droit d’avoir peur. Souffle doucement, comme dans une paille.
utter_talk_loneliness = Se sentir à l’écart peut faire très mal, et c’est bien que tu écrives. Tu peux parler ici, avec moi ou avec une personne.
    .simple = N’avoir personne avec soi, ça fait mal. C’est bien que tu sois là avec moi.
utter_talk_school_stress = Ça fait beaucoup de pression, c’est normal d’en avoir assez. Un petit pas à la fois suffit, et tu as le droit de demander de l’aide.
    .simple = L’école, c’est parfois dur. Un petit pas, c’est déjà bien.
utter_talk_family_conflict = C’est dur quand ça va mal à la maison. Si les adultes se disputent, ce n’est pas ta faute.
    .simple = Quand ça va mal à la maison, c’est dur. Ce n’est pas ta faute.
utter_talk_online_exploitation = Merci de me le dire, il faut du courage, et ce n’est pas ta faute. Tu n’as pas à répondre à cette personne, ni à envoyer quoi que ce soit.
    .simple = C’est courageux de me le dire, et ce n’est pas ta faute. Tu n’as rien à envoyer.
utter_listening = Je t’écoute toujours, continue si tu veux. Une personne peut aussi en parler avec toi.
    .simple = Je t’écoute. Tu peux écrire encore.

## Sécurité

utter_ask_safe_now = Je veux savoir si tu vas bien. Là où tu es, maintenant, est-ce que tu es en sécurité ?
    .simple = Je veux savoir si tu vas bien. Maintenant, tu es en sécurité ?
utter_in_danger = Je t’entends, et j’appelle une personne maintenant. Si tu peux, va dans un endroit plus sûr, près de quelqu’un en qui tu as confiance.
    .simple = J’appelle une personne maintenant. Si tu peux, va dans un endroit plus sûr.
utter_safe_yes = C’est bien que tu sois en sécurité maintenant. On peut en parler, et si ça change, dis-le-moi tout de suite.
    .simple = C’est bien, tu es en sécurité. Dis-moi si ça change.
utter_safe_no = Merci de me le dire. Si tu peux, va dans un endroit plus sûr, près de quelqu’un en qui tu as confiance.
    .simple = Merci de me le dire. Si tu peux, va dans un endroit plus sûr.
utter_safe_unsure = Tu as le droit de ne pas savoir. C’est mieux qu’une personne y réfléchisse avec toi.
    .simple = Ce n’est pas grave de ne pas savoir. Une personne peut t’aider.
utter_safe_unsaid = Ce n’est pas grave, tu n’as pas à le dire. Une personne sera là pour toi, et tu choisis ce que tu lui racontes.
    .simple = D’accord, tu n’as pas à le dire. Une personne sera là pour toi.
utter_ask_hurt_self = Merci de me le dire, je prends ça au sérieux. Est-ce que tu penses à te faire du mal ?
    .simple = Merci de me le dire. Est-ce que tu penses à te faire du mal ?
utter_hurt_self_no = Merci de m’avoir répondu. Si une pensée comme ça vient, dis-le-moi tout de suite, et une personne sera là pour toi.
    .simple = Merci pour ta réponse. Si cette pensée vient, dis-le-moi.
utter_ask_someone_there = Je veux savoir si tu peux écrire tranquillement. Est-ce qu’il y a près de toi, maintenant, quelqu’un qui te fait peur ?
    .simple = J’ai une question. Quelqu’un qui te fait peur est près de toi ?
utter_someone_there_no = Bien, alors prends tout ton temps. Si quelqu’un arrive, tu peux t’arrêter tout de suite et écrire plus tard.
    .simple = Bien. Si quelqu’un arrive, tu peux t’arrêter et écrire plus tard.

## Numéros d’aide

utter_ask_country = Je peux te montrer des numéros qui aident les enfants près de toi. Dans quel pays es-tu en ce moment ?
    .simple = Je peux te montrer des numéros à appeler. Dans quel pays es-tu ?
utter_ask_country_again = Je ne connais pas encore cet endroit. Est-ce que ton pays est là ?
    .simple = Je ne connais pas cet endroit. C’est un de ces pays ?
utter_numbers_now =
    { $country } : si tu es en danger maintenant, ces numéros aident tout de suite.
    { $list }
    .simple =
        { $country } : si tu es en danger, appelle ici.
        { $list }
utter_numbers =
    { $country } : ces personnes aident les enfants.
    { $list }
    .simple =
        { $country } : tu peux appeler ici.
        { $list }
utter_numbers_more = Tu peux les appeler, ou une personne peut te parler ici. Qu’est-ce que tu préfères ?
    .simple = Tu peux appeler, ou parler ici avec une personne. Tu préfères quoi ?
utter_numbers_none = Je n’ai pas encore de numéro pour ton pays, je suis désolé. Une personne ici peut chercher de l’aide près de toi.
    .simple = Je n’ai pas de numéro pour ton pays, je suis désolé. Une personne ici peut chercher avec toi.
utter_country_set = D’accord, je te montrerai les numéros de ce pays : { $country }. Tu peux en choisir un autre quand tu veux.
    .simple = D’accord, ton pays est : { $country }. Tu peux changer.

## Une personne prend le relais

utter_handoff_asked = Tu fais bien de demander, j’appelle une personne pour toi maintenant. Tu peux continuer à écrire, elle le lira.
    .simple = J’appelle une personne pour toi. Tu peux continuer à écrire.
utter_handoff_risk = Je m’inquiète pour toi, alors j’appelle une personne maintenant, et elle lira ce que tu as écrit. Tu as bien fait de me le dire.
    .simple = Je veux que tu sois en sécurité, alors j’appelle une personne. Tu as bien fait de me le dire.
utter_handoff_not_understood = Je suis juste un robot et je ne comprends pas assez bien, ce n’est pas ta faute. J’appelle une personne qui comprendra mieux.
    .simple = Je ne comprends pas, ce n’est pas ta faute. J’appelle une personne.
utter_wait_place =
    { $ahead ->
        [0] C’est bientôt ton tour, une personne vient dès qu’elle est libre. Tu peux continuer à écrire ici.
        [one] Il y a { $ahead } enfant avant toi, puis c’est ton tour. Tu peux continuer à écrire ici.
       *[other] Il y a { $ahead } enfants avant toi, puis c’est ton tour. Tu peux continuer à écrire ici.
    }
    .simple =
        { $ahead ->
            [0] C’est bientôt ton tour. Tu peux continuer à écrire.
            [one] Il y a { $ahead } enfant avant toi. Après, c’est ton tour.
           *[other] Il y a { $ahead } enfants avant toi. Après, c’est ton tour.
        }
utter_still_here = On ne t’oublie pas, ta place est gardée. Une personne vient dès qu’elle est libre.
    .simple = Je ne t’oublie pas. Une personne va venir.
utter_still_here_numbers =
    On ne t’oublie pas, ta place est gardée. Si tu ne veux pas attendre, ces personnes peuvent aussi t’aider :
    { $list }
    .simple =
        Je ne t’oublie pas. Tu peux aussi appeler ici :
        { $list }
note_joined = { $name } est là. Le robot se tait maintenant.
    .simple = { $name } est là. Le robot se tait.
note_left = La personne a dû partir, et la prochaine sera d’abord pour toi. Tout ce que tu as écrit est gardé.
    .simple = La personne a dû partir, la prochaine est pour toi. Tes mots sont gardés.
note_closed = Cette discussion avec une personne est finie. Tu peux écrire de nouveau quand tu veux.
    .simple = La discussion est finie. Tu peux écrire encore quand tu veux.
utter_after_close = C’est de nouveau le robot, et je suis là pour toi. De quoi voudrais-tu parler ?
    .simple = C’est encore le robot. De quoi veux-tu parler ?

## Quand quelque chose ne marche pas

utter_prepared = Je suis toujours là avec toi. Tu peux choisir une de ces réponses, ou parler à une personne.
    .simple = Je suis toujours là. Tu peux toucher une réponse.
utter_unclear_first = Pardon, je n’ai pas encore compris, et ça vient de moi, pas de toi. Est-ce qu’une de ces réponses s’en rapproche ?
    .simple = Pardon, je n’ai pas compris, ce n’est pas ta faute. C’est une de ces réponses ?
utter_unclear_second = J’aimerais vraiment te comprendre, alors je demande autrement. Est-ce que quelque chose t’inquiète ou te rend triste ?
    .simple = Je demande autrement. Quelque chose te fait peur ou te rend triste ?
utter_worried_yes = Merci de me le dire. Est-ce une de ces choses, ou préfères-tu parler à une personne ?
    .simple = Merci de me le dire. C’est une de ces choses ?
utter_worried_no = Ça fait plaisir à lire. Tu peux écrire ce que tu veux, ou t’arrêter là.
    .simple = C’est bien. Tu peux écrire ce que tu veux.
utter_all_right = D’accord, c’est toi qui décides. On peut parler d’autre chose, ou s’arrêter là.
    .simple = D’accord, tu décides. On s’arrête, ou on parle d’autre chose.
utter_unsupported = Je suis un robot, je ne peux ni voir les images ni entendre les sons. Ton envoi est gardé ici ; écris quelques mots, ou touche une de ces réponses.
    .simple = Je ne vois pas les images et je n’entends pas les sons. Écris ou touche une réponse.
utter_too_long = Ce message a plus de { $max } lettres, c’est trop long pour moi en une fois. Envoie-le en plusieurs morceaux, rien n’est perdu.
    .simple = C’est trop long pour moi. Envoie-le en petits morceaux.
utter_empty = Il n’est arrivé qu’un message vide. Tu peux écrire un mot, ou toucher une de ces réponses.
    .simple = Ton message est vide. Tu peux écrire ou toucher une réponse.
utter_too_fast = Tu écris plus vite que je ne lis, et je veux tout lire. Attends un petit moment avant le prochain message.
    .simple = C’était très rapide. Attends un peu.

## Ma façon de parler, et effacer

utter_ask_language = Je peux te parler dans ces langues. Laquelle préfères-tu ?
    .simple = Quelle langue veux-tu ?
utter_language_set = D’accord, on parle en français maintenant. Tu peux changer quand tu veux.
    .simple = D’accord, on parle en français.
utter_ask_mode = Je peux utiliser des mots plus faciles, ou te lire les messages à voix haute. Qu’est-ce qui t’aiderait ?
    .simple = Je peux parler avec des mots faciles ou lire à voix haute. Tu veux quoi ?
utter_simple_on = D’accord, je prends des mots faciles et des phrases courtes. Tu peux changer quand tu veux.
    .simple = D’accord, je prends des mots faciles.
utter_simple_off = D’accord, je parle de nouveau comme d’habitude. Tu peux changer quand tu veux.
    .simple = D’accord, je parle comme d’habitude.
utter_aloud_on = D’accord, je lis mes messages à voix haute. Vérifie que seules des personnes de confiance peuvent entendre.
    .simple = D’accord, je lis à voix haute. Les gens près de toi peuvent entendre.
utter_aloud_off = D’accord, je ne lis plus à voix haute. Tu peux changer quand tu veux.
    .simple = D’accord, je ne lis plus à voix haute.
utter_simplest_already = Ce sont les mots les plus faciles que j’ai, et tu peux me poser toutes tes questions. Une personne peut l’expliquer autrement.
    .simple = Ce sont mes mots les plus faciles. Une personne peut t’aider.
utter_nothing_to_repeat = Il n’y a encore rien à répéter. De quoi voudrais-tu parler ?
    .simple = Il n’y a rien à redire. De quoi veux-tu parler ?
utter_no_voice = Je ne peux pas lire à voix haute en ce moment, je suis désolé. Tu peux quand même lire ici.
    .simple = Je ne peux pas lire à voix haute, désolé. Tu peux lire ici.
utter_ask_delete_confirmed = Effacer enlève tout ce que tu as écrit ici, pour toi et pour nous, et on ne peut pas revenir en arrière. Veux-tu tout effacer ?
    .simple = Tous tes mots seront partis pour toujours. Tu veux ça ?
utter_delete_kept = D’accord, rien n’est effacé. On peut continuer à parler.
    .simple = D’accord, tout est encore là. On peut parler.
utter_deleted = Tout ce que tu as écrit ici est effacé. Tu peux revenir quand tu veux.
    .simple = Tes mots sont effacés. Tu peux revenir quand tu veux.
