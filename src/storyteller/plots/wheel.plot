# The wheel in the mud

hero: pups
helper: Barley, Fennel, Juniper
friend: pups
animal: goat, mouse, duck, rabbit
weather: rainy, cloudy
colour: colours
thing: wagon
place: market, farm, harbour, river

> words: {hero}, {helper}, {friend}, {animal}, {colour} {thing}, {place}

## beginning

Every Sunday, {hero} pulled {his} {colour} {thing} to the {place}, full of apples.
{hero} the {hero's job} had {a colour} {thing}, and it was full of bread for everybody {at place}.

It was {a weather} day, and the road was as soft as cake.
After the long rain, the road was a lake of mud.

## problem

Plop! One wheel sat down in the mud and did not want to get up.
And then the {thing} stood still. One wheel was deep in the mud.

{hero} pulled until {his} ears were hot. The {thing} only said, "Plop."
{He} pushed from behind. {He} pulled from the front. {He} even said please.

## teamwork

{helper} came by, and {he} asked for help. One, two, heave! Nothing moved.
Then came {helper}, and they pulled together. It moved as much as a house.

{friend} came, too. One, two, three, heave! It moved a little, and then it went back.
"Let me help," said {friend}, and pushed with {friend's tool}. It moved a little, but only a little.

helper Barley: "We need stones under the wheel," said {helper} the carter, and they brought seven.
helper Fennel: {helper} the gardener dug away the mud with a strong spade, and {friend} ate an apple.
helper Juniper: {helper} the climber tied a long rope to the {thing}, and everybody took hold of it.

"May I help?" asked a little {animal}. They looked at it. It was the smallest of all.
"I am strong, too," said somebody. It was {a animal}, and it was very small.
A little {animal} stood by the road. "You look like you need me," it said.

"Everyone may help," said {hero}, and the {animal} took hold of the tail of {friend}.
"We need you most," said {hero}, and {he} made room.

One, two, three, heave! They all fell on their tails. But the {thing} was free.
"Heave!" called {hero}. And with a great big plop, the {thing} came out of the mud.

## end

"That was me," said the {animal}. "Yes," said {hero}, "it was you."
"How strong I am," said the {animal}, and nobody said no.
Everybody laughed, and the {animal} got the biggest bun.

The {animal} sat on top of the {colour} {thing}, all the way to the {place}.
They were late, but {at place} everybody had waited for the {colour} {thing}.

In the evening they washed: first the {thing}, then {helper}, then {friend}, and then {hero}.
That night everybody slept well, and the {thing} slept under a roof.
When they came home, they were full of mud, and very happy.
