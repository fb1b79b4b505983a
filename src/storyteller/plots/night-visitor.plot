# Who comes at night?

hero: pups
helper: Pebble, Quill, Wick
animal: mouse, squirrel, hedgehog
weather: windy, foggy, cold, rainy
colour: colours
thing: mitten, cup, hat, scarf, basket
place: garden, orchard, farm, hill, river

> words: {hero}, {helper}, {animal}, {colour} {thing}, {place}

## beginning

There was a secret at the old mill. Every morning, a shoe was gone, or a spoon.
On Monday a shoe was gone. On Tuesday it was a spoon. Nobody knew why.
Somebody came to the old mill at night. It took a shoe, and then a spoon.

And on {a weather} morning, it was the {colour} {thing} of {hero} the {hero's job}.
Then, on {a weather} night, {hero} lost {his} {colour} {thing}.

"I put it beside my bed," said {hero}, "and now there is only a leaf."
{He} looked in {his} bed, and under {his} bed, and in {his} shoes. It was not there.

## problem

But {he} did not want to look alone, so {he} asked {helper} to stay awake, too.
"Will you stay awake with me?" {he} asked {helper}, and {helper} said yes.

Late at night there was a sound. Tip, tap, tip, tap.
Then the door opened, just as wide as one paw.

## teamwork

helper Pebble: {helper} sniffed. "It is not the moon," said the finder. "It smells of leaves."
helper Pebble: "I smell something small," said {helper} the finder. "This way!"
helper Quill: {helper} the mapmaker had a good map. "Where do all lost things go?" asked the pup. "To the oldest tree."
helper Quill: {helper} had a good map. "Here is a door," said the pup, "and here is a tree, and there is nothing else."
helper Wick: {helper} the lamplighter made the bright lamp very small, and they followed the sound.
helper Wick: Out went the lamp, and {helper} said softly, "Now." And the lamp was bright again.

Small feet had left small marks, and {hero} followed them to an old tree {at place}.
They followed the marks of tiny paws, out of the house, to an old tree {at place}.

In the tree lived {a animal}. It had a shoe, and a spoon, and the {colour} {thing}.
And who sat there, with a spoon in its paws? A very small {animal}.

"I am sorry," said the {animal}. "My three babies were cold, and we had no bed."
"I did not know that it was yours," said the {animal}. "It was just as big as a bed."
"I wanted to bring it all back," said the {animal}, "when my babies are big."

There in the {thing} lay three babies, and they were all asleep.
{hero} looked into the {thing}. It was full of babies, and one of them sneezed.

"How small they are," said {hero}, and {he} was not angry any more.
{hero} had wanted to be angry, but now {he} did not know how.
"You may keep it," said {hero} softly, and {he} was not angry any more.

## end

The {animal} gave back the {colour} {thing}. It was full of nuts, and {hero} laughed.
But in the morning the {colour} {thing} was beside {his} bed again, and there was a nut in it.

And if something is gone at the old mill today, everybody knows where it is.
And late at night, {hero} hears it, tip, tap, tip, tap, and sleeps on.
