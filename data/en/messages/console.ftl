## The counsellors' console. Read by staff, never by a child. Calm, short, exact.
## Labels are nouns or plain verbs. {$...} are filled in by the console.

# Frame of every page
console_brand = Sanad
console_title = Sanad console
console_skip = Skip to the content
console_queue = Queue
console_team = Team
console_sign_out = Sign out
console_theme_dark = Night colours
console_theme_light = Day colours
console_shift = {$waiting ->
    [0] Nobody is waiting
    [one] 1 waiting · longest {$longest}
   *[other] {$waiting} waiting · longest {$longest}
}
console_line_lost = Connection lost. Trying again. What is on the screen may be old.
console_idle = Hidden because nobody moved. Press a key or move the mouse.

# Sign in
console_sign_in = Sign in
console_login = Login name
console_password = Password
console_code = Code from your authenticator app
console_code_hint = 6 digits. Each code works once.
console_sign_in_failed = Login name, password and code do not fit together. Nothing else is said, for safety.
console_sign_in_slow = Too many tries. Wait {$seconds} seconds, then try again.
console_signed_out = You are signed out.
console_session_over = Your session has ended. Sign in again.

# Invitation
console_invite_title = Make your account
console_invite_lead = This link works once. It makes one account for {$role ->
    [supervisor] a supervisor
   *[counsellor] a counsellor
}.
console_invite_gone = This link does not work any more
console_invite_gone_help = It was used, or its time is over. Ask a supervisor for a new one.
console_invite_about = About you
console_login_hint = Small letters, digits, dot, dash. 3 to 40 characters.
console_first_name = First name
console_first_name_hint = The child sees this name.
console_language = Language of the console
console_password_hint = At least 15 characters. Four or five words you like are easy to remember.
console_password_again = The same password once more
console_second_step = Second step
console_totp_how = Open an authenticator app on your phone and scan this picture, or type the key into it.
console_totp_picture = Picture to scan with an authenticator app
console_totp_key = Key
console_totp_confirm = Code the app shows now
console_invite_make = Make the account
console_fix = Please look at this again:
console_error_login = The login name needs 3 to 40 small letters, digits, dots or dashes.
console_error_login_taken = This login name is taken.
console_error_first_name = The first name needs 1 to 40 characters.
console_error_language = Choose a language from the list.
console_error_password_short = The password needs at least 15 characters.
console_error_password_long = The password may have at most 200 characters.
console_error_password_common = This password is easy to guess. Please choose another.
console_error_password_differs = The two passwords are not the same.
console_error_code = The code does not fit. Check the clock of your phone, wait for the next code and try again.

# Team
console_team_lead = An invitation is a link that works once, for {$days} days. Give it to the person yourself, not in a group.
console_invite_new = New invitation
console_invite_role = For
console_role_counsellor = Counsellor
console_role_supervisor = Supervisor
console_invite_link = Invitation link
console_invite_link_once = It is shown only now. It ends on {$date}.

# Queue
console_waiting = Waiting, most urgent first
console_mine = Mine
console_with_others = With colleagues
console_empty = Nobody is waiting
console_empty_help = This page updates by itself. New conversations appear here.
console_take = Take it
console_take_now = Take it now
console_open = Open
console_read_along = Read along
console_news = {$emergencies ->
    [0] {$waiting ->
        [0] Nobody is waiting.
        [one] 1 child is waiting.
       *[other] {$waiting} children are waiting.
    }
    [one] 1 emergency is waiting.
   *[other] {$emergencies} emergencies are waiting.
}
console_wait_now = under 1 min
console_wait_minutes = {$minutes} min
console_wait_hours = {$hours} h {$minutes} min
console_waiting_time = Waiting time
console_level_emergency = Emergency
console_level_high = High
console_level_elevated = Elevated
console_level_none = No risk seen
console_reason_asked = Asked for a person
console_reason_risk = Danger seen in what they wrote
console_reason_safety_answer = Did not say they are safe
console_reason_not_understood = The robot did not understand
console_reason_failure = Sanad failed to answer
console_reason_returned = Came back from a counsellor
console_channel_web = Web page
console_channel_telegram = Telegram
console_channel_other = Another way
console_language_unknown = Language not known yet
console_language_ar = Arabic
console_language_en = English
console_language_fr = French
console_language_ur = Urdu
console_needs_simple = Simple words
console_needs_aloud = Hears it read aloud
console_category_suicide = Suicide
console_category_self_harm = Self-harm
console_category_sexual_abuse = Sexual abuse
console_category_physical_abuse = Physical abuse
console_category_emotional_abuse = Emotional abuse
console_category_neglect = Neglect
console_category_domestic_violence = Violence at home
console_category_online_exploitation = Exploitation online
console_category_bullying = Bullying
console_category_trafficking = Trafficking
console_category_forced_marriage = Forced marriage
console_category_harmful_practice = Harmful practice
console_category_child_labour = Child labour
console_category_runaway = Left home
console_category_missing = Missing
console_category_overdose = Overdose
console_category_medical = Medical emergency
console_category_conflict = War and armed violence
console_category_basic_needs = Food, shelter, basic needs
console_category_threat_to_others = Threat to others
console_category_perpetrator_present = The person who harms is near
console_category_none = No category

# Conversation
console_conversation = Conversation {$code}
console_log = Conversation
console_folded = {$count ->
    [one] Robot's opening, 1 message
   *[other] Robot's opening, {$count} messages
}
console_child = Child
console_robot = Robot
console_tapped = tapped an answer
console_opened_chat = The child opened the chat.
console_unsupported = sent a picture, sticker, file or voice note. It was not fetched.
console_in_simple = in simple words
console_delivery_waiting = not delivered yet
console_delivery_sending = not delivered yet
console_delivery_sent = delivered
console_delivery_unknown = may not have arrived, may appear twice
console_delivery_failed = not delivered
console_sending = being sent
console_not_sent = not sent yet, will be tried again
console_advice_simple = Short words, one question at a time
console_advice_aloud = Listens instead of reading
console_answer = Your answer
console_answer_hint = Enter sends. Shift and Enter make a new line.
console_send = Send
console_held_by_other = {$name} has this conversation. You can only read.
console_held_by_nobody = The child is waiting. Nobody has this conversation.
console_with_robot = The robot has this conversation. You can only read.
console_is_closed = This conversation is closed.
console_lost_claim = You no longer have this conversation. It went back to the queue because your page was silent for a minute.
console_erased = The child deleted this conversation. Nothing of it can be read again.
console_back_to_queue = Back to the queue
console_why = Why {$level ->
    [emergency] emergency
    [high] high
    [elevated] elevated
   *[none] no risk was seen
}
console_why_none = The rules saw no sign of risk. Read with your own eyes.
console_why_note = The level never goes down by itself.
console_reason_number = Reason {$number}
console_mark_label = Reason {$number} in the list
console_known = Known so far
console_country = Country
console_country_unknown = not said
console_language_of_child = Language
console_language_chosen = {$language}, chosen by the child
console_language_detected = {$language}, recognised by Sanad
console_mode = Mode
console_mode_standard = Usual words, to read
console_channel = Channel
console_handed_over = Handed over
console_started = First message
console_waited = Waiting since
console_finish = Finish
console_close_reason = How it ended
console_close_choose = Choose one
console_close_helped = Helped
console_close_referred = Referred to another service
console_close_child_left = The child left
console_close_test = A test
console_close_abuse_of_service = Misuse of the service
console_close_other = Something else
console_close = Close the conversation
console_release = Give back to the queue
console_release_help = The child keeps the place at the head of its level.
console_opened_by = Who opened this
console_opened_by_nobody = Nobody yet
console_access_read = opened
console_access_follow = read along
console_access_claim = took it
console_access_release = gave it back
console_access_close = closed it
console_access_send = wrote
console_access_other = did something else
console_access_somebody = Somebody without an account

# What just happened
console_said_taken = Somebody else took it, or it is not waiting any more.
console_said_closed = The conversation is closed.
console_said_released = The conversation is back in the queue.
console_said_not_yours = You do not have this conversation.
console_said_not_sent = Not sent: the text is empty or longer than 4,000 characters.

# Errors
console_error_not_found = This page is not here
console_error_not_found_help = It does not exist, or it is not for you.
console_error_refused = This was refused
console_error_refused_help = The page was too old or came from somewhere else. Go back, load it again and try once more.
console_error_down = The database does not answer
console_error_down_help = Nothing was changed. Try again in a moment and tell the person who runs Sanad.
console_error_failed = Something broke on our side
console_error_failed_help = What you did may not be saved. Go back, look whether it is there, and tell the person who runs Sanad.
