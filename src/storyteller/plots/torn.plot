# Torn before the feast

hero: children
helper: Thimble
friend: Nutmeg, Clover, Fiddle, Wick, Dingle, Quill
weather: weathers
colour: colours
thing: scarf, flag, kite, doll, hat, blanket, pillow
place: market, harbour, park, farm, garden

> words: {hero}, {helper}, {friend}, {colour} {thing}, {place}

## beginning

Tonight was the feast of lights {at place}, and {hero} could not sit still.
All week {hero} had waited for the feast {at place}.

{He} wanted to carry {his} {colour} {thing}, so that everybody could see it.
Everybody would bring something beautiful, and {hero} had {his} {colour} {thing}.
{He} had {a colour} {thing}, which {his} grandmother had made for {him}.

## problem

But when {he} ran out of the house, there was a sound. Ratch!
Then {he} fell over {his} own feet. Ratch!
{He} ran so fast that the {thing} was caught on the fence. Ratch!

There was a hole in the {thing}, as big as (an apple|the moon).
Now the {thing} was torn from one end to the other.

A big tear ran down {his} nose, and then another.
"It is all over," said {hero}, and {he} sat down in front of the door.
{hero} did not say a word. {He} only looked at the hole, and a tear fell into it.

## teamwork

{friend} the {friend's job} came by. "{A thing} with a hole needs {helper}," said the pup.
"Why do you cry?" asked {friend} the {friend's job}. "Come, we will go to {helper}."

So they lit the lantern at the old mill, and there was {helper} with a needle and thread.
At the old mill lived the Lantern Pups, and one of them was {helper} the mender.

"I have seen bigger holes," said {helper}. "Once there was one in the night."
"A hole is only a window," said {helper}, "and now we close it for the night."
{helper} looked at the hole from both sides. "Good," said the mender. "Holes are my friends."

{hero} held the {thing}, {friend} held the light, and the needle went up and down.
The needle jumped like a little fish. {hero} cut the thread, and {friend} told a story.

And then there was a small star where the hole had been.
{helper} had put a star on the {thing}, just where the hole had been.

"It is even more beautiful now," said {hero}, and {he} dried {his} face.
"A star!" said {hero}. "Now it is the only {colour} {thing} with a star."
{hero} held it up. The light of the lantern fell on the star, and it was as bright as a real one.

## end

At the feast, everybody asked {hero} for a star. So {helper} had much to do.
{hero} carried the {thing} through the lights, with {friend} at {his} left and {helper} at {his} right.

In bed, {hero} touched the star once more. "Good night, star," {he} said.
Then {hero} slept, and over the {place} the real stars came out to look.
