### The page of phone numbers. It works without scripts and, once opened, without a network.

numbers_title = Phone numbers
# $country is the country's name.
numbers_where = Phone numbers: { $country }
numbers_intro = These people help children and families. Where it says so, you can write and need not speak.
    .simple = These people can help. Sometimes you can write.
numbers_back = Back to the chat
numbers_others = Other countries
numbers_kept = This page can now be read without internet.

## Ways to reach somebody

numbers_call = Call
numbers_whatsapp = WhatsApp
numbers_sms = Text message
numbers_chat = Web page

## What is known of a service

numbers_open = Open now
numbers_closed = Closed now
numbers_always = Day and night
# $first and $last are days; $start and $end are times such as 08:00.
numbers_days = { $first } to { $last }, { $start } to { $end }
numbers_day = { $first }, { $start } to { $end }
numbers_free = Costs nothing
numbers_signed = In sign language, by video
# $languages are languages by their own names.
numbers_speaks = Speaks: { $languages }
numbers_unsure = This may have changed. If nobody answers, try another number.
    .simple = This may be old. You can try another number.
numbers_none = There is no number here for this country yet. Here are pages that know numbers of many countries.
    .simple = We have no number for this country yet. These pages know more.

## Days

weekday_0 = Monday
weekday_1 = Tuesday
weekday_2 = Wednesday
weekday_3 = Thursday
weekday_4 = Friday
weekday_5 = Saturday
weekday_6 = Sunday
