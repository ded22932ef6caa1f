# am - Amharic.
[number]
1st: የመጀመሪያው, አንደኛ
2nd: ሁለተኛ, ሁለተኛው
3rd: ሦስተኛ, ሶስተኛው
1: አንድ
2: ሁለት
3: ሶስት
4: አራት
5: አምስት
10: አስር
0.5: ግማሽ
[unit]
kg: ኪሎ
litre: ሊትር
piece: ፍሬ
dozen: ደርዘን
bunch: እስር
sack: ጆንያ
box: ካርቶን
quintal: ኩንታል
[day]
today: ዛሬ
tomorrow: ነገ
[language]
am: አማርኛ
en: እንግሊዝኛ
[word]
greet: ሰላም, ጤና ይስጥልኝ
thanks: አመሰግናለሁ
filler: እባክህ, እባክዎ
and: እና
want: እፈልጋለሁ, ላክ, ላኩልኝ
yes: አዎ, እሺ
no: አይ, አይደለም, የለም
none-left: አልቋል
cancel: ሰርዝ, ይሰረዝ
help: እርዳታ, እገዛ
stop: አቁም, አቁሙ, ይቁም
start: ጀምር
price: ዋጋ
how-much: ስንት, ስንት ነው
currency: ብር
