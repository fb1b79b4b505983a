# A list: four pups

first: pups
second: pups
third: pups
fourth: pups

> the team: {first}, {second}, {third}, {fourth}

## roll call

Who is in the team tonight?
The lantern is shining. Who will come?

{first} the {first's job} comes with {first's tool}.
First there is {first} the {first's job}, with {first's tool}.

{second} the {second's job} comes with {second's tool}.
Then there is {second} the {second's job}, with {second's tool}.

{third} the {third's job} comes with {third's tool}.
After that, there is {third} the {third's job}, with {third's tool}.

{fourth} the {fourth's job} comes with {fourth's tool}.
And last there is {fourth} the {fourth's job}, with {fourth's tool}.

## all of them

{first}, {second}, {third} and {fourth}: that is the whole team.
The team is {first}, {second}, {third} and {fourth}, and nobody else.

Good night, all four.
Now everybody can sleep, for the four are awake.
