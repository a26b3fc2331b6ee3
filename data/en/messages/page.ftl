### The child's page: labels, notes and the few sentences that the page itself says.
### Labels are short: they stand on buttons of a phone 320 pixels wide. What the robot says is in conversation.ftl.

## Top of the page

# Title of the tab. It says nothing about a helpline, because somebody else may see it.
page_title = Chat
page_brand = Sanad
page_skip = Go to writing
page_my_way = My way
# The way out, always in the same place. Neutral words: somebody else may see it.
page_leave = Leave fast
# Spoken while the page is leaving. Neutral, because somebody else may hear it.
page_leaving = Loading

## Who is here

page_who = Who you are talking to
page_with_robot = This is a robot
page_coming = A person is coming
# $ahead (number) children before this one; $place is $ahead + 1.
page_place =
    { $ahead ->
        [0] You are next
       *[other] You are number { $place }
    }
# $name is the counsellor's first name.
page_with_person = This is { $name }
page_with_someone = A person is here
page_a_person = A person
page_ended = This talk has ended
page_ended_detail = You can write again
page_talk_to_person = Talk to a person
page_numbers = Numbers

## The conversation

# Name of the list of messages for screen readers.
page_log = Chat
page_you = You
page_robot = Robot
# After a first name: Mariam, a person.
page_person = a person
page_listen = Listen
page_stop_voice = Stop the voice
page_simpler = Simpler words
page_first_words = First words
page_answers = Answers
# Spoken after the answer that was pressed.
page_chosen = chosen
page_newest = Newest message
page_choose_language = Choose your language

## Waiting

page_waiting_title = A person is coming to talk with you
    .simple = A person is coming
page_waiting_asked = We have asked for a person.
    .simple = We told our team.
page_waiting_place =
    { $ahead ->
        [0] You are next.
       *[other] You are number { $place }.
    }
page_waiting_then = A person writes to you here.
    .simple = A person will write here.
page_waiting_keep = You can keep writing. They will read it.
    .simple = You can write now. They will read it.

## Writing

page_write = Write
page_write_here = Write here
page_send = Send
page_unsent = Not sent yet. It is kept here.
    .simple = Not sent yet. We keep it.

## Phone numbers

page_numbers_title = Phone numbers
page_country = Country
page_country_choose = Choose your country
page_numbers_note = A call stays in the phone’s list of calls.
    .simple = The phone remembers the call.
page_numbers_none = There is no number here for this country yet.
    .simple = We have no number for this country yet.

## My way

page_way_title = My way to talk
page_language = Language
page_words = Words
page_words_simple = Short, easy words
page_aloud = Read messages to me
page_size = Size of letters
page_size_1 = Usual
page_size_2 = A bit bigger
page_size_3 = Big
page_size_4 = Very big
page_colours = Colours
page_colours_device = Like my device
page_colours_light = Light
page_colours_dark = Dark
page_colours_contrast = Strong
page_leave_about = “Leave fast” closes this page at once. The phone or computer may still remember that you were here.
    .simple = “Leave fast” closes this page. The phone may still remember it.
# Shown while nobody has checked the words of this language; see languages.yml, reviewed_on.
page_not_reviewed = No expert who grew up with this language has checked these words yet.
    .simple = An expert has not checked these words yet.
page_close = Close

## Deleting

page_delete = Delete this chat
page_delete_question = Delete everything in this chat?
    .simple = Delete this chat?
page_delete_detail = It is deleted here and on our computer. Nobody can bring it back.
    .simple = Everything goes away. Nobody can bring it back.
page_delete_yes = Yes, delete it
page_delete_no = No, keep it
page_deleted = Everything is deleted. You can start again.
    .simple = Everything is gone. You can start again.

## The connection

page_lost = There is no connection. What you write is kept here and sent later.
    .simple = No connection. We keep what you write.
page_back = The connection is back.
    .simple = The connection is back.

## When something cannot be sent. The text stays where the child wrote it.

page_error_empty = There is nothing to send yet. You can write or choose an answer.
    .simple = Nothing is written yet. You can write here.
page_error_too_long = This is too long to send at once. You can send it in two or three parts.
    .simple = This is too long. You can send it in parts.
page_error_too_large = This is too big to send. You can send it in smaller parts.
    .simple = This is too big. You can send it in parts.
page_error_wrong_shape = Something did not work here. You can try again.
    .simple = That did not work. You can try again.
page_error_future_seq = This page was mixed up. Your messages are shown again now.
    .simple = The page was mixed up. Here are your messages.
page_error_unknown_tap = This answer does not work any more. You can write instead.
    .simple = This button is old. You can write instead.
page_error_too_many = That was very fast. Your message is kept and sent in a moment.
    .simple = That was fast. We send it soon.
page_error_too_many_windows = This chat is open in too many windows. You can close one and try again.
    .simple = Too many windows are open. You can close one.
page_error_down = This does not work right now. Your message is kept and sent later.
    .simple = It does not work now. We keep your message.
page_error_voice = The voice does not work right now. You can read the message.
    .simple = The voice does not work now. You can read it.

## Without JavaScript

page_plain_title = The chat does not work in this browser
page_plain = You can call one of these numbers, or open this page in another browser.
    .simple = You can call a number here. You can try another browser.
