# A night with thunder

hero: children
helper: Wick, Fiddle, Dingle, Nutmeg
animal: kitten, owl, mouse, frog
weather: rainy, windy
colour: colours
thing: blanket, pillow, doll, book
place: hill, harbour, farm, lake, river

> words: {hero}, {helper}, {animal}, {colour} {thing}, {place}

## beginning

{hero} lived in a small house {at place}, and it was time to sleep.
In a little house {at place}, {hero} lay in bed and could not sleep.

It was {a weather} night, and the house moved like an old ship.
The night was dark and {weather}, and the stars had all gone home.

## problem

Boom! The thunder rolled over the roof. {hero} held {his} {colour} {thing} with both hands.
Then came a flash, and then a boom, and {hero} held {his} {colour} {thing} as hard as {he} could.
Suddenly there was thunder, and {hero} took {his} {colour} {thing} and hid under the bed.

"I am not afraid," {he} told the {thing}. "Only my feet are."
"It is only a sound," {he} said to the {thing}. But it was a very big sound.

Then something knocked at the window. Knock, knock.
And under the bed, something sneezed.

It was a wet little {animal}. "May I come in?" it asked. "The sky has a hole."
It was a little {animal}. "I only came in for a moment," it said. "It is so loud out there."
It was {a animal}. "I am not here," it said. "Is the thunder looking for me, too?"

## teamwork

{hero} dried the {animal}, and then {he} put a light into the window, to call the Lantern Pups.
"I know who can help," said {hero}, and {he} held a light to the window, three times.

And through the rain came {helper} the {helper's job}, with wet paws and {helper's tool}.
It was not long until {helper} came, and the pup had brought {helper's tool}.

helper Wick: "Let us make our own day," said {helper}, and the whole room was bright.
helper Wick: {helper} held a paw to the light. There was a bird on the wall, and then a fish, and then {hero}.
helper Fiddle: "The thunder wants to sing, too," said {helper}, "but it does not know how."
helper Fiddle: {helper} sang, and the thunder sang along. It only knew one word.
helper Dingle: "Boom," said the thunder. "Ding," said {helper}. Boom, ding, boom, ding. Now it was music.
helper Dingle: "I can be loud, too," said {helper}, and rang until they all had to laugh.
helper Nutmeg: "Thunder is only the big oven of the sky," said {helper}. "Have a bun."
helper Nutmeg: "Let us count," said {helper}. "One bun for each boom."

After each flash, {hero} counted. One, two, three, boom. Then four. Then seven.
{hero} and the {animal} counted after each flash, and each time they came a little farther.

## end

When the last boom came, nobody heard it. They were asleep.
Then it was quiet, and only the rain told its story to the roof.
And one after the other, they fell asleep, first the {animal}, then {hero}, then the thunder.

In the morning the sun came to look, and {hero} still had one arm around the {thing}.
And the next time there is thunder, {hero} will sit at the window and say good night to it.
