# Down in a deep hole

hero: pups
helper: Juniper, Fennel, Barley
animal: hedgehog, rabbit, frog, turtle, mouse, fox
weather: sunny, warm, cloudy
colour: colours
thing: basket, bucket, umbrella, blanket
place: forest, meadow, orchard, park, farm

> words: {hero}, {helper}, {animal}, {colour} {thing}, {place}

## beginning

One {weather} morning, {hero} the {hero's job} walked through the {place} with {a colour} {thing}.
On {a weather} day, {hero} the {hero's job} went to the {place}, and {he} took {his} {colour} {thing} along.
{hero}, the {hero's job} of the Lantern Pups, was {at place}. {He} had {his} {colour} {thing} with {him}.

## problem

"Help!" called a small voice. {hero} looked up, and left, and right, and then down.
Then {he} heard a voice. It came from under {his} own feet.
Suddenly the ground said, "Help!" But can the ground talk?

There was a deep hole, and deep down sat a little {animal}.
There was a deep, dark hole, and it looked at {him} with two eyes. They were the eyes of {a animal}.

"I was counting clouds," said the {animal}. "I did not count the hole."
"I only wanted to see where the hole goes," said the {animal}. "It goes down."
"I was looking for the moon," said the {animal}. "It is not here."

{hero} lay down and reached as far as {he} could. It was not far enough.
{hero} reached down with one paw, and then with two. The hole was too deep.
{hero} reached into the hole with one paw, but {his} paw was too short.

## teamwork

"Stay here," said {hero}. "Where else?" said the {animal}. And {hero} ran to get {helper}.
"Do not be afraid," said {hero}. "I will bring {helper}."
{hero} called as loud as {he} could, and soon {helper} was there.

helper Juniper: {helper} had a long rope. "But the {animal} has no hands to hold it," said the climber.
helper Juniper: "I can climb down," said {helper}, "but I can not carry {a animal} on a rope."
helper Fennel: "I can dig a little way down," said {helper} the gardener, "but not so deep."
helper Fennel: {helper} began to dig with a strong spade, but the hole was still too deep.
helper Barley: {helper} came with a wooden cart and looked down. "My cart is too wide," said the pup.
helper Barley: "My cart can pull," said {helper} the carter. "But what can it pull?"

Then {hero} looked at {his} {thing}, and {his} tail began to dance.
"My {thing}!" said {hero}. "It is just as big as {a animal}."
But {hero} had a better idea. "The {animal} can sit in my {thing}," {he} said.

helper Juniper: They tied the {thing} to the rope and let it down, slowly, slowly.
helper Fennel: {helper} dug, and {hero} let the {thing} down as far as it went.
helper Barley: They tied the {thing} to the cart and let it down, slowly, slowly.

The {animal} climbed in. "Up!" it called. They pulled, and up it came.
"One, two, three!" said {hero}. They pulled, and the {animal} came up into the sun.
"Hold on," called {hero}. They pulled, and out came two ears, two eyes, and then the whole {animal}.

## end

"That was fine," said the {animal}. "Can we do it again?" But {hero} shook {his} head.
"How big the sky is," said the {animal}, and it looked up for a long time.
The {animal} gave {hero} a wet kiss, and {helper} one too.

Then they put the hole to bed, and {helper} planted a flower on it.
They put a big stone on the hole. "Good night, hole," said the {animal}.
They put a fence around the hole, so that nobody fell in again.

In the evening the three friends sat around the {colour} {thing} and ate (berries|apples|nuts) until the moon came.
They walked home together, with the {animal} in the {colour} {thing}, and sang about the moon.
The {animal} fell asleep in the {colour} {thing}, and {hero} carried it home.
