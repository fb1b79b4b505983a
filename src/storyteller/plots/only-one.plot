# Only one of it

hero: pups
friend: pups
animal: mouse, owl, duck, turtle, goat
weather: rainy, sunny, warm, cold
colour: colours
thing: drum, wagon, whistle, ball, doll, book, umbrella
place: park, market, garden, beach, meadow

> words: {hero}, {friend}, {animal}, {colour} {thing}, {place}

## beginning

{hero} and {friend} were the best of friends. They shared everything, even (a bed|the last bun).
{hero} the {hero's job} and {friend} had been friends since they were very small.
There were no better friends than {hero} the {hero's job} and {friend} the {friend's job}.

One {weather} day, they found {a colour} {thing} {at place}.
{At place}, on {a weather} morning, they saw something {colour}. It was {a thing}.
But on {a weather} day, {a colour} {thing} lay {at place}, and nobody knew why.

## problem

"I saw it first," said {hero}. "But I touched it first," said {friend}.
"I need it for my work," said {hero}. "I need it more," said {friend}.
{hero} took one end of it, and {friend} took the other.

"Mine!" said {hero}. "Mine!" said {friend}. They pulled until they both fell over.
They pulled to the left. They pulled to the right. They both sat down in the mud.
They pulled, and they pulled, and the {thing} did not like it at all.

Then they sat back to back and did not say one word.
{hero} was angry with {friend}, and {friend} was angry with {hero}, and it was very quiet {at place}.
{hero} looked at the sky. {friend} looked at the grass. Nobody looked at the {thing}.

## teamwork

Then {a animal} came along. "What a fine {thing}," it said. "May I?"
"Does nobody want it?" asked {a animal}. "Then I will take it."
A little {animal} had seen it all. "Is it a bad {thing}," it asked, "that makes friends so sad?"

It tried the {thing} here and there, but it was much too big for one {animal}.
But the {thing} was very big, and the {animal} fell on its tail.
The {animal} wanted to take it home, but it did not know how.

"Wait," said {hero}, and {he} stood up. "{friend} and I will help you."
"That does not go like that," said {hero} and {friend} at once. They looked at one another.
{hero} had to laugh. {friend} had to laugh, too. "We will show you how," said {hero}.

{hero} held it, {friend} pushed, and the {animal} sat on top. It was the best day of the year.
They played with it all three, and three was just right.
One held, one pushed, one laughed, and then it was the other way around.

"I am sorry," said {hero}. "I was sorry first," said {friend}, and then they laughed again.
"You may have it first," said {hero}. "No, you," said {friend}.
{hero} gave {friend} {his} paw. "You are better than any {thing}," {he} said.

## end

Now the {colour} {thing} stands at the old mill. Monday is for {hero}, Tuesday is for {friend}.
From then on, {hero} and {friend} had one {colour} {thing}, and that was enough.
They put the {colour} {thing} by the door of the old mill, for everyone who comes by.

And on Sunday the {animal} comes, and then it is for all three.
And the {animal} has it when it is sad, until it is happy again.

In the evening, {hero} and {friend} shared a bed again, and {hero} had the middle.
That night they shared the last bun, and {hero} gave {friend} the bigger half.
