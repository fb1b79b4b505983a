# The seed that took its time

hero: children
helper: Fennel
friend: Fiddle, Wick, Quill, Nutmeg, Puddle
animal: mouse, owl, rabbit, frog, hedgehog
weather: sunny, rainy, warm, windy
colour: colours
thing: bucket, umbrella, cup, hat
place: garden, farm, park, hill, orchard

> words: {hero}, {helper}, {friend}, {animal}, {colour} {thing}, {place}

## beginning

{hero} had found a seed, and {he} planted it {at place} on {a weather} day.
One {weather} morning, {hero} put a tiny seed into the ground {at place}.

Every day {he} brought it water in {his} {colour} {thing}.
{He} had {a colour} {thing}, and with it {he} brought the seed water, day after day.

## problem

But nothing grew. Not on Monday, not on Tuesday, not on Sunday.
{He} waited one week, and two weeks, and three. There was only earth.

"Grow!" called {hero}. {He} lay down beside it, and called even closer.
{He} sang for it. {He} danced for it. The seed did nothing.
"It must be asleep," {he} thought, and {he} knocked on the ground.

## teamwork

{helper} the gardener came by with a strong spade. "Do not dig it up," said the pup. "A seed does not like it."
"How does one help a seed?" {he} asked {helper}. "With water, with light, and with a friend," said the gardener.

{helper} made the earth soft, and {friend} the {friend's job} came to help.
They called {friend}, who came with {friend's tool}. One never knows what a seed likes.

friend Fiddle: {friend} sang to it every evening, a gentle song about the sun.
friend Wick: {friend} put a bright lamp beside it, so that it could find the way up.
friend Quill: {friend} drew it a good map. Up was where the star was.
friend Nutmeg: {friend} put a warm bun on the ground, only for the seed.
friend Puddle: {friend} brought water from the middle of the lake, where it is best.

Then one morning, {a animal} knocked at {his} door. "Come and see," it said.
One night, {a animal} came running. "Something is at my door," it said.

There it was: one leaf, as small as a tear.
Something stood there, tiny and new. {hero} stood very still.
Out of the earth came a tiny little nose, and it was no nose. It was a leaf.

## end

In the summer it was taller than {hero}, and there was a flower on it as big as the moon.
It grew and grew, over the fence, over the roof, and the {animal} sat at the top.

"What did it?" asked {hero}. "The light? The water?" "You stayed," said {helper}.
"Who did that?" asked {friend}. "We all did," said {hero}. "And the seed, too."
"It took its time," said {helper}. "The best things do."

At the end of the summer it gave them seven seeds, and {hero} put them into the {colour} {thing}.
That evening they slept under its leaves: {helper}, {friend}, {hero}, the {animal}, and the {colour} {thing}.
