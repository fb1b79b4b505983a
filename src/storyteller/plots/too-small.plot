# Too small

hero: children
helper: Barley, Juniper, Fennel
friend: Puddle, Dingle, Nutmeg, Clover
animal: kitten, lamb, rabbit, mouse, duck
weather: sunny, windy, snowy, warm
colour: colours
thing: ribbon, flag, whistle, crown, hat
place: hill, farm, park, harbour, river

> words: {hero}, {helper}, {friend}, {animal}, {colour} {thing}, {place}

## beginning

{hero} was the smallest one in the village, and {he} had {a colour} {thing}.
Nobody in the village was as small as {hero}. But {he} had {a colour} {thing}, and with it {he} was a little taller.

More than anything, {he} wanted to help the Lantern Pups.
Every day {he} went to the old mill and asked, "May I help today?"

"You are too small," said {helper}. "Come again when you are tall."
"Not yet," said {helper}. "Not yet," said {friend}. It was always not yet.
"Grow a little first," said {helper}, and {friend} gave {him} a bun to grow.

## problem

Then, on {a weather} morning, the lantern was shining. {helper} and {friend} ran to the {place}.
One {weather} day, the lantern was lit, and {helper} and {friend} ran off. {hero} ran after them.

There was {a animal} under an old bridge {at place}, and it could not get out.
{A animal} was stuck under a wall {at place}. One could only see its (nose|ears).

{helper} tried with {helper's tool}, but the {helper's job} was much too wide.
{helper} put one paw in, and then there was no more room.

## teamwork

"I am not too big," said {hero}. Everybody looked at {him}.
"But I am small," said somebody. It was {hero}.
Then {hero} lay down and put {his} head in. It was just right.

{helper} tied a string around {him}, and {friend} held the other end.
"Good," said {helper}. "You go in, and we hold your feet."

{hero} took the {thing} in {his} teeth and went in, closer and closer.
It was dark and wet, but {hero} thought of {his} {colour} {thing}, and {he} went on.

"Do not be afraid," {he} told the {animal}. "I am small, too."
{He} held out the {thing}, and the {animal} took hold of it.

"Pull!" {he} called, and out they came, first {his} feet and last the {animal}.
Then {helper} and {friend} pulled, and out came {hero}, with the {animal} in {his} arms.

## end

"How good that you are small," said {helper}. "Please do not grow too fast."
"You are not too small," said {friend}. "We are too big."
{helper} and {friend} carried {him} home, high over everybody, and the {colour} {thing} danced in the wind.

Now, when the lantern shines, one more comes running, and that one is the smallest.
{hero} slept that night like somebody who is very, very big.
