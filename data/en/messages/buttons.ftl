# Labels of the tappable answers: at most four or five words, first person, never an accusation as the only way out.

## Answers

button_yes = Yes
    .simple = Yes
button_no = No
    .simple = No
button_unsure = I am not sure
    .simple = I don’t know
button_unsaid = I would rather not say
    .simple = I don’t want to say
button_else = Something else
    .simple = Something else
button_stop = I want to stop here
    .simple = Stop here

## Help

button_person = Talk to a person
    .simple = A person, please
button_numbers = Numbers to call
    .simple = Numbers to call
button_other_country = Another country
    .simple = Another country

## Safety

button_safe_yes = Yes, I am safe
    .simple = Yes, I am safe
button_safe_no = No, I am not safe
    .simple = No, not safe
button_safe_unsure = I am not sure
    .simple = I don’t know
button_hurt_self_yes = Yes, I think about it
    .simple = Yes, I do
button_hurt_self_no = No, I do not
    .simple = No
button_someone_there_yes = Yes, somebody is near
    .simple = Yes, near me
button_someone_there_no = No, nobody is near
    .simple = No, nobody

## Topics

button_sad = I feel sad
    .simple = I am sad
button_scared = I am scared
    .simple = I am scared
button_alone = I feel alone
    .simple = I am alone
button_school = Something at school
    .simple = School
button_family = Something at home
    .simple = Home
button_bullied = Others are mean to me
    .simple = Others are mean
button_hurt = Someone hurts me
    .simple = Someone hurts me
button_online = Something on the internet
    .simple = The internet

## How I talk, and deleting

button_language = Another language
    .simple = Another language
# $language: the name of a language in that language; the same in every language.
button_language_is = { $language }
    .simple = { $language }
button_mode = Change how you talk
    .simple = Talk in another way
button_simple = Use easy words
    .simple = Easy words
button_simple_off = Use the usual words
    .simple = The usual words
button_aloud = Read to me aloud
    .simple = Read aloud
button_aloud_off = Do not read aloud
    .simple = Do not read aloud
button_delete_yes = Yes, delete everything
    .simple = Yes, delete it
button_delete_no = No, keep it
    .simple = No, keep it
