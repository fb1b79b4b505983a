# Lost in the fog

hero: pups
helper: Wick, Dingle, Fiddle, Pebble
animal: lamb, calf, duck, pony, goat
weather: foggy, snowy
colour: colours
thing: scarf, ribbon, hat, blanket
place: hill, meadow, beach, lake, farm

> words: {hero}, {helper}, {animal}, {colour} {thing}, {place}

## beginning

Late one {weather} evening, the lantern was shining at the old mill. Somebody needed help.
On {a weather} evening, there was a knock at the door of the old mill.

{hero} the {hero's job} opened the door. There stood a farmer with a sad face.
{hero} the {hero's job} was still awake. "Come in," {he} told the old farmer.
It was an old farmer, and {hero} gave the farmer warm milk by the fire.

"My little {animal} is lost," said the farmer. "It wears {a colour} {thing}."
"The gate was open," said the farmer. "My {animal} is gone, with its {colour} {thing}."
"I can not find my {animal}," said the farmer. "It is very small, and it wears {a colour} {thing}."

## problem

Outside, {hero} could not see {his} own (nose|paws).
The night was so dark that {hero} ran into a tree. "I am sorry," {he} told it.

"I can not do this alone," said {hero}, and {he} went to get {helper}.
"Two pups are better than one," {he} thought, and {he} called for {helper}.
"{helper}," {he} called, "I need you," and {helper} came at once.

## teamwork

helper Wick: {helper} the lamplighter held up a bright lamp, and the night moved back a little.
helper Wick: "Dark is only light that sleeps," said {helper}, and woke up a bright lamp.
helper Dingle: {helper} rang a loud bell. Ding! Ding! Then the two pups were very still.
helper Dingle: "Everybody hears my bell," said {helper}, and rang it three times.
helper Fiddle: {helper} sang a gentle song, and it went far out into the night.
helper Fiddle: "No one is afraid of a song," said {helper}, and sang about warm milk.
helper Pebble: {helper} put a clever nose to the ground. It was a very good nose.
helper Pebble: "I smell (grass|warm milk)," said {helper}, nose down, tail up.

From far away came a very small sound.
Then they heard somebody (sneeze|cry)(, very softly|).

{hero} went first, one slow step after the other, and {helper} stayed close behind.
"This way," said {hero}, and {he} held the tail of {helper}, so that no one got lost.
They walked side by side, and {hero} counted the steps, so that they could find the way back.

There was something {colour} behind a stone. It was the {thing}, and with it was the {animal}.
There, behind an old wall, {hero} saw {a colour} {thing}. And there was the {animal}, too, and it shook all over.

"I only wanted to see the (moon|sea)," said the {animal}. "But it was not at home."
"I was not lost," said the {animal}. "I was only very long on my way."
"There you are," said the {animal}. "I have looked for you the whole night."

## end

{hero} put the {thing} on the {animal} again, and they all walked home.
{hero} carried the {animal} home, and {helper} carried the {thing}.
"Up on my back," said {hero}, and the {animal} slept all the way home, with the {thing} over its nose.

The farmer laughed and cried, and there was warm milk for everyone.
How happy the farmer was! All three got cake, and the {animal} got a kiss.

Then {hero} put out the lantern, and everybody slept until noon.
And from then on the farmer closed the gate, and {hero} came to see the {animal} every Sunday.
And when {hero} lay in bed, {he} was happy that nobody was out in the night.
