# A wrong turn on the way to grandmother

hero: children
helper: Quill, Pebble, Dingle
animal: fox, squirrel, badger, hedgehog, owl
weather: foggy, cloudy, warm, snowy
colour: colours
thing: basket, scarf, pillow, book, cup, hat, blanket
place: forest, hill, meadow

> words: {hero}, {helper}, {animal}, {colour} {thing}, {place}

## beginning

{hero} was on the way to {his} grandmother, and {he} carried {a colour} {thing}.
It was the birthday of {his} grandmother, and {hero} had {a colour} {thing} to give away.

"Go straight on," {his} grandmother had said, "and do not talk to the clouds."
The way went by the old mill, over the bridge, and never to the left.

## problem

But {hero} looked at the clouds, and {his} feet went to the left.
But {at place} there was a flower, and then another, and {hero} followed them.

It was {a weather} day, and soon every tree looked like every other tree.
Then the path was gone, and there was only grass in front, and grass behind.
{He} went left, and left again, and then there was no left any more.

## teamwork

{A animal} looked out from behind a tree. "Are you lost, or is this your house?" it asked.
"You walk around and around," said {a animal}. "I have seen you three times."

"Can you show me the way?" asked {hero}. "I only know the way to my bed," said the {animal}.
"Do you know the way?" asked {hero}. "I know them all," said the {animal}, "but I do not know where they go."

"But I can run fast," said the {animal}, and it ran to light the lantern at the old mill.
So the {animal} ran to the old mill, lit the lantern, and called the Lantern Pups.

helper Quill: {helper} the mapmaker came with a good map. "You are here," said the pup, "under my left paw."
helper Quill: "No one is lost on a map," said {helper} the mapmaker, and opened one as big as a bed.
helper Pebble: {helper} the finder came, put a clever nose to the shoes of {hero}, and sneezed. "Grandmother is that way."
helper Pebble: "I smell cake," said {helper} the finder. "Where there is cake, there is a grandmother."
helper Dingle: {helper} the ringer rang a loud bell, and from far away, the bell of the village answered.
helper Dingle: "Where there is a bell, there is a village," said {helper} the ringer. And far away, there was one.

So they walked: {helper} in front, then {hero} with the {thing}, and the {animal} last.
{hero} told the {animal} a story on the way, and {helper} went ahead and counted the trees.

## end

The door opened wide. "Four at the table," called grandmother, "how fine!"
"There you are," said grandmother. "And you are three now."
In the door stood grandmother with a cake. "I heard you from far away," said grandmother.

Grandmother liked the {colour} {thing}, but even more the story of how it was lost.
{hero} gave away the {thing}. "There was never such {a colour} one," said grandmother.

On the way home, {hero} did not look at the clouds, but only at the stars.
That night {hero} slept at the house of {his} grandmother, and the {animal} slept by the fire.
And when {hero} went home, the {animal} showed the way, for now it knew it.
