# The last one home

hero: pups
friend: pups
animal: turtle, duck, lamb, hedgehog, frog
weather: sunny, warm, windy, cloudy
colour: colours
thing: cup, crown, ribbon, flag
place: hill, beach, forest, park, lake

> words: {hero}, {friend}, {animal}, {colour} {thing}, {place}

## beginning

Once a year, the Lantern Pups had a race around the {place}.
It was {a weather} morning, and everybody stood {at place}, for today was the great race.

The first one home would get {a colour} {thing}, and {hero} wanted it very much.
{hero} had never been the first, and {he} had dreamed of the {colour} {thing} for weeks.

## problem

One, two, three, go! They ran like the wind, and {hero} was the first.
Off they went, and soon {hero} was ahead, with {his} ears in the wind.

Then {he} heard somebody cry. {A animal} sat beside the road and held its leg.
But by the road lay a little {animal}, on its back, and it could not get up.

{hero} looked ahead. {He} could already see the {thing}. Then {he} looked at the {animal}.
"Just run on," said {his} legs. "Stop," said {his} heart, and that was louder.

## teamwork

{He} stopped. "Does it hurt?" {he} asked. "Only when I dance," said the {animal}.
So {hero} stopped, and {friend} ran by. "Where does it hurt?" {he} asked the {animal}.

"I wanted to see the race," said the {animal}, "but my legs are so slow."
"I wanted to run, too," said the {animal}. "But nobody ever asked me."

"Then run with me," said {hero}, and {he} took the {animal} on {his} back.
"Come," said {hero}. "We will be last, but we will be two."

By the next tree stood {friend}. "I was so fast that I was all alone," said {friend}.
Then {friend} came back. "Without you it is no race," said the pup. "It is only running."

## end

They were the last ones home. But everybody sang for them, until the moon came.
Everybody else was home already. But nobody had ever been so happy to be last.

And the {thing}? Now it goes from one to the next, a week for each.
The {colour} {thing} went to {hero}, for a heart as big as the moon, and {he} gave it to the {animal}.

"Next year," said the {animal}, "we will be last again." "Yes, please," said {hero}.
That night {hero} dreamed of the race, and in {his} dream nobody had to be first.
