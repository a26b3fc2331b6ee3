# What the robot says. Value: standard words. .simple: short sentences, one idea each, words a child of seven knows.
# At most two short sentences and one question. Warm, concrete, never a blame, a diagnosis or a promise of secrecy.

## First contact

utter_welcome = Hello, I am a robot, not a person, and I am glad you are here. A counsellor of the helpline can read what you write, and nobody asks for your name.
    .simple = Hello, I am a robot, not a person. A helper can read what you write.
utter_welcome_back = Welcome back, I am still the robot of the helpline. You can go on where you stopped, or start with something new.
    .simple = Hello again, I am the robot. We can talk more.
utter_greet = Hello, it is good that you write. What is on your mind?
    .simple = Hello! What do you want to talk about?
utter_more_topics = You can also choose one of these, or use your own words. Which one is closest?
    .simple = Here are more things to choose. Which one is it?
utter_help = I can listen, find helpline numbers, and call a person for you. What would you like?
    .simple = I can listen and I can call a person. What do you want?
utter_tell_more = I am listening. Write it the way it comes, in your own words.
    .simple = I am listening. Tell me more.

## What children ask about the helpline

utter_is_robot = I am a robot: a computer program with sentences that people wrote. A real person can talk with you too, if you want.
    .simple = I am a robot, not a person. A real person can talk with you too.
utter_is_secret = I cannot promise to keep everything secret: if you are in danger, a person must know so that they can help you. Nobody here asks for your name or where you live.
    .simple = I cannot keep every secret. If you are in danger, a person must know, to help you.
utter_is_free = Writing here costs no money. You only need the internet.
    .simple = This is free. You do not pay.
utter_thanks = You are welcome. It is good that you wrote.
    .simple = You are welcome! I am glad you wrote.
utter_goodbye = Goodbye, and take care of yourself. You can come back at any time.
    .simple = Bye bye! You can come back any time.
utter_out_of_scope = I cannot help with that, I am only a small robot. But I can listen to how you are, or call a person.
    .simple = I cannot do that. But I can listen to you.

## Topics: first the child's feeling, then one thing that helps

utter_talk_physical_violence = I am sorry that this happened to you, and thank you for telling me. Nobody is allowed to hurt you, and it is not your fault.
    .simple = I am sorry. Nobody may hurt you, and it is not your fault.
utter_talk_bullying = It hurts when others treat you like that, and you do not deserve it. It often helps to tell one adult you trust what happened, and when.
    .simple = That is not fair, and you did nothing wrong. It helps to tell a grown-up you trust.
utter_talk_sadness = I am sorry that things feel so heavy right now. You do not have to carry it alone, talking to someone can make it lighter.
    .simple = I am sorry that you are sad. You are not alone, talking can help.
utter_talk_anxiety = Being scared is hard, and it makes sense to look for help. Try to breathe out slowly, as if through a straw, a few times.
    .simple = It is okay to be scared. Breathe out slowly, like through a straw.
utter_talk_loneliness = Feeling alone can hurt a lot, and I am glad that you wrote. You can talk here, with me or with a person.
    .simple = Being alone can hurt. I am glad you are here with me.
utter_talk_school_stress = That is a lot of pressure, no wonder you are tired of it. One small step at a time is enough, and you may ask for help with it.
    .simple = School can be hard. One small step is enough.
utter_talk_family_conflict = It is hard when there is trouble at home. What the grown-ups fight about is not your fault.
    .simple = Trouble at home is hard. It is not your fault.
utter_talk_online_exploitation = Thank you for telling me, that was brave, and it is not your fault. You do not have to answer that person or send anything.
    .simple = You are brave to tell me, and it is not your fault. You do not have to send anything.
utter_listening = I am still listening, keep writing if you like. A person can also talk with you about it.
    .simple = I am listening. You can write more.

## Safety

utter_ask_safe_now = I want to know that you are all right. Are you safe where you are right now?
    .simple = I want to know if you are okay. Are you safe now?
utter_in_danger = I hear you, and I am calling a person now. If you can, go to a place where you feel safer, near someone you trust.
    .simple = I am calling a person now. If you can, go where it is safe.
utter_safe_yes = I am glad that you are safe right now. We can talk about it, and if that changes, tell me at once.
    .simple = Good, you are safe now. Tell me if that changes.
utter_safe_no = Thank you for telling me. If you can, go to a place where you feel safer, near someone you trust.
    .simple = Thank you for telling me. If you can, go where it is safe.
utter_safe_unsure = It is all right not to be sure. It is better that a person thinks about it with you.
    .simple = It is okay not to know. A person can help you with it.
utter_safe_unsaid = That is all right, you do not have to say it. A person will be here for you, and you decide what you tell them.
    .simple = That is okay, you do not have to say. A person will be here for you.
utter_ask_hurt_self = Thank you for telling me, I take it seriously. Are you thinking about hurting yourself?
    .simple = Thank you for telling me. Do you think about hurting yourself?
utter_hurt_self_no = I am glad that I asked and that you answered. If such a thought comes, tell me at once, and a person will be there for you.
    .simple = Thank you for your answer. If such a thought comes, tell me.
utter_ask_someone_there = I want to know that you can write in peace. Is somebody near you right now who frightens you?
    .simple = I want to ask one thing. Is somebody near you now who scares you?
utter_someone_there_no = Good, then take all the time you need. If somebody comes, you can stop at once and write again later.
    .simple = Good. If somebody comes, you can stop and write later.

## Numbers of helplines

utter_ask_country = I can show you numbers that help children near you. Which country are you in now?
    .simple = I can show you numbers to call. Which country are you in now?
utter_ask_country_again = I do not know that place yet. Is your country one of these?
    .simple = I do not know that place. Is it one of these?
utter_numbers_now =
    If you are in danger right now, these numbers in { $country } bring help at once:
    { $list }
    .simple =
        Are you in danger now? Call here in { $country }:
        { $list }
utter_numbers =
    These people help children in { $country }:
    { $list }
    .simple =
        You can call here in { $country }:
        { $list }
utter_numbers_more = You can call them, or a person can talk with you here. What would you like?
    .simple = You can call, or talk with a person here. What do you want?
utter_numbers_none = I do not have numbers for your country yet, I am sorry. A person here can look for help near you.
    .simple = I have no number for your country, I am sorry. A person here can help you look.
utter_country_set = Good, I will show you numbers in { $country }. You can choose another country at any time.
    .simple = Good, I have your country: { $country }. You can change it.

## A person takes over

utter_handoff_asked = Good that you ask, I am calling a person for you now. You can keep writing, they will read it.
    .simple = I am calling a person for you. You can keep writing.
utter_handoff_risk = I am worried about you, so I am calling a person now, and they will read what you wrote. You did nothing wrong by telling me.
    .simple = I want you to be safe, so I am calling a person now. You did nothing wrong.
utter_handoff_not_understood = I am only a robot and I do not understand this well enough, that is not your fault. I am calling a person who will.
    .simple = I do not understand, but that is not your fault. I am calling a person.
utter_wait_place =
    { $ahead ->
        [0] You are next, a person will come as soon as one is free. You can keep writing here.
        [one] There is { $ahead } child before you, then it is your turn. You can keep writing here.
       *[other] There are { $ahead } children before you, then it is your turn. You can keep writing here.
    }
    .simple =
        { $ahead ->
            [0] You are next. You can keep writing.
            [one] { $ahead } child is before you. Then it is your turn.
           *[other] { $ahead } children are before you. Then it is your turn.
        }
utter_still_here = You are not forgotten, your place is kept. A person will come as soon as one is free.
    .simple = I did not forget you. A person will come.
utter_still_here_numbers =
    You are not forgotten, your place is kept. If you do not want to wait, these people can help you too:
    { $list }
    .simple =
        I did not forget you. You can also call here:
        { $list }
note_joined = { $name } is here. The robot is quiet now.
    .simple = { $name } is here now. The robot is quiet.
note_left = The counsellor had to go, and you are first in line for the next one. Everything you wrote is kept.
    .simple = The person had to go, and you are first in line. All your words are kept.
note_closed = This talk with a person has ended. You can write again at any time.
    .simple = The talk is over now. You can write again any time.
utter_after_close = I am the robot again, and I am here for you. What would you like to talk about?
    .simple = I am the robot again. What do you want to talk about?

## When something does not work

utter_prepared = I am still here with you. You can choose one of these, or talk to a person.
    .simple = I am still here. You can tap one of these.
utter_unclear_first = Sorry, I did not understand that yet, and that is because of me, not you. Is one of these close?
    .simple = Sorry, I did not understand, that is not your fault. Is it one of these?
utter_unclear_second = I would still like to understand you, so let me ask in another way. Is something making you worried or sad?
    .simple = I will ask in another way. Is something making you worried or sad?
utter_worried_yes = Thank you for telling me. Is one of these close, or would you rather talk to a person?
    .simple = Thank you for telling me. Is it one of these?
utter_worried_no = That is good to hear. You can write about anything you like, or stop here.
    .simple = That is good. You can write about anything.
utter_all_right = That is all right, you decide. We can talk about something else, or stop here.
    .simple = That is okay, you decide. We can stop or talk about something else.
utter_unsupported = I am a robot and I cannot see pictures or hear sounds. It is kept here; please write a few words, or tap one of these.
    .simple = I cannot see pictures or hear sounds. Please write or tap.
utter_too_long = That is more than { $max } characters, which is too long for me at once. Please send it in smaller parts, nothing is lost.
    .simple = That is too long for me. Please send it in small parts.
utter_empty = Nothing arrived but an empty message. You can write a word, or tap one of these.
    .simple = Your message was empty. You can write or tap.
utter_too_fast = You write faster than I can read, and I want to read all of it. Please wait a moment before the next message.
    .simple = That was very fast. Please wait a little.

## How I talk, and deleting

utter_ask_language = I can talk with you in these languages. Which one do you like best?
    .simple = Which language do you like?
utter_language_set = Good, we talk in English now. You can change it at any time.
    .simple = Good, we talk in English now.
utter_ask_mode = I can use easier words, or read to you aloud. What would help you?
    .simple = I can use easy words or read aloud. What do you want?
utter_simple_on = Good, I will use easy words and short sentences. You can change it at any time.
    .simple = Good, I use easy words now.
utter_simple_off = Good, I will talk in the usual way again. You can change it at any time.
    .simple = Good, I talk in the usual way now.
utter_aloud_on = Good, I will read my messages aloud. Make sure that only people you trust can hear it.
    .simple = Good, I read aloud now. Other people near you can hear it.
utter_aloud_off = Good, I will not read aloud any more. You can change it at any time.
    .simple = Good, I do not read aloud now.
utter_simplest_already = These are the easiest words I have, and you may ask me anything about them. A person can explain it in another way.
    .simple = These are my easiest words. A person can help you.
utter_nothing_to_repeat = There is nothing to repeat yet. What would you like to talk about?
    .simple = There is nothing to say again. What do you want to talk about?
utter_no_voice = I cannot read aloud at the moment, I am sorry. You can still read it here.
    .simple = I cannot read aloud now, sorry. You can read it here.
utter_ask_delete_confirmed = Deleting removes everything you wrote here, for you and for us, and it cannot be undone. Do you want to delete it?
    .simple = All your words will be gone for ever. Do you want that?
utter_delete_kept = Good, nothing is deleted. We can go on talking.
    .simple = Good, all is still here. We can talk.
utter_deleted = Everything you wrote here is deleted. You can come back at any time.
    .simple = Your words are gone now. You can come back any time.
