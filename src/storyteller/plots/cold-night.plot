# The coldest night

hero: pups
helper: Nutmeg, Clover, Thimble, Wick
animal: hedgehog, mouse, squirrel, kitten, rabbit
weather: snowy, cold, rainy
colour: colours
thing: blanket, scarf, mitten, hat
place: forest, hill, meadow, orchard, farm, garden

> words: {hero}, {helper}, {animal}, {colour} {thing}, {place}

## beginning

It was a very cold night, and {hero} the {hero's job} was walking home.
One {weather} night, {hero} came home late. {He} was the {hero's job} of the Lantern Pups.

{His} ears were cold, but {he} had {a colour} {thing}, and it was warm.
"How good that I have my {colour} {thing}," {he} thought.
But {he} was not cold, for {he} had {his} {colour} {thing}.

## problem

{At place}, {he} heard a small sound. It was the sound of small teeth.
But {at place} {he} stopped. Somebody was very cold there.
Then {he} heard something {at place}. Knock, knock, knock. It was not a door.

Under a tree sat {a animal}. It was so cold that it shook all over.
It was a little {animal}, and its teeth went up and down.

"The wind took my house," said the {animal}. "It was only made of leaves."
"I have looked for a bed all day," said the {animal}. "They are all full."
"I wanted to sleep until summer," said the {animal}. "But I woke up too early."

{hero} looked at the {animal}, and then {he} looked at {his} {thing}.
It was a long way home, and {his} paws were cold. {hero} thought for a moment.

## teamwork

Then {he} gave the {thing} to the {animal}, and it was warm up to its nose.
"Here," said {hero}. "My {thing} is big enough for you." And {he} gave it away.
{hero} said nothing. {He} put the {thing} down beside the {animal}, and looked away until it was warm.

Together they went to the old mill, where {helper} was still awake.
"Come with me," said {hero}. There was still a light in the window of {helper}.
{He} carried the {animal} through the night, and knocked at the door of {helper}.

helper Nutmeg: {helper} the baker had warm buns. One for the nose, and two for the paws.
helper Nutmeg: "A bun is good for everything," said {helper} the baker, and opened the oven.
helper Clover: {helper} the nurse looked into its ears. "It needs warm milk," said the pup, "and then more warm milk."
helper Clover: "Cold toes," said {helper} the nurse, and tied a soft bandage around each of them.
helper Thimble: {helper} the mender took a needle and thread, and made a tiny coat.
helper Thimble: "I will make four shoes," said {helper} the mender, "and one for the tail."
helper Wick: {helper} the lamplighter made a fire, and the whole room was bright and warm.
helper Wick: "A bright lamp is a small sun," said {helper}, and put one beside the {animal}.

"And in the morning," said {hero}, "we will make you a house, and not of leaves."
The next day, all the Lantern Pups made a little house for the {animal}.

## end

The {animal} wanted to give back the {thing}, but {hero} shook {his} head.
"I can give you nothing," said the {animal}. "You can be my friend," said {hero}.
"Your {thing}," said the {animal}. "Keep it," said {hero}. "I am warm inside."

"Then we will both have it," said the {animal}. "You on Sunday, I on Monday."
So every Sunday the {animal} comes to the old mill, and brings the {colour} {thing} along.

And outside the snow fell and fell, but nobody was cold any more.
And {hero}? {He} was as warm as a bun, even without the {thing}.
Good night, little {animal}. Good night, {hero}.
