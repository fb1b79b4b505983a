# Nobody remembers the day

hero: pups
helper: pups
friend: pups
weather: sunny, windy, snowy, warm
colour: colours
thing: kite, wagon, crown, drum, scarf, book, umbrella, cup, hat
place: hill, park, orchard, beach, lake, forest

> words: {hero}, {helper}, {friend}, {colour} {thing}, {place}

## beginning

It was {a weather} morning, and it was the birthday of {hero} the {hero's job}.
{hero} woke up early, on {a weather} morning. Today was {his} birthday.

There was only one thing {he} wanted, and that was {a colour} {thing}.
All week {he} had thought of only one thing: {a colour} {thing}.
For a whole year, {he} had dreamed of {a colour} {thing}.

## problem

But the old mill was empty. No song, no cake, and no {thing}.
{He} ran down to breakfast, but nobody was there. There was only a cold bun.

{He} met {helper} at the door. "No time," said {helper}, "I have so much to do."
"Good morning, {helper}," said {hero}. But {helper} only ran away with {helper's tool}.

{friend} did not even look up. "Not today," said {friend}.
And {friend} asked, "What day is it? I think it is Monday."

"They forgot me," thought {hero}, and {he} went to the {place} all alone.
{hero} went to the {place} and sat down on a stone. "Good morning, {hero}," {he} told {himself}.
So {he} walked to the {place} and told it to the clouds. They said nothing.

## teamwork

Then the lantern of the old mill was shining. Somebody needed help!
But suddenly {he} saw a light. It was the lantern at the old mill!

A good pup runs when the lantern shines, even on a sad day. So {hero} ran.
{hero} dried {his} nose and ran as fast as {he} could, for a Lantern Pup always comes.

It was dark inside. "Who needs help?" called {hero}.
{He} opened the door. Nobody. Nothing. Only somebody who sneezed.

"We do!" called everybody. "Who will help us with this cake?"
"Today I do," said {helper}. "I have a cake, and nobody who helps me with it."
"Good morning!" called all the Lantern Pups. The cake was as big as a wheel.

{helper} had made it with {helper's tool}, and {friend} with {friend's tool}. Nobody knew how.
{helper} had made it, and {friend} had kept the secret, and that is a lot of work.

## end

And beside the cake stood {a colour} {thing}, and it was for {hero}.
"Close your eyes," said {friend}. And when {hero} opened them, there was {a colour} {thing}.

They all played with the {thing} until the moon came, and {hero} was the last to sleep.
In the evening {hero} sat with all {his} friends and held the {thing}, and nobody wanted to go to bed.
Late at night, {hero} looked at the {thing} once more. "They knew it all along," {he} said, and fell asleep.
