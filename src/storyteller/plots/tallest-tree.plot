# Stuck in the tallest tree

hero: children
helper: Juniper, Barley, Fiddle
weather: windy, sunny, cloudy
colour: colours
thing: kite, balloon, scarf, hat, flag
place: hill, meadow, park, orchard, garden

> words: {hero}, {helper}, {colour} {thing}, {place}

## beginning

One {weather} morning, {hero} took {his} {colour} {thing} to the {place}.
It was {a weather} day, and {hero} was {at place} with {his} {colour} {thing}.
On {a weather} day, {hero} ran all the way to the {place} with {a colour} {thing}.

It was the best {thing} of all, and {he} had waited for it all year.
{He} had made it all by {himself}, and it was very beautiful.
{He} took it to breakfast, and once even to bed.

## problem

But a clever wind took the {thing} and put it on the top of the tallest tree.
Then {he} looked away for a moment, and the wind put the {thing} into the tallest tree.
Then the wind pulled. Up went the {thing}, into the tallest tree of all.
The wind came, {hero} let go, and the {thing} danced into the tallest tree.

{He} reached up as far as {he} could, but it was not far enough.
{He} stood on {his} toes, and {he} stood on a stone. The tree was still too tall.
{He} shook the tree. Only (a leaf|an apple) fell down, right on {his} nose.

"Please come down," said {hero}. The {thing} only danced in the wind.
{hero} sat down and thought, and then {he} knew what to do.
{hero} wanted to cry, but then {he} thought of something better.

## teamwork

{He} lit the lantern at the old mill, and the Lantern Pups came running.
{He} ran to the old mill and lit the lantern. That was how one called the Lantern Pups.
Soon the lantern at the old mill was shining, and the Lantern Pups were on their way.
"I can not do this alone," {he} thought, and {he} lit the lantern to call the Lantern Pups.

helper Juniper: "A tree is only a house with leaves," said {helper} the climber, and tied a long rope.
helper Juniper: {helper} the climber tied a long rope to a branch. "Up we go," said the pup.
helper Barley: {helper} the carter rolled a wooden cart under the tree. "Now we are taller," said the pup.
helper Barley: "Come up on my cart," said {helper} the carter. "Then on my back. Then on my head."
helper Fiddle: {helper} the singer sang a gentle song to the wind, and the wind stopped to listen.
helper Fiddle: "The wind likes a gentle song," said {helper} the singer, and began to sing.

helper Juniper: {hero} held the rope with both hands, and {helper} went up, one leg after the other.
helper Juniper: {helper} went up, and {hero} called, "Left! Right! A little more!"
helper Barley: {hero} went up, and {helper} stood as still as a stone.
helper Barley: {helper} held the cart, and {hero} pushed the {thing} with {his} shoe.
helper Fiddle: {hero} sang with {helper}, and the tree began to dance.
helper Fiddle: Then {hero} sang too, a little too loud, and the tree shook all over.

Down came the {colour} {thing}, without even a hole in it.
At last the {thing} came down, and {hero} caught it with both arms.
And then, plop, the {thing} fell softly into the arms of {hero}.

## end

"Thank you," said {hero}, and {he} let {helper} hold the {thing}.
"What a fine tree," said {helper}. "Shall we stay a little?" And they sat under it until evening.
"We did it together," said {helper}, and {hero} gave the pup a big hug.
{hero} laughed. "Next time I will hold on with both hands."

That night the {thing} slept beside {his} bed, and {hero} dreamed of the (sky|wind).
In the evening the wind came to the window, but the {thing} lay in {his} bed.
That night the wind knocked at the window, but {hero} did not open it.
Then they all went home, and {hero} told the {thing} to stay in bed until morning.
