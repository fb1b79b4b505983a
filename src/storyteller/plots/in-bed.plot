# In bed on a fine day

hero: children
helper: Clover
friend: Nutmeg, Fiddle, Thimble, Wick, Puddle
weather: sunny, warm, windy, snowy
colour: colours
thing: ball, kite, drum, whistle, wagon
place: park, beach, meadow, hill, lake

> words: {hero}, {helper}, {friend}, {colour} {thing}, {place}

## beginning

It was {a weather} day, and everybody was {at place}. Only {hero} was in bed.
{hero} lay in bed with a hot nose and looked at {his} {colour} {thing}.
Outside it was {weather}, but {hero} had a cold and had to stay in bed.

## problem

"Today I wanted to go to the {place}," {he} said, "with my {colour} {thing}."
Beside the bed lay {his} {colour} {thing}, but {he} could not take it to the {place}.

The day was long. {hero} counted the clouds at the window. There was one.
{hero} looked at the wall. The wall looked back. It was the longest day of the year.
It was very quiet. {hero} could hear {his} own nose.

## teamwork

But the lantern at the old mill was lit, and soon {helper} the nurse came to the house.
Then the door opened. It was {helper} the nurse, for the lantern at the old mill had been lit.

"For the cold, I have warm milk," said {helper}. "For the sad thought, I need {friend}."
{helper} tied a soft bandage around {his} head and called for {friend}.

friend Nutmeg: {friend} the baker came with warm buns, and one of them looked like {hero}.
friend Fiddle: {friend} the singer came and sang a song in which everybody had to sneeze.
friend Thimble: {friend} the mender came with a needle and thread, and made a coat for {his} nose.
friend Wick: {friend} the lamplighter came with a bright lamp, and there were lights all over the wall.
friend Puddle: {friend} the rower came and said that the bed was a boat. They went to the moon and back.

"And now," said {friend}, "if you can not go to the {place}, the {place} must come to you."
"Close your eyes," said {friend}. "We will bring you the {place}."

They put grass under the bed and leaves on the wall, and in the middle they put the {thing}.
{helper} was the wind, {friend} was the sun, and the {colour} {thing} was the best of all.

{hero} laughed so much that {his} cold was afraid of {him} and ran away.
And then {hero} was so tired and so happy that {he} slept until morning.
Then {hero} laughed for the first time that day, and it helped more than the milk.

## end

The next day, {he} was well, and they all went to the {place} with the {thing}.
In the morning, {his} nose was {his} own nose again, and {he} ran to the {place}.

And when {helper} had to sneeze, {hero} came with warm milk and the {colour} {thing}.
"Who is next?" asked {helper}, and {friend} sneezed. So {hero} gave {friend} the {colour} {thing}.
{hero} gave {helper} a hug, and {friend} a hug, and the {colour} {thing} got one, too.

But that is another story, and now it is time to sleep.
Good night, {hero}. Good night, little cold.
