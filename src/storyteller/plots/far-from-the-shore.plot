# Far from the shore

hero: children
helper: Puddle
animal: duck, otter, frog, turtle
weather: sunny, windy, warm, cloudy
colour: colours
thing: ball, hat, balloon
place: lake, river, harbour, beach

> words: {hero}, {helper}, {animal}, {colour} {thing}, {place}

## beginning

It was {a weather} day, and {hero} played {at place} with {his} {colour} {thing}.
{hero} had a new {thing}. It was {colour}, and {he} took it with {him} to the {place}.
One {weather} day, {hero} walked {at place}. {He} had {his} {colour} {thing} under one arm.

{He} threw it up and caught it, (three|seven) times.
{He} said that the {thing} was a ship and {he} was the captain.

## problem

Plop! The {thing} fell into the water, and the water took it away.
Then {he} looked at a bird for a moment, and the {thing} rolled into the water.

"Come back!" called {hero}. But {a thing} has no ears.
{hero} called and called, but the {thing} only went up and down, up and down.
It went farther and farther, until it was as small as a nut.

## teamwork

{He} ran to the old mill and lit the lantern, and who came? {helper} the rower.
The lantern shone at the old mill, and {helper} of the Lantern Pups came with a little boat.

"Sit in the middle," said {helper}, "and do not dance."
"Come with me," said {helper}. "You look, and I pull."

They went out on the water. {hero} looked for the {thing}, and {helper} sang.
{helper} pulled, and {hero} called, "Left! Right! A little more!"

"Are you looking for this?" asked {a animal}. It had the {thing} on its head.
Then {a animal} came up, with the {thing} on its back. "It is a very good bed," it said.

"It is mine," said {hero}, "but you may come home with us."
"You found it," said {hero}. "Thank you. Will you come and play with us?"
"Please give it back," said {hero}, "and I will give you half of my bread."

"Yes, please," said the {animal}, and it got into the boat.
The {animal} thought about it for a long time. "Yes," it said, and it got in.

## end

Back home, {hero} gave {helper} a hug, and got very wet.
"Thank you, {helper}," said {hero}. "I was the captain, but you were the wind."

When the moon stood over the {place}, they were all in bed, and everybody was warm again.
That night {hero} put the {colour} {thing} beside {his} bed, on dry ground.
That night {hero} dreamed of the moon, and it was only {a colour} {thing} far out on the water.
