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
Today was the great race, and all the Lantern Pups were {at place}.
It was {a weather} morning, and everybody stood {at place}, for today was the great race.

The first one home would get {a colour} {thing}, and {hero} wanted it very much.
At the end of the way was {a colour} {thing}. "That is for me," thought {hero} the {hero's job}.
{hero} had never been the first, and {he} had dreamed of the {colour} {thing} for weeks.

## problem

One, two, three, go! They ran like the wind, and {hero} was the first.
"Go!" called somebody, and {hero} ran as fast as {his} legs could go.
Off they went, and soon {hero} was ahead, with {his} ears in the wind.

Then {he} heard somebody cry. {A animal} sat beside the road and held its leg.
But somebody was in the way. It was {a animal}, and it looked very sad.
But by the road lay a little {animal}, on its back, and it could not get up.

{hero} looked ahead. {He} could already see the {thing}. Then {he} looked at the {animal}.
The {thing} was not far away any more. But {hero} could not run by.
"Just run on," said {his} legs. "Stop," said {his} heart, and that was louder.

## teamwork

{He} stopped. "Does it hurt?" {he} asked. "Only when I dance," said the {animal}.
So {hero} stopped, and {friend} ran by. "Where does it hurt?" {he} asked the {animal}.

"I wanted to see the race," said the {animal}, "but my legs are so slow."
"Everybody is so fast," said the {animal}. "I am only fast when I sleep."
"I wanted to run, too," said the {animal}. "But nobody ever asked me."

"Then run with me," said {hero}, and {he} took the {animal} on {his} back.
"Come," said {hero}. "We will be last, but we will be two."
"Sit on my back," said {hero}. "Now you are as fast as I am."

By the next tree stood {friend}. "I was so fast that I was all alone," said {friend}.
{friend} heard them laugh and came back. "May I be last with you?" asked {friend}.
Then {friend} came back. "Without you it is no race," said the pup. "It is only running."

## end

They were the last ones home. But everybody sang for them, until the moon came.
They walked the last steps side by side, and there was cake for all three.
Everybody else was home already. But nobody had ever been so happy to be last.

And the {thing}? Now it goes from one to the next, a week for each.
They put the {colour} {thing} on the {animal}, and it was much too big, and just right.
The {colour} {thing} went to {hero}, for a heart as big as the moon, and {he} gave it to the {animal}.

"Next year," said the {animal}, "we will be last again." "Yes, please," said {hero}.
And {hero} slept with tired legs and a light heart.
That night {hero} dreamed of the race, and in {his} dream nobody had to be first.
